import { type Asn1Node, Asn1Error } from '../asn1/reader.ts';
import { isContext, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import type { SignatureFacts } from './certificate.ts';

type Scheme = NonNullable<SignatureFacts['scheme']>;

const HASHES: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.5', 'md5'],
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const PKCS1 = '1.2.840.113549.1.1.';
const ECDSA = '1.2.840.10045.4.';
const DSA = '2.16.840.1.101.3.4.3.';
const ALGORITHMS: ReadonlyMap<string, readonly [scheme: Scheme, hash?: string | undefined, name?: string]> = new Map([
  [`${PKCS1}2`, ['rsa', 'md2']],
  [`${PKCS1}3`, ['rsa', 'md4']],
  [`${PKCS1}4`, ['rsa', 'md5']],
  [`${PKCS1}5`, ['rsa', 'sha1']],
  ['1.3.14.3.2.29', ['rsa', 'sha1']],
  [`${PKCS1}14`, ['rsa', 'sha224']],
  [`${PKCS1}11`, ['rsa', 'sha256']],
  [`${PKCS1}12`, ['rsa', 'sha384']],
  [`${PKCS1}13`, ['rsa', 'sha512']],
  [`${ECDSA}1`, ['ecdsa', 'sha1']],
  [`${ECDSA}3.1`, ['ecdsa', 'sha224']],
  [`${ECDSA}3.2`, ['ecdsa', 'sha256']],
  [`${ECDSA}3.3`, ['ecdsa', 'sha384']],
  [`${ECDSA}3.4`, ['ecdsa', 'sha512']],
  ['1.2.840.10040.4.3', ['dsa', 'sha1']],
  [`${DSA}1`, ['dsa', 'sha224']],
  [`${DSA}2`, ['dsa', 'sha256']],
  [`${DSA}3`, ['dsa', 'sha384']],
  [`${DSA}4`, ['dsa', 'sha512']],
  ['1.3.101.112', ['eddsa', undefined, 'Ed25519']],
  ['1.3.101.113', ['eddsa', undefined, 'Ed448']],
  [`${DSA}17`, ['other', undefined, 'ML-DSA-44']],
  [`${DSA}18`, ['other', undefined, 'ML-DSA-65']],
  [`${DSA}19`, ['other', undefined, 'ML-DSA-87']],
]);

const RSA_PSS = `${PKCS1}10`;
const MGF1 = `${PKCS1}8`;
const SCHEME_NAMES: Partial<Record<Scheme, string>> = { rsa: 'RSA', 'rsa-pss': 'RSA-PSS', ecdsa: 'ECDSA', dsa: 'DSA' };

/**
 * An AlgorithmIdentifier of a signature. An unknown algorithm has its OID as name and the scheme `other`.
 *
 * @throws Asn1Error `unexpected`, `malformed`
 * @see RFC 5280 §4.1.1.2, RFC 3279 §2.2, RFC 4055 §3.1, RFC 5758 §3, RFC 8410 §3
 */
export function readSignatureAlgorithm(node: Asn1Node | undefined, parent: Asn1Node): SignatureFacts {
  const [type, parameters] = sequenceOf(node, 'the signature algorithm', parent);
  const oid = readOid(type, 'the signature algorithm', node);
  if (oid === RSA_PSS) return readPss(oid, parameters);
  const [scheme, hash, fixedName] = ALGORITHMS.get(oid) ?? ['other'];
  const name = fixedName ?? (hash ? named(scheme, hash) : oid);
  return { oid, name, scheme, ...(hash !== undefined && { hash }) };
}

/** The parameters default to SHA-1 and 20 bytes of salt (RFC 4055 §3.1). */
function readPss(oid: string, parameters: Asn1Node | undefined): SignatureFacts {
  const fields = parameters ? sequenceOf(parameters, 'the parameters of RSA-PSS') : [];
  const field = (tag: number): Asn1Node | undefined => fields.find((node) => isContext(node, tag))?.children[0];
  const hash = readHash(field(0));
  const mask = field(1);
  if (mask) {
    const [maskType, maskHash] = sequenceOf(mask, 'the mask generator of RSA-PSS');
    const other = readOid(maskType, 'the mask generator of RSA-PSS', mask) !== MGF1 || readHash(maskHash) !== hash;
    if (other) return { oid, name: 'RSA-PSS with mixed hashes', scheme: 'other' };
  } else if (hash !== 'sha1') {
    return { oid, name: 'RSA-PSS with mixed hashes', scheme: 'other' };
  }
  const salt = field(2);
  const saltLength = salt ? readSmallInteger(salt, 'the salt length') : 20;
  if (saltLength < 0 || saltLength > 4096)
    throw new Asn1Error('malformed', salt?.start ?? 0, 'an impossible salt length');
  return { oid, name: named('rsa-pss', hash), scheme: 'rsa-pss', hash, saltLength };
}

function readHash(node: Asn1Node | undefined): string {
  if (!node) return 'sha1';
  const [type] = sequenceOf(node, 'a hash algorithm');
  const oid = readOid(type, 'a hash algorithm', node);
  return HASHES.get(oid) ?? oid;
}

function named(scheme: Scheme, hash: string): string {
  return `${SCHEME_NAMES[scheme] ?? scheme} with ${hash.toUpperCase().replace(/^SHA/, 'SHA-')}`;
}
