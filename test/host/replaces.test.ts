import * as assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import * as fs from 'node:fs';
import { parseCertificate } from '../../src/core/x509/parseCertificate.ts';
import { keyHash } from '../../src/core/x509/keyHash.ts';
import type { Look } from '../../src/host/served/servedStore.ts';
import { choose } from './support/answers.ts';
import { pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor } from './support/sessions.ts';
import { PRODUCTION, QUALITY, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

/** A look at a host that showed a certificate of the run's own. */
function look(address: string, host: string, file: 'root.pem'): Look {
  const { raw } = new X509Certificate(fs.readFileSync(pfxFile(file)));
  const der = new Uint8Array(raw);
  const certificate = parseCertificate(der);
  const sha256 = createHash('sha256').update(der).digest('hex');
  return {
    record: {
      address,
      host,
      lookedAt: Date.now(),
      state: 'good',
      headline: 'Serves a good certificate.',
      findings: [],
      dns: null,
      redirects: null,
      hsts: null,
      certificate: {
        name: 'Acme Root',
        issuerName: 'Acme Root',
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        sha1: '00',
        sha256,
        spkiPin: Buffer.from(keyHash(certificate.publicKey), 'hex').toString('base64'),
        seenAt: Date.now(),
        chain: [sha256],
      },
    },
    chain: [der],
  };
}

/** Looks are kept for all windows: these environments are no other test's. */
const LIVE = { ...PRODUCTION, address: 'acme-replaces.outsystemsenterprise.com' };
const BARE = { ...QUALITY, address: 'acme-bare.outsystemsenterprise.com' };

describe('what a certificate replaces', () => {
  const suite = useExtension();

  before(async () => {
    await setSetting('environments', [LIVE, BARE]);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
  });

  it('is told from the kept look at the environment that the file is for', async () => {
    suite.api.served.put([look(LIVE.address, 'apps.acme.example', 'root.pem')]);
    const session = await open(suite, place('open.pfx'), [choose('Quality')]);
    assert.deepEqual((await reportFor(session, 'Quality')).replaces, []);
    await session.setEnvironment('Production');
    const { replaces, findings } = await reportFor(session, 'Production');
    assert.deepEqual(
      replaces.map(({ hosts, name, same }) => [name, same, ...hosts]),
      [['Acme Root', false, 'apps.acme.example']],
    );
    assert.ok(findings.some(({ code }) => code === 'replaces.endsSooner'));
  });

  it('passes over what OutSystems serves itself', async () => {
    suite.api.served.put([look(BARE.address, BARE.address, 'root.pem')]);
    await setSetting('environments', [{ ...BARE, domains: [] }]);
    const session = await open(suite, place('open.pfx'));
    assert.deepEqual((await reportFor(session, 'Quality')).replaces, []);
  });
});
