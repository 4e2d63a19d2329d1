import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { ObservedDns, ServedHost } from '../../../../src/core/served/observation.ts';
import type { ServedReport } from '../../../../src/core/served/servedReport.ts';
import { SERVED_RULES } from '../../../../src/core/served/servedRules.ts';
import { SERVED_STATES, worstState } from '../../../../src/core/served/servedState.ts';
import { DAY } from '../../../../src/core/time.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { CA, JUNE_2026, make, server } from '../x509/openssl.ts';
import { judgedHere } from '../../../fixtures/look.ts';
import { derOf, netPki } from '../../../fixtures/netPki.ts';

const FINE: ServedHost = {
  host: 'apps.acme.example',
  port: 443,
  observedAt: 0,
  dns: null,
  tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', certificates: [], failure: null },
  https: { status: 200, hsts: 'max-age=31536000', location: null, failure: null },
  http: null,
};

function serving(...names: readonly string[]): ServedHost {
  const certificates = names.map((name) => Buffer.from(derOf(name)).toString('base64'));
  return { ...FINE, tls: { ...FINE.tls, certificates } };
}

const codes = ({ findings }: ServedReport): readonly string[] => findings.map(({ code }) => code);
const openssl = (...args: readonly string[]): Buffer =>
  execFileSync('openssl', args, { cwd: netPki().folder, stdio: ['ignore', 'pipe', 'ignore'] });

