import type { Replacement } from '../../served/replacement.ts';
import type { Replaced, Subject } from '../subject.ts';

/** What changes; nothing does where the very certificate is served already. */
export function changesOf({ replaced }: Subject): readonly Replaced[] {
  return replaced.filter(({ replacement }) => !replacement.same);
}

/** Of several certificates that are served, each name once. */
export function namesOfAll(
  subject: Subject,
  names: (replacement: Replacement) => readonly string[],
): readonly string[] {
  return [...new Set(changesOf(subject).flatMap(({ replacement }) => names(replacement)))];
}
