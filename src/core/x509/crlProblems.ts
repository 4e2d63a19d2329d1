import { CLOCK_SKEW, DAY } from '../time.ts';
import type { Certificate } from './certificate.ts';
import type { Crl } from './crl.ts';
import type { CrlProblem } from './crlProblem.ts';
import { ExtensionOid } from './oids.ts';
import { verifyCertificate, verifySigned } from './verifySignature.ts';

interface Demands {
  readonly time: number;
  readonly strict?: boolean;
  readonly signers?: readonly Certificate[];
}

/** Whose key should have signed a CRL that is asked about `certificate`. @see RFC 5280 §6.3.3 (b)(1), (f) */
export function findCrlSigner(
  crl: Crl,
  certificate: Certificate,
  issuer: Certificate,
  { time, signers = [] }: Demands,
): { readonly signer: Certificate } | { readonly problem: CrlProblem } {
  const isSigner = ({ subject, extensions: { subjectKeyId } }: Certificate): boolean =>
    crl.issuer.key === subject.key &&
    (crl.authorityKeyId === undefined || subjectKeyId === undefined || crl.authorityKeyId === subjectKeyId);
  if (isSigner(issuer)) return { signer: issuer };
  const named = certificate.extensions.crlPoints?.some(({ issuers }) => issuers.includes(crl.issuer.key));
  const own = signers.find(
    (candidate) =>
      named &&
      isSigner(candidate) &&
      candidate.issuer.key === issuer.subject.key &&
      candidate.notBefore <= time &&
      time <= candidate.notAfter &&
      verifyCertificate(candidate, issuer) === 'good',
  );
  if (own) return { signer: own };
  return { problem: crl.issuer.key === issuer.subject.key ? 'otherKey' : 'otherIssuer' };
}

/** What is wrong with a CRL of `signer`, whatever it is asked. */
export function crlProblem(crl: Crl, signer: Certificate, { time, strict = false }: Demands): CrlProblem | undefined {
  const usage = signer.extensions.keyUsage;
  if (usage && !usage.usages.includes('cRLSign')) return 'mayNotSignCrls';
  if (crl.algorithm.hash !== undefined && WEAK.has(crl.algorithm.hash)) return 'weakSignature';
  const verdict = verifySigned(crl, signer.publicKey);
  if (verdict !== 'good') return verdict === 'bad' ? 'badSignature' : 'signatureNotVerifiable';
  const second = Math.floor(time / 1000) * 1000;
  const skew = strict ? 0 : CLOCK_SKEW;
  if (second + skew < crl.thisUpdate) return 'notYetValid';
  if (crl.nextUpdate === undefined && strict) return 'outdated';
  if (second - skew > (crl.nextUpdate ?? crl.thisUpdate + MAX_AGE)) return 'outdated';
  if (hasUnknownCritical(crl)) return 'unknownCriticalExtension';
  const number = crl.extensions.find(({ oid }) => oid === ExtensionOid.crlNumber);
  return strict && (!number || number.critical) ? 'crlNumber' : undefined;
}

/** How old a list may be that does not say when the next one comes: it has to (RFC 5280 §5.1.2.5), and public CAs wait no longer. */
const MAX_AGE = 10 * DAY;

const WEAK = new Set(['md2', 'md4', 'md5', 'sha1']);

const KNOWN: ReadonlySet<string> = new Set([
  ExtensionOid.authorityKeyId,
  ExtensionOid.issuerAltNames,
  ExtensionOid.crlNumber,
  ExtensionOid.deltaCrlIndicator,
  ExtensionOid.issuingDistributionPoint,
  ExtensionOid.freshestCrl,
  ExtensionOid.authorityInfoAccess,
]);

/** Nothing may be read from such a list (RFC 5280 §5.2, §5.3), nor from one of other CAs that does not say that it is one. */
export function hasUnknownCritical({ extensions, unclear, foreign, scope }: Crl): boolean {
  return unclear || (foreign && !scope.indirect) || extensions.some(({ oid, critical }) => critical && !KNOWN.has(oid));
}
