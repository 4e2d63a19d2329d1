/** Why a CRL can't answer for a certificate. */
export type CrlProblem =
  | 'malformed'
  /** it comes from another CA: it says nothing here, and nothing is wrong with it */
  | 'otherIssuer'
  /** the CA’s name is right, its key another one: an earlier or later key of it, or somebody else’s */
  | 'otherKey'
  | 'badSignature'
  | 'signatureNotVerifiable'
  /** MD5 or SHA-1 */
  | 'weakSignature'
  /** the CA's key usage lacks cRLSign (RFC 5280 §4.2.1.3) */
  | 'mayNotSignCrls'
  | 'notYetValid'
  | 'outdated'
  /** of the list or of one of its entries */
  | 'unknownCriticalExtension'
  /** for certificates of another kind, of another distribution point, or of other CAs (RFC 5280 §5.2.5) */
  | 'otherScope'
  /** the certificate is not in it, but it lists some reasons of revocation only */
  | 'someReasons'
  /** it only tells what has changed since another list (RFC 5280 §5.2.4) */
  | 'deltaWithoutBase'
  /** no crlNumber, or a critical one (RFC 5280 §5.2.3); asked for by `strict` alone */
  | 'crlNumber';
