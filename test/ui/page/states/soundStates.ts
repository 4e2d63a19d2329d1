import type { ReportFinding } from '../../../../src/core/report/report.ts';
import { certificate, domain, leaf, link, production, root, shown } from './build.ts';

const aes: ReportFinding = {
  code: 'pfx-aes',
  severity: 'info',
  params: {},
  check: 'file',
  title: 'The file is encrypted with AES-256 and SHA-256',
  detail:
    'Windows before Server 2019 can’t read this form. OutSystems’ cloud front ends were due on Windows Server 2022 by July 2026.',
  mend: 'Nothing, unless LifeTime says that the password is wrong: then export it again as PBE-SHA1-3DES.',
  source: 'OutSystems documentation, “Use your SSL domain in OutSystems Cloud”',
};

/** Nothing to say against it but that its CA is a private one. */
export const good = shown({
  verdict: 'warnings',
  headline: 'Ready to submit, with 1 warning',
  summary: 'LifeTime would accept this file. Only devices that know your CA will trust it.',
  checks: { chain: { status: 'warn', summary: 'Complete. Ends in Acme Internal Root, which only you trust.' } },
  certificates: [
    { ...leaf, issuerName: 'Acme Internal CA', issuer: 'CN=Acme Internal CA,O=Acme Lda,C=PT' },
    certificate({
      role: 'intermediate',
      name: 'Acme Internal CA',
      subject: 'CN=Acme Internal CA,O=Acme Lda,C=PT',
      issuerName: 'Acme Internal Root',
      notBefore: '2022-05-01T00:00:00Z',
      notAfter: '2027-02-25T00:00:00Z',
    }),
    { ...root, name: 'Acme Internal Root', subject: 'CN=Acme Internal Root,O=Acme Lda,C=PT', stores: ['user'] },
  ],
  chain: [link(0), link(1), link(2, { anchorStores: ['user'] })],
  findings: [
    {
      code: 'chain-private-ca',
      severity: 'warning',
      params: {},
      check: 'chain',
      title: 'The certificate comes from a private CA: Acme Internal Root',
      detail:
        'Browsers, mobile apps and other systems trust it only where someone has installed that CA. OutSystems asks for a public one.',
      mend: 'Use it where all who call this environment know the CA. Otherwise take a certificate from a public CA.',
      certificate: 2,
      source: 'OutSystems documentation, “Use your SSL domain in OutSystems Cloud”',
    },
    aes,
  ],
});

/** No finding at all. */
export const perfect = shown();

export const noEnvironment = shown(
  {
    verdict: 'warnings',
    headline: 'Sound, but for no environment yet',
    summary: 'Add an environment to see whether its domains are covered.',
    environment: null,
    domains: [],
    checks: { domain: { status: 'warn', summary: 'Nothing to compare with: there is no environment.' } },
    findings: [
      {
        code: 'environment-none',
        severity: 'warning',
        params: {},
        check: 'domain',
        title: 'No environment to check against',
        detail: 'Whether a certificate fits depends on the domains under which people reach the environment.',
        mend: 'Add the environment with its domains.',
        source: 'OutSystems documentation, “Enable SSL/TLS in OutSystems PaaS”',
        action: 'addEnvironment',
      },
    ],
  },
  { environments: 0 },
);

const hosts = [
  'apps',
  'portal',
  'www',
  'shop',
  'api',
  'login',
  'mobile',
  'admin',
  'partners',
  'jobs',
  'docs',
  'status',
];

/** Twelve domains, five environments, six certificates in the chain, a trusted-certificate file that can't be read. */
export const large = shown(
  {
    verdict: 'errors',
    headline: 'Not ready: 1 error',
    summary: 'LifeTime would accept this file, but browsers would refuse one domain of Production.',
    environment: { ...production, domains: hosts.map((host) => `${host}.acme.com`) },
    checks: { domain: { status: 'fail', summary: '3 of 4 domains of Production; serves 4 of 5 environments.' } },
    domains: [
      ...hosts.slice(0, 3).map((host) => domain('Production', `${host}.acme.com`)),
      domain('Production', 'xn--caf-dma.example', {
        unicode: 'café.example',
        coveredBy: null,
        reason: 'no name in the certificate is like it',
      }),
      ...hosts.slice(3, 5).map((host) => domain('Quality', `${host}-qa.acme.com`)),
      ...hosts.slice(5, 7).map((host) => domain('Test', `${host}-test.acme.com`)),
      ...hosts.slice(7, 9).map((host) => domain('Development', `${host}-dev.acme.com`)),
      domain('Sandbox', 'sandbox.acme.com'),
      domain('Sandbox', 'a.sandbox.acme.com', {
        coveredBy: null,
        nearest: '*.acme.com',
        reason: 'a wildcard covers one label',
      }),
    ],
    findings: [
      {
        code: 'domain-not-covered',
        severity: 'error',
        params: {},
        check: 'domain',
        title: 'The certificate does not cover café.example',
        detail: 'People reach Production under it too. Browsers will refuse the connection.',
        mend: 'Ask the CA to add the name, or take the domain off the environment.',
        source: 'RFC 9525, section 6.3',
        action: 'editEnvironment',
      },
    ],
    certificates: [
      { ...leaf, issuerName: 'Example Trust Issuing CA 4-1' },
      ...[
        'Example Trust Issuing CA 4-1',
        'Example Trust Policy CA 4',
        'Example Trust Regional CA Europe South-West',
        'Example Trust Cross CA',
      ].map((name) =>
        certificate({
          role: 'intermediate',
          name,
          notBefore: '2021-01-01T00:00:00Z',
          notAfter: '2031-01-01T00:00:00Z',
        }),
      ),
      { ...root, inFile: false },
      certificate({
        role: 'other',
        name: 'old.acme.com',
        notBefore: '2024-01-01T00:00:00Z',
        notAfter: '2025-01-31T00:00:00Z',
      }),
    ],
    chain: [0, 1, 2, 3, 4, 5].map((index) => ({
      kind: 'certificate' as const,
      certificate: index,
      status: 'pass' as const,
      signatureVerified: true,
      anchorStores: index === 5 ? (['mozilla'] as const) : [],
      problems: [],
    })),
  },
  {
    environments: 5,
    trustProblems: ['corporate-ca.pem: there is no certificate in it.', 'old/ca.cer: the file is not there.'],
  },
);

export const changedOnDisk = shown({}, { changedOnDisk: 'changed' });
export const gone = shown({}, { changedOnDisk: 'gone' });
