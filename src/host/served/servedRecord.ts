import type { Params } from '../../core/rules/rule.ts';
import type { DnsVerdict } from '../../core/served/dnsVerdict.ts';
import type { ServedState } from '../../core/served/servedState.ts';

/** The last look at one host of an environment, as it is kept. Public facts only. */
export interface ServedRecord {
  /** address of the environment, which the host's DNS is judged by */
  readonly address: string;
  /** A-labels */
  readonly host: string;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly lookedAt: number;
  readonly state: ServedState;
  /** what was seen, as a sentence */
  readonly headline: string;
  /** worst first */
  readonly findings: readonly ServedFindingRecord[];
  /** where its name leads, in a few words; null where that is not known */
  readonly dns: string | null;
  /** what that was judged as, and its aliases; absent where it is not known */
  readonly dnsLook?: { readonly verdict: DnsVerdict; readonly aliases: readonly string[] };
  /** `http://` leads to `https://`, which does not lead back; null where that is not known */
  readonly redirects: boolean | null;
  /** the `Strict-Transport-Security` header is sent; null where that is not known */
  readonly hsts: boolean | null;
  /** the one seen last: a host that can't be reached today still has it */
  readonly certificate: ServedCertificate | null;
}

export interface ServedFindingRecord {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  /** what fills its other texts in */
  readonly params: Params;
}

export interface ServedCertificate {
  readonly name: string;
  readonly issuerName: string;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly notBefore: number;
  readonly notAfter: number;
  /** `0A:1B:…` */
  readonly sha1: string;
  readonly sha256: string;
  /** SHA-256 of the public key, base64: the pin of apps that pin it */
  readonly spkiPin: string;
  /** when it was seen, milliseconds */
  readonly seenAt: number;
  /** SHA-256 of the certificates as sent, leaf first */
  readonly chain: readonly string[];
}

/** Records are kept by this. */
export function recordKey({ address, host }: Pick<ServedRecord, 'address' | 'host'>): string {
  return `${address} ${host}`;
}
