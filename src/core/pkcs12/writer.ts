import { createHash, randomBytes } from 'node:crypto';
import {
  bmpString,
  contextConstructed,
  contextPrimitive,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
} from '../asn1/writer.ts';
import { type Derivation, Deriver, Passwords } from './derivation.ts';
import { encryptUnder, type WrittenEncryption } from './encryptionWriter.ts';
import { computeMac } from './mac.ts';
import { digestByOid, digestSize, Oid, oidOf } from './oids.ts';
import { Purpose } from './pkcs12Kdf.ts';

/** How a PFX is to be built. */
export interface PfxForm {
  readonly certificates: WrittenEncryption;
  readonly key: WrittenEncryption;
  /** hash of the MAC and of its key derivation */
  readonly mac: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** of the MAC and of each encryption */
  readonly iterations: number;
}

/** As OpenSSL 3 writes it: AES-256-CBC with PBKDF2 HMAC-SHA-256, MAC with SHA-256. Windows reads it from Server 2019 on. */
export const openssl3Form: PfxForm = { certificates: 'aes-256', key: 'aes-256', mac: 'sha256', iterations: 2048 };

/** As every Windows reads it: PBE-SHA1-3DES, MAC with SHA-1. */
export const windowsLegacyForm: PfxForm = { certificates: '3des', key: '3des', mac: 'sha1', iterations: 2000 };

/** As OpenSSL 1.x wrote it: certificates under RC2-40, which newer tools refuse. For samples and tests. */
export const rc2Form: PfxForm = { certificates: 'rc2-40', key: '3des', mac: 'sha1', iterations: 2048 };

/** What goes into a PFX. */
export interface PfxParts {
  /** PrivateKeyInfo, DER */
  readonly key?: { readonly pkcs8: Uint8Array };
  /** DER; where there is a key, the first is its certificate */
  readonly certificates: readonly { readonly der: Uint8Array; readonly friendlyName?: string }[];
  /** of the key and of the first certificate */
  readonly friendlyName?: string;
}

/**
 * Writes a PFX: one encrypted safe with the certificates, one with the encrypted key, a MAC. Key and first certificate carry
 * the same local key id, the SHA-1 of the certificate, as OpenSSL and Windows write it.
 *
 * @param password may be empty; its characters become UTF-16BE and UTF-8 as RFC 7292 and RFC 8018 say
 * @see RFC 7292 §4, §5.1
 */
export async function writePfx(parts: PfxParts, password: string, form: PfxForm): Promise<Uint8Array> {
  const { key, certificates, friendlyName } = parts;
  const [leaf] = certificates;
  const localKeyId = leaf && key && createHash('sha1').update(leaf.der).digest();
  const safes: Uint8Array[] = [];
  if (certificates.length > 0) {
    const bags = certificates.map((certificate, i) => {
      const name = certificate.friendlyName ?? (i === 0 ? friendlyName : undefined);
      const value = sequence(oid(Oid.x509Certificate), contextConstructed(0, octetString(certificate.der)));
      return bag(Oid.certificateBag, value, name, i === 0 ? localKeyId : undefined);
    });
    safes.push(await encryptedSafe(sequence(...bags), password, form));
  }
  if (key) {
    const { algorithm, data } = await encryptUnder(password, form.key, form.iterations, key.pkcs8);
    const shrouded = bag(Oid.shroudedKeyBag, sequence(algorithm, octetString(data)), friendlyName, localKeyId);
    safes.push(dataContent(sequence(shrouded)));
  }
  const content = sequence(...safes);
  return sequence(integer(3), dataContent(content), await macData(content, password, form));
}

function bag(type: string, value: Uint8Array, friendlyName?: string, localKeyId?: Uint8Array): Uint8Array {
  const attributes = [
    ...(localKeyId ? [sequence(oid(Oid.localKeyId), setOf(octetString(localKeyId)))] : []),
    ...(friendlyName ? [sequence(oid(Oid.friendlyName), setOf(bmpString(friendlyName)))] : []),
  ];
  const parts = [oid(type), contextConstructed(0, value)];
  return attributes.length > 0 ? sequence(...parts, setOf(...attributes)) : sequence(...parts);
}

/** ContentInfo of type data (RFC 5652 §4). */
function dataContent(content: Uint8Array): Uint8Array {
  return sequence(oid(Oid.data), contextConstructed(0, octetString(content)));
}

/** ContentInfo of type encryptedData (RFC 5652 §8). */
async function encryptedSafe(clear: Uint8Array, password: string, form: PfxForm): Promise<Uint8Array> {
  const { algorithm, data } = await encryptUnder(password, form.certificates, form.iterations, clear);
  const info = sequence(oid(Oid.data), algorithm, contextPrimitive(0, data));
  return sequence(oid(Oid.encryptedData), contextConstructed(0, sequence(integer(0), info)));
}

async function macData(content: Uint8Array, password: string, form: PfxForm): Promise<Uint8Array> {
  const { mac: hash, iterations } = form;
  const how: Derivation = { kind: 'pkcs12', hash, salt: new Uint8Array(randomBytes(8)), iterations };
  const deriver = new Deriver(() => {});
  const passwords = new Passwords(password);
  try {
    const bytes = passwords.formsFor(how)[0]?.bytes ?? new Uint8Array(0);
    const key = await deriver.derive(how, Purpose.mac, bytes, digestSize(hash));
    const digest = computeMac(hash, key, content);
    const algorithm = sequence(oid(oidOf(digestByOid, hash)), nullValue());
    return sequence(sequence(algorithm, octetString(digest)), octetString(how.salt), integer(iterations));
  } finally {
    deriver.clear();
    passwords.clear();
  }
}
