export type HandoverErrorCode =
  /** what is stored was written by another version of this program: it must not be overwritten */
  | 'unknownVersion'
  /** what is stored is no history of drafts: it must not be overwritten */
  | 'notAHistory'
  /** the draft is active or superseded already */
  | 'notOpen';

/** A step of following a draft up that can't be taken. `message` is for people. */
export class HandoverError extends Error {
  override readonly name = 'HandoverError';
  readonly code: HandoverErrorCode;

  constructor(code: HandoverErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
