import assert from 'node:assert/strict';
import { buildPath, findPaths, type PathOptions } from '../../../../src/core/x509/buildPath.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import { CertificateError } from '../../../../src/core/x509/certificateError.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import type { Path } from '../../../../src/core/x509/path.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { onBoringSsl } from '../../../fixtures/runtime.ts';
import { CA, JUNE_2026, make, type Made, openssl, type Recipe, server } from './openssl.ts';

/** `code@step`, and the codes of the whole. */
function problemsOf(path: Path): string[] {
  return [
    ...path.steps.flatMap(({ problems }, i) => problems.map(({ code }) => `${code}@${i}`)),
    ...path.problems.map(({ code }) => code),
  ];
}

function build(leaf: Made, file: readonly Made[], trusted: readonly Made[], more: Partial<PathOptions> = {}): Path {
  return buildPath(leaf.certificate, {
    intermediates: file.map(({ certificate }) => certificate),
    anchors: createTrustAnchors([{ store: 'user', certificates: trusted.map(({ der }) => der) }]),
    time: JUNE_2026,
    ...more,
  });
}

/** What `openssl verify` says of the same certificates. */
function opensslAccepts(leaf: Made, file: readonly Made[], trusted: readonly Made[]): boolean {
  const args = [
    '-purpose',
    'sslserver',
    '-policy_check',
    '-no-CApath',
    '-no-CAstore',
    '-attime',
    String(JUNE_2026 / 1000),
  ];
  for (const { file: name } of file) args.push('-untrusted', name);
  for (const { file: name } of trusted) args.push('-trusted', name);
  try {
    openssl('verify', ...args, leaf.file);
    return true;
  } catch {
    return false;
  }
}

