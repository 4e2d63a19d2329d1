import type { Severity, Verdict } from '../report/report.ts';
import type { Params } from '../rules/rule.ts';
import type { DnsVerdict } from './dnsVerdict.ts';
import type { Hsts } from './hsts.ts';
import type { RedirectVerdict } from './redirectVerdict.ts';
import type { ServedState } from './servedState.ts';

/** What is said of one host. Stable JSON: `docs/probe.schema.json` describes it. Texts are English and ready to be shown. */
export interface ServedReport {
  readonly host: string;
  readonly port: number;
  /** ISO 8601, UTC */
  readonly observedAt: string;
  /** the moment for which dates were judged */
  readonly judgedAt: string;
  readonly state: ServedState;
  readonly verdict: Verdict;
  /** worst first */
  readonly findings: readonly ServedFinding[];
  /** what is served; null where none was seen, or it can't be read */
  readonly certificate: ServedCertificate | null;
  /** leaf first, as far as a path leads */
  readonly chain: readonly ServedLink[];
  readonly protocol: string | null;
  readonly cipher: string | null;
  readonly hsts: Hsts | null;
  readonly http: RedirectVerdict | null;
  readonly dns: {
    readonly verdict: DnsVerdict;
    readonly aliases: readonly string[];
    readonly addresses: readonly string[];
  } | null;
}

export interface ServedFinding {
  readonly code: string;
  readonly severity: Severity;
  /** what fills the texts in, for those who write their own */
  readonly params: Params;
  readonly title: string;
  /** why it matters */
  readonly detail: string;
  /** what to do */
  readonly mend: string;
  /** where the rule is written down */
  readonly source: string;
}

export interface ServedCertificate {
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
  readonly names: readonly string[];
  /** `RSA 2048`, `EC P-256` */
  readonly publicKey: string;
  /** `0A:1B:…` */
  readonly sha1: string;
  readonly sha256: string;
  /** SHA-256 of the SubjectPublicKeyInfo in base64: what apps with pinning hold (RFC 7469 §2.4) */
  readonly spkiSha256: string;
  /** `-----BEGIN CERTIFICATE-----` … */
  readonly pem: string;
}

export interface ServedLink {
  readonly name: string;
  /** `0A:1B:…` */
  readonly sha256: string;
  readonly notAfter: string;
  /** by the server; else it is known from a store or was fetched */
  readonly sent: boolean;
  /** it is trusted for itself */
  readonly anchor: boolean;
  /** codes of what is wrong with it */
  readonly problems: readonly string[];
}
