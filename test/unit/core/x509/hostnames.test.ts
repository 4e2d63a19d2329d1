import assert from 'node:assert/strict';
import { matchName, normaliseDomain } from '../../../../src/core/x509/hostnames.ts';
import { make, server } from './openssl.ts';

type Row = [domain: string, names: string[], expected: string];

describe('host names', () => {
  const rows: Row[] = [
    // RFC 9525 §6.3 and §6.4
    ['www.example.com', ['DNS:www.example.com'], 'by www.example.com'],
    ['WWW.Example.COM.', ['DNS:www.EXAMPLE.com'], 'by www.EXAMPLE.com'],
    ['foo.example.com', ['DNS:*.example.com'], 'by *.example.com'],
    ['_foo.example.com', ['DNS:*.example.com'], 'by *.example.com'],
    ['bar.foo.example.com', ['DNS:*.example.com'], 'oneLabelTooMany *.example.com'],
    ['example.com', ['DNS:*.example.com'], 'apex *.example.com'],
    ['foo.example.com', ['DNS:f*.example.com'], 'badWildcard f*.example.com'],
    ['foo.bar.example.com', ['DNS:foo.*.example.com'], 'badWildcard foo.*.example.com'],
    ['foo.example.com', ['DNS:*.*.com'], 'badWildcard *.*.com'],
    ['example.co.uk', ['DNS:*.co.uk'], 'publicSuffix *.co.uk'],
    ['example.com', ['DNS:*.com'], 'publicSuffix *.com'],
    ['localhost', ['DNS:*'], 'publicSuffix *'],
    ['www.example.com', ['DNS:*.com'], 'publicSuffix *.com'],
    ['a.foo.ck', ['DNS:*.foo.ck'], 'publicSuffix *.foo.ck'],
    ['a.www.ck', ['DNS:*.www.ck'], 'by *.www.ck'],
    // a private suffix is somebody's own domain
    ['me.github.io', ['DNS:*.github.io'], 'by *.github.io'],
    // IDNA: either form against the A-label
    ['bücher.example.com', ['DNS:xn--bcher-kva.example.com'], 'by xn--bcher-kva.example.com'],
    ['xn--bcher-kva.example.com', ['DNS:*.example.com'], 'by *.example.com'],
    // IP addresses count among iPAddress alone
    ['192.0.2.1', ['IP:192.0.2.1'], 'by 192.0.2.1'],
    ['[2001:DB8:0::1]', ['IP:2001:db8::1'], 'by 2001:db8::1'],
    ['192.0.2.1', ['DNS:192.0.2.1'], 'ipAsDnsName 192.0.2.1'],
    ['192.0.2.1', ['DNS:*.0.2.1'], 'ipNotListed'],
    ['192.0.2.2', ['IP:192.0.2.1'], 'ipNotListed'],
    ['example.com', ['IP:192.0.2.1'], 'otherDomain'],
    // misses
    ['www.example.org', ['DNS:www.example.com', 'DNS:example.org'], 'otherHost example.org'],
    ['www.example.org', ['DNS:www.example.com'], 'otherDomain www.example.com'],
    ['a.co.uk', ['DNS:b.co.uk'], 'otherDomain b.co.uk'],
    ['www.example.com', ['DNS:www.example.com.'], 'malformedName www.example.com.'],
    ['www.example.com', ['DNS:.www.example.com'], 'malformedName .www.example.com'],
    ['www.example.com', ['email:a@example.com'], 'onlyCommonName www.example.com'],
    ['other.example.com', ['email:a@example.com'], 'noNames'],
    ['not a host', ['DNS:example.com'], 'invalidDomain'],
    // the nearest of several, and what people write where a host name belongs
    ['a.b.c.example.com', ['DNS:*.example.com', 'DNS:*.c.example.com'], 'oneLabelTooMany *.c.example.com'],
    ['a.b.example.com', ['DNS:*.com', 'DNS:*.example.com'], 'oneLabelTooMany *.example.com'],
    ['a.b.example.com', ['DNS:*.*.example.com'], 'badWildcard *.*.example.com'],
    ['foo.example.com', ['DNS:*example.com'], 'badWildcard *example.com'],
    ['foo.example.com', ['DNS:.example.com'], 'malformedName .example.com'],
    ['foo.example.com', ['DNS:https://foo.example.com/'], 'malformedName https://foo.example.com/'],
    ['foo.example.com', ['DNS:foo.example.com:443'], 'malformedName foo.example.com:443'],
    ['foo.example.com', ['DNS:bar.example.com;foo.example.com'], 'malformedName bar.example.com;foo.example.com'],
  ];
  for (const [domain, names, expected] of rows) {
    it(`${domain} against ${names.join(', ')}: ${expected}`, () => {
      const { certificate } = make({ subject: '/CN=www.example.com', extensions: server(...names) });
      const match = matchName(domain, certificate);
      const result = match.matched ? ['by', match.by] : [match.reason, match.nearest];
      assert.equal(result.filter((part) => part !== undefined).join(' '), expected);
    });
  }

  const inputs: [text: string, ascii: string | undefined, unicode?: string][] = [
    [' WWW.Example.com. ', 'www.example.com'],
    ['Bücher.example', 'xn--bcher-kva.example', 'bücher.example'],
    ['faß.de', 'xn--fa-hia.de', 'faß.de'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah', '例え.テスト'],
    ['a_b.example.com', 'a_b.example.com'],
    ['192.0.2.1', '192.0.2.1'],
    ['2001:DB8::0:1', '2001:db8::1'],
    ['0x7f.1', undefined],
    ['256.1.1.1', undefined],
    ['-a.example.com', undefined],
    ['a..example.com', undefined],
    ['https://example.com', undefined],
    ['example.com/path', undefined],
    ['example.com:443', undefined],
    ['user@example.com', undefined],
    ['XN--a.example', 'xn--a.example'],
    ['', undefined],
    ['*.example.com', undefined],
    [`${'a'.repeat(64)}.example`, undefined],
  ];
  for (const [text, ascii, unicode] of inputs) {
    it(`normalises “${text}” to ${ascii ?? 'nothing'}`, () => {
      assert.deepEqual(normaliseDomain(text), ascii === undefined ? undefined : { ascii, unicode: unicode ?? ascii });
    });
  }

  it('takes a wildcard where it is asked to', () => {
    assert.deepEqual(normaliseDomain('*.Bücher.example', { wildcard: true }), {
      ascii: '*.xn--bcher-kva.example',
      unicode: '*.bücher.example',
    });
    assert.equal(normaliseDomain('a*.example.com', { wildcard: true }), undefined);
  });
});
