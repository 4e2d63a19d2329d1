import { Asn1Error, parseAsn1 } from '../asn1/reader.ts';
import { contentOf, isContext, sequenceOf } from '../asn1/values.ts';
import type { Certificate } from './certificate.ts';
import { type Crl, parseCrl } from './crl.ts';
import { pointAddresses } from './extensionValues.ts';
import { ExtensionOid } from './oids.ts';
import { verifySigned } from './verifySignature.ts';

/** Why a CRL can't answer for a certificate. */
export type CrlProblem =
  | 'malformed'
  /** it comes from another CA: it says nothing here, and nothing is wrong with it */
  | 'otherIssuer'
  | 'badSignature'
  | 'signatureNotVerifiable'
  /** the CA's key usage lacks cRLSign (RFC 5280 §4.2.1.3) */
  | 'mayNotSignCrls'
  | 'notYetValid'
  | 'outdated'
  | 'unknownCriticalExtension'
  /** for certificates of another kind, for some reasons only, of other CAs' certificates, or a delta (RFC 5280 §5.2.4, §5.2.5) */
  | 'otherScope'
  /** no crlNumber, or a critical one (RFC 5280 §5.2.3); asked for by `strict` alone */
  | 'crlNumber';

/** `unknown` is never good: nothing at hand speaks for the certificate. Moments are milliseconds since 1970. */
export type CrlVerdict =
  | { readonly status: 'good' }
  | { readonly status: 'revoked'; readonly at: number; readonly reason: number }
  | { readonly status: 'unknown'; readonly problem: CrlProblem };

export interface CrlOptions {
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  /** refuse what a CA that conforms to RFC 5280 may not issue; @default false */
  readonly strict?: boolean;
}

/**
 * What one CRL says of one certificate. Pure: whoever has the bytes fetched them.
 *
 * @param crlDer DER
 * @param issuer the certificate's issuer in its path, whose key must have signed the CRL too
 * @see RFC 5280 §5, §6.3.3
 */
export function checkCrl(
  crlDer: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  options: CrlOptions,
): CrlVerdict {
  let crl: Crl;
  let scope: Scope;
  try {
    crl = parseCrl(crlDer);
    scope = readScope(crl);
  } catch (error) {
    if (error instanceof Asn1Error) return { status: 'unknown', problem: 'malformed' };
    throw error;
  }
  const problem = crlProblem(crl, issuer, options) ?? scopeProblem(scope, certificate);
  if (problem) return { status: 'unknown', problem };
  const entry = crl.revoked.get(certificate.serial);
  if (!entry || entry.reason === REMOVE_FROM_CRL) return { status: 'good' };
  if (entry.unclear) return { status: 'unknown', problem: 'unknownCriticalExtension' };
  return { status: 'revoked', at: entry.at, reason: entry.reason };
}

const REMOVE_FROM_CRL = 8;

const KNOWN: ReadonlySet<string> = new Set([
  ExtensionOid.authorityKeyId,
  ExtensionOid.issuerAltNames,
  ExtensionOid.crlNumber,
  ExtensionOid.issuingDistributionPoint,
  ExtensionOid.freshestCrl,
  ExtensionOid.authorityInfoAccess,
]);

function crlProblem(crl: Crl, issuer: Certificate, { time, strict = false }: CrlOptions): CrlProblem | undefined {
  const keyId = issuer.extensions.subjectKeyId;
  const otherKey = crl.authorityKeyId !== undefined && keyId !== undefined && crl.authorityKeyId !== keyId;
  if (crl.issuer.key !== issuer.subject.key || otherKey) return 'otherIssuer';
  const usage = issuer.extensions.keyUsage;
  if (usage && !usage.usages.includes('cRLSign')) return 'mayNotSignCrls';
  const verdict = verifySigned(crl, issuer.publicKey);
  if (verdict !== 'good') return verdict === 'bad' ? 'badSignature' : 'signatureNotVerifiable';
  const second = Math.floor(time / 1000) * 1000;
  if (second < crl.thisUpdate) return 'notYetValid';
  if (crl.nextUpdate === undefined ? strict : second > crl.nextUpdate) return 'outdated';
  if (crl.extensions.some(({ oid }) => oid === ExtensionOid.deltaCrlIndicator)) return 'otherScope';
  if (crl.extensions.some(({ oid, critical }) => critical && !KNOWN.has(oid))) return 'unknownCriticalExtension';
  const number = crl.extensions.find(({ oid }) => oid === ExtensionOid.crlNumber);
  return strict && (!number || number.critical) ? 'crlNumber' : undefined;
}

interface Scope {
  readonly only: 'users' | 'authorities' | 'attributes' | undefined;
  /** some reasons only, or other CAs' certificates too */
  readonly partial: boolean;
  /** addresses of the distribution points that the list stands for; undefined where it stands for all */
  readonly addresses: readonly string[] | undefined;
}

/** @see RFC 5280 §5.2.5 */
function readScope(crl: Crl): Scope {
  const extension = crl.extensions.find(({ oid }) => oid === ExtensionOid.issuingDistributionPoint);
  if (!extension) return { only: undefined, partial: false, addresses: undefined };
  const fields = sequenceOf(parseAsn1(extension.value, { encoding: 'der' }), 'issuingDistributionPoint');
  const isSet = (tag: number): boolean => fields.some((field) => isContext(field, tag) && contentOf(field)[0] !== 0);
  const point = fields.find((field) => isContext(field, 0));
  return {
    only: isSet(1) ? 'users' : isSet(2) ? 'authorities' : isSet(5) ? 'attributes' : undefined,
    partial: isSet(4) || fields.some((field) => isContext(field, 3)),
    addresses: point && pointAddresses(point),
  };
}

/** A list for other addresses than the certificate names is a part of the CA's lists that need not hold it. */
function scopeProblem({ only, partial, addresses }: Scope, { extensions }: Certificate): CrlProblem | undefined {
  const kind = extensions.basicConstraints?.ca ? 'authorities' : 'users';
  const elsewhere = addresses && !extensions.crlDistributionPoints?.some((address) => addresses.includes(address));
  return partial || elsewhere || (only !== undefined && only !== kind) ? 'otherScope' : undefined;
}
