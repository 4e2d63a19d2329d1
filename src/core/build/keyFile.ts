import { Asn1Error, type Asn1Node, parseAsn1, Tag } from '../asn1/reader.ts';
import { encodingOf, expectUniversal, isContext, isUniversal, latin1, readOctets } from '../asn1/values.ts';
import { integer, nullValue, octetString, oid, sequence } from '../asn1/writer.ts';
import { privateKeyIn } from '../pkcs12/decrypted.ts';
import { readEncryptionScheme } from '../pkcs12/encryptionScheme.ts';
import { PfxError } from '../pkcs12/errors.ts';
import { isConsistent } from '../pkcs12/keyConsistency.ts';
import { Budget, Limit } from '../pkcs12/limits.ts';
import { Oid } from '../pkcs12/oids.ts';
import { type PrivateKeyRead, readPrivateKey } from '../pkcs12/privateKey.ts';
import { recognise } from '../pkcs12/recognise.ts';
import { Unlocker } from '../pkcs12/unlock.ts';
import { KeyFileError } from './keyFileError.ts';
import { decryptPem, dekInfo } from './pemEncryption.ts';

/**
 * The private key of a file: PEM (the first block that is one) or DER, as PKCS#8, PKCS#1 or SEC 1, encrypted or not.
 *
 * @param password undefined where none is known; it does not matter where the key is not encrypted
 * @throws KeyFileError
 * @see RFC 5958, RFC 8017 App. A.1.2, RFC 5915, RFC 7468 §10, §11
 */
export async function readKeyFile(bytes: Uint8Array, password: string | undefined): Promise<PrivateKeyRead> {
  if (bytes.length === 0) throw new KeyFileError('empty');
  if (bytes.length > Limit.size) throw new KeyFileError('noKey');
  try {
    const key = bytes[0] === 0x30 ? await fromDer(bytes, password) : await fromPem(bytes, password);
    if (!isConsistent(key)) throw new KeyFileError('damaged');
    return key;
  } catch (error) {
    if (error instanceof Asn1Error) throw new KeyFileError('damaged');
    if (error instanceof PfxError) throw new KeyFileError(error.code === 'limit' ? 'limit' : 'damaged');
    throw error;
  }
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]{0,30}PRIVATE KEY)-----([\s\S]*?)-----END \1-----/;

async function fromPem(bytes: Uint8Array, password: string | undefined): Promise<PrivateKeyRead> {
  const [, label = '', body] = BLOCK.exec(textOf(bytes)) ?? [];
  if (body === undefined) {
    const kind = recognise(bytes);
    throw new KeyFileError(kind === 'pemPrivateKey' || kind === 'pemBundle' ? 'damaged' : 'noKey', { kind });
  }
  if (!['PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'].includes(label))
    throw new KeyFileError('unsupported', { algorithm: label.replace(/ ?PRIVATE KEY$/, '') });
  const header = /^[\s\S]*?:[\s\S]*?\r?\n\r?\n/.exec(body)?.[0] ?? '';
  const base64 = body.slice(header.length).replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new KeyFileError('damaged');
  const der = new Uint8Array(Buffer.from(base64, 'base64'));
  const info = dekInfo(header);
  if (!info) return fromDer(der, password);
  if (password === undefined) throw new KeyFileError('passwordMissing');
  const clear = decryptPem(der, info, password);
  try {
    const key = clear && plainKeyIn(clear);
    if (!key) throw new KeyFileError('passwordWrong');
    return key;
  } finally {
    clear?.fill(0);
  }
}

/** UTF-16 as Windows' Notepad may have saved it, else byte by byte. */
function textOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : latin1(bytes);
}

async function fromDer(bytes: Uint8Array, password: string | undefined): Promise<PrivateKeyRead> {
  const kind = recognise(bytes);
  if (kind === 'encryptedPkcs8') return decryptPkcs8(bytes, password);
  if (!CLEAR.has(kind)) throw new KeyFileError('noKey', { kind });
  return readPrivateKey(pkcs8Of(bytes));
}

/** Kinds of files that are a private key as it is. */
const CLEAR: ReadonlySet<ReturnType<typeof recognise>> = new Set(['pkcs8', 'rsaKey', 'ecKey']);

/** A key among decrypted bytes: another password gives anything else. */
function plainKeyIn(clear: Uint8Array): PrivateKeyRead | undefined {
  if (!CLEAR.has(recognise(clear))) return undefined;
  try {
    return privateKeyIn(pkcs8Of(clear));
  } catch (error) {
    if (error instanceof Asn1Error) return undefined;
    throw error;
  }
}

/** PrivateKeyInfo, whatever of the three it is. @throws Asn1Error */
function pkcs8Of(bytes: Uint8Array): Uint8Array {
  const root = parseAsn1(bytes, { encoding: 'ber', allowTrailing: true });
  const second = root.children[1];
  if (isUniversal(second, Tag.integer)) return wrap(sequence(oid(Oid.rsaEncryption), nullValue()), root);
  if (isUniversal(second, Tag.octetString)) return wrap(sequence(oid(Oid.ecPublicKey), curveIn(root)), root);
  return encodingOf(root);
}

function wrap(algorithm: Uint8Array, key: Asn1Node): Uint8Array {
  return sequence(integer(0), algorithm, octetString(encodingOf(key)));
}

/** The parameters of an ECPrivateKey, which name its curve. */
function curveIn(key: Asn1Node): Uint8Array {
  const parameters = key.children.find((child) => isContext(child, 0))?.children[0];
  if (!parameters) throw new KeyFileError('unsupported', { algorithm: 'EC, without the name of its curve' });
  return encodingOf(parameters);
}

/** @see RFC 5958 §3 */
async function decryptPkcs8(bytes: Uint8Array, password: string | undefined): Promise<PrivateKeyRead> {
  const root = parseAsn1(bytes, { encoding: 'ber', allowTrailing: true });
  const budget = new Budget();
  const scheme = readEncryptionScheme(root.children[0], budget);
  if ('unsupported' in scheme) throw new KeyFileError('unsupported', { algorithm: scheme.unsupported });
  budget.settle();
  if (password === undefined) throw new KeyFileError('passwordMissing');
  const data = readOctets(expectUniversal(root.children[1], Tag.octetString, 'the encrypted key', root));
  const unlocker = new Unlocker([password], () => {});
  try {
    const key = await unlocker.decrypt(scheme, data, privateKeyIn);
    if (!key) throw new KeyFileError('passwordWrong');
    return key.value;
  } finally {
    unlocker.clear();
  }
}
