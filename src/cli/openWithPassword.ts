import { basename } from 'node:path';
import { isPasswordProblem, PfxError } from '../core/pkcs12/errors.ts';
import { openProblem } from '../core/report/openProblem.ts';
import { printable } from '../core/report/reportText.ts';
import { open } from '../worker/engine.ts';
import type { Opened, OpenRequest } from '../worker/messages.ts';
import { askPassword } from './askPassword.ts';
import { readFirstLine } from './files.ts';
import type { Options, PasswordSource } from './options.ts';
import { InputError } from './usage.ts';

export type OpenOptions = Pick<Options, 'file' | 'password' | 'keyPasswords' | 'maxIterations'>;

/**
 * Opens a PFX with the password that the options name; without one asks for it, where the file needs it.
 * @throws InputError, PfxError, Interrupted
 */
export async function openWithPassword(bytes: Uint8Array, options: OpenOptions): Promise<Opened> {
  const { password, file, maxIterations } = options;
  const further = {
    keyPasswords: await Promise.all(options.keyPasswords.map(givenPassword)),
    ...(maxIterations !== null && { maxIterations }),
  };
  if (password) {
    const given = await givenPassword(password);
    try {
      return await open({ bytes, password: given, ...further });
    } catch (error) {
      if (given === '' && error instanceof PfxError && isPasswordProblem(error.code)) {
        throw new InputError(`The password in ${password.name} is empty, and the file needs one.`);
      }
      throw error;
    }
  }
  try {
    return await open({ bytes, password: undefined, ...further });
  } catch (error) {
    if (!(error instanceof PfxError && isPasswordProblem(error.code))) throw error;
    return askUntilOpen({ bytes, ...further }, basename(file));
  }
}

/** As often as `sudo` asks. */
const ATTEMPTS = 3;

async function askUntilOpen(request: Omit<OpenRequest, 'password'>, name: string): Promise<Opened> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open({ ...request, password: await askPassword(`Password of ${printable(name)}: `) });
    } catch (error) {
      if (!(error instanceof PfxError && isPasswordProblem(error.code)) || attempt === ATTEMPTS) throw error;
      process.stderr.write(`${openProblem(error.code, error.detail).title}. Try again.\n`);
    }
  }
}

/** @throws InputError */
async function givenPassword({ from, name }: PasswordSource): Promise<string> {
  if (from === 'file') return readFirstLine(name);
  const value = process.env[name];
  if (value === undefined) throw new InputError(`There is no environment variable ${name}.`);
  return value;
}
