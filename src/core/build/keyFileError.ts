import type { FileKind } from '../pkcs12/errors.ts';

export type KeyFileErrorCode =
  | 'empty'
  /** `kind` says what it is instead */
  | 'noKey'
  | 'damaged'
  | 'passwordMissing'
  | 'passwordWrong'
  /** `algorithm` names the kind of key, or how it is encrypted */
  | 'unsupported'
  /** its encryption asks for more work than is done without asking */
  | 'limit';

/** A file that a private key can't be taken from. Never holds a byte of the key or its password. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
  readonly code: KeyFileErrorCode;
  readonly kind: FileKind | 'pfx' | undefined;
  readonly algorithm: string | undefined;

  constructor(
    code: KeyFileErrorCode,
    detail: { readonly kind?: FileKind | 'pfx' | undefined; readonly algorithm?: string } = {},
  ) {
    super(code);
    this.code = code;
    this.kind = detail.kind;
    this.algorithm = detail.algorithm;
  }
}
