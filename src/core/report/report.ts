import type { TrustStore } from '../x509/trust.ts';
import type { Hosting, EnvironmentType } from '../environments/environment.ts';
import type { RouteId } from '../environments/route.ts';
import type { Replacement } from '../served/replacement.ts';
import type { Params } from '../rules/rule.ts';
import type { ReportOnline } from './onlineOffer.ts';
import type { ReportCertificate } from './reportedCertificate.ts';
import type { ReportFile } from './reportedFile.ts';

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
