import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { type Selection, selectLeaf } from '../../../../src/core/report/selectLeaf.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';

/** `openssl pkcs12 -export` of a key and its certificate, which encodes the public key in its own way. */
async function select(keyArguments: readonly string[], ...conversion: readonly string[]): Promise<Selection> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'select-leaf-'));
  try {
    const openssl = (...args: readonly string[]): void => {
      execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
    };
    openssl('genpkey', ...keyArguments, '-out', 'plain.key');
    openssl('pkey', '-in', 'plain.key', ...conversion, '-out', 'converted.key');
    openssl('req', '-x509', '-new', '-key', 'converted.key', '-subj', '/CN=www.example.com', '-out', 'leaf.pem');
    openssl('pkcs12', '-export', '-inkey', 'plain.key', '-in', 'leaf.pem', '-passout', 'pass:x', '-out', 'leaf.pfx');
    const contents = await openPfx(fs.readFileSync(path.join(folder, 'leaf.pfx')), 'x');
    const filed = contents.bags.flatMap((bag) =>
      bag.kind === 'certificate' ? [{ bag, certificate: parseCertificate(bag.der) }] : [],
    );
    return selectLeaf(contents, filed);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

describe('the key of the leaf', () => {
  const ec = (curve: string): readonly string[] => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
  for (const curve of ['P-256', 'P-384', 'secp256k1', 'brainpoolP256r1']) {
    it(`is found where the certificate has its point compressed: ${curve}`, async () => {
      assert.equal((await select(ec(curve), '-ec_conv_form', 'compressed')).keyMatchesLeaf, true);
    });
  }
  it('is found for RSA-PSS', async () => {
    const pss = ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'];
    const { keyMatchesLeaf, key } = await select([...pss, '-pkeyopt', 'rsa_pss_keygen_md:sha256']);
    assert.equal(key?.algorithm.kind, 'rsa-pss');
    assert.equal(keyMatchesLeaf, true);
  });
  it('is found for RSA', async () => {
    assert.equal((await select(['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'])).keyMatchesLeaf, true);
  });
});
