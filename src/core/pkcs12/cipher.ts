import { createCipheriv, createDecipheriv } from 'node:crypto';
import { concatBytes } from '../asn1/values.ts';
import { cast5DecryptBlock, expandCast5Key } from './cast5.ts';
import { expandRc2Key, rc2DecryptBlock, rc2EncryptBlock } from './rc2.ts';
import { rc4 } from './rc4.ts';

/** A cipher with all that its key does not say. Ciphers that some runtimes lack are done here. */
export type Cipher =
  | { readonly kind: 'native'; readonly name: string; readonly keyLength: number; readonly block: number }
  /** with the tag of `tagLength` bytes behind the encrypted bytes; an initialization vector of any length */
  | {
      readonly kind: 'gcm';
      readonly name: 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm';
      readonly keyLength: number;
      readonly block: 0;
      readonly tagLength: number;
    }
  /** keying option 2 or single DES, done as three-key 3DES: runtimes lack the others */
  | { readonly kind: 'des'; readonly keyLength: 8 | 16; readonly block: 8 }
  | { readonly kind: 'rc2'; readonly keyLength: number; readonly effectiveBits: number; readonly block: 8 }
  | { readonly kind: 'cast5'; readonly keyLength: number; readonly block: 8 }
  | { readonly kind: 'rc4'; readonly keyLength: number; readonly block: 0 };

/** The ciphers that are written: all others are only read. */
export type WritingCipher = Cipher & { kind: 'native' | 'rc2' };

/** Whether this runtime has the cipher (BoringSSL has neither Camellia, ARIA nor SM4, Node no SEED). */
export function hasCipher(cipher: Cipher): boolean {
  if (cipher.kind !== 'native' || cipher.name.startsWith('aes-') || cipher.name.startsWith('des-ede3')) return true;
  try {
    createDecipheriv(cipher.name, new Uint8Array(cipher.keyLength), new Uint8Array(cipher.block));
    return true;
  } catch {
    return false; // no such cipher here: the only thing that can fail with a key and IV of the right lengths
  }
}

/** In CBC mode, with the padding taken off; undefined where length, padding or tag show that key or data are wrong. */
export function decrypt(cipher: Cipher, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | undefined {
  if (cipher.kind === 'rc4') return rc4(key, data);
  if (cipher.kind === 'gcm') return decryptGcm(cipher, key, iv, data);
  if (data.length === 0 || data.length % cipher.block !== 0) return undefined;
  let padded: Uint8Array;
  if (cipher.kind === 'rc2') {
    const words = expandRc2Key(key, cipher.effectiveBits);
    padded = decryptCbc((block, at) => rc2DecryptBlock(words, block, at), iv, data);
    words.fill(0);
  } else if (cipher.kind === 'cast5') {
    const expanded = expandCast5Key(key);
    padded = decryptCbc((block, at) => cast5DecryptBlock(expanded, block, at), iv, data);
    expanded.mask.fill(0);
  } else {
    padded = native(cipher, key, iv, data);
  }
  return withoutPadding(padded, cipher.block);
}

/** In CBC mode, with the padding of RFC 5652 §6.3. */
export function encrypt(cipher: WritingCipher, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  if (cipher.kind === 'rc2') return encryptRc2(key, cipher.effectiveBits, iv, data);
  const operation = createCipheriv(cipher.name, key, iv);
  return concatBytes([operation.update(data), operation.final()]);
}

function nativeKey(
  cipher: Cipher & { kind: 'native' | 'des' },
  key: Uint8Array,
): { name: string; material: Uint8Array } {
  if (cipher.kind === 'native') return { name: cipher.name, material: key };
  const material = new Uint8Array(24);
  material.set(key);
  material.set(cipher.keyLength === 8 ? key : key.subarray(0, 8), cipher.keyLength);
  if (cipher.keyLength === 8) material.set(key, 16);
  return { name: 'des-ede3-cbc', material };
}

function native(
  cipher: Cipher & { kind: 'native' | 'des' },
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const { name, material } = nativeKey(cipher, key);
  const operation = createDecipheriv(name, material, iv);
  operation.setAutoPadding(false);
  const clear = operation.update(data);
  operation.final();
  return new Uint8Array(clear.buffer, clear.byteOffset, clear.length);
}

function decryptGcm(
  cipher: Cipher & { kind: 'gcm' },
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array | undefined {
  const end = data.length - cipher.tagLength;
  if (end < 0) return undefined;
  const operation = createDecipheriv(cipher.name, key, iv, { authTagLength: cipher.tagLength });
  operation.setAuthTag(data.subarray(end));
  const clear = operation.update(data.subarray(0, end));
  try {
    operation.final();
  } catch {
    clear.fill(0);
    return undefined; // the tag does not fit: the only thing that can fail here
  }
  return new Uint8Array(clear.buffer, clear.byteOffset, clear.length);
}

/** For ciphers of eight-byte blocks that are done here. */
function decryptCbc(
  decryptBlock: (data: Uint8Array, at: number) => void,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const clear = Uint8Array.from(data);
  for (let at = 0; at < clear.length; at += 8) {
    decryptBlock(clear, at);
    for (let i = 0; i < 8; i++) clear[at + i]! ^= at === 0 ? iv[i]! : data[at - 8 + i]!;
  }
  return clear;
}

function encryptRc2(key: Uint8Array, effectiveBits: number, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const words = expandRc2Key(key, effectiveBits);
  const padding = 8 - (data.length % 8);
  const output = new Uint8Array(data.length + padding).fill(padding);
  output.set(data);
  for (let at = 0; at < output.length; at += 8) {
    for (let i = 0; i < 8; i++) output[at + i]! ^= at === 0 ? iv[i]! : output[at - 8 + i]!;
    rc2EncryptBlock(words, output, at);
  }
  words.fill(0);
  return output;
}

function withoutPadding(padded: Uint8Array, block: number): Uint8Array | undefined {
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > block) return undefined;
  for (const byte of padded.subarray(padded.length - padding)) if (byte !== padding) return undefined;
  return padded.subarray(0, padded.length - padding);
}
