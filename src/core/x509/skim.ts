import { INTEGER, BIT_STRING, SEQUENCE } from '../asn1/identifierOctets.ts';
/** Parts of a certificate, each the whole element, cut out without reading what is in them. */
export interface CertificateParts {
  /** what the signature covers */
  readonly tbs: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** the octets of the signature */
  readonly signature: Uint8Array;
}

/**
 * Finds the few elements that indexes and signature checks need, at a fraction of the cost of parsing.
 * Undefined where `der` does not have the outline of a certificate.
 * @see RFC 5280 §4.1
 */
export function skimCertificate(der: Uint8Array): CertificateParts | undefined {
  const outer = element(der, 0, der.length, SEQUENCE);
  const tbs = outer && outer.end === der.length ? element(der, outer.content, outer.end, SEQUENCE) : undefined;
  const algorithm = outer && tbs ? element(der, tbs.end, outer.end, SEQUENCE) : undefined;
  const signature = outer && algorithm ? element(der, algorithm.end, outer.end, BIT_STRING) : undefined;
  if (!outer || !tbs || !signature || signature.end !== outer.end) return undefined;

  const serialAt = der[tbs.content] === EXPLICIT_0 ? element(der, tbs.content, tbs.end, EXPLICIT_0)?.end : tbs.content;
  const serial = serialAt === undefined ? undefined : element(der, serialAt, tbs.end, INTEGER);
  const inner = serial && element(der, serial.end, tbs.end, SEQUENCE);
  const issuer = inner && element(der, inner.end, tbs.end, SEQUENCE);
  const validity = issuer && element(der, issuer.end, tbs.end, SEQUENCE);
  const subject = validity && element(der, validity.end, tbs.end, SEQUENCE);
  if (!inner || !issuer || !validity || !subject) return undefined;
  return {
    tbs: der.subarray(outer.content, tbs.end),
    issuer: der.subarray(inner.end, issuer.end),
    subject: der.subarray(validity.end, subject.end),
    signature: der.subarray(signature.content + 1, signature.end),
  };
}

const EXPLICIT_0 = 0xa0;

function element(
  der: Uint8Array,
  at: number,
  limit: number,
  identifier: number,
): { content: number; end: number } | undefined {
  const first = der[at + 1];
  if (der[at] !== identifier || first === undefined || first === 0x80 || first > 0x84) return undefined;
  const octets = first > 0x80 ? first & 0x7f : 0;
  let length = octets ? 0 : first;
  for (let i = 0; i < octets; i++) length = length * 256 + (der[at + 2 + i] ?? 0);
  const content = at + 2 + octets;
  return content + length <= limit ? { content, end: content + length } : undefined;
}
