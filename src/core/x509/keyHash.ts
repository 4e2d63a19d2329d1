import { createHash } from 'node:crypto';
import type { PublicKeyFacts } from './certificate.ts';

const hashes = new WeakMap<PublicKeyFacts, string>();

/** SHA-256 over the SubjectPublicKeyInfo, lower-case hexadecimal: what key pins and CAs call the key's hash (RFC 7469 §2.4). */
export function keyHash(publicKey: PublicKeyFacts): string {
  let hash = hashes.get(publicKey);
  if (hash === undefined) {
    hash = createHash('sha256').update(publicKey.spki).digest('hex');
    hashes.set(publicKey, hash);
  }
  return hash;
}
