import type { EncryptionFacts, MacFacts, PasswordEncoding } from '../pkcs12/contents.ts';

/** What a report says of the PFX itself. */
export interface ReportFile {
  readonly name: string;
  /** bytes */
  readonly size: number;
  /** of the file, lower-case hexadecimal */
  readonly sha256: string;
  /** the tool that the structure points to */
  readonly producer: string | null;
  readonly mac: MacFacts | null;
  readonly certificateEncryption: readonly EncryptionFacts[];
  readonly keyEncryption: readonly EncryptionFacts[];
  readonly passwordEncoding: PasswordEncoding;
  /** bytes behind the end of the PFX */
  readonly trailingBytes: number;
  /** lengths left open or strings in pieces occur, as Windows and gpgsm write them; else it is DER throughout */
  readonly ber: boolean;
  /** the certificates of the path stand leaf first, each before its issuer; null where fewer than two are in the file */
  readonly chainOrder: boolean | null;
  /** the bags in the order of the file, as text for people */
  readonly bags: readonly ReportBag[];
}

export type BagKind = 'certificate' | 'key' | 'crl' | 'secret' | 'unknown' | 'unreadable';

export interface ReportBag {
  readonly kind: BagKind;
  readonly description: string;
  readonly friendlyName?: string;
  /** lower-case hexadecimal */
  readonly localKeyId?: string;
  /** it has a password of its own, and none of those given opens it; another can be asked for */
  readonly locked?: boolean;
  /** position, from 0, of an earlier bag with the very same certificate */
  readonly repeats?: number;
  /** attributes that stand in it more than once, by name where one is known, else as dotted OID */
  readonly duplicateAttributes?: readonly string[];
}
