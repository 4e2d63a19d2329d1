/** An opening that its caller stopped. Named like the platform's own, so that one test serves for both. */
export class CancelledError extends Error {
  override readonly name = 'AbortError';
  readonly code = 'cancelled';

  constructor() {
    super('cancelled');
  }
}

/** @throws CancelledError once `signal` has fired */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CancelledError();
}
