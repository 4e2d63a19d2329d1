/** What is in an opened PFX. Byte arrays are DER unless they say otherwise. Holds private keys: never leaves the worker. */
export interface PfxContents {
  /** in the order of the file; every bag, readable or not, is here once */
  readonly bags: readonly Bag[];
  readonly structure: PfxStructure;
}

export type Bag = CertificateBag | KeyBag | OtherBag;

interface BagAttributes {
  /** position among all bags of the file, from 0 */
  readonly index: number;
  readonly friendlyName?: string;
  /** lower-case hexadecimal */
  readonly localKeyId?: string;
  /** attribute types (dotted OIDs) that stand more than once in this bag: .NET 9 and later refuse the file */
  readonly duplicateAttributes: readonly string[];
}

export interface CertificateBag extends BagAttributes {
  readonly kind: 'certificate';
  readonly der: Uint8Array;
}

export interface KeyBag extends BagAttributes {
  readonly kind: 'key';
  /** PrivateKeyInfo (RFC 5208, RFC 5958), decrypted */
  readonly pkcs8: Uint8Array;
  readonly algorithm: KeyAlgorithm;
  /**
   * SubjectPublicKeyInfo that belongs to the key, worked out from it, to be compared with certificates;
   * undefined where this runtime cannot (`algorithm.kind` then says what is known)
   */
  readonly spki?: Uint8Array;
  /** how the key was encrypted, or else the safe around it; undefined where it lies open */
  readonly encryption?: EncryptionFacts;
  /** it took one of the further passwords (`OpenOptions.keyPasswords`), not the file's own */
  readonly furtherPassword?: boolean;
}

/** A bag that holds neither a certificate nor a key that can be used, and why. */
export interface OtherBag extends BagAttributes {
  readonly kind: 'crl' | 'secret' | 'unknown' | 'unreadable';
  /** dotted OID of the bag (or of its certificate, CRL or secret type) */
  readonly oid: string;
  /** for `unreadable`: what went wrong with it; `keyPassword`: none of the passwords given fits, so another can be asked for */
  readonly problem?: 'keyPassword' | 'unsupportedAlgorithm' | 'malformed' | 'limit';
  /** what `unreadable` would have been */
  readonly of?: 'certificate' | 'key' | 'bags';
  /** the algorithm that is not supported: a name where one is known, else its OID */
  readonly algorithm?: string;
}

export interface KeyAlgorithm {
  /** `other` with its OID in `name` where the key is recognised as a key and nothing more */
  readonly kind: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448' | 'other';
  /** as people write it: `RSA`, `EC P-256`, `Ed25519`, `ML-DSA-65` … */
  readonly name: string;
  /** modulus or field size in bits, where the algorithm has one */
  readonly bits?: number;
}

/** How one part of the file is encrypted. */
export interface EncryptionFacts {
  /** as people write it: `PBE-SHA1-3DES`, `PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256` … */
  readonly name: string;
  /** the same for a program to compare */
  readonly scheme: 'pbes1' | 'pbes2';
  readonly cipher:
    | 'aes-128'
    | 'aes-192'
    | 'aes-256'
    | '3des'
    | '2des'
    | 'rc2-40'
    | 'rc2-128'
    | 'rc2-64'
    | 'rc4-40'
    | 'rc4-128'
    | 'des'
    | 'cast5'
    | 'blowfish'
    | 'camellia-128'
    | 'camellia-192'
    | 'camellia-256'
    | 'aria-128'
    | 'aria-192'
    | 'aria-256'
    | 'sm4'
    | 'seed';
  /** hash of the key derivation: `sha1`, `sha256` … */
  readonly hash: string;
  /** iterations of the derivation; for scrypt its N */
  readonly iterations: number;
}

export interface MacFacts {
  /** as people write it: `HMAC-SHA-256`, `PBMAC1 HMAC-SHA-256` … */
  readonly name: string;
  readonly kind: 'pkcs12' | 'pbmac1';
  readonly hash: string;
  readonly iterations: number;
}

/** How a password became bytes: the default of RFC 7292 (`bmp`) or the departures that tools in the wild have. */
export type PasswordEncoding =
  | 'none'
  | 'bmp'
  | 'empty-null'
  | 'empty-zero'
  | 'utf8'
  | 'latin1'
  | 'utf8-as-latin1-bmp'
  | 'low-bytes-bmp'
  | 'forge';

export interface PfxStructure {
  /** size of the whole input in bytes */
  readonly size: number;
  /** null where the file has no MAC */
  readonly mac: MacFacts | null;
  /** every encryption that occurs, each once, certificates' first */
  readonly certificateEncryption: readonly EncryptionFacts[];
  readonly keyEncryption: readonly EncryptionFacts[];
  readonly passwordEncoding: PasswordEncoding;
  /** a key or a safe took one of the further passwords (`OpenOptions.keyPasswords`), not the file's own */
  readonly furtherPasswords: boolean;
  /** bytes behind the end of the PFX structure */
  readonly trailingBytes: number;
  /** an indefinite length or a constructed string occurs: BER, not DER (Windows, gpgsm) */
  readonly ber: boolean;
  /** the tool that the structure points to, as a name for people, or null */
  readonly producer: string | null;
}
