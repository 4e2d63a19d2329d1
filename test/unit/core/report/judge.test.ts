import assert from 'node:assert/strict';
import type { CheckStatus, Report, Verdict } from '../../../../src/core/report/report.ts';
import { DAY } from '../../../../src/core/time.ts';
import type { Environment } from '../../../../src/core/environments/environment.ts';
import { readCertificates } from '../../../../src/core/x509/certificateFiles.ts';
import { judge } from '../../../../src/core/report/judge.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { judgeOpened, open } from '../../../../src/worker/engine.ts';
import { PASSWORD, samplePki } from '../../../fixtures/samplePki.ts';

const PRODUCTION: Environment = {
  name: 'Production',
  address: 'acme.outsystemsenterprise.com',
  domains: ['apps.acme.example'],
  version: '11.28.1.0',
  hosting: 'cloud',
  fedRamp: false,
  type: 'Production',
  lifetime: null,
  order: 1,
};

interface Options {
  readonly password?: string | undefined;
  readonly environments?: readonly Environment[];
  readonly environment?: string | null;
  readonly trusted?: boolean;
  readonly daysFromNow?: number;
}

async function judgeFile(name: string, options: Options = {}): Promise<Report> {
  const pki = await samplePki();
  const bytes = pki.read(`${name}.pfx`);
  const password = 'password' in options ? options.password : PASSWORD;
  return judgeOpened({
    opened: await open({ bytes, password }),
    file: { name: `${name}.pfx`, size: bytes.length },
    environments: options.environments ?? [PRODUCTION],
    environment: options.environment === undefined ? 'Production' : options.environment,
    trust: { defaults: true, user: options.trusted === false ? [] : readCertificates(pki.read('root.pem')) },
    time: Date.now() + (options.daysFromNow ?? 0) * DAY,
    expiryWarningDays: 30,
  });
}

type Statuses = readonly [chain: CheckStatus, expiry: CheckStatus, domain: CheckStatus, key: CheckStatus];

function statuses({ checks }: Report): Statuses {
  return [checks.chain.status, checks.expiry.status, checks.domain.status, checks.key.status];
}

function codes(report: Report): readonly string[] {
  return report.findings.map(({ code }) => code);
}

