import { basename } from 'node:path';
import { NOTHING_FETCHED } from '../core/online/fetched.ts';
import type { Report } from '../core/report/report.ts';
import { EXPIRY_WARNING_DAYS } from '../core/rules/validity.ts';
import { judgeOpened } from '../worker/engine.ts';
import { askRevocation, fetchMissing } from '../worker/online.ts';
import { environmentProxy } from './environmentProxy.ts';
import { readPfx, readTrusted } from './files.ts';
import { openWithPassword } from './openWithPassword.ts';
import type { Options } from './options.ts';

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
  const proxy = environmentProxy(process.env);
  const network = { allowPrivateAddresses: privateAddresses, extraCa: user, ...(proxy && { proxy }) };
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
