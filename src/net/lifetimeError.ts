/** Why LifeTime's environments could not be read. */
export type LifetimeErrorCode =
  | 'address'
  | 'token'
  | 'dns'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'proxy'
  | 'cancelled'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'tooManyRequests'
  /** another HTTP status */
  | 'status'
  | 'redirect'
  | 'html'
  | 'empty'
  | 'notJson'
  | 'shape'
  | 'tooLarge'
  | 'protocol';

/** `message` is for people: what is wrong and what to do, without the token. */
export class LifetimeError extends Error {
  override readonly name = 'LifetimeError';
  readonly code: LifetimeErrorCode;

  constructor(code: LifetimeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
