import { basename } from 'node:path';
import { NOTHING_FETCHED } from '../core/online/fetched.ts';
import { isPasswordProblem, PfxError } from '../core/pkcs12/errors.ts';
import { openProblem } from '../core/report/openProblem.ts';
import type { Report } from '../core/report/report.ts';
import { printable } from '../core/report/reportText.ts';
import { EXPIRY_WARNING_DAYS } from '../core/rules/validity.ts';
import { judgeOpened, open } from '../worker/engine.ts';
import type { Opened, OpenRequest } from '../worker/messages.ts';
import { askRevocation, fetchMissing } from '../worker/online.ts';
import { askPassword } from './askPassword.ts';
import { readFirstLine, readPfx, readTrusted } from './files.ts';
import type { Options, PasswordSource } from './options.ts';
import { InputError } from './usage.ts';

/**
 * Opens and judges the file that the options name.
 * @throws InputError, PfxError where it can't be checked
 */
export async function check(options: Options): Promise<Report> {
  const bytes = await readPfx(options.file);
  const user = (await Promise.all(options.trust.map(readTrusted))).flat();
  const opened = await openWithPassword(bytes, options);
  const trust = { defaults: options.defaultTrust, user };
  const time = options.at ?? Date.now();
  const { issuers, revocation, privateAddresses } = options.online;
  const network = { allowPrivateAddresses: privateAddresses };
  const fetched = issuers ? await fetchMissing({ opened, trust, time, network }) : NOTHING_FETCHED;
  return judgeOpened({
    opened,
    file: { name: basename(options.file), size: bytes.length },
    environments: options.environment ? [options.environment] : [],
    environment: options.environment?.name ?? null,
    trust,
    time,
    fetched,
    revocation: revocation ? await askRevocation({ opened, trust, time, fetched, network }) : [],
    expiryWarningDays: EXPIRY_WARNING_DAYS,
  });
}

async function openWithPassword(bytes: Uint8Array, options: Options): Promise<Opened> {
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

async function givenPassword({ from, name }: PasswordSource): Promise<string> {
  if (from === 'file') return readFirstLine(name);
  const value = process.env[name];
  if (value === undefined) throw new InputError(`There is no environment variable ${name}.`);
  return value;
}
