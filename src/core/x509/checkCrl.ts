import { Asn1Error } from '../asn1/reader.ts';
import { bytesEqual } from '../asn1/values.ts';
import type { Certificate } from './certificate.ts';
import { type Crl, derOfCrl, parseCrl } from './crl.ts';
import { findCrlEntry, type RevokedEntry } from './crlEntries.ts';
import type { CrlProblem } from './crlProblem.ts';
import { crlProblem, findCrlSigner, hasUnknownCritical } from './crlProblems.ts';
import { scopeFor } from './crlScope.ts';
import { ExtensionOid } from './oids.ts';

/** `unknown` is never good: nothing at hand speaks for the certificate. Moments are milliseconds since 1970. */
export type CrlVerdict =
  | ({ readonly status: 'good' } & CrlFacts)
  | ({ readonly status: 'revoked'; readonly at: number; readonly reason: number } & CrlFacts)
  | { readonly status: 'unknown'; readonly problem: CrlProblem };

/** Of the newest list that was believed. */
export interface CrlFacts {
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
}

export interface CrlOptions {
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  /** refuse what a CA that conforms to RFC 5280 may not issue, and let clocks not differ; @default false */
  readonly strict?: boolean;
  /** delta CRLs, DER or PEM: those that complete this list are used, the others say nothing */
  readonly deltas?: readonly Uint8Array[];
  /** certificates among which the one of a CRL issuer of its own may be */
  readonly signers?: readonly Certificate[];
}

/**
 * What one CRL says of one certificate. Pure: whoever has the bytes fetched them.
 *
 * The list may come from the certificate's issuer, or (an indirect one) from whom the certificate names for it, where the issuer
 * itself certified that one's key. Lists for some reasons only can say that a certificate is revoked, not that it is good.
 *
 * @param bytes DER, or PEM as some CAs serve it
 * @param issuer the certificate's issuer in its path
 * @see RFC 5280 §5, §6.3.3
 */
export function checkCrl(
  bytes: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  options: CrlOptions,
): CrlVerdict {
  try {
    return verdictOf(parseCrl(bytes), certificate, issuer, options);
  } catch (error) {
    if (error instanceof Asn1Error) return { status: 'unknown', problem: 'malformed' };
    throw error;
  }
}

function verdictOf(crl: Crl, certificate: Certificate, issuer: Certificate, options: CrlOptions): CrlVerdict {
  const signer = findCrlSigner(crl, certificate, issuer, options);
  const problem = 'problem' in signer ? signer.problem : crlProblem(crl, signer.signer, options);
  if (problem || !('signer' in signer)) return { status: 'unknown', problem: problem ?? 'otherIssuer' };
  if (crl.baseNumber !== undefined) return { status: 'unknown', problem: 'deltaWithoutBase' };
  const scope = scopeFor(crl.scope, crl.issuer.key, certificate);
  if (scope === 'none') return { status: 'unknown', problem: 'otherScope' };
  const delta = newestDelta(crl, signer.signer, options);
  const facts = { thisUpdate: (delta ?? crl).thisUpdate, nextUpdate: (delta ?? crl).nextUpdate };
  const entry = (delta && entryOf(delta, certificate)) ?? entryOf(crl, certificate);
  if (entry && entry.reason !== REMOVE_FROM_CRL) return { status: 'revoked', ...entry, ...facts };
  return scope === 'part' ? { status: 'unknown', problem: 'someReasons' } : { status: 'good', ...facts };
}

const REMOVE_FROM_CRL = 8;

function entryOf(crl: Crl, { issuer, serial }: Certificate): RevokedEntry | undefined {
  return findCrlEntry(crl, crl.issuer.key, { issuer: issuer.key, serial });
}

/** The newest one that completes `base`. @see RFC 5280 §5.2.4, §6.3.3 (c) */
function newestDelta(base: Crl, signer: Certificate, options: CrlOptions): Crl | undefined {
  const fitting = (options.deltas ?? [])
    .map(derOfCrl)
    .filter(mayBeDelta)
    .flatMap((der) => {
      const delta = parseOrNone(der);
      return delta && completes(delta, base) && crlProblem(delta, signer, options) === undefined ? [delta] : [];
    });
  return fitting.reduce<Crl | undefined>(
    (newest, delta) => (!newest || (delta.number ?? 0n) > (newest.number ?? 0n) ? delta : newest),
    undefined,
  );
}

/** deltaCRLIndicator, DER of its OID: to read a long list only to see that it is none costs too much. */
const DELTA_INDICATOR = Buffer.from('0603551d1b', 'hex');

function mayBeDelta(der: Uint8Array): boolean {
  return Buffer.from(der.buffer, der.byteOffset, der.length).includes(DELTA_INDICATOR);
}

function completes(delta: Crl, base: Crl): boolean {
  return (
    delta.issuer.key === base.issuer.key &&
    delta.authorityKeyId === base.authorityKeyId &&
    sameScope(delta, base) &&
    delta.baseNumber !== undefined &&
    delta.number !== undefined &&
    base.number !== undefined &&
    base.number >= delta.baseNumber &&
    base.number < delta.number &&
    !hasUnknownCritical(delta)
  );
}

function sameScope(a: Crl, b: Crl): boolean {
  const [ofA, ofB] = [a, b].map(
    ({ extensions }) => extensions.find(({ oid }) => oid === ExtensionOid.issuingDistributionPoint)?.value,
  );
  return ofA && ofB ? bytesEqual(ofA, ofB) : ofA === ofB;
}

function parseOrNone(der: Uint8Array): Crl | undefined {
  try {
    return parseCrl(der);
  } catch (error) {
    if (error instanceof Asn1Error) return undefined; // a delta that says nothing
    throw error;
  }
}