describe('buildPath', () => {
  let root: Made;
  let issuing: Made;
  let leaf: Made;

  before(() => {
    root = make({ subject: '/CN=Path Root', extensions: CA });
    issuing = make({ subject: '/CN=Path Issuing', issuer: root, extensions: CA });
    leaf = make({ subject: '/CN=leaf', issuer: issuing, extensions: server('DNS:www.example.com') });
  });

  it('finds the way through the file in any order', () => {
    const path = build(leaf, [root, leaf, issuing], [root]);
    assert.deepEqual(
      path.steps.map(({ certificate }) => certificate.sha256),
      [leaf, issuing, root].map((made) => made.certificate.sha256),
    );
    assert.deepEqual(
      path.steps.map(({ origin }) => origin),
      ['file', 'file', 'file'],
    );
    assert.deepEqual(path.anchorStores, ['user']);
    assert.equal(path.trusted, true);
  });

  it('says what came from elsewhere', () => {
    assert.deepEqual(
      build(leaf, [issuing], [root]).steps.map(({ origin }) => origin),
      ['file', 'file', 'store'],
    );
    const fetched = build(leaf, [], [root], { fetched: [issuing.certificate] });
    assert.deepEqual(
      fetched.steps.map(({ origin }) => origin),
      ['file', 'fetched', 'store'],
    );
    const stored = build(leaf, [], [root], { stored: [issuing.certificate] });
    assert.deepEqual(
      stored.steps.map(({ origin }) => origin),
      ['file', 'store', 'store'],
    );
  });

  it('names a missing issuer', () => {
    const path = build(leaf, [], [root]);
    assert.deepEqual(problemsOf(path), ['issuerMissing@0']);
    assert.equal(path.steps[0]?.problems[0]?.params?.['issuer'], 'Path Issuing');
    assert.equal(path.trusted, false);
    assert.deepEqual(problemsOf(build(leaf, [issuing], [])), ['issuerMissing@1']);
  });

  it('tells an untrusted root and a self-signed leaf', () => {
    assert.deepEqual(problemsOf(build(leaf, [issuing, root], [])), ['untrustedRoot@2']);
    const own = make({ subject: '/CN=own', extensions: server('DNS:own.example') });
    assert.deepEqual(problemsOf(build(own, [own], [root])), ['untrustedRoot@0']);
    assert.deepEqual(problemsOf(build(own, [], [own])), []);
  });

  const cases: [
    what: string,
    recipes: { root?: Partial<Recipe>; issuing?: Partial<Recipe>; leaf?: Partial<Recipe> },
    expected: string[],
  ][] = [
    ['an expired intermediate', { issuing: { to: 90 } }, ['expired@1']],
    ['an expired leaf', { leaf: { to: 90 } }, ['expired@0']],
    ['an expired root', { root: { to: 90 } }, ['expired@2']],
    ['a leaf of tomorrow', { leaf: { from: 300 } }, ['notYetValid@0']],
    [
      'an intermediate that is no CA',
      { issuing: { extensions: server('DNS:ca.example') } },
      ['notCa@1', 'keyUsageNoCertSign@1'],
    ],
    [
      'an intermediate without basicConstraints',
      {
        issuing: {
          extensions: [
            'keyUsage = critical, keyCertSign',
            'subjectKeyIdentifier = hash',
            'authorityKeyIdentifier = keyid',
          ],
        },
      },
      ['notCa@1'],
    ],
    [
      'an intermediate that may not sign',
      {
        issuing: { extensions: [...CA.filter((line) => !line.startsWith('keyUsage')), 'keyUsage = critical, cRLSign'] },
      },
      ['keyUsageNoCertSign@1'],
    ],
    [
      'pathlen:0 above an intermediate',
      { root: { extensions: [...CA.slice(1), 'basicConstraints = critical, CA:TRUE, pathlen:0'] } },
      ['pathLengthExceeded@2'],
    ],
    [
      'a leaf for clients',
      {
        leaf: {
          extensions: [
            ...server('DNS:a.example').filter((line) => !line.startsWith('extended')),
            'extendedKeyUsage = clientAuth',
          ],
        },
      },
      ['extendedKeyUsage@0'],
    ],
    [
      'an intermediate for mail',
      { issuing: { extensions: [...CA, 'extendedKeyUsage = emailProtection'] } },
      ['extendedKeyUsage@1'],
    ],
    [
      'an unknown critical extension',
      { issuing: { extensions: [...CA, '1.2.3.4 = critical, DER:05:00'] } },
      ['unknownCriticalExtension@1'],
    ],
    [
      'an excluded name',
      { issuing: { extensions: [...CA, 'nameConstraints = critical, excluded;DNS:example.com'] } },
      ['nameConstraint@0'],
    ],
    [
      'a name that is not permitted',
      { root: { extensions: [...CA, 'nameConstraints = critical, permitted;DNS:example.org'] } },
      ['nameConstraint@0'],
    ],
    [
      'a permitted name',
      { root: { extensions: [...CA, 'nameConstraints = critical, permitted;DNS:example.com'] } },
      [],
    ],
    [
      'a required policy that is not there',
      { issuing: { extensions: [...CA, 'policyConstraints = critical, requireExplicitPolicy:0'] } },
      ['policy'],
    ],
    ['SHA-1', { leaf: { options: ['-md', 'sha1'] } }, ['weakSignature@0']],
    ['an Ed25519 root', { root: { key: ['-algorithm', 'ed25519'] } }, []],
    [
      'RSA-PSS in the middle',
      { issuing: { key: ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'] } },
      onBoringSsl ? ['signatureNotVerifiable@0'] : [], // BoringSSL takes no such keys
    ],
  ];
  for (const [what, recipes, expected] of cases) {
    it(`${what}: ${expected.join(', ') || 'sound'}, as openssl has it`, () => {
      const top = make({ subject: `/CN=${what} root`, extensions: CA, ...recipes.root });
      const middle = make({ subject: `/CN=${what} issuing`, issuer: top, extensions: CA, ...recipes.issuing });
      const end = make({
        subject: `/CN=${what} leaf`,
        issuer: middle,
        extensions: server('DNS:www.example.com'),
        ...recipes.leaf,
      });
      const path = build(end, [middle], [top]);
      assert.deepEqual(problemsOf(path), expected);
      assert.equal(path.steps.length, 3);
      assert.equal(path.trusted, expected.length === 0);
      const faults = expected.filter((problem) => !problem.startsWith('signatureNotVerifiable'));
      assert.equal(opensslAccepts(end, [middle], [top]), faults.length === 0 || what === 'SHA-1');
    });
  }

  it('tells a changed certificate from the issuer that only shares the name', () => {
    const other = make({ subject: '/CN=Path Issuing', issuer: root, extensions: [...CA, '# another'] });
    const path = build(leaf, [other], [root]);
    assert.deepEqual(problemsOf(path), ['issuerMissing@0']);
    assert.equal(path.steps[0]?.problems[0]?.params?.['sameName'], 1);
    assert.equal(build(leaf, [other, issuing], [root]).trusted, true);
    const changed = Uint8Array.from(leaf.der);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const broken = { ...leaf, certificate: { ...leaf.certificate, der: changed, sha256: 'changed' } };
    assert.deepEqual(problemsOf(build(broken, [issuing], [root])), ['badSignature@0']);
  });

  it('takes the good one of two cross-signed roots, and shows the others', () => {
    const key = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    const old = make({ subject: '/CN=Old Root', extensions: CA, to: 60, key });
    const cross = crossSign(root, old);
    assert.equal(build(leaf, [issuing, cross], [old, root]).trusted, true);
    assert.deepEqual(problemsOf(build(leaf, [issuing, cross], [old])), ['expired@3']);
    const paths = findPaths(leaf.certificate, {
      intermediates: [issuing.certificate, cross.certificate],
      anchors: createTrustAnchors([{ store: 'system', certificates: [old.der, root.der] }]),
      time: JUNE_2026,
    });
    assert.deepEqual(
      paths.map((path) => [path.trusted, path.steps.length]),
      [
        [true, 3],
        [false, 4],
      ],
    );
  });

  it('says so where the algorithm is unknown here, and does not call the signature bad', () => {
    const strange = { ...leaf.certificate.signature, name: 'ML-DSA-44', scheme: 'other' as const };
    const path = build({ ...leaf, certificate: { ...leaf.certificate, signature: strange } }, [issuing], [root]);
    assert.deepEqual(problemsOf(path), ['signatureNotVerifiable@0']);
    assert.deepEqual(path.steps[0]?.problems[0]?.params, { algorithm: 'ML-DSA-44' });
    assert.equal(path.trusted, false);
  });

  it('judges by the profile that is asked for', () => {
    const noKeyIds = ['subjectKeyIdentifier = none', 'authorityKeyIdentifier = none'];
    const top = make({ subject: '/CN=Plain Root', extensions: [...CA.slice(0, 2), ...noKeyIds] });
    const end = make({
      subject: '/CN=plain',
      issuer: top,
      extensions: [...server('DNS:a.example').slice(0, 3), ...noKeyIds],
    });
    assert.deepEqual(problemsOf(build(end, [], [top])), []);
    assert.deepEqual(problemsOf(build(end, [], [top], { profile: 'rfc5280' })), ['malformed@0', 'malformed@1']);
  });

  it('asks less of an anchor than of a trusted leaf', () => {
    const twice = Buffer.from(root.der);
    twice[twice.lastIndexOf(Buffer.from('06082a8648ce3d040302', 'hex')) + 9] = 3; // the outer algorithm says SHA-384
    const contradicting = {
      ...root,
      der: Uint8Array.from(twice),
      certificate: parseCertificate(Uint8Array.from(twice)),
    };
    assert.deepEqual(contradicting.certificate.defects, ['signatureAlgorithmMismatch']);
    assert.equal(build(leaf, [issuing], [contradicting]).trusted, true);
    assert.deepEqual(problemsOf(build(leaf, [issuing], [contradicting], { profile: 'rfc5280' })), [
      'signatureAlgorithmMismatch@2',
    ]);

    const own = make({ subject: '/CN=own', extensions: server('DNS:own.example.com') });
    const at = Buffer.from(own.der).indexOf(Buffer.from(own.certificate.serial, 'hex'));
    const negative = Uint8Array.from(own.der, (byte, i) => (i === at ? byte | 0x80 : byte));
    const trusted = { ...own, der: negative, certificate: parseCertificate(negative) };
    assert.equal(build(trusted, [], [trusted]).trusted, true);
    assert.ok(problemsOf(build(trusted, [], [trusted], { profile: 'rfc5280' })).includes('malformed@0'));
  });

  it('survives any broken byte of a leaf or an intermediate', () => {
    for (const victim of [leaf, issuing]) {
      for (let at = 0; at < victim.der.length; at += 3) {
        const der = Uint8Array.from(victim.der);
        der[at] = (der[at] ?? 0) ^ 0x11;
        const certificate = parseOrUndefined(der);
        if (!certificate) continue;
        const made = { ...victim, certificate };
        const path = victim === leaf ? build(made, [issuing], [root]) : build(leaf, [made], [root]);
        assert.equal(path.trusted, false, `byte ${at}`);
      }
    }
  });

  it('does not run in circles', () => {
    const a = make({ subject: '/CN=Circle A', extensions: CA });
    const b = make({ subject: '/CN=Circle B', extensions: CA });
    const end = make({ subject: '/CN=circle leaf', issuer: a, extensions: server('DNS:a.example') });
    const path = build(end, [crossSign(a, b), crossSign(b, a)], [root]);
    assert.equal(path.trusted, false);
    assert.deepEqual(problemsOf(path), ['issuerMissing@2']);

    const paths = findPaths(end.certificate, {
      intermediates: [crossSign(a, b), crossSign(b, a)].map(({ certificate }) => certificate),
      anchors: createTrustAnchors([{ store: 'user', certificates: [a.der, b.der] }]),
      time: JUNE_2026,
    });
    assert.deepEqual(
      paths.filter(({ trusted }) => trusted).map(({ steps }) => steps.length),
      [2, 3],
    );
  });

  it('limits the depth, self-issued certificates not counted', () => {
    const chain = [root];
    for (let i = 0; i < 3; i++)
      chain.unshift(make({ subject: `/CN=Deep ${i}`, issuer: chain[0] ?? root, extensions: CA }));
    const end = make({ subject: '/CN=deep leaf', issuer: chain[0] ?? root, extensions: server('DNS:a.example') });
    assert.equal(build(end, chain, [root], { maxDepth: 3 }).trusted, true);
    assert.ok(problemsOf(build(end, chain, [root], { maxDepth: 2 })).includes('depthExceeded'));
  });
});

/** The subject and key of `subject`, certified by `issuer`. */
function crossSign(subject: Made, issuer: Made): Made {
  return make({
    subject: `/CN=${subject.certificate.subject.attributes[0]?.value}`,
    issuer,
    extensions: [...CA, '# cross'],
    csrKey: subject.keyFile,
  });
}

function parseOrUndefined(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return undefined;
    throw error;
  }
}
