import type { Budget } from './budget.ts';
import type { Certificate, NameConstraints } from './certificate.ts';
import { findBreach } from './nameConstraints.ts';
import type { PathProblem } from './path.ts';
import { policiesAllow, type PolicyInputs } from './policies.ts';

/**
 * What is wrong between the certificates of a path that reaches an anchor: path lengths, name constraints, policies.
 *
 * @param certificates leaf first, anchor last
 * @returns problems for each certificate, in the same order, and those of the path as a whole
 * @see RFC 5280 §6.1.3, §6.1.4
 */
export function pathProblems(
  certificates: readonly Certificate[],
  policies: PolicyInputs,
  comparisons: Budget,
): { steps: PathProblem[][]; whole: PathProblem[] } {
  const steps = certificates.map((): PathProblem[] => []);
  const whole: PathProblem[] = [];
  const constraints: NameConstraints[] = [];
  for (let i = certificates.length - 1; i >= 0; i--) {
    const certificate = certificates[i];
    if (!certificate) continue;
    const { pathLength } = certificate.extensions.basicConstraints ?? {};
    if (i > 0 && pathLength !== undefined && authoritiesBelow(certificates, i) > pathLength)
      steps[i]?.push({ code: 'pathLengthExceeded', params: { limit: pathLength } });
    if (i === 0 || !certificate.selfIssued || i === certificates.length - 1) {
      const breach = findBreach(certificate, constraints, comparisons);
      if (breach) steps[i]?.push({ code: 'nameConstraint', params: { ...breach } });
    }
    if (certificate.extensions.nameConstraints) constraints.push(certificate.extensions.nameConstraints);
  }
  if (comparisons.exceeded) whole.push({ code: 'budgetExceeded' });
  const belowAnchor = certificates.slice(0, -1);
  belowAnchor.reverse();
  if (!policiesAllow(belowAnchor, policies)) whole.push({ code: 'policy' });
  return { steps, whole };
}

/** Intermediates between this CA and the leaf; self-issued ones do not count (RFC 5280 §4.2.1.9). */
function authoritiesBelow(certificates: readonly Certificate[], index: number): number {
  return certificates.slice(1, index).filter(({ selfIssued }) => !selfIssued).length;
}
