import assert from 'node:assert/strict';
import { PfxError } from '../../../../src/core/pkcs12/errors.ts';
import { openProblem } from '../../../../src/core/report/openProblem.ts';
import { LIFETIME_MESSAGES, type LifetimeMessage } from '../../../../src/core/rules/lifetimeMessages.ts';
import { RULES } from '../../../../src/core/rules/table.ts';
import { DAY } from '../../../../src/core/time.ts';
import { readCertificates } from '../../../../src/core/x509/certificateFiles.ts';
import { judgeOpened, open } from '../../../../src/worker/engine.ts';
import { PASSWORD, samplePki } from '../../../fixtures/samplePki.ts';

const MESSAGES: readonly LifetimeMessage[] = LIFETIME_MESSAGES;

/** What is predicted of a file: by the reason for which it can't be opened, else by its findings. */
async function predicted(bytes: Uint8Array, password: string | undefined, days = 0): Promise<readonly string[]> {
  const pki = await samplePki();
  try {
    const { findings } = judgeOpened({
      opened: await open({ bytes, password }),
      file: { name: 'sample.pfx', size: bytes.length },
      environments: [],
      environment: null,
      trust: { defaults: false, user: readCertificates(pki.read('root.pem')) },
      time: Date.now() + days * DAY,
      expiryWarningDays: 30,
    });
    return findings.flatMap(({ lifetimeMessage }) => lifetimeMessage ?? []);
  } catch (error) {
    if (!(error instanceof PfxError)) throw error;
    return [openProblem(error.code, error.detail).lifetimeMessage ?? 'no message'];
  }
}

describe('LifeTime’s messages', function () {
  this.timeout(60_000);

  it('are eleven, and every rule with a message has one of them', () => {
    assert.equal(MESSAGES.length, 11);
    for (const { code, lifetimeMessage } of RULES) {
      if (lifetimeMessage !== undefined)
        assert.ok(
          MESSAGES.some(({ text }) => lifetimeMessage.startsWith(text)),
          code,
        );
    }
  });

  it('are each predicted, or can’t come for a PFX', () => {
    for (const { text, opening, notForPfx } of MESSAGES) {
      const rules = RULES.filter(({ lifetimeMessage }) => lifetimeMessage?.startsWith(text));
      assert.equal(opening.length + rules.length > 0, notForPfx === undefined, text);
    }
  });

  const files: readonly [what: string, file: string, password: string | undefined, message: string, days?: number][] = [
    ['no password', 'good', undefined, 'The file’s password is missing or incorrect.'],
    ['a wrong password', 'good', 'wrong', 'The file’s password is missing or incorrect.'],
    ['an expired certificate', 'good', PASSWORD, 'The certificate has expired.', 151],
    ['no private key', 'noKey', PASSWORD, 'The private key can’t be found.'],
    ['another certificate’s key', 'mismatch', PASSWORD, 'The private key doesn’t match the certificate.'],
    ['no certificate', 'noCertificate', PASSWORD, 'The public key certificate can’t be found.'],
    ['a missing issuer', 'leafOnly', PASSWORD, 'Chain error: unable to get local issuer certificate'],
    ['another CA of the name', 'oldIntermediate', PASSWORD, 'Chain error'],
  ];
  for (const [what, file, password, message, days] of files) {
    it(`${what}: ${message}`, async () => {
      const pki = await samplePki();
      assert.deepEqual(await predicted(pki.read(`${file}.pfx`), password, days), [message]);
    });
  }

  it('nothing for a file that is sound', async () => {
    const pki = await samplePki();
    assert.deepEqual(await predicted(pki.read('good.pfx'), PASSWORD), []);
  });

  it('a file that is cut off, damaged or none: the certificate can’t be extracted', async () => {
    const pki = await samplePki();
    const good = pki.read('good.pfx');
    const message = 'The public key certificate can’t be extracted from the file.';
    for (const bytes of [good.subarray(0, 700), pki.read('leaf.pem'), Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x03)])
      assert.deepEqual(await predicted(bytes, PASSWORD), [message]);
  });

  it('a certificate or a key that can’t be read can’t be extracted', () => {
    const [certificate, key] = MESSAGES;
    const saying = (text = ''): string[] =>
      RULES.filter(({ lifetimeMessage }) => lifetimeMessage === text).map(({ code }) => code);
    assert.ok(saying(certificate?.text).includes('chain.unparsableCertificate'));
    assert.ok(saying(key?.text).includes('key.unreadable'));
  });
});
