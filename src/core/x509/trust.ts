import type { Certificate } from './certificate.ts';

/** Where trust in a root comes from. `user` are the files of `outsystemsSsl.trustedCertificates` or `--trust`. */
export type TrustStore = 'mozilla' | 'system' | 'user';

/**
 * Certificates that end a path, with the stores that hold each. Built once and asked often: parsing waits until a
 * candidate is asked for.
 */
export interface TrustAnchors {
  /** anchors with this subject (`Name.key`), each once */
  bySubject(nameKey: string): readonly TrustAnchor[];
  /** the stores that hold exactly this certificate (SHA-256, lower-case hexadecimal); empty where none does */
  storesOf(sha256: string): readonly TrustStore[];
}

export interface TrustAnchor {
  readonly certificate: Certificate;
  readonly stores: readonly TrustStore[];
}
