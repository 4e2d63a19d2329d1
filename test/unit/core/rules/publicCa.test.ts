import assert from 'node:assert/strict';
import { DAY } from '../../../../src/core/time.ts';
import { judgeMade } from '../../../fixtures/judgeMade.ts';
import { timestamps } from '../../../fixtures/timestamps.ts';
import { CA, make, type Made, type Recipe, server } from '../x509/openssl.ts';

const CRL = 'crlDistributionPoints = URI:http://crl.acme.com/ca.crl';
/** Days from 2026-01-01 to the days on which the limits change. */
const FROM_200 = 73;
const FROM_100 = 438;
const FROM_47 = 1169;

/** Extensions of a leaf with nothing to object to. */
function sound(...names: string[]): string[] {
  return [...server(...names), CRL, timestamps(1, 2, 3)];
}

function without(start: string): string[] {
  return sound('DNS:www.acme.com').filter((line) => !line.startsWith(start));
}

describe('what binds public CAs', function () {
  this.timeout(60_000);
  let root: Made;
  before(() => {
    root = make({ subject: '/CN=Public Root', extensions: CA, from: -10, to: 5000 });
  });

  async function judged(
    recipe: Partial<Recipe>,
    asPublic = true,
  ): Promise<{ codes: string[]; chain: string; all: string }> {
    const leaf = make({
      subject: '/CN=www.acme.com',
      issuer: root,
      extensions: sound('DNS:www.acme.com'),
      to: 100,
      ...recipe,
    });
    const report = await judgeMade({
      leaf,
      chain: [root],
      ...(asPublic ? { publicRoots: [root] } : { trusted: [root] }),
      domains: ['www.acme.com'],
      time: leaf.certificate.notBefore + DAY,
    });
    const bound = report.findings.filter(
      ({ code }) => code.startsWith('publicCa.') || code === 'expiry.validityTooLong',
    );
    return {
      codes: bound.map(({ code }) => code),
      chain: report.checks.chain.status,
      all: report.findings.map(({ title }) => title).join('\n'),
    };
  }

  const rsa = (bits: number): string[] => ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`];
  const ec = (curve: string): string[] => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
  const purposes = (value: string): string[] => [...without('extendedKeyUsage'), `extendedKeyUsage = ${value}`];
  const rows: [what: string, recipe: Partial<Recipe>, expected: string[]][] = [
    ['a certificate by the rules', {}, []],
    ['398 days before March 2026', { to: 397 }, []],
    ['one more', { to: 398 }, ['expiry.validityTooLong']],
    ['398 days to the last', { from: FROM_200 - 1, to: FROM_200 - 1 + 397 }, []],
    ['200 days', { from: FROM_200, to: FROM_200 + 199 }, []],
    ['201 days', { from: FROM_200, to: FROM_200 + 200 }, ['expiry.validityTooLong']],
    ['100 days', { from: FROM_100, to: FROM_100 + 99 }, []],
    ['101 days', { from: FROM_100, to: FROM_100 + 100 }, ['expiry.validityTooLong']],
    ['47 days', { from: FROM_47, to: FROM_47 + 46 }, []],
    ['48 days', { from: FROM_47, to: FROM_47 + 47 }, ['expiry.validityTooLong']],
    ['RSA of 2052 bits', { key: rsa(2052) }, ['publicCa.keySize']],
    ['P-521', { key: ec('P-521') }, []],
    ['secp256k1', { key: ec('secp256k1') }, ['publicCa.keyType']],
    ['Ed25519', { key: ['-algorithm', 'ed25519'] }, ['publicCa.keyType']],
    ['SHA-224', { options: ['-md', 'sha224'] }, ['publicCa.signatureAlgorithm']],
    ['no SAN', { extensions: without('subjectAltName') }, ['publicCa.noSubjectAltName']],
    ['an IP address', { extensions: sound('DNS:www.acme.com', 'IP:8.8.8.8') }, []],
    ['an e-mail address', { extensions: sound('DNS:www.acme.com', 'email:a@acme.com') }, ['publicCa.nameForm']],
    ['an underscore', { extensions: sound('DNS:www.acme.com', 'DNS:a_b.acme.com') }, ['publicCa.nameForm']],
    ['a single label', { extensions: sound('DNS:www.acme.com', 'DNS:intranet') }, ['publicCa.internalNames']],
    ['a private ending', { extensions: sound('DNS:www.acme.com', 'DNS:a.acme.local') }, ['publicCa.internalNames']],
    ['a private address', { extensions: sound('DNS:www.acme.com', 'IP:172.31.0.1') }, ['publicCa.internalNames']],
    ['a private IPv6 address', { extensions: sound('DNS:www.acme.com', 'IP:fd00::1') }, ['publicCa.internalNames']],
    [
      'a wildcard for everybody',
      { extensions: sound('DNS:www.acme.com', 'DNS:*.co.uk') },
      ['publicCa.wildcardTooWide'],
    ],
    ['no CN', { subject: '/O=Acme' }, []],
    ['another CN', { subject: '/CN=acme.com' }, ['publicCa.commonName']],
    ['no purposes', { extensions: without('extendedKeyUsage') }, ['publicCa.noPurposes']],
    ['e-mail', { extensions: purposes('serverAuth, emailProtection') }, ['publicCa.forbiddenPurposes']],
    ['signing code', { extensions: purposes('serverAuth, codeSigning') }, ['publicCa.forbiddenPurposes']],
    ['any purpose', { extensions: purposes('anyExtendedKeyUsage') }, ['publicCa.forbiddenPurposes']],
    ['clientAuth', { extensions: purposes('serverAuth, clientAuth') }, ['publicCa.clientAuth']],
    [
      'clientAuth from March 2027',
      { extensions: purposes('serverAuth, clientAuth'), from: FROM_100, to: FROM_100 + 90 },
      ['publicCa.clientAuthForbidden'],
    ],
    [
      'an EC key that may not sign',
      { extensions: [...without('keyUsage'), 'keyUsage = keyAgreement'] },
      ['publicCa.keyUsage'],
    ],
    ['no timestamps', { extensions: without('1.3.6.1.4.1.11129') }, ['publicCa.timestamps']],
    ['two of one log', { extensions: [...without('1.3.6.1.4.1.11129'), timestamps(7, 7)] }, ['publicCa.timestamps']],
    ['two logs up to 180 days', { extensions: [...without('1.3.6.1.4.1.11129'), timestamps(1, 2)], to: 179 }, []],
    [
      'two logs above',
      { extensions: [...without('1.3.6.1.4.1.11129'), timestamps(1, 2)], to: 180 },
      ['publicCa.timestamps'],
    ],
    ['no address of revocation', { extensions: without('crlDistributionPoints') }, ['publicCa.revocationAddress']],
    [
      'OCSP alone',
      { extensions: [...without('crlDistributionPoints'), 'authorityInfoAccess = OCSP;URI:http://ocsp.acme.com'] },
      [],
    ],
    ['seven days', { extensions: without('crlDistributionPoints'), to: 6 }, []],
  ];
  for (const [what, recipe, expected] of rows) {
    it(`${what}: ${expected.join(', ') || 'nothing'}`, async () => {
      const { codes, chain } = await judged(recipe);
      assert.deepEqual(codes, expected);
      assert.notEqual(chain, 'fail');
    });
  }

  it('binds no private CA', async () => {
    for (const [, recipe, expected] of rows)
      if (expected.length > 0) assert.deepEqual((await judged(recipe, false)).codes, [], expected[0]);
  });

  it('tells the figures', async () => {
    assert.match((await judged({ from: FROM_200, to: FROM_200 + 365 })).all, /valid for 366 days; 200 are allowed/);
    assert.match(
      (await judged({ extensions: [...without('1.3.6.1.4.1.11129'), timestamps(9)] })).all,
      /proof of publication from one log; browsers want 2/,
    );
  });
});
