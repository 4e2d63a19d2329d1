import type { PathProblemCode } from '../../x509/path.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf } from '../servedPath.ts';

/** What other rules do not tell. */
const REASONS: Partial<Record<PathProblemCode, string>> = {
  badSignature: 'its signature was not made by the issuer that is sent with it',
  signatureAlgorithmMismatch: 'its signature algorithm contradicts itself',
  notCa: 'it issued a certificate and is no CA',
  keyUsageNoCertSign: 'it issued a certificate and may not',
  pathLengthExceeded: 'a CA allows fewer certificates below itself',
  extendedKeyUsage: 'it is not meant for TLS servers',
  nameConstraint: 'a CA above it may not vouch for these names',
  unknownCriticalExtension: 'it has an extension that must be understood and that no browser knows',
  malformed: 'it is not well-formed',
  policy: 'the certificate policies do not fit each other',
  weakKey: 'its key is too weak to be trusted',
  weakSignature: 'its signature uses an algorithm that is too weak to be trusted',
  depthExceeded: 'the chain is too long',
  budgetExceeded: 'the chain is too tangled to be followed',
};

export const brokenChain = defineServedRule({
  code: 'served.brokenChain',
  severity: 'error',
  state: 'untrusted',
  source: 'RFC 5280 §6.1',
  title: ({ name, reason }: { name: string; reason: string }) => `“${name}” does not hold: ${reason}`,
  detail: () => 'Browsers refuse such a chain.',
  mend: () => 'Show this finding to your CA, and install the certificate and chain that it gives you.',
  find: ({ completed, leaf }) => {
    const whole = (completed?.problems ?? []).map(({ code }) => ({ code, certificate: leaf }));
    const steps = (completed?.steps ?? []).flatMap(({ problems, certificate }) =>
      problems.map(({ code }) => ({ code, certificate })),
    );
    return [...steps, ...whole].flatMap(({ code, certificate }) => {
      const reason = REASONS[code];
      return reason && certificate ? [{ params: { name: labelOf(certificate), reason }, certificate }] : [];
    });
  },
});
