import type { Insistence } from './cost.ts';

/** Why a PFX could not be opened. `detail` holds what a message may say; never a password, a key or their bytes. */
export class PfxError extends Error {
  override readonly name = 'PfxError';
  readonly code: PfxErrorCode;
  readonly detail: PfxErrorDetail;

  constructor(code: PfxErrorCode, detail: PfxErrorDetail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export type PfxErrorCode =
  /** a password is needed and none was given (the empty and the absent one were tried) */
  | 'passwordMissing'
  /** the MAC says that the password is wrong; `detail.what` is `windowsAccounts` where Windows may have made one up that nobody knows */
  | 'passwordWrong'
  /** no MAC to ask, and the decrypted bytes make no sense: the password is wrong or the file damaged */
  | 'passwordWrongOrDamaged'
  /** `detail.algorithm`, `detail.oid` */
  | 'unsupportedAlgorithm'
  /** integrity by signature, or privacy by public key (RFC 7292 §3.1): `detail.what` is `signed` or `enveloped` */
  | 'publicKeyMode'
  /** shorter than its own lengths say */
  | 'truncated'
  /** a PFX as far as it can be read, but not well-formed; `detail.what`, `detail.offset` */
  | 'malformed'
  /** `detail.limit` names it, `detail.value` and `detail.allowed` say by how much, `detail.insist` how to open it all the same */
  | 'limit'
  /** not a PFX; `detail.kind` says what it is */
  | 'notPfx';

export interface PfxErrorDetail {
  readonly algorithm?: string;
  readonly oid?: string;
  readonly what?: string;
  readonly offset?: number;
  readonly limit?:
    | 'size'
    | 'iterations'
    | 'totalIterations'
    | 'scryptMemory'
    | 'scryptParallelization'
    | 'depth'
    | 'nodes'
    | 'bags'
    | 'nesting';
  readonly value?: number;
  readonly allowed?: number;
  /** only for `iterations` and `totalIterations`, and there where more is possible at all */
  readonly insist?: Insistence;
  readonly kind?: FileKind;
}

/** What a file that is not a PFX turns out to be. */
export type FileKind =
  | 'empty'
  | 'pemCertificate'
  | 'pemPrivateKey'
  | 'pemBundle'
  | 'pemOther'
  | 'derCertificate'
  | 'p7b'
  | 'crl'
  /** PKCS#8 (RFC 5958) */
  | 'pkcs8'
  | 'encryptedPkcs8'
  /** PKCS#1 (RFC 8017) */
  | 'rsaKey'
  /** SEC 1 (RFC 5915) */
  | 'ecKey'
  | 'publicKey'
  | 'openSshKey'
  | 'puttyKey'
  | 'pgp'
  | 'csr'
  | 'jks'
  | 'jceks'
  /** Bouncy Castle's keystores: BKS, BCFKS */
  | 'bks'
  | 'zip'
  /** gzip, 7-Zip, RAR */
  | 'archive'
  /** a PFX in Base64 */
  | 'textPfx'
  /** a PFX that a program took for text and wrote anew */
  | 'garbledPfx'
  /** other bytes, then a PFX */
  | 'prefixedPfx'
  /** PDF, and what Outlook and Office write */
  | 'document'
  /** CMS (RFC 5652) that is not signed */
  | 'message'
  | 'html'
  | 'json'
  | 'text'
  | 'unknown';

/** The password is what stands between the file and its report: asking again makes sense. */
export function isPasswordProblem(code: PfxErrorCode): boolean {
  return code === 'passwordMissing' || code === 'passwordWrong' || code === 'passwordWrongOrDamaged';
}
