import { DNS_VERDICTS } from '../../core/served/dnsVerdict.ts';
import { SERVED_STATES } from '../../core/served/servedState.ts';
import type { ServedCertificate, ServedFindingRecord, ServedRecord } from './servedRecord.ts';

/** What is kept: raised where an older reader would misunderstand it. */
export const KEPT_VERSION = 1;

export interface Kept {
  readonly version: typeof KEPT_VERSION;
  readonly records: readonly ServedRecord[];
  /** DER in base64, by its SHA-256 as in `ServedCertificate.chain` */
  readonly certificates: Readonly<Record<string, string>>;
}

const NOTHING: Kept = { version: KEPT_VERSION, records: [], certificates: {} };

/** Reads what an earlier version, or another window, has kept. What is not of the shape is left out, and nothing else with it. */
export function parseKept(value: unknown): Kept {
  if (!isObject(value) || value['version'] !== KEPT_VERSION) return NOTHING;
  const { records, certificates } = value;
  return {
    version: KEPT_VERSION,
    records: Array.isArray(records) ? records.filter(isRecord) : [],
    certificates: isObject(certificates)
      ? Object.fromEntries(Object.entries(certificates).filter((entry): entry is [string, string] => isText(entry[1])))
      : {},
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Shape<T> = { readonly [K in keyof T]-?: (value: unknown) => boolean };

const isText = (value: unknown): value is string => typeof value === 'string';
const isMoment = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isKnown = (value: unknown): boolean => value === null || typeof value === 'boolean';

const FINDING: Shape<ServedFindingRecord> = {
  code: isText,
  severity: (value) => value === 'error' || value === 'warning' || value === 'info',
  title: isText,
  params: (value) =>
    isObject(value) && Object.values(value).every((param) => isText(param) || typeof param === 'number'),
};

const CERTIFICATE: Shape<ServedCertificate> = {
  name: isText,
  issuerName: isText,
  notBefore: isMoment,
  notAfter: isMoment,
  sha1: isText,
  sha256: isText,
  spkiPin: isText,
  seenAt: isMoment,
  chain: (value) => Array.isArray(value) && value.every(isText),
};

const RECORD: Shape<ServedRecord> = {
  address: isText,
  host: isText,
  lookedAt: isMoment,
  state: (value) => SERVED_STATES.some((state) => state === value),
  headline: isText,
  findings: (value) => Array.isArray(value) && value.every((finding) => fits(finding, FINDING)),
  dns: (value) => value === null || isText(value),
  dnsLook: (value) =>
    value === undefined ||
    (isObject(value) &&
      DNS_VERDICTS.some((verdict) => verdict === value['verdict']) &&
      Array.isArray(value['aliases']) &&
      value['aliases'].every(isText)),
  redirects: isKnown,
  hsts: isKnown,
  certificate: (value) => value === null || fits(value, CERTIFICATE),
};

function isRecord(value: unknown): value is ServedRecord {
  return fits(value, RECORD);
}

function fits<T>(value: unknown, shape: Shape<T>): boolean {
  return (
    isObject(value) && Object.entries<(field: unknown) => boolean>(shape).every(([name, check]) => check(value[name]))
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
