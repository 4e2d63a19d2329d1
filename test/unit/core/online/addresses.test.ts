import assert from 'node:assert/strict';
import { hostOf, issuerAddresses } from '../../../../src/core/online/addresses.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';

describe('addresses that certificates name', () => {
  it('are web addresses, with the host that is asked', () => {
    const rows: readonly [url: string, host: string | undefined][] = [
      ['http://ca.acme.com/a.cer', 'ca.acme.com'],
      ['HTTPS://CA.acme.com:8443/a', 'ca.acme.com:8443'],
      ['http://127.1/', '127.0.0.1'],
      ['http://0x7f000001/', '127.0.0.1'],
      ['http://[::1]/', '[::1]'],
      ['ldap://ca.acme.com/x', undefined],
      ['file:///etc/passwd', undefined],
      ['javascript:alert(1)', undefined],
      ['http:ca.acme.com', undefined],
      ['http:///ca.acme.com', undefined],
      ['http://user:secret@ca.acme.com/', undefined],
      ['http://user@ca.acme.com/', undefined],
      ['http://ca.acme.com/a b', undefined],
      ['http://ca.acme.com\n.evil.example/', undefined],
      ['http://cä.acme.com/', undefined],
      ['http://ca.acme.com/\u202e', undefined],
      ['http://', undefined],
      ['', undefined],
    ];
    for (const [url, host] of rows) assert.equal(hostOf(url), host, url);
  });

  it('are at most three of a kind, each once', () => {
    const caIssuers = [1, 1, 2, 3, 4].map((n) => `http://ca.acme.com/${n}`);
    const certificate = {
      extensions: { all: [], authorityInfoAccess: { caIssuers, ocsp: [] } },
    } as unknown as Certificate;
    assert.deepEqual(
      issuerAddresses(certificate),
      [1, 2, 3].map((n) => `http://ca.acme.com/${n}`),
    );
  });
});
