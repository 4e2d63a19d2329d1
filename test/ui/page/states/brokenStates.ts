import { certificate, domain, intermediate, leaf, link, root, shown } from './build.ts';
import { error, refused } from './errors.ts';

export const wrongDomain = shown({
  verdict: 'errors',
  headline: 'Not ready: 1 error',
  summary: 'LifeTime would accept this file, but browsers would refuse it for Production.',
  checks: { domain: { status: 'fail', summary: '0 of 2 domains of Production; serves none of 3 environments.' } },
  certificates: [
    certificate({ role: 'leaf', name: 'www.acme.org', subjectAltNames: ['www.acme.org', 'acme.org'] }),
    intermediate,
    root,
  ],
  domains: [
    domain('Production', 'apps.acme.com', { coveredBy: null, nearest: 'www.acme.org', reason: 'another domain' }),
    domain('Production', 'acme.com', { coveredBy: null, nearest: 'acme.org', reason: 'ends in .org, not .com' }),
    domain('Quality', 'apps-qa.acme.com', { coveredBy: null, reason: 'no name in the certificate is like it' }),
  ],
  findings: [
    error({
      code: 'domain-not-covered',
      check: 'domain',
      title: 'The certificate covers no domain of Production',
      detail:
        'People reach it under apps.acme.com and acme.com. Browsers compare those with the names in the certificate, www.acme.org and acme.org, and refuse the connection.',
      mend: 'Ask the CA for a certificate with those names, or choose the environment that this one is meant for.',
      action: 'chooseEnvironment',
    }),
  ],
});

export const noKey = shown({
  ...refused,
  checks: { key: { status: 'fail', summary: 'Missing: the file holds certificates only.' } },
  certificates: [{ ...leaf, hasPrivateKey: false }, intermediate, root],
  key: null,
  findings: [
    error({
      code: 'key-missing',
      check: 'key',
      title: 'The private key is not in the file',
      detail: 'Without it a server can’t prove that the certificate is its own, so nothing can be served with it.',
      mend: 'Export again from where the certificate was requested, with “Yes, export the private key”.',
      lifetimeMessage: 'The private key can’t be found',
    }),
  ],
});

/** A key and nothing else. */
export const noCertificate = shown({
  ...refused,
  checks: {
    chain: { status: 'fail', summary: 'There is no certificate.' },
    expiry: { status: 'fail', summary: 'There is no certificate.' },
    domain: { status: 'fail', summary: 'There is no certificate.' },
    key: { status: 'warn', summary: 'Present, 2048 bits, but there is no certificate that it could belong to.' },
  },
  certificates: [],
  chain: [],
  domains: [],
  key: { algorithm: 'RSA', bits: 2048, matchesLeaf: null },
  findings: [
    error({
      code: 'certificate-missing',
      check: 'chain',
      title: 'There is no certificate in the file',
      detail: 'It holds a private key only, so there is nothing that a server could show.',
      mend: 'Export the certificate together with its key.',
      lifetimeMessage: 'The public key certificate can’t be found',
    }),
  ],
});

export const missingIntermediate = shown({
  ...refused,
  checks: { chain: { status: 'fail', summary: 'Not complete: Example Trust RSA CA 4 is missing.' } },
  certificates: [leaf, root],
  chain: [
    link(0, { status: 'fail', signatureVerified: null, problems: ['its issuer is missing'] }),
    {
      kind: 'missing',
      name: 'Example Trust RSA CA 4',
      urls: ['http://cacerts.example-trust.com/ExampleTrustRSACA4.crt'],
    },
  ],
  findings: [
    error({
      code: 'chain-incomplete',
      check: 'chain',
      title: 'The intermediate certificate Example Trust RSA CA 4 is missing',
      detail:
        'Browsers and phones can’t get from your certificate to a CA that they know; some mend it by themselves, most mobile apps don’t.',
      mend: 'Get it from your CA and build the PFX again with the complete chain.',
      certificate: 0,
      lifetimeMessage: 'Chain error: unable to get local issuer certificate',
    }),
  ],
});

export const keyMismatch = shown({
  ...refused,
  checks: { key: { status: 'fail', summary: 'Present, but it belongs to another certificate.' } },
  certificates: [{ ...leaf, hasPrivateKey: false }, intermediate, root],
  key: { algorithm: 'RSA', bits: 2048, matchesLeaf: false },
  chain: [
    link(0, { status: 'fail', signatureVerified: false, problems: ['signature is not by the next certificate'] }),
    link(1),
    link(2, { anchorStores: ['mozilla'] }),
  ],
  findings: [
    error({
      code: 'key-mismatch',
      check: 'key',
      title: 'The private key belongs to another certificate',
      detail: 'It was probably made for an earlier request. A server that uses both refuses to start.',
      mend: 'Find the key that was made with this certificate’s request, or ask the CA to reissue it with this key.',
      lifetimeMessage: 'The private key doesn’t match the certificate',
    }),
  ],
});

export const untrustedRoot = shown({
  ...refused,
  checks: { chain: { status: 'fail', summary: 'Ends in Acme Internal Root, which no store trusts.' } },
  certificates: [leaf, intermediate, { ...root, name: 'Acme Internal Root', stores: [] }],
  chain: [link(0), link(1), link(2, { status: 'fail', problems: ['no store trusts it'] })],
  findings: [
    error({
      code: 'chain-untrusted-root',
      check: 'chain',
      title: 'The chain ends in a CA that nobody trusts: Acme Internal Root',
      detail: 'Browsers show a warning for every certificate below it.',
      mend: 'If it is your organisation’s own CA, trust it here; else take a certificate from a public CA.',
      certificate: 2,
      action: 'trustRoot',
      lifetimeMessage: 'Chain error: self-signed certificate in certificate chain',
    }),
  ],
});
