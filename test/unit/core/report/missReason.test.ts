import assert from 'node:assert/strict';
import { missReason } from '../../../../src/core/report/missReason.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import { matchName } from '../../../../src/core/x509/hostnames.ts';
import { make, server } from '../x509/openssl.ts';

describe('why a domain is not covered', () => {
  const named = (subject: string, ...names: string[]): Certificate =>
    make({ subject, extensions: server(...names) }).certificate;

  function reason(domain: string, certificate: Certificate): string {
    const match = matchName(domain, certificate);
    assert.equal(match.matched, false);
    return missReason(match, domain);
  }

  it('because OutSystems gave the name, however it is written', () => {
    const certificate = named('/CN=www.acme.com', 'DNS:*.acme.com');
    for (const domain of [
      'acme.outsystemsenterprise.com',
      'ACME.OutSystemsEnterprise.com',
      'acme.outsystemsenterprise.com.',
      'acme.outsystemscloud.com',
    ])
      assert.match(reason(domain, certificate), /^names that OutSystems gives are served with OutSystems’ own/);
    assert.match(reason('outsystemsenterprise.com.acme.org', certificate), /of another domain$/);
  });

  it('because only the common name has it, an IP address too', () => {
    const certificate = named('/CN=192.0.2.1', 'DNS:*.acme.com');
    assert.equal(
      reason('192.0.2.1', certificate),
      'only the common name says 192.0.2.1, and browsers do not look there',
    );
    assert.equal(reason('192.0.2.2', certificate), 'the certificate does not list this IP address');
  });

  it('because the name in the certificate is none of a host', () => {
    assert.equal(
      reason('www.acme.com', named('/CN=x', 'DNS:https://www.acme.com/')),
      'the certificate’s https://www.acme.com/ is not written as a host name, and not every browser accepts it',
    );
    assert.equal(
      reason('www.acme.com', named('/CN=x', 'DNS:www.*.com')),
      'in www.*.com a star stands elsewhere than as the whole first label, and browsers ignore such a name',
    );
  });
});
