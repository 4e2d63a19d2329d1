import { createHash } from 'node:crypto';
import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import {
  bytesEqual,
  bytesToHex,
  contentOf,
  expectUniversal,
  readBitString,
  readOctets,
  readOid,
  sequenceOf,
} from '../asn1/values.ts';
import { element, nullValue, octetString, oid, sequence } from '../asn1/writer.ts';
import type { Certificate, PublicKeyFacts } from '../x509/certificate.ts';

/** By what OCSP names a certificate. @see RFC 6960 §4.1.1 */
export interface CertId {
  /** as node:crypto names it */
  readonly hash: string;
  /** of the issuer's name */
  readonly nameHash: Uint8Array;
  /** of the issuer's key */
  readonly keyHash: Uint8Array;
  /** as `Certificate.serial` */
  readonly serial: string;
}

const HASHES: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);
const SHA1 = '1.3.14.3.2.26';

/** The CertID that is sent: with SHA-1, which every responder takes (RFC 5019 §2.1.1); here it names and protects nothing. */
export function encodeCertId(certificate: Certificate, issuer: Certificate): Uint8Array {
  return sequence(
    sequence(oid(SHA1), nullValue()),
    octetString(digest('sha1', certificate.issuer.der)),
    octetString(keyHash('sha1', issuer.publicKey)),
    element(Tag.integer, Uint8Array.from(Buffer.from(certificate.serial, 'hex'))),
  );
}

/** @throws Asn1Error; also `unexpected` for a hash that nobody uses there */
export function readCertId(node: Asn1Node | undefined, parent: Asn1Node): CertId {
  const [algorithm, name, key, serial] = sequenceOf(node, 'a CertID', parent);
  const [type] = sequenceOf(algorithm, 'a hash algorithm', node);
  const hash = HASHES.get(readOid(type, 'a hash algorithm', algorithm));
  if (hash === undefined) throw new Asn1Error('unexpected', parent.start, 'a CertID with an unknown hash');
  return {
    hash,
    nameHash: readOctets(expectUniversal(name, Tag.octetString, "the hash of the issuer's name", node)),
    keyHash: readOctets(expectUniversal(key, Tag.octetString, "the hash of the issuer's key", node)),
    serial: bytesToHex(contentOf(expectUniversal(serial, Tag.integer, 'the serial number', node))),
  };
}

/** Is this the certificate that is meant? */
export function isMeant(id: CertId, certificate: Certificate, issuer: Certificate): boolean {
  return (
    id.serial === certificate.serial &&
    bytesEqual(id.nameHash, digest(id.hash, certificate.issuer.der)) &&
    bytesEqual(id.keyHash, keyHash(id.hash, issuer.publicKey))
  );
}

/** Over the key's BIT STRING without tag, length and unused bits. @see RFC 6960 §4.1.1 */
export function keyHash(hash: string, { spki }: PublicKeyFacts): Uint8Array {
  const [, key] = sequenceOf(parseAsn1(spki, { encoding: 'der' }), 'the public key');
  return digest(hash, readBitString(key, 'the public key').bytes);
}

function digest(hash: string, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash(hash).update(bytes).digest());
}
