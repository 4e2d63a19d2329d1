import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCrl, type CrlVerdict } from '../../../../src/core/x509/checkCrl.ts';
import { CA, JUNE_2026, make, type Made, openssl, server } from './openssl.ts';

const ADDRESS = 'http://crl.example/1.crl';

describe('checkCrl', () => {
  let folder: string;
  let root: Made;
  let good: Made;
  let revoked: Made;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'crl-'));
    root = make({ subject: '/CN=CRL Root', extensions: CA });
    const extensions = [...server('DNS:a.example'), `crlDistributionPoints = URI:${ADDRESS}`];
    good = make({ subject: '/CN=good', issuer: root, extensions });
    revoked = make({ subject: '/CN=revoked', issuer: root, extensions });
  });

  after(() => rmSync(folder, { recursive: true }));

  /** A CRL of `openssl ca` that lists `serials`, those of `before` first. */
  function issue(
    issuer: Made,
    extensions: readonly string[] = [],
    from = '20260501000000Z',
    to = '20260701000000Z',
    before: readonly string[] = [],
    serials = [revoked.certificate.serial.toUpperCase()],
  ): Uint8Array {
    const file = (name: string): string => join(folder, name);
    const lines = [
      ...before.map((serial) => `R\t270101000000Z\t260101120000Z\t${serial}\tunknown\t/CN=other\n`),
      ...serials.map((serial) => `R\t270101000000Z\t260515120000Z,keyCompromise\t${serial}\tunknown\t/CN=revoked\n`),
    ];
    writeFileSync(file('index'), lines.join(''));
    writeFileSync(file('number'), '01\n');
    const config = [
      '[ca]',
      'default_ca = ca',
      '[ca]',
      `database = ${file('index')}`,
      `crlnumber = ${file('number')}`,
      'default_md = sha256',
      'crl_extensions = ext',
      '[ext]',
      'authorityKeyIdentifier = keyid',
      ...extensions,
    ];
    writeFileSync(file('cnf'), config.join('\n'));
    openssl(
      'ca',
      '-config',
      file('cnf'),
      '-gencrl',
      '-cert',
      issuer.file,
      '-keyfile',
      issuer.keyFile,
      '-crl_lastupdate',
      from,
      '-crl_nextupdate',
      to,
      '-out',
      file('pem'),
    );
    openssl('crl', '-in', file('pem'), '-outform', 'DER', '-out', file('der'));
    return Uint8Array.from(readFileSync(file('der')));
  }

  function check(crl: Uint8Array, { certificate }: Made = good, issuer: Made = root, strict = false): CrlVerdict {
    return checkCrl(crl, certificate, issuer.certificate, { time: JUNE_2026, strict });
  }

  it('tells revoked from good', () => {
    const crl = issue(root);
    const facts = { thisUpdate: Date.UTC(2026, 4, 1), nextUpdate: Date.UTC(2026, 6, 1) };
    assert.deepEqual(check(crl), { status: 'good', ...facts });
    assert.deepEqual(check(crl, good, root, true), { status: 'good', ...facts });
    assert.deepEqual(check(crl, revoked), { status: 'revoked', at: Date.UTC(2026, 4, 15, 12), reason: 1, ...facts });
  });

  it('knows no answer where the list has none', () => {
    const other = make({ subject: '/CN=CRL Other', extensions: CA });
    const sameName = make({ subject: '/CN=CRL Root', extensions: [...CA, '# again'] });
    const noSign = make({
      subject: '/CN=CRL Root',
      extensions: [...CA.filter((line) => !line.startsWith('keyUsage')), 'keyUsage = critical, keyCertSign'],
      csrKey: root.keyFile,
    });
    const changed = issue(root);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const rows: [Uint8Array, string, Made?][] = [
      [issue(other), 'otherIssuer'],
      [issue(sameName), 'otherKey'],
      [changed, 'badSignature'],
      [issue(root), 'mayNotSignCrls', noSign],
      [issue(root, [], '20260101000000Z', '20260201000000Z'), 'outdated'],
      [issue(root, [], '20260602000000Z'), 'notYetValid'],
      [issue(root, ['1.2.3.4 = critical, DER:05:00']), 'unknownCriticalExtension'],
      [issue(root, ['2.5.29.27 = critical, DER:02:01:01']), 'deltaWithoutBase'],
      [issue(root, ['issuingDistributionPoint = critical, @idp', '[idp]', 'onlyCA = TRUE']), 'otherScope'],
      [
        issue(root, ['issuingDistributionPoint = critical, @idp', '[idp]', 'fullname = URI:http://crl.example/2.crl']),
        'otherScope',
      ],
      [Uint8Array.from([0x30, 0]), 'malformed'],
    ];
    for (const [crl, problem, issuer] of rows)
      assert.deepEqual(check(crl, revoked, issuer), { status: 'unknown', problem });
  });

  it('reads PEM as some CAs serve it, text around it or not', () => {
    issue(root);
    const pem = readFileSync(join(folder, 'pem'));
    const withText = openssl('crl', '-in', join(folder, 'pem'), '-text');
    for (const crl of [pem, Buffer.from(withText)]) {
      assert.equal(check(crl).status, 'good');
      assert.equal(check(crl, revoked).status, 'revoked');
    }
    const cut = Buffer.from(pem.toString('latin1').replace(/-----END.*/, ''));
    assert.deepEqual(check(cut), { status: 'unknown', problem: 'malformed' });
  });

  it('finds the one that is meant in a long list, also where its number is part of another', () => {
    const serial = revoked.certificate.serial.toUpperCase();
    const others = Array.from(
      { length: 3000 },
      (_, i) => `01${i.toString(16).padStart(4, '0').toUpperCase()}${serial}`,
    );
    const crl = issue(root, [], undefined, undefined, others);
    assert.equal(check(crl).status, 'good');
    const verdict = check(crl, revoked);
    assert.deepEqual(verdict.status === 'revoked' && [verdict.at, verdict.reason], [Date.UTC(2026, 4, 15, 12), 1]);
    const without = issue(root, [], undefined, undefined, others, []);
    assert.equal(check(without, revoked).status, 'good');
  });

  it('takes the list of the address that the certificate names', () => {
    const crl = issue(root, [
      'issuingDistributionPoint = critical, @idp',
      '[idp]',
      `fullname = URI:${ADDRESS}`,
      'onlyuser = TRUE',
    ]);
    assert.equal(check(crl).status, 'good');
    assert.equal(check(crl, revoked).status, 'revoked');
  });
});
