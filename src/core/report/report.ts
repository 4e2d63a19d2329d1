import type { EncryptionFacts, MacFacts, PasswordEncoding } from '../pkcs12/contents.ts';
import type { CertificateOrigin } from '../x509/path.ts';
import type { TrustStore } from '../x509/trust.ts';
import type { Hosting, EnvironmentType } from '../environments/environment.ts';
import type { RouteId } from '../environments/route.ts';
import type { Replacement } from '../served/replacement.ts';
import type { Params } from '../rules/rule.ts';

/**
 * What is said of one PFX for one environment. Stable JSON: `docs/report.schema.json` describes it, and a change that
 * breaks a reader raises `schemaVersion`. Holds no secret. Texts are English and ready to be shown.
 */
export interface Report {
  readonly schemaVersion: 1;
  /** ISO 8601, UTC: the moment for which dates were judged */
  readonly judgedAt: string;
  readonly verdict: Verdict;
  /** the verdict in a few words: `Ready to submit, with 2 warnings` */
  readonly headline: string;
  /** one sentence on what LifeTime and browsers would make of it */
  readonly summary: string;
  readonly file: ReportFile;
  readonly environment: ReportEnvironment | null;
  readonly checks: Readonly<Record<CheckId, Check>>;
  /** worst first */
  readonly findings: readonly ReportFinding[];
  /** leaf first, then its path upwards, then what else is in the file */
  readonly certificates: readonly ReportCertificate[];
  /** leaf first; a missing issuer stands where it belongs */
  readonly chain: readonly ChainLink[];
  /** the chosen environment's domains first, then those of all others */
  readonly domains: readonly DomainRow[];
  /** the chosen environment first, then all others, with how much of each the certificate covers */
  readonly environments: readonly EnvironmentRow[];
  /** what the chosen environment was seen with when it was last looked at, and what changes; empty where it never was */
  readonly replaces: readonly ReportReplacement[];
  readonly key: ReportKey | null;
  readonly online: ReportOnline;
}

export type Verdict = 'ready' | 'warnings' | 'errors';
export type Severity = 'error' | 'warning' | 'info';
export type CheckId = 'chain' | 'expiry' | 'domain' | 'key';
export type CheckStatus = 'pass' | 'warn' | 'fail';

export interface Check {
  readonly status: CheckStatus;
  /** the one telling fact, as a sentence */
  readonly summary: string;
}

export interface ReportFinding {
  /** stable; `docs/findings.md` lists them */
  readonly code: string;
  readonly severity: Severity;
  /** a requirement on public CAs: it never makes a chain untrusted */
  readonly lint?: true;
  /** what fills the texts in, for those who write their own */
  readonly params: Params;
  /** the check that it counts for; `file` counts for none of the four */
  readonly check: CheckId | 'file';
  readonly title: string;
  /** why it matters */
  readonly detail: string;
  /** what to do */
  readonly mend: string;
  /** index into `certificates` */
  readonly certificate?: number;
  /** what LifeTime's validator would say, where it would */
  readonly lifetimeMessage?: string;
  /** where the rule is written down */
  readonly source: string;
  /** what the report can start for it */
  readonly action?: FindingAction;
}

/**
 * `keyPassword`: ask for the password of what `ReportBag.locked` marks, and open the file again with it among
 * `OpenRequest.keyPasswords`.
 */
export type FindingAction =
  | 'chooseEnvironment'
  | 'addEnvironment'
  | 'editEnvironment'
  | 'trustRoot'
  | 'fetchIssuers'
  /** write the PFX anew with its whole chain: only where that can be had, and the key belongs to the leaf */
  | 'saveComplete'
  /** write it anew: only where the key belongs to the leaf */
  | 'saveAgain'
  | 'keyPassword';

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

export interface ReportEnvironment {
  readonly name: string;
  readonly address: string;
  readonly domains: readonly string[];
  readonly version: string | null;
  readonly hosting: Hosting;
  readonly fedRamp: boolean;
  readonly type: EnvironmentType | null;
  /** origin of the LifeTime that manages it */
  readonly lifetime: string | null;
  readonly route: RouteId;
  /** why this route */
  readonly routeReason: string;
}