describe('judging what is served', function () {
  this.timeout(30_000);
  before(() => void netPki());

  it('finds nothing wrong with what is fine', () => {
    const report = judgedHere(serving('leaf', 'issuing'));
    assert.deepEqual([report.state, report.verdict, report.findings], ['good', 'ready', []]);
    assert.deepEqual(
      report.chain.map(({ name, sent, anchor }) => [name, sent, anchor]),
      [
        ['localhost', true, false],
        ['Acme Net Issuing CA', true, false],
        ['Acme Net Root', false, true],
      ],
    );
    assert.deepEqual(report.hsts, { maxAge: 31536000, includeSubDomains: false, preload: false });
  });

  it('gives thumbprints and the pin as OpenSSL does', () => {
    const { certificate } = judgedHere(serving('leaf', 'issuing'));
    const print = (hash: string): string =>
      openssl('x509', '-in', 'leaf.pem', '-noout', '-fingerprint', `-${hash}`).toString().trim().replace(/^.*=/, '');
    assert.equal(certificate?.sha1, print('sha1'));
    assert.equal(certificate?.sha256, print('sha256'));
    const spki = openssl('pkey', '-in', 'leaf.key', '-pubout', '-outform', 'DER');
    const digest = execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: spki });
    assert.equal(certificate?.spkiSha256, digest.toString('base64'));
  });

  it('counts days, and warns in time', () => {
    const leaf = parseCertificate(derOf('leaf'));
    const at = (days: number): ServedReport =>
      judgedHere(serving('leaf', 'issuing'), { time: leaf.notAfter + days * DAY });
    assert.deepEqual([at(-31).state, at(-31).certificate?.daysLeft], ['good', 31]);
    assert.deepEqual(
      [at(-29.5).state, at(-29.5).certificate?.daysLeft, at(-29.5).verdict],
      ['expiring', 29, 'warnings'],
    );
    assert.match(at(-29.5).findings[0]?.title ?? '', /expires in 29 days/);
    assert.deepEqual([at(1).state, at(1).verdict], ['expired', 'errors']);
    assert.match(at(1).findings[0]?.detail ?? '', /1 day ago/);
    assert.equal(judgedHere(serving('leaf', 'issuing'), { time: leaf.notBefore - DAY }).state, 'notYetValid');
  });

  it('never finds a chain good that leads nowhere, also where a CA’s certificates share a name', () => {
    const first = make({ subject: '/CN=Rolling CA', extensions: CA });
    const second = make({ subject: '/CN=Rolling CA', issuer: first, extensions: [...CA, '# second'] });
    const leaf = make({ subject: '/CN=x', issuer: second, extensions: server(`DNS:${FINE.host}`) });
    const certificates = [leaf, second].map(({ der }) => Buffer.from(der).toString('base64'));
    const report = judgedHere({ ...FINE, tls: { ...FINE.tls, certificates } }, { time: JUNE_2026 });
    assert.deepEqual([report.state, codes(report)], ['untrusted', ['served.unknownIssuer']]);
  });

  it('tells a chain that needs help from one that nothing can help', () => {
    const helped = judgedHere(serving('leaf'), { stored: [parseCertificate(derOf('issuing'))] });
    assert.equal(helped.state, 'incompleteChain');
    assert.match(helped.findings[0]?.detail ?? '', /sound with that certificate/);
    assert.deepEqual(
      helped.chain.map(({ sent }) => sent),
      [true, false, false],
    );
    const alone = judgedHere(serving('leaf'));
    assert.equal(alone.state, 'incompleteChain');
    assert.match(alone.findings[0]?.detail ?? '', /neither sent nor among the trusted/);
  });

  it('tells an untrusted root', () => {
    const none = createTrustAnchors([]);
    const report = judgedHere(serving('leaf', 'issuing', 'root'), { anchors: none });
    assert.deepEqual([report.state, codes(report)], ['untrusted', ['served.untrustedRoot']]);
    const unsent = judgedHere(serving('leaf', 'issuing'), { anchors: none });
    assert.deepEqual([unsent.state, codes(unsent)], ['untrusted', ['served.unknownIssuer']]);
    const helped = judgedHere(serving('leaf'), { anchors: none, stored: [parseCertificate(derOf('issuing'))] });
    assert.deepEqual(codes(helped), ['served.unknownIssuer']);
  });

  it('tells bytes that are no certificate', () => {
    const report = judgedHere({ ...FINE, tls: { ...FINE.tls, certificates: ['AAAA'] } });
    assert.deepEqual([report.state, codes(report), report.certificate], ['untrusted', ['served.noCertificate'], null]);
  });

  it('compares with the certificate that is expected', () => {
    const expected = (name: string): ServedReport =>
      judgedHere(serving('leaf', 'issuing'), { expected: parseCertificate(derOf(name)).sha256 });
    assert.deepEqual(codes(expected('leaf')), []);
    assert.deepEqual(
      [codes(expected('renewed')), expected('renewed').verdict],
      [['served.otherCertificate'], 'errors'],
    );
  });

  it('asks of the DNS what OutSystems asks for, and of no other host', () => {
    const address = 'acme.outsystemsenterprise.com';
    const verdict = (dns: Partial<ObservedDns>, of: Parameters<typeof judgedHere>[1] = {}, host = FINE.host) => {
      const seen = { aliases: [], addresses: ['192.0.2.1'], failure: null, ...dns };
      const environment = { address, hosting: 'cloud' as const };
      const report = judgedHere({ ...serving('leaf', 'issuing'), host, dns: seen }, { environment, ...of });
      return [report.dns?.verdict, codes(report).includes('served.dnsRecord')];
    };
    const elb = 'acme-1.eu-west-1.elb.amazonaws.com';
    assert.deepEqual(verdict({ aliases: [address] }), ['alias', false]);
    assert.deepEqual(verdict({ aliases: ['www.acme.example', address, elb] }), ['alias', false]);
    assert.deepEqual(verdict({}), ['addressRecord', true]);
    assert.deepEqual(verdict({ aliases: [elb] }), ['loadBalancer', true]);
    assert.deepEqual(verdict({ aliases: ['acme-1.elb.eu-west-1.amazonaws.com'] }), ['loadBalancer', true]);
    assert.deepEqual(verdict({ aliases: ['other.outsystemsenterprise.com'] }), ['otherTarget', true]);
    assert.deepEqual(verdict({ aliases: [elb] }, {}, address), ['own', false]);
    assert.deepEqual(verdict({ addresses: [] }), ['unresolved', false]);
    assert.deepEqual(verdict({ aliases: [address], addresses: [] }), ['unresolved', false]);
    assert.deepEqual(verdict({}, { environment: null }), ['unknown', false]);
    assert.deepEqual(verdict({}, { environment: { address, hosting: 'selfManaged' } }), ['unknown', false]);
    assert.deepEqual(verdict({}, { environment: { address: 'os.acme.example', hosting: 'cloud' } }), [
      'unknown',
      false,
    ]);
  });

  it('reads HSTS as RFC 6797 says', () => {
    const hsts = (value: string | null) => {
      const report = judgedHere({
        ...serving('leaf', 'issuing'),
        https: { status: 200, hsts: value, location: null, failure: null },
      });
      return report.hsts ?? report.findings[0]?.params['how'];
    };
    const plain = { maxAge: 31536000, includeSubDomains: false, preload: false };
    // the examples of §6.2
    assert.deepEqual(hsts('max-age=31536000'), plain);
    assert.deepEqual(hsts('max-age=15768000 ; includeSubDomains'), {
      ...plain,
      maxAge: 15768000,
      includeSubDomains: true,
    });
    assert.deepEqual(hsts('max-age="31536000"'), plain);
    assert.deepEqual(hsts('Max-Age=31536000; PRELOAD;; x=y'), { ...plain, preload: true });
    for (const broken of ['', 'includeSubDomains', 'max-age', 'max-age=-1', 'max-age=1; max-age=2', 'max-age=1 2'])
      assert.equal(hsts(broken), 'broken', broken);
    assert.equal(hsts(null), 'missing');
    const off = judgedHere({
      ...serving('leaf', 'issuing'),
      https: { status: 200, hsts: 'max-age=0', location: null, failure: null },
    });
    assert.deepEqual([off.findings[0]?.params['how'], off.state], ['off', 'good']);
  });

  it('has a place for each state, and takes the worst', () => {
    const used = new Set(SERVED_RULES.flatMap(({ state }) => state ?? []));
    assert.deepEqual([...used, 'good'].sort(), [...SERVED_STATES].sort());
    assert.equal(worstState([]), 'good');
    assert.equal(worstState(['good', 'httpNotEnforced', 'expired', 'expiring']), 'expired');
  });

  it('judges the same again from what was kept as JSON', () => {
    const observation = serving('leaf', 'issuing');
    const time = Date.now();
    assert.deepEqual(
      judgedHere(JSON.parse(JSON.stringify(observation)) as ServedHost, { time }),
      judgedHere(observation, { time }),
    );
  });
});
