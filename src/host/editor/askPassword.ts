import type { Prompts } from '../prompts/prompts.ts';

interface Question {
  /** of the file */
  readonly name: string;
  /** why it is asked again, where it is */
  readonly reason: string | null;
  /** undefined where the password did; else why it didn't, as a sentence */
  readonly attempt: (password: string) => Promise<string | undefined>;
  /** takes the question back */
  readonly signal: AbortSignal;
}

/** Asks for the password of a file until it fits. @throws Cancelled */
export function askPassword(prompts: Prompts, { name, ...question }: Question): Promise<void> {
  return prompts.password({
    title: `Open ${name}`,
    prompt:
      'The password that was chosen when the file was exported. It stays in memory only while this report is open.',
    ...question,
  });
}

/** Asks for the password of a key or part that has one of its own, until it opens something. @throws Cancelled */
export function askOtherPassword(prompts: Prompts, { name, ...question }: Question): Promise<void> {
  return prompts.password({
    title: `Open more of ${name}`,
    prompt: 'The other password. It stays in memory only while this report is open.',
    ...question,
  });
}
