import type { PasswordEncoding } from './contents.ts';

/** A password as bytes, and which way it became so. */
export interface PasswordBytes {
  readonly encoding: PasswordEncoding;
  readonly bytes: Uint8Array;
}

/** UTF-16BE with its two zero bytes at the end (RFC 7292 App. B.1). Characters beyond the BMP stay surrogate pairs. */
function bmp(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit >> 8;
    bytes[2 * i + 1] = unit & 0xff;
  }
  return bytes;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** One byte a character: its Latin-1 one; of characters beyond, the low half of their UTF-16 unit, as Bouncy Castle has it. */
function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0xff;
  return bytes;
}

/**
 * What node-forge's own PBKDF2 makes of a password: it takes UTF-16 units for bytes and packs them in words of four, so that
 * the high half of a unit runs into the byte before it.
 */
function forge(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, i) => {
    const spill = i % 4 === 3 || i + 1 === text.length ? 0 : text.charCodeAt(i + 1) >> 8;
    return (text.charCodeAt(i) ^ spill) & 0xff;
  });
}

/**
 * Each byte taken for a character: of the UTF-8 form, as OpenSSL before 1.1.0 did with a password from a UTF-8 terminal; of the
 * low halves of the UTF-16 units, as the examples of PKI.js do.
 */
function widened(narrow: Uint8Array): Uint8Array {
  const wide = new Uint8Array(2 * narrow.length + 2);
  for (const [i, byte] of narrow.entries()) wide[2 * i + 1] = byte;
  narrow.fill(0);
  return wide;
}

/** Whether no UTF-16 unit is above `highest`. */
function staysBelow(text: string, highest: 0x7f | 0xff): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > highest) return false;
  return true;
}

/**
 * The forms of a password to try with the key derivation of RFC 7292 App. B, the standard one first.
 * An absent password is tried as an empty one.
 */
export function pkcs12Passwords(password: string | undefined): PasswordBytes[] {
  if (!password) {
    return [
      { encoding: 'empty-null', bytes: new Uint8Array(2) },
      { encoding: 'empty-zero', bytes: new Uint8Array(0) },
    ];
  }
  const forms: PasswordBytes[] = [{ encoding: 'bmp', bytes: bmp(password) }];
  if (!staysBelow(password, 0x7f)) forms.push({ encoding: 'utf8-as-latin1-bmp', bytes: widened(utf8(password)) });
  if (!staysBelow(password, 0xff)) forms.push({ encoding: 'low-bytes-bmp', bytes: widened(latin1(password)) });
  return forms;
}

/**
 * The forms of a password to try with the derivations of RFC 8018 (PBKDF1, PBKDF2) and with scrypt, the usual one first:
 * UTF-8; Latin-1 (Bouncy Castle); UTF-16BE with its zero bytes (NSS before 3.31); what node-forge makes of characters beyond
 * Latin-1.
 */
export function pkcs5Passwords(password: string | undefined): PasswordBytes[] {
  if (!password) {
    return [
      { encoding: 'empty-zero', bytes: new Uint8Array(0) },
      { encoding: 'empty-null', bytes: new Uint8Array(2) },
    ];
  }
  const forms: PasswordBytes[] = [{ encoding: 'utf8', bytes: utf8(password) }];
  if (!staysBelow(password, 0x7f)) forms.push({ encoding: 'latin1', bytes: latin1(password) });
  forms.push({ encoding: 'bmp', bytes: bmp(password) });
  if (!staysBelow(password, 0xff)) forms.push({ encoding: 'forge', bytes: forge(password) });
  return forms;
}
