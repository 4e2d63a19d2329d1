import { FETCH_PROBLEMS } from '../online/fetchProblem.ts';
import { hostOf } from '../online/addresses.ts';
import { displayDay, isoTime } from '../time.ts';
import type { CrlProblem } from '../x509/crlProblem.ts';
import type { OcspProblem } from './ocspProblem.ts';
import type { Revocation, RevocationFailure } from './revocation.ts';

/** @see RFC 5280 §5.3.1 */
const REASONS: Readonly<Record<number, readonly [code: string, text: string]>> = {
  0: ['unspecified', 'no reason is given'],
  1: ['keyCompromise', 'its private key may be known to others'],
  2: ['cACompromise', 'the private key of its CA may be known to others'],
  3: ['affiliationChanged', 'its owner’s details have changed'],
  4: ['superseded', 'it was replaced by another one'],
  5: ['cessationOfOperation', 'it is no longer in use'],
  6: ['certificateHold', 'it is on hold'],
  9: ['privilegeWithdrawn', 'its owner may no longer have it'],
  10: ['aACompromise', 'the private key of an authority may be known to others'],
};

/** A CRLReason's name, as the RFC writes it. */
export function reasonCode(reason: number): string {
  return REASONS[reason]?.[0] ?? `reason ${reason}`;
}

/** Why a certificate was revoked, as the end of a sentence. */
export function reasonText(reason: number): string {
  return REASONS[reason]?.[1] ?? `reason ${reason}`;
}

type AnswerProblem = OcspProblem | CrlProblem;

/** As the end of a sentence after an address: `… sent an answer that is out of date`. */
const ANSWER_PROBLEMS: Readonly<Record<AnswerProblem, string>> = {
  malformed: 'sent an answer that can’t be read',
  malformedRequest: 'did not understand the question',
  internalError: 'has an error of its own',
  tryLater: 'asks to try again later',
  sigRequired: 'answers only to those whom it knows',
  unauthorized: 'does not answer for this certificate',
  responderMissing: 'sent an answer without saying who vouches for it',
  otherIssuer: 'sent the list of another CA',
  otherKey: 'sent a list signed with another key of the CA',
  badSignature: 'sent an answer with a wrong signature',
  signatureNotVerifiable: 'sent an answer whose signature can’t be verified here',
  weakSignature: 'sent an answer whose signature is too weak to be trusted',
  responderNotAuthorised: 'sent an answer of somebody whom the CA did not ask to',
  responderExpired: 'sent an answer signed with an expired certificate',
  responderNotYetValid: 'sent an answer signed with a certificate that is not valid yet',
  otherCertificate: 'sent an answer about another certificate',
  unknownCertificate: 'does not know this certificate',
  notYetValid: 'sent an answer of a later time than this computer’s clock shows',
  outdated: 'sent an answer that is out of date',
  wrongNonce: 'sent an answer to another question',
  unknownCriticalExtension: 'sent an answer that must not be read without knowing an extension in it',
  mayNotSignCrls: 'sent a list of a CA that may not sign lists',
  otherScope: 'sent a list that is about other certificates than this one',
  someReasons: 'sent a list of some reasons for revoking only, and this certificate is not on it',
  deltaWithoutBase: 'sent only what has changed since another list, which is not at hand',
  crlNumber: 'sent a list without a number',
};

/** What went wrong with one address, as a phrase: `ocsp.acme.com did not answer in time`. */
export function failureText({ url, problem }: RevocationFailure): string {
  const texts: Readonly<Record<string, string>> = { ...FETCH_PROBLEMS, ...ANSWER_PROBLEMS };
  return `${hostOf(url) ?? url} ${texts[problem] ?? problem}`;
}

/** All that is known, as a sentence or two. */
export function revocationText(revocation: Revocation): string {
  switch (revocation.status) {
    case 'good':
      return revocation.kind === 'ocsp'
        ? `Not revoked: ${hostOf(revocation.url) ?? revocation.url} says so as of ${minute(revocation.thisUpdate)}.${revocation.prepared ? ' The answer was prepared beforehand and not for this question, as CAs may do.' : ''}`
        : `Not revoked: it is not on the CA’s list (${hostOf(revocation.url) ?? revocation.url}) of ${minute(revocation.thisUpdate)}.`;
    case 'revoked':
      return `Revoked on ${displayDay(revocation.at)}: ${reasonText(revocation.reason)}.`;
    case 'unknown':
      return `Not known: ${revocation.failures.map(failureText).join('; ')}.`;
    case 'notChecked':
      return NOT_CHECKED[revocation.why];
  }
}

const NOT_CHECKED: Readonly<Record<Extract<Revocation, { status: 'notChecked' }>['why'], string>> = {
  notAsked: 'Not checked.',
  noAddress: 'Not checked: the certificate names no address to ask.',
  anchor: 'Not checked: there is no CA above a root that could revoke it.',
  noIssuer: 'Not checked: the certificate of its issuer is needed for that.',
};

/** `2026-11-23 12:00 UTC` */
function minute(millis: number): string {
  return `${isoTime(millis).slice(0, 16).replace('T', ' ')} UTC`;
}
