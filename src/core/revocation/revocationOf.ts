import { crlAddresses, ocspAddresses } from '../online/addresses.ts';
import type { Certificate } from '../x509/certificate.ts';
import { checkCrl, type CrlVerdict } from '../x509/checkCrl.ts';
import type { Path } from '../x509/path.ts';
import { checkOcsp, type OcspVerdict } from './checkOcsp.ts';
import type { RevocationEvidence, RevocationQuestion } from './evidence.ts';
import type { Revocation, RevocationFailure } from './revocation.ts';

/**
 * Of each certificate of a path. One answer that says revoked outweighs all others; a failure is never good.
 *
 * @param others certificates among which a CRL issuer's own may be
 * @see RFC 6960, RFC 5280 §6.3
 */
export function revocationOf(
  { steps, anchorStores }: Path,
  evidence: readonly RevocationEvidence[],
  time: number,
  others: readonly Certificate[] = [],
): readonly Revocation[] {
  return steps.map(({ certificate, problems }, i): Revocation => {
    const issuer = steps[i + 1]?.certificate;
    if (!issuer) return { status: 'notChecked', why: anchorStores.length > 0 ? 'anchor' : 'noIssuer' };
    if (problems.some(({ code }) => code === 'badSignature')) return { status: 'notChecked', why: 'noIssuer' };
    const own = evidence.filter((item) => item.certificate === certificate.sha256);
    if (own.length > 0) return combined(own, { certificate, issuer, time, others });
    const named = ocspAddresses(certificate).length + crlAddresses(certificate).length > 0;
    return { status: 'notChecked', why: named ? 'notAsked' : 'noAddress' };
  });
}

interface Question {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly time: number;
  readonly others: readonly Certificate[];
}

function combined(evidence: readonly RevocationEvidence[], question: Question): Revocation {
  const single = evidence.map((item) => revocationBy(item, evidence, question));
  return (
    single.find(({ status }) => status === 'revoked') ??
    single.find(({ status }) => status === 'good') ?? {
      status: 'unknown',
      failures: single.flatMap((revocation) => (revocation.status === 'unknown' ? revocation.failures : [])),
    }
  );
}

function revocationBy(
  item: RevocationEvidence,
  all: readonly RevocationEvidence[],
  { certificate, issuer, time, others }: Question,
): Revocation {
  if ('problem' in item) return failure(item, item.problem);
  if (item.kind === 'ocsp')
    return believed(item, checkOcsp(item.answer, certificate, issuer, { time, nonce: item.nonce }));
  const deltas = all.flatMap((other) =>
    other.kind === 'crl' && other !== item && 'answer' in other ? [other.answer] : [],
  );
  return believed(item, checkCrl(item.answer, certificate, issuer, { time, deltas, signers: others }));
}

function believed(item: RevocationQuestion, verdict: OcspVerdict | CrlVerdict): Revocation {
  if (verdict.status === 'unknown') return failure(item, verdict.problem);
  const { thisUpdate, nextUpdate } = verdict;
  const prepared = 'nonce' in verdict && verdict.nonce === 'absent';
  const source = { kind: item.kind, url: item.url, thisUpdate, nextUpdate, prepared };
  return verdict.status === 'good'
    ? { status: 'good', ...source }
    : { status: 'revoked', at: verdict.at, reason: verdict.reason, ...source };
}

function failure({ kind, url }: RevocationQuestion, problem: RevocationFailure['problem']): Revocation {
  return { status: 'unknown', failures: [{ kind, url, problem } as RevocationFailure] };
}
