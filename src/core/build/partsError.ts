import type { FileKind } from '../pkcs12/errors.ts';
import type { KeyFileErrorCode } from './keyFileError.ts';

export type PartsErrorCode =
  /** none of the files holds a certificate */
  | 'noCertificate'
  /** none of the files holds a private key */
  | 'noKey'
  /** `file` holds neither; `kind` says what it is */
  | 'otherFile'
  | 'damagedCertificate'
  /** the key in `file`: its password is missing or wrong, or it can't be used */
  | 'keyPasswordMissing'
  | 'keyPasswordWrong'
  | 'keyUnusable'
  /** `key` and `certificates` name what does not belong together */
  | 'mismatch'
  | 'notComparable';

export interface PartsErrorDetail {
  /** name, without a folder */
  readonly file?: string;
  readonly kind?: FileKind | 'pfx' | undefined;
  /** `RSA 2048` */
  readonly key?: string;
  /** `*.acme.com (RSA 4096)` */
  readonly certificates?: readonly string[];
  readonly reason?: KeyFileErrorCode;
  readonly algorithm?: string | undefined;
}

/** Files that no PFX can be built from. Never holds a byte of a key or its password. */
export class PartsError extends Error {
  override readonly name = 'PartsError';
  readonly code: PartsErrorCode;
  readonly detail: PartsErrorDetail;

  constructor(code: PartsErrorCode, detail: PartsErrorDetail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}
