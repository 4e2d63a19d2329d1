import type { Problem } from './openProblem.ts';

/** For a file of more than `allowed` bytes, which is not even read. */
export function sizeProblem(allowed: number): Problem {
  return {
    title: 'The file is too large to be a certificate',
    detail: `A PFX has a few kilobytes. Files of more than ${allowed / 2 ** 20} MiB are not read.`,
    mend: 'Check that it is the right file.',
  };
}
