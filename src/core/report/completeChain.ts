import type { Subject } from '../rules/subject.ts';
import type { Certificate } from '../x509/certificate.ts';
import { verifyCertificate } from '../x509/verifySignature.ts';

export interface CompleteChain {
  /** leaf, intermediates, root: each certifies the one before it */
  readonly certificates: readonly Certificate[];
  /** it ends in a root; else the certificate above the last one is not to be had */
  readonly complete: boolean;
}

/**
 * The certificates that a PFX for this leaf should hold, in the order in which it should hold them: of the file, of those fetched and of
 * the trusted ones those on its path, each once, and no other. A certificate that the file has in the true issuer's place ends it.
 *
 * @see OutSystems: the PFX must include the complete chain (Enable SSL/TLS in OutSystems PaaS); RFC 8446 §4.4.2
 */
export function completeChain({ path, anchors }: Pick<Subject, 'path' | 'anchors'>): CompleteChain {
  const steps = path?.steps ?? [];
  const broken = steps.findIndex(({ problems }) => problems.some(({ code }) => code === 'badSignature'));
  const certificates = steps.slice(0, broken < 0 ? steps.length : broken + 1).map(({ certificate }) => certificate);
  if (broken >= 0) return { certificates, complete: false };
  // an intermediate may be trusted by itself: the root above it belongs in the file all the same
  for (let last = certificates.at(-1); last && !isRoot(last) && certificates.length <= MAX_DEPTH;) {
    const child = last;
    last = anchors
      .bySubject(child.issuer.key)
      .map(({ certificate }) => certificate)
      .find((candidate) => !certificates.includes(candidate) && verifyCertificate(child, candidate) === 'good');
    if (last) certificates.push(last);
  }
  const end = certificates.at(-1);
  return { certificates, complete: end !== undefined && isRoot(end) };
}

const MAX_DEPTH = 10;

function isRoot(certificate: Certificate): boolean {
  return certificate.selfIssued && verifyCertificate(certificate, certificate) !== 'bad';
}