describe('judging a PFX', function () {
  this.timeout(60_000);
  before('make the PKI', () => samplePki());

  const cases: readonly [
    what: string,
    file: string,
    options: Options,
    verdict: Verdict,
    statuses: Statuses,
    codes: readonly string[],
  ][] = [
    [
      'good but of a private CA',
      'good',
      {},
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'RC2',
      'legacy',
      {},
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'file.rc2Encryption'],
    ],
    ['3DES', 'tripleDes', {}, 'warnings', ['warn', 'pass', 'pass', 'pass'], ['chain.privateAuthority']],
    [
      'the empty password',
      'noPassword',
      { password: undefined },
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'a password beyond ASCII',
      'nonAscii',
      { password: 'pässwörd' },
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'file.nonAsciiPassword', 'file.modernEncryption'],
    ],
    [
      'no MAC',
      'noMac',
      {},
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'file.noMac', 'file.modernEncryption'],
    ],
    [
      'a root that nobody trusts',
      'good',
      { trusted: false },
      'errors',
      ['fail', 'pass', 'pass', 'pass'],
      ['chain.untrustedRoot', 'file.modernEncryption'],
    ],
    [
      'expired',
      'good',
      { daysFromNow: 151 },
      'errors',
      ['warn', 'fail', 'pass', 'pass'],
      ['expiry.expired', 'chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'not yet valid',
      'good',
      { daysFromNow: -1 },
      'errors',
      ['fail', 'fail', 'pass', 'pass'],
      [
        'expiry.notYetValid',
        'expiry.authorityNotYetValid',
        'expiry.authorityNotYetValid',
        'chain.privateAuthority',
        'file.modernEncryption',
      ],
    ],
    [
      'expiring',
      'good',
      { daysFromNow: 125 },
      'warnings',
      ['warn', 'warn', 'pass', 'pass'],
      ['chain.privateAuthority', 'expiry.expiringSoon', 'file.modernEncryption'],
    ],
    [
      'an expired intermediate',
      'shortIntermediate',
      { daysFromNow: 21 },
      'errors',
      ['fail', 'fail', 'pass', 'pass'],
      ['expiry.authorityExpired', 'chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'no key',
      'noKey',
      {},
      'errors',
      ['warn', 'pass', 'pass', 'fail'],
      ['key.missing', 'chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'no certificate',
      'noCertificate',
      {},
      'errors',
      ['fail', 'fail', 'fail', 'fail'],
      ['chain.noCertificate', 'file.modernEncryption'],
    ],
    [
      'the leaf alone',
      'leafOnly',
      {},
      'errors',
      ['fail', 'pass', 'pass', 'pass'],
      ['chain.issuerMissing', 'file.modernEncryption'],
    ],
    [
      'no root',
      'noRoot',
      {},
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'chain.rootMissing', 'file.modernEncryption'],
    ],
    [
      'an older intermediate of the same name',
      'oldIntermediate',
      {},
      'errors',
      ['fail', 'pass', 'pass', 'pass'],
      ['chain.badSignature', 'file.modernEncryption'],
    ],
    [
      'wrong order',
      'wrongOrder',
      {},
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'chain.wrongOrder', 'file.modernEncryption'],
    ],
    [
      'a certificate of no path',
      'stray',
      {},
      'warnings',
      ['warn', 'pass', 'pass', 'pass'],
      ['chain.privateAuthority', 'chain.strayCertificates', 'file.modernEncryption'],
    ],
    [
      'a key of another certificate',
      'mismatch',
      {},
      'errors',
      ['warn', 'pass', 'pass', 'fail'],
      ['key.mismatch', 'chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'an EC key',
      'ec',
      {},
      'warnings',
      ['warn', 'pass', 'pass', 'warn'],
      ['chain.privateAuthority', 'key.notRsa', 'file.modernEncryption'],
    ],
    [
      'a key over 4096 bits',
      'big',
      {},
      'errors',
      ['warn', 'pass', 'pass', 'fail'],
      ['key.tooLarge', 'chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'a self-signed leaf',
      'selfSigned',
      {},
      'errors',
      ['fail', 'pass', 'pass', 'pass'],
      ['chain.selfSigned', 'file.modernEncryption'],
    ],
    [
      'only a common name',
      'onlyCn',
      {},
      'errors',
      ['warn', 'pass', 'fail', 'pass'],
      ['domain.notCovered', 'chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'another domain',
      'good',
      { environments: [{ ...PRODUCTION, domains: ['www.other.example'] }] },
      'errors',
      ['warn', 'pass', 'fail', 'pass'],
      ['domain.notCovered', 'chain.privateAuthority', 'file.modernEncryption'],
    ],
    [
      'no environment',
      'good',
      { environments: [], environment: null },
      'warnings',
      ['warn', 'pass', 'warn', 'pass'],
      ['chain.privateAuthority', 'domain.notChecked', 'file.modernEncryption'],
    ],
    [
      'an environment without domains',
      'good',
      { environments: [{ ...PRODUCTION, domains: [] }] },
      'warnings',
      ['warn', 'pass', 'warn', 'pass'],
      ['chain.privateAuthority', 'domain.environmentWithoutDomains', 'file.modernEncryption'],
    ],
  ];
  for (const [what, file, options, verdict, expected, findings] of cases) {
    it(`tells ${what}`, async () => {
      const report = await judgeFile(file, options);
      assert.deepEqual(
        { codes: codes(report), statuses: statuses(report), verdict: report.verdict },
        { codes: findings, statuses: expected, verdict },
      );
    });
  }

  it('is ready without a word where a public CA issued it', async () => {
    const pki = await samplePki();
    const bytes = pki.read('public.pfx');
    const opened = await open({ bytes, password: PASSWORD });
    const anchors = createTrustAnchors([{ store: 'mozilla', certificates: readCertificates(pki.read('root.pem')) }]);
    const report = judge(opened.contents, {
      file: { name: 'public.pfx', size: bytes.length, sha256: opened.sha256 },
      password: opened.password,
      environments: [{ ...PRODUCTION, domains: ['apps.acme.com'] }],
      environment: 'Production',
      anchors,
      publicRoots: anchors,
      time: Date.now(),
      expiryWarningDays: 30,
    });
    assert.deepEqual([report.verdict, report.headline, codes(report)], ['ready', 'Ready to submit', []]);
    assert.deepEqual(statuses(report), ['pass', 'pass', 'pass', 'pass']);
  });

  it('draws the missing issuer where it belongs', async () => {
    const { chain } = await judgeFile('leafOnly');
    assert.deepEqual(
      chain.map((link) => (link.kind === 'missing' ? link.name : 'leaf')),
      ['leaf', 'Acme Test Issuing CA'],
    );
  });

  it('says which environments a wildcard serves', async () => {
    const test: Environment = { ...PRODUCTION, name: 'Test', domains: ['test.acme.example'], order: 2 };
    const deep: Environment = { ...PRODUCTION, name: 'Deep', domains: ['a.b.acme.example'], order: 3 };
    const report = await judgeFile('good', { environments: [deep, test, PRODUCTION] });
    assert.deepEqual(
      report.domains.map(({ environment, coveredBy, current }) => [environment, coveredBy, current]),
      [
        ['Production', '*.acme.example', true],
        ['Deep', null, false],
        ['Test', '*.acme.example', false],
      ],
    );
    assert.match(report.checks.domain.summary, /serves 2 of 3 environments/);
  });

  it('holds no private key', async () => {
    const pki = await samplePki();
    const text = JSON.stringify(await judgeFile('good'));
    const key = Buffer.from(pki.read('leaf.key'))
      .toString('latin1')
      .replace(/-----[^-]+-----|\s/g, '');
    assert.ok(key.length > 1000);
    for (let i = 0; i + 40 < key.length; i += 40) assert.ok(!text.includes(key.slice(i, i + 40)));
    assert.ok(!text.includes(PASSWORD));
  });
});
