import { InputError } from './usage.ts';

const ENTER = new Set(['\r', '\n', '\u0004']);
const ERASE = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';

/**
 * Asks on the terminal without showing what is typed.
 * @throws InputError where there is no terminal, or it is interrupted
 */
export function askPassword(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    return Promise.reject(new InputError('The file needs a password: give it with --password-env or --password-file.'));
  }
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.removeListener('data', onData);
      stderr.write('\n');
    };
    const onData = (chunk: string): void => {
      for (const key of chunk) {
        if (ENTER.has(key)) {
          end();
          return resolve(typed);
        }
        if (key === INTERRUPT) {
          end();
          return reject(new InputError('Interrupted.'));
        }
        typed = ERASE.has(key) ? Array.from(typed).slice(0, -1).join('') : typed + key;
      }
    };
    stderr.write(question);
    stdin.setEncoding('utf8');
    stdin.setRawMode(true);
    stdin.on('data', onData);
    stdin.resume();
  });
}
