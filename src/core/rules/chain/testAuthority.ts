import { displayName, formatName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

/** Makers of certificates that are for tests, by a part of the names that their documents or sources show. */
const MAKERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\(STAGING\)/, 'the staging service of Let’s Encrypt, which is for trying things out'],
  [/\bFake LE (Root|Intermediate)\b/, 'the former staging service of Let’s Encrypt'],
  [/\bhappy hacker fake CA\b/, 'Boulder, the test server of Let’s Encrypt'],
  [/\bPebble (Root|Intermediate) CA\b/, 'Pebble, a test server for ACME'],
  [/\bmkcert\b/, 'mkcert, which makes certificates for a developer’s own computer'],
  [/\bminica root ca\b/, 'minica, which makes certificates for tests'],
  [/\bCaddy Local Authority\b/, 'the internal CA of the Caddy server'],
  [/\bTRAEFIK DEFAULT CERT\b/, 'the Traefik proxy, as a stand-in'],
  [/\bKubernetes Ingress Controller Fake Certificate\b/, 'a Kubernetes ingress controller, as a stand-in'],
  [/\bSnake ?Oil\b/i, 'a server package, as an example'],
  [/\bInternet Widgits Pty Ltd\b/, 'OpenSSL with the answers that it suggests itself'],
  [/\bDO_NOT_TRUST_?Fiddler/, 'Fiddler, which reads encrypted traffic for debugging'],
  [/\bCharles Proxy\b/, 'Charles, which reads encrypted traffic for debugging'],
  [/\bPortSwigger CA\b/, 'Burp Suite, which reads encrypted traffic for security tests'],
  [/(^|=)mitmproxy\b/, 'mitmproxy, which reads encrypted traffic for debugging'],
  [/\bZscaler (Root|Intermediate Root) CA\b/, 'Zscaler, which reads the encrypted traffic of a company’s network'],
];

/** The developer certificate of ASP.NET Core has no telling name but this extension. */
const ASPNET_DEVELOPMENT = '1.3.6.1.4.1.311.84.1.1';

export const testAuthority = defineRule({
  code: 'chain.testAuthority',
  checks: ['chain'],
  severity: 'warning',
  source: 'the names that these programs and services document',
  title: ({ name }: { name: string; maker: string }) => `“${name}” comes from a test or helper program`,
  detail: ({ maker }) =>
    `By its names it was made by ${maker}. No browser trusts such certificates unless its owner told it to, and OutSystems asks for a public CA.`,
  mend: () =>
    'Get a certificate for the live site from a public CA. If the file was saved from a browser, it may hold what a proxy put in place of the real certificate: take the file that your CA sent.',
  find: ({ path, leaf }) => {
    for (const { certificate } of path?.steps ?? []) {
      const names = `${formatName(certificate.subject)} ${formatName(certificate.issuer)}`;
      const maker = MAKERS.find(([pattern]) => pattern.test(names))?.[1];
      if (maker !== undefined) return [{ params: { name: displayName(certificate.subject), maker }, certificate }];
    }
    return leaf?.extensions.all.some(({ oid }) => oid === ASPNET_DEVELOPMENT)
      ? [
          {
            params: {
              name: displayName(leaf.subject),
              maker: 'ASP.NET Core for a developer’s own computer (dotnet dev-certs)',
            },
            certificate: leaf,
          },
        ]
      : [];
  },
});
