import {
  type CipherCCMTypes,
  type CipherGCMTypes,
  createCipheriv,
  createDecipheriv,
  type DecipherGCM,
} from 'node:crypto';
import { concatBytes } from '../asn1/values.ts';
import { blowfishDecryptBlock, expandBlowfishKey } from './blowfish.ts';
import { cast5DecryptBlock, expandCast5Key } from './cast5.ts';
import { expandRc2Key, rc2DecryptBlock, rc2EncryptBlock } from './rc2.ts';
import { rc4 } from './rc4.ts';
import { expandSeedKey, seedDecryptBlock } from './seed.ts';

/** A cipher with all that its key does not say. Ciphers that some runtimes lack are done here. */
export type Cipher =
  | {
      readonly kind: 'native';
      readonly name: string;
      readonly keyLength: number;
      readonly block: number;
      readonly mode?: OtherMode;
    }
  /** with the tag of `tagLength` bytes behind the encrypted bytes; an initialization vector of any length */
  | {
      readonly kind: 'aead';
      readonly name: `aes-${128 | 192 | 256}-${'gcm' | 'ccm'}`;
      readonly keyLength: number;
      readonly block: 0;
      readonly tagLength: number;
    }
  /** keying option 2 or single DES, done as three-key 3DES: runtimes lack the others */
  | {
      readonly kind: 'des';
      readonly keyLength: 8 | 16;
      readonly block: 8;
      readonly mode?: OtherMode;
    }
  | { readonly kind: 'rc2'; readonly keyLength: number; readonly effectiveBits: number; readonly block: 8 }
  | { readonly kind: 'cast5'; readonly keyLength: number; readonly block: 8 }
  | { readonly kind: 'blowfish'; readonly keyLength: number; readonly block: 8 }
  | { readonly kind: 'seed'; readonly keyLength: 16; readonly block: 16 }
  | { readonly kind: 'rc4'; readonly keyLength: number; readonly block: 0 };

/** Modes beside CBC, which only OpenSSL and NSS write, and only where they are told to: in the last three nothing is padded. */
export type OtherMode = 'ecb' | 'cfb' | 'ofb' | 'ctr';

/** The ciphers that are written: all others are only read. */
export type WritingCipher = Cipher & { kind: 'native' | 'rc2' };

/** Of the initialization vector, in bytes; undefined where any length will do. */
export function ivLength(cipher: Cipher): number | undefined {
  if (cipher.kind === 'aead') return undefined;
  return 'mode' in cipher && cipher.mode === 'ecb' ? 0 : cipher.block;
}

/** Whether this runtime has the cipher (BoringSSL has neither Camellia, ARIA nor SM4, nor CCM, and few modes). */
export function hasCipher(cipher: Cipher): boolean {
  try {
    if (cipher.kind === 'aead') aeadDecipher(cipher, new Uint8Array(cipher.keyLength), new Uint8Array(12));
    if (cipher.kind !== 'native' && cipher.kind !== 'des') return true;
    const { name, material } = nativeKey(cipher, new Uint8Array(cipher.keyLength));
    if (/^(?:aes-|des-ede3-).*cbc$/.test(name)) return true;
    createDecipheriv(name, material, new Uint8Array(ivLength(cipher) ?? 0));
    return true;
  } catch {
    return false; // no such cipher here: the only thing that can fail with a key and IV of the right lengths
  }
}

/** With the padding taken off; undefined where length, padding or tag show that key or data are wrong. */
export function decrypt(cipher: Cipher, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | undefined {
  if (cipher.kind === 'rc4') return rc4(key, data);
  if (cipher.kind === 'aead') return decryptAead(cipher, key, iv, data);
  const unpadded = 'mode' in cipher && cipher.mode !== undefined && cipher.mode !== 'ecb';
  if (unpadded) return native(cipher, key, iv, data);
  if (data.length === 0 || data.length % cipher.block !== 0) return undefined;
  return withoutPadding(decryptBlocks(cipher, key, iv, data), cipher.block);
}

function decryptBlocks(
  cipher: Exclude<Cipher, { kind: 'aead' | 'rc4' }>,
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  switch (cipher.kind) {
    case 'native':
    case 'des':
      return native(cipher, key, iv, data);
    case 'rc2':
      return decryptCbc(expandRc2Key(key, cipher.effectiveBits), rc2DecryptBlock, iv, data);
    case 'blowfish':
      return decryptCbc(expandBlowfishKey(key), blowfishDecryptBlock, iv, data);
    case 'seed':
      return decryptCbc(expandSeedKey(key), seedDecryptBlock, iv, data);
    case 'cast5': {
      const expanded = expandCast5Key(key);
      return decryptCbc(expanded.mask, (_, block, at) => cast5DecryptBlock(expanded, block, at), iv, data);
    }
  }
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
  return { name: cipher.mode === 'ecb' ? 'des-ede3' : `des-ede3-${cipher.mode ?? 'cbc'}`, material };
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

function aeadDecipher({ name, tagLength }: Cipher & { kind: 'aead' }, key: Uint8Array, iv: Uint8Array): DecipherGCM {
  const options = { authTagLength: tagLength };
  return name.endsWith('ccm')
    ? createDecipheriv(name as CipherCCMTypes, key, iv, options)
    : createDecipheriv(name as CipherGCMTypes, key, iv, options);
}

function decryptAead(
  cipher: Cipher & { kind: 'aead' },
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array | undefined {
  const end = data.length - cipher.tagLength;
  if (end < 0) return undefined;
  const operation = aeadDecipher(cipher, key, iv);
  operation.setAuthTag(data.subarray(end));
  let clear: Uint8Array | undefined;
  try {
    clear = operation.update(data.subarray(0, end));
    operation.final();
  } catch {
    clear?.fill(0);
    return undefined; // the tag does not fit, or there is more than CCM can count: the only things that can fail here
  }
  return new Uint8Array(clear.buffer, clear.byteOffset, clear.length);
}

/** For ciphers that are done here. The key is zeroed after it. */
function decryptCbc<Key extends Uint16Array | Uint32Array>(
  key: Key,
  decryptBlock: (key: Key, data: Uint8Array, at: number) => void,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const clear = Uint8Array.from(data);
  const block = iv.length;
  for (let at = 0; at < clear.length; at += block) {
    decryptBlock(key, clear, at);
    for (let i = 0; i < block; i++) clear[at + i]! ^= at === 0 ? iv[i]! : data[at - block + i]!;
  }
  key.fill(0);
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
