import type { Certificate, KeyUsage } from './certificate.ts';
import { defectStops, type Profile } from './defects.ts';
import { ExtensionOid, Purpose } from './oids.ts';
import type { PathProblem } from './path.ts';

export type PurposeName = 'serverAuth' | 'clientAuth' | 'any';

/** What is asked of a single certificate, apart from its neighbours. */
export interface Demands {
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  readonly purpose: PurposeName;
  /** key usages that the leaf must have, where it says anything on that */
  readonly keyUsage: readonly KeyUsage[];
  readonly profile: Profile;
}

/** The place of a certificate in a path. A leaf that is itself trusted is an anchor and no CA. */
export interface Role {
  readonly ca: boolean;
  readonly anchor: boolean;
}

/**
 * All that can be wrong with a certificate in its role, without its issuer's key and without the rest of the path.
 * An anchor's signature, serial number and time encodings do not matter: its name, key and constraints do.
 *
 * @see RFC 5280 §6.1.3 (a)(2), §6.1.4 (k) to (o)
 */
export function certificateProblems(certificate: Certificate, role: Role, demands: Demands): PathProblem[] {
  return [
    ...validityProblems(certificate, demands.time),
    ...defectProblems(certificate, role, demands.profile),
    ...(role.ca ? caProblems(certificate, role) : leafProblems(certificate, demands)),
    ...purposeProblems(certificate, demands.purpose),
    ...criticalProblems(certificate),
    ...strengthProblems(certificate, role),
  ];
}

/** Both ends belong to the validity; parts of a second do not count (RFC 5280 §4.1.2.5). */
function validityProblems({ notBefore, notAfter }: Certificate, time: number): PathProblem[] {
  const second = Math.floor(time / 1000) * 1000;
  if (second > notAfter) return [{ code: 'expired', params: { at: notAfter } }];
  return second < notBefore ? [{ code: 'notYetValid', params: { at: notBefore } }] : [];
}

const FREE_FOR_ANCHORS: ReadonlySet<string> = new Set([
  'negativeSerial',
  'zeroSerial',
  'longSerial',
  'longFormInteger',
  'generalizedTimeBefore2050',
]);

/** What a CA's anchor may have. A trusted leaf answers for itself; a signature that nobody checks may contradict itself to clients alone. */
function isFree(defect: string, { ca, anchor }: Role, profile: Profile): boolean {
  if (!anchor || !ca) return false;
  return FREE_FOR_ANCHORS.has(defect) || (defect === 'signatureAlgorithmMismatch' && profile === 'browsers');
}

function defectProblems({ defects }: Certificate, role: Role, profile: Profile): PathProblem[] {
  return defects
    .filter((defect) => defectStops(defect, profile) && !isFree(defect, role, profile))
    .map((defect) =>
      defect === 'signatureAlgorithmMismatch' ? { code: defect } : { code: 'malformed', params: { defect } },
    );
}

/** A root of X.509 version 1 or 2 can't say that it is a CA: being trusted says it. */
function caProblems({ version, extensions }: Certificate, { anchor }: Role): PathProblem[] {
  const problems: PathProblem[] = [];
  const { basicConstraints, keyUsage } = extensions;
  const old = anchor && version < 3 && extensions.all.length === 0;
  if (!basicConstraints?.ca && !old) problems.push({ code: 'notCa' });
  if (keyUsage && !keyUsage.usages.includes('keyCertSign')) problems.push({ code: 'keyUsageNoCertSign' });
  return problems;
}

function leafProblems({ extensions }: Certificate, demands: Demands): PathProblem[] {
  const usages = extensions.keyUsage?.usages;
  const missing = usages && demands.keyUsage.find((usage) => !usages.includes(usage));
  return missing ? [{ code: 'extendedKeyUsage', params: { missing } }] : [];
}

/** A CA that lists purposes limits those of what it signs, as all clients have it. @see RFC 5280 §4.2.1.12 */
function purposeProblems({ extensions }: Certificate, purpose: PurposeName): PathProblem[] {
  const purposes = extensions.extendedKeyUsage?.purposes;
  if (purpose === 'any' || !purposes || purposes.includes(Purpose[purpose]) || purposes.includes(Purpose.any))
    return [];
  return [{ code: 'extendedKeyUsage', params: { missing: purpose } }];
}

const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([
  ExtensionOid.subjectKeyId,
  ExtensionOid.keyUsage,
  ExtensionOid.subjectAltNames,
  ExtensionOid.issuerAltNames,
  ExtensionOid.basicConstraints,
  ExtensionOid.nameConstraints,
  ExtensionOid.crlDistributionPoints,
  ExtensionOid.certificatePolicies,
  ExtensionOid.policyMappings,
  ExtensionOid.authorityKeyId,
  ExtensionOid.policyConstraints,
  ExtensionOid.extendedKeyUsage,
  ExtensionOid.inhibitAnyPolicy,
  ExtensionOid.authorityInfoAccess,
  ExtensionOid.subjectInfoAccess,
  ExtensionOid.sctList,
]);

function criticalProblems({ extensions }: Certificate): PathProblem[] {
  return extensions.all
    .filter(({ oid, critical }) => critical && !KNOWN_EXTENSIONS.has(oid))
    .map(({ oid }) => ({ code: 'unknownCriticalExtension', params: { oid } }));
}

const WEAK_HASHES: ReadonlySet<string | undefined> = new Set(['md2', 'md4', 'md5', 'sha1']);

/** A hash whose signatures can be forged. @param hash as in `SignatureFacts.hash` */
export function isWeakHash(hash: string | undefined): boolean {
  return WEAK_HASHES.has(hash);
}

/** What every client refuses; what the CA/Browser Forum asks beyond it is a lint. */
function strengthProblems(certificate: Certificate, { anchor }: Role): PathProblem[] {
  const { publicKey, signature } = certificate;
  const problems: PathProblem[] = [];
  const rsa = publicKey.kind === 'rsa' || publicKey.kind === 'rsa-pss';
  if (rsa && publicKey.bits !== undefined && publicKey.bits < 1024)
    problems.push({ code: 'weakKey', params: { bits: publicKey.bits } });
  // a root's signature over itself vouches for nothing, trusted or not
  if (!anchor && !signsItself(certificate) && signature.hash !== undefined && isWeakHash(signature.hash))
    problems.push({ code: 'weakSignature', params: { hash: signature.hash } });
  return problems;
}

/** By its names and key identifiers: a CA that changes its key certifies the new one with the old, under one name. */
function signsItself({ selfIssued, extensions: { authorityKeyId, subjectKeyId } }: Certificate): boolean {
  const [authority, own] = [authorityKeyId?.keyId, subjectKeyId];
  return selfIssued && (authority === undefined || own === undefined || authority === own);
}
