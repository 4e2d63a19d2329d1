import type { Certificate } from '../../x509/certificate.ts';
import { type Lint, type LintCode, lintPath } from '../../x509/lints.ts';
import type { Path } from '../../x509/path.ts';
import type { Subject } from '../subject.ts';
import { endsInPublicRoot } from '../subjectPath.ts';

const known = new WeakMap<Path, readonly Lint[]>();

/**
 * Certificates below a public root that have one of these lints, leaf first, each once. The Baseline Requirements bind
 * public CAs alone: where the path ends elsewhere there are none.
 */
export function withLint(subject: Subject, ...codes: readonly LintCode[]): readonly Certificate[] {
  const { path } = subject;
  if (!path || !endsInPublicRoot(subject)) return [];
  let lints = known.get(path);
  if (!lints) {
    lints = lintPath(path);
    known.set(path, lints);
  }
  const steps = new Set(lints.filter(({ code }) => codes.includes(code)).map(({ step }) => step));
  return path.steps.slice(0, -1).flatMap(({ certificate }, step) => (steps.has(step) ? [certificate] : []));
}
