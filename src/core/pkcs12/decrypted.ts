import { Asn1Error, type Asn1Node } from '../asn1/reader.ts';
import type { Budget } from './limits.ts';
import { type PrivateKeyRead, readPrivateKey } from './privateKey.ts';
import { looksLikeSafeContents, parseWithin } from './safeContents.ts';

/** The parse of decrypted bytes as SafeContents, or undefined where they make no sense. @throws Asn1Error where limits end it */
export function safeContentsIn(clear: Uint8Array, budget: Budget): Asn1Node | undefined {
  try {
    const root = parseWithin(clear, budget);
    return root.start === 0 && clear[0] === 0x30 && looksLikeSafeContents(root) ? root : undefined;
  } catch (error) {
    if (error instanceof Asn1Error && error.limit === undefined) return undefined; // another password's garbage
    throw error;
  }
}

/** The private key in decrypted bytes, or undefined where they are none. */
export function privateKeyIn(clear: Uint8Array): PrivateKeyRead | undefined {
  try {
    return readPrivateKey(clear);
  } catch (error) {
    if (error instanceof Asn1Error) return undefined; // not a key: another password's garbage, or damage
    throw error;
  }
}
