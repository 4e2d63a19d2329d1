import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import {
  bytesToHex,
  contentOf,
  encodingOf,
  expectUniversal,
  isContext,
  readBitString,
  readOctets,
  readOid,
  readTime,
  sequenceOf,
} from '../asn1/values.ts';
import type { SignatureFacts } from '../x509/certificate.ts';
import { type ListedExtension, readExtensionList } from '../x509/extensionList.ts';
import { readName } from '../x509/names.ts';
import { readSignatureAlgorithm } from '../x509/signatureAlgorithm.ts';
import { type CertId, readCertId } from './certId.ts';
import { OcspOid } from './ocspOids.ts';
import type { OcspRefusal } from './ocspProblem.ts';

/** An OCSP response as it stands: nothing of it is checked. Moments are milliseconds since 1970-01-01T00:00:00Z. */
export interface OcspResponse {
  /** by whom it claims to be signed: the name's `key`, or the SHA-1 of a public key in hexadecimal */
  readonly responder: { readonly nameKey: string } | { readonly keyHash: string };
  readonly producedAt: number;
  readonly answers: readonly OcspAnswer[];
  readonly extensions: readonly ListedExtension[];
  /** DER, those that came with it */
  readonly certificates: readonly Uint8Array[];
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: SignatureFacts;
}

export interface OcspAnswer {
  readonly id: CertId;
  readonly status: 'good' | 'revoked' | 'unknown';
  /** where revoked; `reason` is a CRLReason, 0 where none is given */
  readonly revoked?: { readonly at: number; readonly reason: number };
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  readonly extensions: readonly ListedExtension[];
}

const REFUSALS: Readonly<Record<number, OcspRefusal>> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
};

/**
 * Reads an OCSP response.
 * @returns the refusal where the responder gives no answer
 * @throws Asn1Error for anything else
 * @see RFC 6960 §4.2.1
 */
export function parseOcspResponse(der: Uint8Array): OcspResponse | OcspRefusal {
  const root = parseAsn1(der, { encoding: 'der' });
  const [status, bytes] = sequenceOf(root, 'the OCSP response');
  const code = contentOf(expectUniversal(status, Tag.enumerated, 'the status', root))[0] ?? -1;
  const refusal = REFUSALS[code];
  if (refusal) return refusal;
  if (code !== 0) throw new Asn1Error('unexpected', root.start, `a status of ${code}`);
  const [type, content] = sequenceOf(isContext(bytes, 0) ? bytes?.children[0] : undefined, 'the answer', root);
  if (readOid(type, "the answer's type", bytes) !== OcspOid.basic)
    throw new Asn1Error('unexpected', root.start, 'an answer of an unknown type');
  return readBasic(readOctets(expectUniversal(content, Tag.octetString, 'the answer', bytes)));
}

function readBasic(der: Uint8Array): OcspResponse {
  const root = parseAsn1(der, { encoding: 'der' });
  const [tbs, algorithm, signature, certificates] = sequenceOf(root, 'the answer');
  const fields = [...sequenceOf(tbs, 'the signed part', root)];
  const parent = tbs ?? root;
  if (isContext(fields[0], 0)) fields.shift();
  const [responder, producedAt, answers, extensions, ...more] = fields;
  if (more.length > 0 || (extensions && !isContext(extensions, 1)))
    throw new Asn1Error('unexpected', parent.start, 'an answer with a field of another kind');
  return {
    responder: readResponder(responder, parent),
    producedAt: generalizedTime(producedAt, 'producedAt', parent),
    answers: sequenceOf(answers, 'the answers', parent).map(readAnswer),
    extensions: isContext(extensions, 1) ? readExtensionList(extensions?.children[0]) : [],
    certificates: isContext(certificates, 0)
      ? sequenceOf(certificates?.children[0], 'the certificates', certificates).map((node) =>
          Uint8Array.from(encodingOf(node)),
        )
      : [],
    tbs: encodingOf(parent),
    signature: readBitString(signature, 'the signature', root).bytes,
    algorithm: readSignatureAlgorithm(algorithm, root),
  };
}

function readResponder(node: Asn1Node | undefined, parent: Asn1Node): OcspResponse['responder'] {
  const value = node?.children[0];
  if (isContext(node, 1)) return { nameKey: readName(value, 'the responder', parent).key };
  if (!isContext(node, 2)) throw new Asn1Error('unexpected', parent.start, 'a responder of another type');
  return { keyHash: bytesToHex(readOctets(expectUniversal(value, Tag.octetString, "the responder's key", parent))) };
}

const STATUSES = ['good', 'revoked', 'unknown'] as const;

function readAnswer(node: Asn1Node): OcspAnswer {
  const [id, state, thisUpdate, ...rest] = sequenceOf(node, 'an answer');
  const status = STATUSES.find((_, tag) => isContext(state, tag));
  // good and unknown are a NULL, revoked holds when and why
  if (!state || !status || (status !== 'revoked' && state.contentEnd > state.contentStart))
    throw new Asn1Error('unexpected', node.start, 'an answer of another type');
  if (!rest.every((field, i) => isContext(field, 1) || (i === 0 && isContext(field, 0))))
    throw new Asn1Error('unexpected', node.start, 'an answer with a field of another kind');
  const next = rest.find((field) => isContext(field, 0))?.children[0];
  const extensions = rest.find((field) => isContext(field, 1))?.children[0];
  return {
    id: readCertId(id, node),
    status,
    ...(status === 'revoked' && { revoked: readRevoked(state) }),
    thisUpdate: generalizedTime(thisUpdate, 'thisUpdate', node),
    nextUpdate: next && generalizedTime(next, 'nextUpdate', node),
    extensions: extensions ? readExtensionList(extensions) : [],
  };
}

function readRevoked(state: Asn1Node): NonNullable<OcspAnswer['revoked']> {
  const [at, given] = state.children;
  const reason = given?.children[0];
  return {
    at: generalizedTime(at, 'the revocation time', state),
    reason: reason ? (contentOf(expectUniversal(reason, Tag.enumerated, 'a reason'))[0] ?? 0) : 0,
  };
}

/** OCSP has no other times (RFC 6960 §4.2.2.1). */
function generalizedTime(node: Asn1Node | undefined, what: string, parent: Asn1Node): number {
  return readTime(expectUniversal(node, Tag.generalizedTime, what, parent), what);
}