export interface ReportCertificate {
  readonly role: 'leaf' | 'intermediate' | 'root' | 'other';
  /** common name, or what else names it best */
  readonly name: string;
  /** RFC 4514 */
  readonly subject: string;
  readonly issuer: string;
  readonly issuerName: string;
  /** `0A:1B:…` */
  readonly serial: string;
  /** ISO 8601, UTC */
  readonly notBefore: string;
  readonly notAfter: string;
  /** whole days from `judgedAt` to `notAfter`; negative once it has expired */
  readonly daysLeft: number;
  readonly validity: 'valid' | 'expiring' | 'expired' | 'notYetValid';
  /** `dns:`-less plain names and addresses */
  readonly subjectAltNames: readonly string[];
  /** `RSA 2048`, `EC P-256` */
  readonly publicKey: string;
  /** `RSA with SHA-256` */
  readonly signatureAlgorithm: string;
  /** `0A:1B:…` */
  readonly sha1: string;
  readonly sha256: string;
  /** in the PFX; a root or intermediate taken from a store or fetched is not */
  readonly inFile: boolean;
  /** where it was taken from; the file goes before all others */
  readonly source: CertificateOrigin;
  /** the address that it was fetched from; null for all others */
  readonly fetchedFrom: string | null;
  /** stores that hold this very certificate */
  readonly stores: readonly TrustStore[];
  readonly hasPrivateKey: boolean;
  /** null where it is on no path */
  readonly revocation: ReportRevocation | null;
  /** `-----BEGIN CERTIFICATE-----` … */
  readonly pem: string;
}

export type ChainLink =
  | {
      readonly kind: 'certificate';
      /** index into `certificates` */
      readonly certificate: number;
      readonly status: CheckStatus;
      /** checked with the public key of the next link; null where there is none to check with */
      readonly signatureVerified: boolean | null;
      /** stores that make it the trust anchor; empty where it is none */
      readonly anchorStores: readonly TrustStore[];
      /** what is wrong with it, in a few words each */
      readonly problems: readonly string[];
    }
  | {
      readonly kind: 'missing';
      /** name of the certificate that should stand here */
      readonly name: string;
      /** where the CA says that it can be had (AIA "CA Issuers") */
      readonly urls: readonly string[];
    };

/** Whether a certificate is revoked. Nothing that was not checked with its issuer's key counts. */
export interface ReportRevocation {
  /** `unknown`: asked, and no answer could be believed. `notChecked`: not asked, or there is nobody to ask */
  readonly status: 'good' | 'revoked' | 'unknown' | 'notChecked';
  /** as a sentence or two */
  readonly detail: string;
  /** what the answer was; null where there is none */
  readonly source: 'ocsp' | 'crl' | null;
  /** the address that gave it */
  readonly url: string | null;
  /** ISO 8601, UTC: when the answer was true, until when it counts, when the certificate was revoked */
  readonly thisUpdate: string | null;
  readonly nextUpdate: string | null;
  readonly revokedAt: string | null;
  /** CRLReason by its name in RFC 5280: `keyCompromise` */
  readonly reason: string | null;
}

/** What could be asked on the Internet, to be said before anything is sent. Null where there is nothing to ask. */
export interface ReportOnline {
  /** “Fetch missing certificates” */
  readonly issuers: OnlineOffer | null;
  /** “Check revocation” */
  readonly revocation: OnlineOffer | null;
}

export interface OnlineOffer {
  /** who is asked and what they learn, as sentences */
  readonly explanation: string;
  /** in the order in which they are asked; what an answer names may follow */
  readonly requests: readonly OnlineRequest[];
}

export interface OnlineRequest {
  readonly kind: 'caIssuers' | 'ocsp' | 'crl';
  /** index into `certificates`: whose address it is */
  readonly certificate: number;
  readonly url: string;
  /** host and port */
  readonly host: string;
  /** what is sent, as a phrase */
  readonly sends: string;
  /** asked only where those before it gave no answer */
  readonly fallback: boolean;
}

export interface DomainRow {
  readonly environment: string;
  /** of the chosen environment */
  readonly current: boolean;
  /** A-labels */
  readonly domain: string;
  /** U-labels, where they differ */
  readonly unicode?: string;
  /** the subject alternative name that covers it */
  readonly coveredBy: string | null;
  readonly nearest?: string;
  /** why it is not covered, as a phrase */
  readonly reason?: string;
}

export interface EnvironmentRow {
  readonly name: string;
  /** the chosen one */
  readonly current: boolean;
  /** how many of its domains the certificate covers */
  readonly covered: number;
  /** how many it has; where there is none nothing is known */
  readonly of: number;
}

/** A certificate that is served now, and what changes when the leaf takes its place. */
export interface ReportReplacement extends Replacement {
  /** hosts of the environment that show it */
  readonly hosts: readonly string[];
  /** ISO 8601, UTC */
  readonly seenAt: string;
  readonly name: string;
  readonly issuerName: string;
  /** ISO 8601, UTC */
  readonly notAfter: string;
  /** `0A:1B:…` */
  readonly sha256: string;
}

export interface ReportKey {
  /** `RSA`, `EC P-256` */
  readonly algorithm: string;
  readonly bits: number | null;
  /** null where this runtime can't tell */
  readonly matchesLeaf: boolean | null;
}
