/** What a responder says instead of an answer. @see RFC 6960 §4.2.1 */
export type OcspRefusal = 'malformedRequest' | 'internalError' | 'tryLater' | 'sigRequired' | 'unauthorized';

/** Why the signature of an answer says nothing. */
export type ResponderProblem =
  /** the certificate of who claims to have signed is neither the issuer's nor with the answer */
  | 'responderMissing'
  | 'badSignature'
  /** this runtime's crypto library can't check it */
  | 'signatureNotVerifiable'
  /** MD5 or SHA-1 */
  | 'weakSignature'
  /** signed by somebody whom the certificate's issuer did not ask to: not issued by it, or not for OCSP */
  | 'responderNotAuthorised'
  | 'responderExpired'
  | 'responderNotYetValid';

/** Why an OCSP response does not answer for a certificate. */
export type OcspProblem =
  | 'malformed'
  | OcspRefusal
  | ResponderProblem
  /** there is no answer for this certificate in it */
  | 'otherCertificate'
  /** the responder does not know the certificate */
  | 'unknownCertificate'
  /** not of now: thisUpdate lies ahead, nextUpdate behind, or there is none and the answer is old */
  | 'notYetValid'
  | 'outdated'
  /** it repeats another number than the one sent: it was made for another question */
  | 'wrongNonce'
  | 'unknownCriticalExtension';
