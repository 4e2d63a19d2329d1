import type { Subject } from '../rules/subject.ts';
import { missingIssuerOf } from '../rules/subjectPath.ts';
import { displayName } from '../x509/names.ts';
import type { PathProblemCode, PathStep } from '../x509/path.ts';
import type { TrustStore } from '../x509/trust.ts';
import type { CheckStatus, ChainLink } from './report.ts';

/** The path as it is drawn: leaf first; the certificate that is missing stands where it belongs. */
export function reportChain({ path, revocations }: Subject): readonly ChainLink[] {
  if (!path) return [];
  const links = path.steps.map((step, index) =>
    linkOf(
      step,
      index,
      index === path.steps.length - 1 ? path.anchorStores : [],
      revocations[index]?.status === 'revoked',
    ),
  );
  const child = missingIssuerOf(path);
  if (!child) return links;
  return [
    ...links,
    { kind: 'missing', name: displayName(child.issuer), urls: child.extensions.authorityInfoAccess?.caIssuers ?? [] },
  ];
}

function linkOf(step: PathStep, index: number, anchorStores: readonly TrustStore[], revoked: boolean): ChainLink {
  const problems = [...new Set([...(revoked ? ['revoked'] : []), ...step.problems.map(({ code }) => LABELS[code])])];
  const codes = step.problems.map(({ code }) => code);
  return {
    kind: 'certificate',
    certificate: index,
    status: revoked ? 'fail' : statusOf(codes),
    signatureVerified: signatureVerified(codes),
    anchorStores,
    problems,
  };
}

function statusOf(codes: readonly PathProblemCode[]): CheckStatus {
  if (codes.length === 0) return 'pass';
  return codes.every((code) => code === 'signatureNotVerifiable') ? 'warn' : 'fail';
}

function signatureVerified(codes: readonly PathProblemCode[]): boolean | null {
  if (codes.includes('badSignature') || codes.includes('signatureAlgorithmMismatch')) return false;
  return codes.includes('issuerMissing') || codes.includes('signatureNotVerifiable') ? null : true;
}

const LABELS: Readonly<Record<PathProblemCode, string>> = {
  expired: 'expired',
  notYetValid: 'not yet valid',
  badSignature: 'signature does not fit its issuer',
  signatureNotVerifiable: 'signature can’t be verified here',
  signatureAlgorithmMismatch: 'signature algorithm contradicts itself',
  notCa: 'not a CA',
  keyUsageNoCertSign: 'may not sign certificates',
  pathLengthExceeded: 'too many certificates below a CA',
  extendedKeyUsage: 'not for TLS servers',
  nameConstraint: 'names that its CA may not vouch for',
  unknownCriticalExtension: 'unknown critical extension',
  malformed: 'not well-formed',
  policy: 'policies do not fit',
  weakKey: 'key too weak',
  weakSignature: 'signature too weak',
  issuerMissing: 'issuer missing',
  untrustedRoot: 'not trusted',
  depthExceeded: 'chain too long',
  budgetExceeded: 'too many candidates',
};
