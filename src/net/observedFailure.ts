import type { ObservedFailure } from '../core/served/observation.ts';
import type { NetErrorCode } from './netError.ts';
import { NetError } from './netError.ts';

const CODES: Readonly<Record<Exclude<NetErrorCode, 'cancelled'>, ObservedFailure['code']>> = {
  dns: 'dns',
  refused: 'refused',
  reset: 'reset',
  timeout: 'timeout',
  tls: 'tls',
  proxy: 'proxy',
  tooLarge: 'protocol',
  tooManyRedirects: 'protocol',
  addressForbidden: 'protocol',
  badUrl: 'protocol',
  protocol: 'protocol',
};

/** What an observation keeps of an error. Cancellation, and what is none of the network's, is thrown on. */
export function observedFailure(error: unknown): ObservedFailure {
  if (!(error instanceof NetError) || error.code === 'cancelled') throw error;
  return {
    code: CODES[error.code],
    reason: error.reason ?? (error.status === undefined ? null : String(error.status)),
  };
}
