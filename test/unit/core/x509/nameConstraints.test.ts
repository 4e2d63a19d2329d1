import assert from 'node:assert/strict';
import { Budget } from '../../../../src/core/x509/budget.ts';
import type { GeneralName } from '../../../../src/core/x509/certificate.ts';
import { parseIp } from '../../../../src/core/x509/ipAddress.ts';
import { findBreach } from '../../../../src/core/x509/nameConstraints.ts';
import { constraintCovers } from '../../../../src/core/x509/nameInConstraint.ts';
import { make, server } from './openssl.ts';

type Row = [kind: GeneralName['kind'], constraint: string, name: string, permits: boolean, excludes?: boolean];

function ip(text: string): Uint8Array {
  return parseIp(text) ?? new Uint8Array(0);
}

describe('name constraints', () => {
  const rows: Row[] = [
    // RFC 5280 §4.2.1.10: "any DNS name that can be constructed by simply adding zero or more labels"
    ['dns', 'host.example.com', 'host.example.com', true],
    ['dns', 'host.example.com', 'www.host.example.com', true],
    ['dns', 'host.example.com', 'host1.example.com', false],
    ['dns', 'example.com', 'notexample.com', false],
    ['dns', 'Example.COM', 'WWW.example.com', true],
    ['dns', '', 'anything.example', true],
    ['dns', '.example.com', 'www.example.com', true],
    ['dns', '.example.com', 'example.com', false],
    ['dns', 'example.com', '*.example.com', true],
    // a wildcard is in an excluded subtree as soon as one of its names is
    ['dns', 'bar.example.com', '*.example.com', false, true],
    ['dns', 'a.bar.example.com', '*.example.com', false, false],
    // "a particular mailbox, all addresses at a particular host, or all mailboxes in a domain"
    ['email', 'root@example.com', 'root@EXAMPLE.com', true],
    ['email', 'root@example.com', 'Root@example.com', false],
    ['email', 'example.com', 'anyone@example.com', true],
    ['email', 'example.com', 'anyone@host.example.com', false],
    ['email', '.example.com', 'anyone@host.example.com', true],
    ['email', '.example.com', 'anyone@example.com', false],
    // "for URIs, the constraint applies to the host part"
    ['uri', 'host.example.com', 'https://user@host.example.com:8443/path?q#f', true],
    ['uri', 'host.example.com', 'https://www.host.example.com/', false],
    ['uri', '.example.com', 'ldap://host.example.com/cn=x', true],
    ['uri', '.example.com', 'https://example.com/', false],
    ['uri', '.example.com', 'https://host.example.com@evil.example/', false],
    ['uri', 'example.com', 'urn:example:com', false],
    ['other', '1.2.3', '1.2.3', false, true],
  ];
  for (const [kind, constraint, name, permits, excludes = permits] of rows) {
    it(`${kind} “${constraint}” ${permits ? 'permits' : 'does not permit'} “${name}”`, () => {
      assert.equal(constraintCovers({ kind, value: constraint }, { kind, value: name }, 'permitted'), permits);
      assert.equal(constraintCovers({ kind, value: constraint }, { kind, value: name }, 'excluded'), excludes);
    });
  }

  it('compares IP addresses under their mask (RFC 4632)', () => {
    const network = {
      kind: 'ip' as const,
      value: '',
      bytes: Uint8Array.from([...ip('192.0.2.0'), ...ip('255.255.255.0')]),
    };
    const inside = (text: string): boolean =>
      constraintCovers(network, { kind: 'ip', value: text, bytes: ip(text) }, 'permitted');
    assert.equal(inside('192.0.2.77'), true);
    assert.equal(inside('192.0.3.1'), false);
    assert.equal(inside('::192.0.2.1'), false);
  });

  it('applies to the subject and its e-mail addresses, and refuses what it can not read', () => {
    const { certificate } = make({
      subject: '/O=Acme/CN=x/emailAddress=a@example.com',
      extensions: server('DNS:.bad.example.com'),
    });
    const breach = (kind: GeneralName['kind'], value: string, excluded = false): string | undefined => {
      const tree: GeneralName[] = [{ kind, value, key: value }];
      return findBreach(
        certificate,
        [{ critical: true, permitted: excluded ? [] : tree, excluded: excluded ? tree : [] }],
        new Budget(100),
      )?.name;
    };
    assert.equal(breach('email', 'example.com'), undefined);
    assert.equal(breach('email', 'example.org'), 'a@example.com');
    assert.equal(breach('directory', '2.5.4.10=acme\u0001\u0002'), undefined);
    assert.equal(breach('directory', '2.5.4.10=other\u0001\u0002'), 'emailAddress=a@example.com,CN=x,O=Acme');
    assert.equal(breach('dns', 'example.com'), '.bad.example.com');
    assert.equal(breach('dns', 'other.example', true), '.bad.example.com');
    assert.equal(breach('ip', '192.0.2.0/24'), undefined);
  });

  it('stops where the comparisons are used up', () => {
    const { certificate } = make({ subject: '/O=Acme/CN=x', extensions: server('DNS:a.example', 'DNS:b.example') });
    const excluded = [{ kind: 'dns' as const, value: 'c.example' }];
    const budget = new Budget(1);
    assert.equal(findBreach(certificate, [{ critical: true, permitted: [], excluded }], budget), undefined);
    assert.equal(budget.exceeded, true);
  });

  it('ends where names and subtrees are too many together, of whatever forms', () => {
    const { certificate } = make({ subject: '/O=Acme/CN=x', extensions: server('DNS:a.example', 'DNS:b.example') });
    const names = Array.from({ length: 1030 }, (_, i): GeneralName => ({ kind: 'email', value: `a${i}@acme.com` }));
    const many = {
      ...certificate,
      extensions: { ...certificate.extensions, subjectAltNames: { critical: false, names } },
    };
    const subtrees = (count: number): GeneralName[] =>
      Array.from({ length: count }, (_, i) => ({ kind: 'dns', value: `d${i}.acme.com` }));
    for (const [count, exceeded] of [
      [1000, false],
      [1030, true],
    ] as const) {
      const budget = new Budget(100_000);
      findBreach(many, [{ critical: true, permitted: [], excluded: subtrees(count) }], budget);
      assert.equal(budget.exceeded, exceeded);
    }
  });
});
