import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { InputError } from './usage.ts';

/** The user pressed Ctrl-C or Ctrl-D at the question. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly code = 'interrupted';
}

/**
 * Asks on the terminal without showing what is typed; the usual editing keys work.
 * @throws InputError where there is no terminal
 * @throws Interrupted
 */
export function askPassword(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    return Promise.reject(new InputError('The file needs a password: give it with --password-env or --password-file.'));
  }
  // what the line editor would echo goes nowhere
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  stderr.write(question);
  return new Promise<string>((resolve, reject) => {
    line.once('line', resolve);
    line.once('SIGINT', () => reject(new Interrupted()));
    line.once('close', () => reject(new Interrupted()));
  }).finally(() => {
    line.removeAllListeners();
    line.close();
    stderr.write('\n');
  });
}
