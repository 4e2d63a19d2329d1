import { type OptionConfig, parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

/** Takes a command line apart. @throws UsageError for an option that is not there, or lacks its value */
export function readArguments<const O extends Readonly<Record<string, OptionConfig>>>(
  argv: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}
