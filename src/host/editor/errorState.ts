import { isPasswordProblem } from '../../core/pkcs12/errors.ts';
import type { FileCard, ViewState } from '../../shared/protocol.ts';
import { RefusedError, WorkerError } from '../../worker/workerClient.ts';
import { Cancelled } from '../cancelled.ts';
import { ReadError } from './readFile.ts';

/**
 * What the editor shows after an error of reading, opening or judging; `failed` for one that is ours.
 * @param insisted somebody had taken a longer time into account
 */
export function stateOfError(error: unknown, file: FileCard, insisted: boolean): ViewState {
  if (error instanceof RefusedError && isPasswordProblem(error.code)) {
    const { title, mend } = error.problem;
    return { kind: 'locked', file, reason: error.code === 'passwordMissing' ? null : `${title}. ${mend}` };
  }
  if (error instanceof RefusedError) {
    const shown = error.code === 'notPfx' ? { ...file, description: '' } : file; // the problem says what it is
    return { kind: 'refused', file: shown, problem: error.problem, changedOnDisk: false };
  }
  if (error instanceof ReadError) return { kind: 'refused', file, problem: error.code, changedOnDisk: false };
  if (error instanceof Cancelled || (error instanceof WorkerError && error.code === 'cancelled'))
    return { kind: 'locked', file, reason: null };
  if (error instanceof WorkerError && error.code === 'timeout')
    return { kind: 'refused', file, problem: insisted ? 'longTimeout' : 'timeout', changedOnDisk: false };
  return { kind: 'failed', file };
}
