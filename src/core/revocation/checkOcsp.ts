import { Asn1Error } from '../asn1/reader.ts';
import { bytesEqual } from '../asn1/values.ts';
import { CLOCK_SKEW, DAY } from '../time.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { ListedExtension } from '../x509/extensionList.ts';
import { isMeant } from './certId.ts';
import { OcspOid } from './ocspOids.ts';
import { nonceValue } from './ocspRequest.ts';
import type { OcspProblem, OcspRefusal } from './ocspProblem.ts';
import { findResponder, type Responder } from './ocspResponder.ts';
import { type OcspAnswer, type OcspResponse, parseOcspResponse } from './ocspResponse.ts';

/** What is known of an answer that is believed. Moments are milliseconds since 1970. */
export interface OcspFacts {
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  readonly producedAt: number;
  readonly responder: Responder;
  /** `absent`: prepared beforehand and not for this question, as most public CAs do (RFC 5019 §4) */
  readonly nonce: 'repeated' | 'absent' | 'notSent';
}

/** `unknown` is never good: nothing at hand speaks for the certificate. */
export type OcspVerdict =
  | ({ readonly status: 'good' } & OcspFacts)
  | ({ readonly status: 'revoked'; readonly at: number; readonly reason: number } & OcspFacts)
  | { readonly status: 'unknown'; readonly problem: OcspProblem };

export interface OcspOptions {
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  /** the one that was sent, where one was */
  readonly nonce?: Uint8Array | undefined;
}

/** How old an answer without nextUpdate may be: it says that there is always a newer one (RFC 6960 §4.2.2.1). */
const MAX_AGE = DAY;

/**
 * What an OCSP response says of one certificate. Pure: whoever has the bytes fetched them.
 *
 * @param der DER
 * @param issuer the certificate's issuer in its path
 * @see RFC 6960 §3.2, §4.2.2
 */
export function checkOcsp(
  der: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  options: OcspOptions,
): OcspVerdict {
  let response: OcspResponse | OcspRefusal;
  try {
    response = parseOcspResponse(der);
  } catch (error) {
    if (error instanceof Asn1Error) return unknown('malformed');
    throw error;
  }
  if (typeof response === 'string') return unknown(response);
  const responder = findResponder(response, issuer, options.time);
  if ('problem' in responder) return unknown(responder.problem);
  const nonce = compareNonce(response, options.nonce);
  if (nonce === 'wrong') return unknown('wrongNonce');
  if (hasUnknownCritical(response.extensions)) return unknown('unknownCriticalExtension');
  const answers = response.answers.filter(({ id }) => isMeant(id, certificate, issuer));
  const answer = answers.find(({ status }) => status === 'revoked') ?? answers[0];
  if (!answer) return unknown('otherCertificate');
  const problem = answerProblem(answer, options.time);
  if (problem) return unknown(problem);
  const { thisUpdate, nextUpdate, revoked } = answer;
  const facts = { thisUpdate, nextUpdate, producedAt: response.producedAt, responder, nonce };
  return revoked ? { status: 'revoked', ...revoked, ...facts } : { status: 'good', ...facts };
}

function unknown(problem: OcspProblem): OcspVerdict {
  return { status: 'unknown', problem };
}

function answerProblem(answer: OcspAnswer, time: number): OcspProblem | undefined {
  const { thisUpdate, nextUpdate = thisUpdate + MAX_AGE, status, extensions } = answer;
  if (time + CLOCK_SKEW < thisUpdate) return 'notYetValid';
  if (time - CLOCK_SKEW > nextUpdate) return 'outdated';
  if (hasUnknownCritical(extensions)) return 'unknownCriticalExtension';
  return status === 'unknown' ? 'unknownCertificate' : undefined;
}

function compareNonce({ extensions }: OcspResponse, sent: Uint8Array | undefined): OcspFacts['nonce'] | 'wrong' {
  if (!sent) return 'notSent';
  const got = extensions.find(({ oid }) => oid === OcspOid.nonce);
  if (!got) return 'absent';
  return bytesEqual(got.value, nonceValue(sent)) ? 'repeated' : 'wrong';
}

const KNOWN: ReadonlySet<string> = new Set([
  OcspOid.nonce,
  OcspOid.crlReferences,
  OcspOid.archiveCutoff,
  OcspOid.extendedRevoke,
]);

function hasUnknownCritical(extensions: readonly ListedExtension[]): boolean {
  return extensions.some(({ oid, critical }) => critical && !KNOWN.has(oid));
}
