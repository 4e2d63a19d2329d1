import type { PathProblemCode } from '../../x509/path.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { stepsWith } from '../subjectPath.ts';

const REASONS: Partial<Record<PathProblemCode, string>> = {
  pathLengthExceeded: 'a CA above it allows fewer certificates between itself and the leaf',
  extendedKeyUsage: 'it is not meant for TLS servers',
  nameConstraint: 'a CA above it may not vouch for these names',
  unknownCriticalExtension: 'it has an extension that must be understood and that no browser knows',
  malformed: 'it is not well-formed',
  policy: 'its certificate policies do not fit those of its CA',
  weakKey: 'its key is too weak to be trusted',
};

export const constraintViolated = defineRule({
  code: 'chain.constraintViolated',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'RFC 5280 §6.1',
  title: ({ name, reason }: { name: string; reason: string }) => `“${name}” can’t be used in this chain: ${reason}`,
  detail: () => 'Browsers refuse such a chain.',
  mend: () => 'Show this finding to your CA and ask for a certificate and chain for a TLS web server.',
  find: ({ path }) =>
    Object.entries(REASONS).flatMap(([code, reason]) =>
      stepsWith(path, code as PathProblemCode).map(({ certificate }) => ({
        params: { name: displayName(certificate.subject), reason },
        certificate,
      })),
    ),
});
