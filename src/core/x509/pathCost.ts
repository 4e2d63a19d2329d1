import type { PathProblemCode, PathStep, PathProblem } from './path.ts';

/** How far each problem is from being sound: the path with the smallest sum tells its owner the most. */
const COSTS: Readonly<Record<PathProblemCode, number>> = {
  signatureNotVerifiable: 5,
  expired: 10,
  notYetValid: 10,
  weakKey: 10,
  weakSignature: 10,
  policy: 12,
  nameConstraint: 15,
  extendedKeyUsage: 15,
  malformed: 15,
  unknownCriticalExtension: 15,
  pathLengthExceeded: 15,
  keyUsageNoCertSign: 20,
  signatureAlgorithmMismatch: 20,
  notCa: 25,
  untrustedRoot: 60,
  issuerMissing: 70,
  depthExceeded: 80,
  budgetExceeded: 80,
  badSignature: 100,
};

/** What is missing elsewhere says more than that CAs certify each other. */
const CIRCLE = 5;

export function pathCost(steps: readonly Pick<PathStep, 'problems'>[], whole: readonly PathProblem[]): number {
  const all = [...steps.flatMap((step) => step.problems), ...whole];
  return all.reduce((sum, { code, params }) => sum + COSTS[code] + (params?.['circle'] === undefined ? 0 : CIRCLE), 0);
}
