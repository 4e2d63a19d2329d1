import { createHash } from 'node:crypto';
import { type Cipher, decrypt } from '../pkcs12/cipher.ts';
import { hasHash } from '../pkcs12/derivation.ts';
import { KeyFileError } from './keyFileError.ts';

/** Ciphers of `DEK-Info`, by the name that OpenSSL writes. */
const CIPHERS: Readonly<Record<string, Cipher>> = {
  'AES-128-CBC': { kind: 'native', name: 'aes-128-cbc', keyLength: 16, block: 16 },
  'AES-192-CBC': { kind: 'native', name: 'aes-192-cbc', keyLength: 24, block: 16 },
  'AES-256-CBC': { kind: 'native', name: 'aes-256-cbc', keyLength: 32, block: 16 },
  'DES-EDE3-CBC': { kind: 'native', name: 'des-ede3-cbc', keyLength: 24, block: 8 },
  'DES-CBC': { kind: 'des', keyLength: 8, block: 8 },
};

/** The header of an encrypted PEM block: undefined where it is not encrypted. */
export function dekInfo(header: string): { readonly cipher: string; readonly iv: string } | undefined {
  const [, cipher, iv] = /^DEK-Info:\s*([A-Z0-9-]+),([0-9A-F]+)\s*$/im.exec(header) ?? [];
  return cipher === undefined || iv === undefined ? undefined : { cipher: cipher.toUpperCase(), iv };
}

/**
 * Undoes the encryption that old OpenSSL puts around a PEM block: the key is MD5 over password and salt, the first 8 bytes of
 * the IV.
 * @param password its UTF-8 bytes count
 * @returns undefined where the padding shows that the password is wrong
 * @throws KeyFileError `unsupported`, `damaged`
 * @see RFC 1421 §4.6.1.3; OpenSSL, EVP_BytesToKey(3)
 */
export function decryptPem(
  data: Uint8Array,
  info: { readonly cipher: string; readonly iv: string },
  password: string,
): Uint8Array | undefined {
  const cipher = CIPHERS[info.cipher];
  if (!cipher || !hasHash('md5')) throw new KeyFileError('unsupported', { algorithm: info.cipher });
  const iv = Buffer.from(info.iv, 'hex');
  if (iv.length !== cipher.block) throw new KeyFileError('damaged');
  const key = bytesToKey(password, iv.subarray(0, 8), cipher.keyLength);
  try {
    return decrypt(cipher, key, new Uint8Array(iv), data);
  } finally {
    key.fill(0);
  }
}

function bytesToKey(password: string, salt: Uint8Array, length: number): Uint8Array {
  const key = new Uint8Array(length);
  let block = new Uint8Array(0);
  for (let at = 0; at < length; at += block.length) {
    block = new Uint8Array(createHash('md5').update(block).update(password, 'utf8').update(salt).digest());
    key.set(block.subarray(0, length - at), at);
  }
  block.fill(0);
  return key;
}
