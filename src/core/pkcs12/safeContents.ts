import { Asn1Error, type Asn1Node, parseAsn1, Tag } from '../asn1/reader.ts';
import { copyOctets, encodingOf, expectUniversal, isContext, readOid, sequenceOf } from '../asn1/values.ts';
import { type AttributesRead, NO_ATTRIBUTES, readBagAttributes } from './bagAttributes.ts';
import type { CertificateBag, OtherBag } from './contents.ts';
import { type EncryptionScheme, readEncryptionScheme, type Unsupported } from './encryptionScheme.ts';
import { type Budget, checkLimit, Limit } from './limits.ts';
import { Oid } from './oids.ts';

type Without<T> = Omit<T, 'index' | 'friendlyName' | 'localKeyId' | 'duplicateAttributes'>;

/** A bag as far as it is read without a password. Byte arrays are copies. */
export interface RawBag {
  readonly attributes: AttributesRead;
  readonly content:
    | Without<CertificateBag>
    | Without<OtherBag>
    /** PrivateKeyInfo */
    | { readonly kind: 'plainKey'; readonly pkcs8: Uint8Array }
    | {
        readonly kind: 'shroudedKey';
        readonly scheme: EncryptionScheme | Unsupported;
        readonly data: Uint8Array;
      };
}

/**
 * Reads the bags of a SafeContents, those of nested ones in their place. A bag that is not well-formed becomes an
 * `unreadable` one.
 * @throws Asn1Error where the whole is no SafeContents; PfxError `limit`
 * @see RFC 7292 §4.2
 */
export function readSafeContents(root: Asn1Node, budget: Budget): RawBag[] {
  const bags: RawBag[] = [];
  const pending = [{ nodes: sequenceOf(root, 'the safe contents'), next: 0 }];
  for (let level = pending.at(-1); level; level = pending.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) {
      pending.pop();
      continue;
    }
    const nested = nestedContents(node);
    if (nested) {
      pending.push({ nodes: nested, next: 0 });
      checkLimit('nesting', pending.length, Limit.nesting);
    } else {
      budget.countBag();
      bags.push(readBag(node, budget));
    }
  }
  return bags;
}

/** Whether every child of a SEQUENCE looks like a bag: what a wrong password does not bring about. */
export function looksLikeSafeContents(root: Asn1Node): boolean {
  return root.children.every((bag) => {
    const [type] = bag.children;
    return type?.tag === Tag.oid && type.tagClass === 0;
  });
}

function nestedContents(node: Asn1Node): readonly Asn1Node[] | undefined {
  const [type, value] = node.children;
  if (type?.tag !== Tag.oid || type.tagClass !== 0 || !isContext(value, 0)) return undefined;
  const inner = value?.children[0];
  const nested = readOid(type, 'the bag type') === Oid.safeContentsBag && inner?.tag === Tag.sequence;
  return nested ? inner.children : undefined;
}

function readBag(node: Asn1Node, budget: Budget): RawBag {
  let attributes = NO_ATTRIBUTES;
  let oid = '';
  try {
    const [typeNode, valueNode, attributesNode] = sequenceOf(node, 'a bag');
    oid = readOid(typeNode, 'the type of a bag', node);
    attributes = readBagAttributes(attributesNode);
    const value = isContext(valueNode, 0) ? valueNode?.children[0] : undefined;
    if (!value) throw new Asn1Error('unexpected', node.start, 'a bag without a value');
    return { attributes, content: readValue(oid, value, budget) };
  } catch (error) {
    if (!(error instanceof Asn1Error)) throw error;
    const of = oid === Oid.certificateBag ? 'certificate' : 'key';
    const known = oid === Oid.certificateBag || oid === Oid.keyBag || oid === Oid.shroudedKeyBag;
    return { attributes, content: { kind: 'unreadable', oid, problem: 'malformed', ...(known ? { of } : {}) } };
  }
}

function readValue(oid: string, value: Asn1Node, budget: Budget): RawBag['content'] {
  switch (oid) {
    case Oid.certificateBag: {
      const { type, bytes } = readTyped(value, 'a certificate');
      if (type !== Oid.x509Certificate) return { kind: 'unknown', oid: type };
      // no look inside: only that it is one SEQUENCE, as every certificate is
      if (bytes[0] !== 0x30) throw new Asn1Error('unexpected', value.start, 'a certificate that is no SEQUENCE');
      return { kind: 'certificate', der: bytes };
    }
    case Oid.keyBag:
      return { kind: 'plainKey', pkcs8: new Uint8Array(encodingOf(expectUniversal(value, Tag.sequence, 'a key'))) };
    case Oid.shroudedKeyBag: {
      const [algorithm, data] = sequenceOf(value, 'an encrypted key');
      const scheme = readEncryptionScheme(algorithm, budget);
      return {
        kind: 'shroudedKey',
        scheme,
        data: copyOctets(expectUniversal(data, Tag.octetString, 'an encrypted key', value)),
      };
    }
    case Oid.crlBag:
      return { kind: 'crl', oid: readTyped(value, 'a CRL').type };
    case Oid.secretBag:
      return { kind: 'secret', oid: readOid(sequenceOf(value, 'a secret')[0], 'the type of a secret', value) };
    default:
      return { kind: 'unknown', oid };
  }
}

/** SEQUENCE { OID, [0] EXPLICIT OCTET STRING }: a CertBag or CRLBag. */
function readTyped(value: Asn1Node, what: string): { type: string; bytes: Uint8Array } {
  const [typeNode, wrapper] = sequenceOf(value, what);
  const type = readOid(typeNode, `the type of ${what}`, value);
  const inner = isContext(wrapper, 0) ? wrapper?.children[0] : undefined;
  return { type, bytes: copyOctets(expectUniversal(inner, Tag.octetString, what, value)) };
}

/** Elements in a parse, and whether BER and not DER wrote it: an indefinite length, or a string in segments. */
export function survey(root: Asn1Node): { nodes: number; ber: boolean } {
  let nodes = 0;
  let ber = false;
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes++;
    ber ||= node.end !== node.contentEnd;
    ber ||= node.constructed && node.tagClass === 0 && node.tag === Tag.octetString;
    for (const child of node.children) pending.push(child);
  }
  return { nodes, ber };
}

/** One element in BER within what `budget` has left of nodes. @throws Asn1Error */
export function parseWithin(bytes: Uint8Array, budget: Budget): Asn1Node {
  return parseAsn1(bytes, {
    encoding: 'ber',
    allowTrailing: true,
    maxDepth: Limit.depth,
    maxNodes: Math.max(1, budget.nodesLeft),
  });
}
