import assert from 'node:assert/strict';
import { lintPath } from '../../../../src/core/x509/lints.ts';
import { timestamps } from '../../../fixtures/timestamps.ts';
import { CA, make, type Made, type Recipe, server as plainServer } from './openssl.ts';

function server(...names: string[]): string[] {
  return [...plainServer(...names), 'crlDistributionPoints = URI:http://crl.example.com/ca.crl', timestamps(1, 2, 3)];
}

describe('lints', () => {
  let root: Made;

  before(() => {
    root = make({ subject: '/CN=Lint Root', extensions: CA });
  });

  function lint(leaf: Made, anchor = root): string[] {
    const steps = [leaf, anchor].map(({ certificate }) => ({ certificate, origin: 'file' as const, problems: [] }));
    return lintPath({ steps, anchorStores: ['mozilla'], problems: [], trusted: true }).map(
      ({ code, step }) => `${code}@${step}`,
    );
  }

  const without = (start: string): string[] => server('DNS:www.example.com').filter((line) => !line.startsWith(start));
  const rows: [what: string, recipe: Partial<Recipe>, expected: string[]][] = [
    ['a certificate by the rules', {}, []],
    ['RSA of 1024 bits', { key: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'] }, ['rsaBelow2048@0']],
    ['RSA of 2052 bits', { key: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2052'] }, ['rsaNotWholeBytes@0']],
    ['secp256k1', { key: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:secp256k1'] }, ['keyType@0']],
    ['Ed25519', { key: ['-algorithm', 'ed25519'] }, ['keyType@0']],
    ['no extendedKeyUsage', { extensions: without('extendedKeyUsage') }, ['noExtendedKeyUsage@0']],
    [
      'any purpose',
      { extensions: [...without('extendedKeyUsage'), 'extendedKeyUsage = anyExtendedKeyUsage'] },
      ['anyExtendedKeyUsage@0'],
    ],
    [
      'a critical extendedKeyUsage',
      { extensions: [...without('extendedKeyUsage'), 'extendedKeyUsage = critical, serverAuth'] },
      ['criticalExtendedKeyUsage@0'],
    ],
    [
      'a CA as leaf',
      { extensions: [...without('basicConstraints'), 'basicConstraints = critical, CA:TRUE'] },
      ['leafIsCa@0'],
    ],
    ['a CN that is no SAN', { subject: '/CN=other.example.com' }, ['commonNameNotInSan@0']],
    ['a CN in other letters', { subject: '/CN=WWW.example.com' }, ['commonNameForm@0']],
    [
      'an e-mail address as SAN',
      { extensions: server('DNS:www.example.com', 'email:a@example.com') },
      ['subjectAltNameForm@0'],
    ],
    [
      'a wildcard for everybody',
      { extensions: server('DNS:www.example.com', 'DNS:*.co.uk') },
      ['wildcardOnPublicSuffix@0'],
    ],
  ];
  for (const [what, recipe, expected] of rows) {
    it(`${what}: ${expected.join(', ') || 'none'}`, () => {
      assert.deepEqual(
        lint(
          make({ subject: '/CN=www.example.com', issuer: root, extensions: server('DNS:www.example.com'), ...recipe }),
        ),
        expected,
      );
    });
  }

  it('a root with purposes', () => {
    const anchor = make({ subject: '/CN=Lint Root', extensions: [...CA, 'extendedKeyUsage = serverAuth'] });
    const leaf = make({ subject: '/CN=www.example.com', issuer: anchor, extensions: server('DNS:www.example.com') });
    assert.deepEqual(lint(leaf, anchor), ['rootWithExtendedKeyUsage@1']);
  });
});
