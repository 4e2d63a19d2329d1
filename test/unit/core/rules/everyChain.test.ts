import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Report } from '../../../../src/core/report/report.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import { keyHash } from '../../../../src/core/x509/keyHash.ts';
import { judgeMade, type MadeFile } from '../../../fixtures/judgeMade.ts';
import { CA, JUNE_2026, make, type Made, openssl, server } from '../x509/openssl.ts';

const LEAF = server('DNS:www.acme.com');

/** Titles of findings with this code. */
function titles({ findings }: Report, code: string): string[] {
  return findings.filter((finding) => finding.code === code).map(({ title }) => title);
}

function codes({ findings }: Report): string[] {
  return findings.map(({ code }) => code).filter((code) => !code.startsWith('file.'));
}

describe('what holds for every chain', function () {
  this.timeout(60_000);
  let root: Made;
  let issuing: Made;
  let leaf: Made;

  before(() => {
    root = make({ subject: '/CN=Own Root', extensions: CA });
    issuing = make({ subject: '/CN=Own Issuing', issuer: root, extensions: CA });
    leaf = make({ subject: '/CN=www.acme.com', issuer: issuing, extensions: LEAF });
  });

  function judged(file: Partial<MadeFile> & Pick<MadeFile, 'leaf'>): Promise<Report> {
    return judgeMade({ chain: [issuing, root], trusted: [root], domains: ['www.acme.com'], time: JUNE_2026, ...file });
  }

  it('SHA-1 and MD5 below the root', async () => {
    const sha1 = make({ subject: '/CN=Old Issuing', issuer: root, extensions: CA, options: ['-md', 'sha1'] });
    const md5 = make({
      subject: '/CN=www.acme.com',
      issuer: make({ subject: '/CN=RSA Root', extensions: CA, key: ['-algorithm', 'RSA'] }),
      extensions: LEAF,
      options: ['-md', 'md5'],
    });
    const under = make({ subject: '/CN=www.acme.com', issuer: sha1, extensions: LEAF });
    const report = await judged({ leaf: under, chain: [sha1, root] });
    assert.deepEqual(titles(report, 'chain.weakSignature'), ['“Old Issuing” is signed with ECDSA with SHA-1']);
    assert.equal(report.checks.chain.status, 'fail');
    assert.deepEqual(titles(await judged({ leaf: md5, chain: [] }), 'chain.weakSignature'), [
      '“www.acme.com” is signed with RSA with MD5',
    ]);
    // a CA that certifies its new key with the old one is no root either
    const second = make({ subject: '/CN=Own Root', issuer: root, extensions: CA, options: ['-md', 'sha1'] });
    const rolled = make({ subject: '/CN=www.acme.com', issuer: second, extensions: LEAF });
    assert.deepEqual(titles(await judged({ leaf: rolled, chain: [second, root] }), 'chain.weakSignature'), [
      '“Own Root” is signed with ECDSA with SHA-1',
    ]);
    const selfMade = make({ subject: '/CN=Old Root', extensions: CA, options: ['-md', 'sha1'] });
    const fine = make({ subject: '/CN=www.acme.com', issuer: selfMade, extensions: LEAF });
    const underOldRoot = await judged({ leaf: fine, chain: [selfMade], trusted: [selfMade] });
    assert.deepEqual(titles(underOldRoot, 'chain.weakSignature'), []);
  });

  it('a key that no web server can use', async () => {
    const folder = path.dirname(root.file);
    const parameters = path.join(folder, 'dsa-parameters.pem');
    if (!fs.existsSync(parameters)) openssl('genpkey', '-genparam', '-algorithm', 'DSA', '-out', parameters);
    const dsa = make({
      subject: '/CN=www.acme.com',
      issuer: issuing,
      extensions: LEAF,
      key: ['-paramfile', parameters],
    });
    const report = await judged({ leaf: dsa });
    assert.deepEqual(titles(report, 'key.notForTls'), ['No web server can use this key: its kind is DSA']);
    assert.equal(report.checks.key.status, 'fail');
    assert.deepEqual(titles(report, 'key.notRsa'), []);
    // it signs no request: its certificate is for a public key that was handed in
    const file = (ending: string): string => path.join(folder, `x25519.${ending}`);
    openssl('genpkey', '-algorithm', 'X25519', '-out', file('key'));
    openssl('pkey', '-in', file('key'), '-pubout', '-out', file('pub'));
    fs.writeFileSync(file('ext'), ['[ext]', ...LEAF.slice(2)].join('\n'));
    const ca = ['-CA', issuing.file, '-CAkey', issuing.keyFile, '-days', '365'];
    const names = ['-subj', '/CN=www.acme.com', '-extfile', file('ext'), '-extensions', 'ext'];
    openssl('x509', '-new', '-force_pubkey', file('pub'), ...ca, ...names, '-outform', 'DER', '-out', file('der'));
    const agreeing = { der: fs.readFileSync(file('der')), keyFile: file('key') };
    assert.deepEqual(titles(await judged({ leaf: agreeing }), 'key.notForTls'), [
      'No web server can use this key: its kind is X25519',
    ]);
  });

  it('RSA below 2048 bits in a CA', async () => {
    const small = make({
      subject: '/CN=Small Issuing',
      issuer: root,
      extensions: CA,
      key: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
    });
    const report = await judged({
      leaf: make({ subject: '/CN=www.acme.com', issuer: small, extensions: LEAF }),
      chain: [small, root],
    });
    assert.deepEqual(titles(report, 'chain.smallKey'), ['The RSA key of “Small Issuing” has only 1024 bits']);
  });

  it('exponents of RSA keys', async () => {
    const key = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-pkeyopt', 'rsa_keygen_pubexp:3'];
    const three = make({ subject: '/CN=www.acme.com', issuer: issuing, extensions: LEAF, key });
    assert.deepEqual(titles(await judged({ leaf: three }), 'key.smallExponent'), [
      'The RSA key has the small public exponent 3',
    ]);
    const der = Uint8Array.from(three.der);
    const at = Buffer.from(der).indexOf(Buffer.from('020103', 'hex')); // the INTEGER 3 at the key's end
    der[at + 2] = 4;
    assert.equal(parseCertificate(der).publicKey.exponent, '4');
    assert.deepEqual(titles(await judged({ leaf: { der, keyFile: three.keyFile } }), 'key.unsafeExponent'), [
      'The RSA key of “www.acme.com” has an impossible public exponent: 4',
    ]);
    const usual = make({ subject: '/CN=www.acme.com', issuer: issuing, extensions: LEAF, key: key.slice(0, 4) });
    assert.deepEqual(codes(await judged({ leaf: usual })), ['chain.privateAuthority']);
  });

  const makers: [issuer: string, maker: RegExp][] = [
    ["/C=US/O=(STAGING) Let's Encrypt/CN=(STAGING) Pseudo Plum E5", /staging service of Let’s Encrypt/],
    ['/CN=Fake LE Intermediate X1', /former staging service/],
    ['/O=mkcert development CA/CN=mkcert me@laptop', /mkcert/],
    ['/C=AU/ST=Some-State/O=Internet Widgits Pty Ltd', /OpenSSL/],
    ['/O=Snake Oil, Ltd/CN=Snake Oil CA', /as an example/],
    ['/OU=Created by http:\\/\\/www.fiddler2.com/O=DO_NOT_TRUST/CN=DO_NOT_TRUST_FiddlerRoot', /Fiddler/],
    ['/O=PortSwigger/CN=PortSwigger CA', /Burp/],
    ['/O=Zscaler Inc./CN=Zscaler Root CA', /Zscaler/],
  ];
  for (const [subject, maker] of makers) {
    it(`a test or helper CA: ${subject}`, async () => {
      const top = make({ subject, extensions: CA });
      const end = make({ subject: '/CN=www.acme.com', issuer: top, extensions: LEAF });
      for (const trusted of [[top], []]) {
        const report = await judged({ leaf: end, chain: [top], trusted });
        const found = report.findings.filter(({ code }) => code === 'chain.testAuthority');
        assert.equal(found.length, 1);
        assert.match(found[0]?.detail ?? '', maker);
      }
    });
  }
  it('the developer certificate of ASP.NET Core', async () => {
    const dev = make({ subject: '/CN=localhost', extensions: [...LEAF, '1.3.6.1.4.1.311.84.1.1 = DER:02'] });
    assert.ok(codes(await judged({ leaf: dev, chain: [] })).includes('chain.testAuthority'));
    assert.ok(!codes(await judged({ leaf })).includes('chain.testAuthority'));
  });

  it('every certificate of the path that ends soon', async () => {
    const ending = make({ subject: '/CN=Ending Issuing', issuer: root, extensions: CA, to: 160 });
    const end = make({ subject: '/CN=www.acme.com', issuer: ending, extensions: LEAF, to: 170 });
    const report = await judged({ leaf: end, chain: [ending, root] }); // day 151 of 2026
    assert.deepEqual(titles(report, 'expiry.expiringSoon'), [
      '“www.acme.com” expires in 19 days',
      '“Ending Issuing” expires in 9 days',
    ]);
    // a third of 12 days is 4: with 5 left it is not yet soon
    const short = make({ subject: '/CN=www.acme.com', issuer: issuing, extensions: LEAF, from: 144, to: 156 });
    assert.deepEqual(titles(await judged({ leaf: short }), 'expiry.expiringSoon'), []);
  });

  it('the same key elsewhere', async () => {
    const spkiSha256 = openssl('pkey', '-in', leaf.keyFile, '-pubout', '-outform', 'DER', '-out', `${leaf.file}.spki`)
      .concat(openssl('dgst', '-sha256', '-r', `${leaf.file}.spki`))
      .slice(0, 64);
    assert.equal(keyHash(leaf.certificate.publicKey), spkiSha256);
    const keysElsewhere = [
      { environment: 'Production', spkiSha256 },
      { environment: 'Test', spkiSha256 },
      { environment: 'Development', spkiSha256: '00' },
    ];
    const report = await judged({ leaf, keysElsewhere });
    assert.deepEqual(titles(report, 'key.reused'), ['The same private key is used by Test']);
    assert.equal(report.checks.key.status, (await judged({ leaf })).checks.key.status);
  });

  it('an older certificate of an issuer’s name beside the right one', async () => {
    const older = make({ subject: '/CN=Own Issuing', issuer: root, extensions: CA, from: -200, to: 300 });
    const report = await judged({ leaf, chain: [older, issuing, root] });
    assert.deepEqual(titles(report, 'chain.namesake'), ['The file also has an older certificate of “Own Issuing”']);
    assert.deepEqual(titles(report, 'chain.strayCertificates'), []);
    assert.equal(report.checks.chain.status, 'warn'); // the private CA
  });

  it('two certificates of one key: the marked one is judged', async () => {
    const renewed = make({
      subject: '/CN=www.acme.com',
      issuer: issuing,
      extensions: LEAF,
      to: 300,
      csrKey: leaf.keyFile,
    });
    const report = await judged({ leaf: renewed, chain: [leaf, issuing, root] });
    assert.deepEqual(titles(report, 'key.severalCertificates'), ['2 certificates in this file have the same key']);
    assert.deepEqual(titles(report, 'chain.strayCertificates'), []);
    assert.equal(report.certificates[0]?.notAfter, '2026-10-28T00:00:00Z');
  });

  it('a CA that is certified twice: what the file holds counts as there', async () => {
    const other = make({ subject: '/CN=Other Root', extensions: CA });
    const cross = make({ subject: '/CN=Own Issuing', issuer: other, extensions: CA, csrKey: issuing.keyFile });
    const report = await judged({ leaf, chain: [issuing, root], trusted: [cross] });
    for (const code of ['chain.incompleteInFile', 'chain.rootMissing', 'chain.strayCertificates'])
      assert.deepEqual(titles(report, code), [], code);
    // without the root in the file, the intermediate is there all the same
    const noRoot = await judged({ leaf, chain: [issuing], trusted: [cross] });
    assert.deepEqual(titles(noRoot, 'chain.incompleteInFile'), []);
    assert.equal(titles(noRoot, 'chain.rootMissing').length, 1);
    // and without the intermediate it is not
    const alone = await judged({ leaf, chain: [], trusted: [issuing, root] });
    assert.deepEqual(titles(alone, 'chain.incompleteInFile'), ['The intermediate “Own Issuing” is not in this file']);
  });

  it('names of mixed scripts', async () => {
    const mixed = 'xn--cme-5cd.com'; // Cyrillic а, then cme
    const end = make({
      subject: '/CN=www.acme.com',
      issuer: issuing,
      extensions: server('DNS:www.acme.com', `DNS:${mixed}`),
    });
    const report = await judged({ leaf: end });
    assert.deepEqual(titles(report, 'domain.mixedScripts'), ['“аcme.com” mixes letters of several scripts']);
    assert.match(report.findings.find(({ code }) => code === 'domain.mixedScripts')?.mend ?? '', /xn--cme-5cd\.com/);
    assert.deepEqual(titles(await judged({ leaf, domains: [mixed] }), 'domain.mixedScripts').length, 1);
  });
});
