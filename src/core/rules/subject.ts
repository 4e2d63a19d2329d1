import type { FetchFailure } from '../online/fetched.ts';
import type { Revocation } from '../revocation/revocation.ts';
import type { Environment } from '../environments/environment.ts';
import type { PublicContents, PublicKeyBag } from '../pkcs12/publicContents.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Path } from '../x509/path.ts';
import type { TrustAnchors } from '../x509/trust.ts';
import type { Replacement } from '../served/replacement.ts';
import type { DomainRow } from '../report/report.ts';

/** All that the rules look at: one opened PFX, for one environment, at one moment. */
export interface Subject {
  readonly contents: PublicContents;
  /** certificates of the file that parse, in its order, each once */
  readonly certificates: readonly Certificate[];
  readonly keys: readonly PublicKeyBag[];
  readonly leaf: Certificate | undefined;
  /** the key that belongs to the leaf; else the first one of the file */
  readonly key: PublicKeyBag | undefined;
  /** undefined where it can't be told, or there is no key or no leaf */
  readonly keyMatchesLeaf: boolean | undefined;
  /** undefined where there is no leaf */
  readonly path: Path | undefined;
  /** addresses of the certificates that were fetched, by SHA-256 */
  readonly fetchedFrom: ReadonlyMap<string, string>;
  /** addresses that were asked for an issuer in vain */
  readonly fetchFailures: readonly FetchFailure[];
  /** of each step of `path` */
  readonly revocations: readonly Revocation[];
  /**
   * the way from the leaf to a self-signed root that the file holds by itself, leaf first, where `path` takes another one:
   * a CA that is certified twice can have one in the file and the other among the trusted
   */
  readonly chainInFile: readonly Certificate[] | undefined;
  readonly anchors: TrustAnchors;
  /** the roots of public CAs, whether or not they are among the anchors */
  readonly publicRoots: TrustAnchors;
  readonly environment: Environment | null;
  /** domains of the chosen environment only */
  readonly domains: readonly DomainRow[];
  /** SHA-256 of certificates whose DER does not parse */
  readonly unparsable: readonly string[];
  readonly password: PasswordKind;
  readonly time: number;
  /** days before the end from which on a certificate counts as expiring; the rule takes a third of its lifetime where that is less */
  readonly expiryWarningDays: number;
  readonly keysElsewhere: readonly KeyElsewhere[];
  /** what the chosen environment was seen with, each certificate once */
  readonly replaced: readonly Replaced[];
}

/** A certificate that is served now, and what changes when the leaf takes its place. */
export interface Replaced {
  /** that show it */
  readonly hosts: readonly string[];
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly seenAt: number;
  readonly served: Certificate;
  readonly replacement: Replacement;
}

/** The key of the certificate that an environment showed when it was last looked at. */
export interface KeyElsewhere {
  /** name of the environment */
  readonly environment: string;
  /** over the SubjectPublicKeyInfo, lower-case hexadecimal */
  readonly spkiSha256: string;
}

export type PasswordKind = 'empty' | 'ascii' | 'nonAscii';
