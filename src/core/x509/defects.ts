/**
 * By whose rules a path is judged. `browsers`: what the TLS clients in use refuse. `rfc5280`: everything that RFC 5280 says
 * a conforming CA must do. `webpki`: the same, but for what the CA/Browser Forum relaxes.
 */
export type Profile = 'browsers' | 'rfc5280' | 'webpki';

/** Departures of a certificate from RFC 5280: the section, and under which profiles a path can't hold such a certificate. */
interface DefectFacts {
  readonly section: string;
  readonly stops: readonly Profile[];
}

const ALL: readonly Profile[] = ['browsers', 'rfc5280', 'webpki'];
const STRICT: readonly Profile[] = ['rfc5280', 'webpki'];

const DEFECTS = {
  duplicateExtension: { section: '4.2', stops: ALL },
  malformedExtensions: { section: '4.1', stops: ALL },
  malformedBasicConstraints: { section: '4.2.1.9', stops: ALL },
  malformedKeyUsage: { section: '4.2.1.3', stops: ALL },
  malformedExtendedKeyUsage: { section: '4.2.1.12', stops: ALL },
  malformedSubjectAltNames: { section: '4.2.1.6', stops: ALL },
  /** a dNSName outside the preferred name syntax: an underscore, an IP address, an empty label */
  dnsNameSyntax: { section: '4.2.1.6', stops: STRICT },
  malformedNameConstraints: { section: '4.2.1.10', stops: ALL },
  malformedPolicies: { section: '4.2.1.4', stops: ALL },
  malformedAuthorityKeyId: { section: '4.2.1.1', stops: ALL },
  malformedSubjectKeyId: { section: '4.2.1.2', stops: ALL },
  malformedAuthorityInfoAccess: { section: '4.2.2.1', stops: STRICT },
  malformedCrlDistributionPoints: { section: '4.2.1.13', stops: STRICT },
  malformedSctList: { section: 'RFC 6962 §3.3', stops: [] },
  malformedPublicKey: { section: '4.1.2.7', stops: ALL },
  explicitCurve: { section: 'RFC 5480 §2.1.1', stops: ALL },
  signatureAlgorithmMismatch: { section: '4.1.1.2', stops: ALL },
  emptyIssuer: { section: '4.1.2.4', stops: ALL },
  negativeSerial: { section: '4.1.2.2', stops: STRICT },
  zeroSerial: { section: '4.1.2.2', stops: STRICT },
  longSerial: { section: '4.1.2.2', stops: STRICT },
  longFormInteger: { section: 'X.690 §8.3.2', stops: STRICT },
  extensionsBeforeV3: { section: '4.1.2.1', stops: STRICT },
  unknownVersion: { section: '4.1.2.1', stops: ALL },
  generalizedTimeBefore2050: { section: '4.1.2.5', stops: STRICT },
  criticalAuthorityKeyId: { section: '4.2.1.1', stops: STRICT },
  missingAuthorityKeyId: { section: '4.2.1.1', stops: STRICT },
  criticalSubjectKeyId: { section: '4.2.1.2', stops: STRICT },
  missingSubjectKeyId: { section: '4.2.1.2', stops: STRICT },
  criticalAuthorityInfoAccess: { section: '4.2.2.1', stops: STRICT },
  certSignWithoutCa: { section: '4.2.1.9', stops: STRICT },
  pathLengthWithoutCa: { section: '4.2.1.9', stops: STRICT },
  nonCriticalBasicConstraints: { section: '4.2.1.9', stops: STRICT },
  emptyKeyUsage: { section: '4.2.1.3', stops: STRICT },
  emptySubjectOfCa: { section: '4.1.2.6', stops: STRICT },
  /** an empty subject, and no critical subjectAltName to take its place */
  noSubject: { section: '4.1.2.6', stops: STRICT },
  nonCriticalNameConstraints: { section: '4.2.1.10', stops: ['rfc5280'] },
  /** `.example.com` for DNS names: the RFC knows the dot for URIs and mailboxes alone; clients take it for all subdomains */
  leadingDotInConstraint: { section: '4.2.1.10', stops: STRICT },
  nameConstraintsWithoutCa: { section: '4.2.1.10', stops: STRICT },
  nonCriticalPolicyConstraints: { section: '4.2.1.11', stops: STRICT },
  nonCriticalInhibitAnyPolicy: { section: '4.2.1.14', stops: STRICT },
} as const satisfies Record<string, DefectFacts>;

export type DefectCode = keyof typeof DEFECTS;

/** Does this defect stop a path? A code that this version does not know does. */
export function defectStops(code: string, profile: Profile): boolean {
  const table: Readonly<Record<string, DefectFacts>> = DEFECTS;
  return table[code]?.stops.includes(profile) ?? true;
}

/** Where it is written down that this is none: `RFC 5280 §4.2.1.9` */
export function defectSource(code: string): string {
  const table: Readonly<Record<string, DefectFacts>> = DEFECTS;
  const section = table[code]?.section ?? '4';
  return /^\d/.test(section) ? `RFC 5280 §${section}` : section;
}
