import { Asn1Error, type Asn1Node, Tag } from '../asn1/reader.ts';
import { expectUniversal, isContext, readOctets, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import { NO_ATTRIBUTES } from './bagAttributes.ts';
import { type EncryptionScheme, readEncryptionScheme, type Unsupported } from './encryptionScheme.ts';
import { PfxError } from './errors.ts';
import type { Budget } from './limits.ts';
import { type MacScheme, readMac } from './mac.ts';
import { Oid } from './oids.ts';
import { parseWithin, type RawBag, readSafeContents, survey } from './safeContents.ts';

/** One ContentInfo of the AuthenticatedSafe. */
export type Safe =
  | { readonly kind: 'plain'; readonly bags: readonly RawBag[] }
  | { readonly kind: 'encrypted'; readonly scheme: EncryptionScheme | Unsupported; readonly data: Uint8Array };

/** What a PFX says without a password. */
export interface Outer {
  readonly safes: readonly Safe[];
  readonly mac: MacScheme | Unsupported | undefined;
  /** what the MAC is computed over */
  readonly content: Uint8Array;
  readonly trailingBytes: number;
  readonly ber: boolean;
}

/**
 * Reads all that is readable without a password, and every iteration count with it, and settles `budget`. Derives nothing.
 * @throws Asn1Error, PfxError `publicKeyMode`, `limit`, `malformed`
 * @see RFC 7292 §4
 */
export function readOuter(bytes: Uint8Array, budget: Budget): Outer {
  const root = parseWithin(bytes, budget);
  const outer = survey(root);
  budget.countNodes(outer.nodes);
  const [versionNode, authSafe, macNode] = sequenceOf(root, 'the PFX');
  if (readSmallInteger(versionNode, 'the version of the PFX', root) !== 3) {
    throw new Asn1Error('unexpected', root.contentStart, 'a PFX of another version than 3');
  }
  const [typeNode, wrapper] = sequenceOf(authSafe, 'the authenticated safe', root);
  const type = readOid(typeNode, 'the type of the authenticated safe', authSafe);
  if (type === Oid.signedData) throw new PfxError('publicKeyMode', { what: 'signed' });
  if (type !== Oid.data)
    throw new Asn1Error('unexpected', typeNode?.start ?? 0, 'a PFX around something else than data');
  const content = octetsIn(wrapper, 'the authenticated safe', authSafe);
  const mac = macNode && readMac(macNode, budget);

  const inner = parseWithin(content, budget);
  const surveyed = survey(inner);
  budget.countNodes(surveyed.nodes);
  let ber = outer.ber || surveyed.ber;
  const safes = sequenceOf(inner, 'the authenticated safe').map((info): Safe => {
    const read = readSafe(info, budget);
    ber ||= read.ber;
    return read.safe;
  });
  budget.settle();
  return { safes, mac, content, trailingBytes: bytes.length - root.end, ber };
}

/** One of a type that is not known here stands as a bag of its own: what is beside it can be read all the same. */
function readSafe(info: Asn1Node, budget: Budget): { safe: Safe; ber: boolean } {
  const [typeNode, wrapper] = sequenceOf(info, 'a safe');
  const type = readOid(typeNode, 'the type of a safe', info);
  switch (type) {
    case Oid.data: {
      const root = parseWithin(octetsIn(wrapper, 'a safe', info), budget);
      const { nodes, ber } = survey(root);
      budget.countNodes(nodes);
      return { safe: { kind: 'plain', bags: readSafeContents(root, budget) }, ber };
    }
    case Oid.encryptedData:
      return readEncrypted(wrapper, info, budget);
    case Oid.envelopedData:
      throw new PfxError('publicKeyMode', { what: 'enveloped' });
    default:
      budget.countBag();
      return {
        safe: { kind: 'plain', bags: [{ attributes: NO_ATTRIBUTES, content: { kind: 'unknown', oid: type } }] },
        ber: false,
      };
  }
}

/** EncryptedData (RFC 5652 §8). */
function readEncrypted(wrapper: Asn1Node | undefined, info: Asn1Node, budget: Budget): { safe: Safe; ber: boolean } {
  const encrypted = isContext(wrapper, 0) ? wrapper?.children[0] : undefined;
  const [, contentInfo] = sequenceOf(encrypted, 'the encrypted data', info);
  const [, algorithm, data] = sequenceOf(contentInfo, 'the encrypted content', encrypted);
  if (!data || !isContext(data, 0)) throw new Asn1Error('unexpected', info.start, 'encrypted data without content');
  const scheme = readEncryptionScheme(algorithm, budget);
  return { safe: { kind: 'encrypted', scheme, data: readOctets(data) }, ber: data.constructed };
}

function octetsIn(wrapper: Asn1Node | undefined, what: string, parent: Asn1Node | undefined): Uint8Array {
  const inner = isContext(wrapper, 0) ? wrapper?.children[0] : undefined;
  return readOctets(expectUniversal(inner, Tag.octetString, what, parent));
}
