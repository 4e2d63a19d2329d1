import { defectSource } from '../../x509/defects.ts';
import { displayName } from '../../x509/names.ts';
import type { PathProblem } from '../../x509/path.ts';
import { defineRule } from '../rule.ts';

export const constraintViolated = defineRule({
  code: 'chain.constraintViolated',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'RFC 5280 §6.1',
  title: ({ name, reason }: { name: string; reason: string }) => `“${name}” can’t be used in this chain: ${reason}`,
  detail: () => 'Browsers refuse such a chain.',
  mend: () => 'Show this finding to your CA and ask for a certificate and chain for a TLS web server.',
  find: ({ path, leaf }) => [
    ...(path?.steps ?? []).flatMap(({ certificate, problems }) =>
      unique(problems.flatMap((problem) => reasonOf(problem) ?? [])).map((reason) => ({
        params: { name: displayName(certificate.subject), reason },
        certificate,
      })),
    ),
    ...(path && leaf && path.problems.some(({ code }) => code === 'policy')
      ? [
          {
            params: {
              name: displayName(leaf.subject),
              reason: 'a CA above it asks for certificate policies that the chain does not have',
            },
            certificate: leaf,
          },
        ]
      : []),
  ],
});

/** Why a certificate does not fit into its path; undefined for what other findings tell. */
function reasonOf({ code, params = {} }: PathProblem): string | undefined {
  switch (code) {
    case 'pathLengthExceeded':
      if (params['limit'] === 0) return 'it allows no further CA below itself, and there is one';
      return `it allows at most ${params['limit'] === 1 ? 'one further CA' : `${params['limit'] ?? ''} further CAs`} below itself, and there are more`;
    case 'extendedKeyUsage':
      return 'it is not meant for TLS servers';
    case 'nameConstraint':
      return params['constraint'] === undefined
        ? `a CA above it may not vouch for “${params['name'] ?? ''}”, only for other names`
        : `a CA above it may not vouch for “${params['name'] ?? ''}” nor anything else within “${params['constraint']}”`;
    case 'unknownCriticalExtension':
      return `it has an extension that must be understood and that no browser knows (${params['oid'] ?? ''})`;
    case 'malformed':
      return `it is not well-formed (${params['defect'] ?? ''}, ${defectSource(String(params['defect']))})`;
    case 'weakKey':
      return `its key of ${params['bits'] ?? ''} bits is too weak to be trusted`;
    default:
      return undefined;
  }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
