import assert from 'node:assert/strict';
import type { Report, ReportFinding } from '../../../../src/core/report/report.ts';
import { judgeMade, type MadeFile } from '../../../fixtures/judgeMade.ts';
import { CA, JUNE_2026, make, type Made, server } from '../x509/openssl.ts';

const LEAF = server('DNS:www.acme.com');
const AIA = (url: string): string => `authorityInfoAccess = caIssuers;URI:${url}`;

describe('what is told of a broken chain', function () {
  this.timeout(60_000);
  let root: Made;
  let issuing: Made;

  before(() => {
    root = make({ subject: '/CN=Told Root', extensions: CA });
    issuing = make({ subject: '/CN=Told Issuing', issuer: root, extensions: CA });
  });

  const leafOf = (issuer: Made, more: readonly string[] = [], from?: number): Made =>
    make({ subject: '/CN=www.acme.com', issuer, extensions: [...LEAF, ...more], ...(from !== undefined && { from }) });

  function judged(file: Partial<MadeFile> & Pick<MadeFile, 'leaf'>): Promise<Report> {
    return judgeMade({ chain: [issuing, root], trusted: [root], domains: ['www.acme.com'], time: JUNE_2026, ...file });
  }

  /** The findings of the chain, but for that of the private CA. */
  async function told(file: Partial<MadeFile> & Pick<MadeFile, 'leaf'>): Promise<readonly ReportFinding[]> {
    const { findings } = await judged(file);
    return findings.filter(
      ({ code, check }) => code.startsWith('chain.') && check && code !== 'chain.privateAuthority',
    );
  }

  it('which rule of a CA it breaks, and by which name', async () => {
    const rows: readonly (readonly [extension: string, reason: string, name?: string])[] = [
      [
        'policyConstraints = critical, requireExplicitPolicy:0',
        'a CA above it asks for certificate policies that the chain does not have',
      ],
      [
        'nameConstraints = critical, permitted;DNS:acme.org',
        'a CA above it may not vouch for “www.acme.com”, only for other names',
      ],
      [
        'nameConstraints = critical, excluded;DNS:acme.com',
        'a CA above it may not vouch for “www.acme.com” nor anything else within “acme.com”',
      ],
      [
        '1.2.3.4 = critical, DER:05:00',
        'it has an extension that must be understood and that no browser knows (1.2.3.4)',
        'Told Limited',
      ],
      ['extendedKeyUsage = emailProtection', 'it is not meant for TLS servers', 'Told Limited'],
      [
        'nameConstraints = critical, DER:30:00',
        'it is not well-formed (malformedNameConstraints, RFC 5280 §4.2.1.10)',
        'Told Limited',
      ],
    ];
    for (const [extension, reason, name = 'www.acme.com'] of rows) {
      const limited = make({ subject: '/CN=Told Limited', issuer: root, extensions: [...CA, extension] });
      const report = await judged({ leaf: leafOf(limited), chain: [limited, root] });
      const title = `“${name}” can’t be used in this chain: ${reason}`;
      assert.deepEqual(
        report.findings.filter(({ code }) => code === 'chain.constraintViolated').map((finding) => finding.title),
        [title],
      );
      assert.deepEqual([report.checks.chain.status, report.checks.chain.summary], ['fail', `${title}.`]);
    }
  });

  it('the CA that allows no other below itself', async () => {
    const last = make({
      subject: '/CN=Told Last',
      issuer: root,
      extensions: ['basicConstraints = critical, CA:TRUE, pathlen:0', ...CA.slice(1)],
    });
    const below = make({ subject: '/CN=Told Below', issuer: last, extensions: CA });
    const [finding] = await told({ leaf: leafOf(below), chain: [below, last, root] });
    assert.equal(
      finding?.title,
      '“Told Last” can’t be used in this chain: it allows no further CA below itself, and there is one',
    );
  });

  it('an older or newer certificate in the issuer’s place, and where the right one is had', async () => {
    const leaf = leafOf(issuing, [AIA('http://aia.acme.com/issuing.cer')], 30);
    const rows: readonly (readonly [from: number, to: number, text: string])[] = [
      [1, 300, '(valid from 2 Jan 2026) is an older or newer one'],
      [60, 300, '(valid from 2 Mar 2026) is a newer one'],
      [1, 10, '(valid from 2 Jan 2026) is an older one'],
    ];
    for (const [from, to, text] of rows) {
      const other = make({ subject: '/CN=Told Issuing', issuer: root, extensions: [...CA, '# other'], from, to });
      const [finding] = await told({ leaf, chain: [other, root] });
      assert.equal(finding?.code, 'chain.badSignature');
      assert.ok(finding.detail.includes(text), finding.detail);
      assert.ok(finding.mend.endsWith(' The CA names this address for it: http://aia.acme.com/issuing.cer.'));
    }
  });

  it('a certificate that was changed after it was signed', async () => {
    const leaf = leafOf(issuing);
    const der = Uint8Array.from(leaf.der);
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    const [finding] = await told({ leaf: { der, keyFile: leaf.keyFile } });
    assert.equal(finding?.code, 'chain.badSignature');
    assert.match(finding.detail, /was changed or damaged after it was signed/);
    assert.match(finding.mend, /^Download the certificate from your CA again/);
  });

  it('CAs that certify each other and no root', async () => {
    const first = make({ subject: '/CN=Told Circle A', extensions: CA });
    const second = make({ subject: '/CN=Told Circle B', issuer: first, extensions: CA });
    const back = make({ subject: '/CN=Told Circle A', issuer: second, extensions: CA, csrKey: first.keyFile });
    const report = await judged({ leaf: leafOf(first), chain: [back, second], trusted: [root] });
    assert.deepEqual(
      report.findings.filter(({ severity }) => severity === 'error').map(({ code, title }) => [code, title]),
      [['chain.circular', 'The chain goes in a circle: “Told Circle B” leads back to itself']],
    );
    // what is missing on another way says more
    const away = make({ subject: '/CN=Told Circle A', issuer: root, extensions: CA, csrKey: first.keyFile });
    const [missing] = await told({ leaf: leafOf(first), chain: [back, second, away], trusted: [] });
    assert.deepEqual(
      [missing?.code, missing?.title],
      ['chain.issuerMissing', 'The certificate of “Told Root” is missing'],
    );
    // a CA that certifies its new key is in no circle, where its old certificate is missing
    const renewed = make({ subject: '/CN=Told Circle A', issuer: first, extensions: [...CA, '# new'] });
    const [old] = await told({ leaf: leafOf(renewed), chain: [renewed], trusted: [] });
    assert.deepEqual([old?.code, old?.title], ['chain.issuerMissing', 'The certificate of “Told Circle A” is missing']);
    assert.equal(report.checks.chain.summary, 'The chain goes in a circle: “Told Circle B” leads back to itself.');
  });

  it('an old root in the file, where the trusted one is its successor', async () => {
    const old = make({ subject: '/CN=Told Root', extensions: CA, csrKey: root.keyFile, to: 100 });
    assert.deepEqual(
      (await told({ leaf: leafOf(issuing), chain: [issuing, old] })).map(({ code, detail }) => [code, detail]),
      [
        [
          'chain.rootMissing',
          'Browsers have the root themselves and do not need it. OutSystems asks for the complete chain, the root included.',
        ],
        ['chain.strayCertificates', 'No harm is done, but it confuses: “Told Root” (expired on 11 Apr 2026).'],
      ],
    );
  });

  it('a trusted intermediate leads on to the trusted root above it', async () => {
    const report = await judged({ leaf: leafOf(issuing), trusted: [issuing, root] });
    assert.deepEqual(
      report.findings.filter(({ code }) => code.startsWith('chain.')).map(({ code }) => code),
      ['chain.privateAuthority'],
    );
    assert.equal(report.checks.chain.summary, 'Complete. Ends in Told Root, a CA that was trusted for this check.');
    const alone = await judged({ leaf: leafOf(issuing), chain: [issuing], trusted: [issuing] });
    assert.match(alone.checks.chain.summary, /^Without the root\. Ends in Told Issuing, /);
  });

  it('the name of what is missing, and that it may be a root of one’s own where a CA lacks it', async () => {
    const leaf = leafOf(issuing);
    const [low] = await told({ leaf, chain: [root] });
    assert.ok(low?.mend.startsWith('Ask your CA for the certificate of “Told Issuing” '), low?.mend);
    assert.ok(!low?.mend.includes('root of your company'), low?.mend);
    const [high] = await told({ leaf, chain: [issuing], trusted: [] });
    assert.equal(high?.title, 'The certificate of “Told Root” is missing');
    assert.match(
      high.mend,
      / If “Told Root” is the root of your company’s own CA, add it to the trusted certificates too\.$/,
    );
  });

  it('in which order the file holds the certificates', async () => {
    const [finding] = await told({ leaf: leafOf(issuing), chain: [root, issuing] });
    assert.equal(finding?.code, 'chain.wrongOrder');
    assert.match(finding.detail, /^They stand as “www\.acme\.com”, “Told Root”, “Told Issuing”\. /);
  });

  it('where the intermediate is had that only this computer knows', async () => {
    const leaf = leafOf(issuing, [AIA('http://aia.acme.com/issuing.cer')]);
    const [finding] = await told({ leaf, chain: [root], trusted: [issuing, root] });
    assert.deepEqual(
      [finding?.code, finding?.mend],
      [
        'chain.incompleteInFile',
        'Build the PFX again with the certificate of “Told Issuing” in it; your CA offers it at http://aia.acme.com/issuing.cer.',
      ],
    );
  });
});
