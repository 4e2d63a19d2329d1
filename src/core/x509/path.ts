import type { Certificate } from './certificate.ts';
import type { TrustStore } from './trust.ts';

/** Where a certificate of a path came from. */
export type CertificateOrigin = 'file' | 'store' | 'fetched';

export interface PathStep {
  readonly certificate: Certificate;
  readonly origin: CertificateOrigin;
  /** for each problem a code; the step is sound where this is empty */
  readonly problems: readonly PathProblem[];
}

/** Why a step of a path, or the path as a whole, can't be trusted. `params` fill the text. */
export interface PathProblem {
  readonly code: PathProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type PathProblemCode =
  /** `at`: notAfter, milliseconds since 1970 */
  | 'expired'
  /** `at`: notBefore, milliseconds since 1970 */
  | 'notYetValid'
  /** the certificate above has the issuer's name, but its key did not make this signature */
  | 'badSignature'
  /** this runtime's crypto library can't check this algorithm: `algorithm` */
  | 'signatureNotVerifiable'
  | 'signatureAlgorithmMismatch'
  | 'notCa'
  | 'keyUsageNoCertSign'
  /** this CA allows `limit` intermediates below it */
  | 'pathLengthExceeded'
  /** `missing`: the purpose (or, where the asker wants one, the key usage) that the certificate does not have */
  | 'extendedKeyUsage'
  /** `name` of this certificate is not permitted to a CA above, or excluded by `constraint` */
  | 'nameConstraint'
  /** `oid` */
  | 'unknownCriticalExtension'
  /** `defect`: a code of `defects.ts` */
  | 'malformed'
  /** of the whole: no policy is left where a certificate requires one */
  | 'policy'
  /** `bits` */
  | 'weakKey'
  /** `hash` */
  | 'weakSignature'
  /**
   * no certificate at hand is `issuer` (as people call it); `sameName` have its name, but another key; `circle`: those that
   * signed are in the path already
   */
  | 'issuerMissing'
  /** ends in a self-signed certificate that no store trusts */
  | 'untrustedRoot'
  | 'depthExceeded'
  | 'budgetExceeded';

/** The best path from the leaf, sound or not. */
export interface Path {
  /** leaf first; ends with the trust anchor where one was reached */
  readonly steps: readonly PathStep[];
  /** the stores that hold the last step; empty where the path reached no anchor */
  readonly anchorStores: readonly TrustStore[];
  /** problems of the path as a whole */
  readonly problems: readonly PathProblem[];
  /** no problem in any step nor in the whole */
  readonly trusted: boolean;
}
