/**
 * One X.509 certificate as parsed from DER. Plain data: can be sent between threads and written as JSON but for its bytes.
 * Moments are milliseconds since 1970-01-01T00:00:00Z. OIDs are dotted.
 * @see RFC 5280 §4
 */
export interface Certificate {
  readonly der: Uint8Array;
  /** 1, 2 or 3 */
  readonly version: number;
  /** lower-case hexadecimal of the INTEGER's content octets, as they stand */
  readonly serial: string;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PublicKeyFacts;
  readonly signature: SignatureFacts;
  readonly extensions: Extensions;
  /** lower-case hexadecimal over `der` */
  readonly sha1: string;
  readonly sha256: string;
  /** subject and issuer are the same name (says nothing about the signature) */
  readonly selfIssued: boolean;
  /** departures from RFC 5280 that do not stop parsing: each is a code of this folder's `defects.ts` */
  readonly defects: readonly string[];
}

/** A distinguished name. */
export interface Name {
  readonly der: Uint8Array;
  /** most significant first, as encoded; `type` is a short name (`CN`, `O`) where RFC 4514 §3 or practice has one, else the OID */
  readonly attributes: readonly { readonly type: string; readonly oid: string; readonly value: string }[];
  /** for comparison by RFC 5280 §7.1: two names are the same where their keys are */
  readonly key: string;
}

export interface PublicKeyFacts {
  /** the whole SubjectPublicKeyInfo */
  readonly spki: Uint8Array;
  readonly kind: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448' | 'dsa' | 'other';
  /** as people write it: `RSA`, `EC P-256`, `Ed25519` …; the OID where there is no name */
  readonly name: string;
  /** modulus or field size in bits, where the algorithm has one */
  readonly bits?: number;
  /** OID of a named curve */
  readonly curve?: string;
  /** RSA only; decimal */
  readonly exponent?: string;
}

export interface SignatureFacts {
  readonly oid: string;
  /** as people write it: `RSA with SHA-256`, `ECDSA with SHA-384`, `RSA-PSS with SHA-256`, `Ed25519` …; the OID where there is no name */
  readonly name: string;
  /** `sha1`, `sha256` … as node:crypto names it; undefined where the algorithm has its own */
  readonly hash?: string;
  /** how the signature is checked */
  readonly scheme?: 'rsa' | 'rsa-pss' | 'ecdsa' | 'dsa' | 'eddsa' | 'other';
  /** RSA-PSS only, in bytes */
  readonly saltLength?: number;
}

export interface Extensions {
  /** dotted OIDs, in order, of all that are there */
  readonly all: readonly { readonly oid: string; readonly critical: boolean }[];
  readonly basicConstraints?: { readonly critical: boolean; readonly ca: boolean; readonly pathLength?: number };
  readonly keyUsage?: { readonly critical: boolean; readonly usages: readonly KeyUsage[] };
  /** OIDs of the purposes */
  readonly extendedKeyUsage?: { readonly critical: boolean; readonly purposes: readonly string[] };
  readonly subjectAltNames?: { readonly critical: boolean; readonly names: readonly GeneralName[] };
  /** hexadecimal */
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: { readonly keyId?: string; readonly serial?: string; readonly hasIssuer?: boolean };
  readonly authorityInfoAccess?: { readonly caIssuers: readonly string[]; readonly ocsp: readonly string[] };
  /** the URIs of all distribution points, in order */
  readonly crlDistributionPoints?: readonly string[];
  /** the same points with what else they say */
  readonly crlPoints?: readonly CrlPoint[];
  readonly nameConstraints?: NameConstraints;
  readonly policies?: CertificatePolicies;
  /** embedded signed certificate timestamps, in order */
  readonly timestamps?: readonly SignedTimestamp[];
}

/** What a log of Certificate Transparency promised. Its signature is not checked: nobody here has the logs' keys. @see RFC 6962 §3.2 */
export interface SignedTimestamp {
  /** SHA-256 of the log's key, lower-case hexadecimal */
  readonly logId: string;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly at: number;
}

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

export interface GeneralName {
  readonly kind: 'dns' | 'ip' | 'email' | 'uri' | 'directory' | 'other';
  /** text form; an IP address in its canonical form (RFC 5952); for `other` its type's OID */
  readonly value: string;
  /** of an IP address: its 4 or 16 bytes; in a name constraint address and mask, 8 or 32 bytes */
  readonly bytes?: Uint8Array;
  /** of a directory name: see `Name.key` */
  readonly key?: string;
}

/** Where a CRL is had, and from whom. @see RFC 5280 §4.2.1.13 */
export interface CrlPoint {
  /** of the point, `kind:value`; of its CRL issuer where it has no name of its own */
  readonly names: readonly string[];
  /** its CRL is about some reasons of revocation only */
  readonly someReasons: boolean;
  /** `Name.key` of who signs the CRL, where that is not the certificate's issuer */
  readonly issuers: readonly string[];
}

/** @see RFC 5280 §4.2.1.10 */
export interface NameConstraints {
  readonly critical: boolean;
  /** empty where nothing is required; names of a kind that is not listed are free */
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

/** What the four extensions on certificate policies say. @see RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14 */
export interface CertificatePolicies {
  /** OIDs; undefined where the extension is not there */
  readonly policies?: readonly string[];
  readonly mappings?: readonly { readonly issuerPolicy: string; readonly subjectPolicy: string }[];
  /** number of certificates after which an explicit policy is required */
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
  readonly inhibitAnyPolicy?: number;
}
