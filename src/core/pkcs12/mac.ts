import { createHmac, timingSafeEqual } from 'node:crypto';
import { Asn1Error, type Asn1Node, Tag } from '../asn1/reader.ts';
import { expectUniversal, readOctets, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import type { MacFacts } from './contents.ts';
import { type Derivation, hasHash } from './derivation.ts';
import type { Unsupported } from './encryptionScheme.ts';
import type { Budget } from './limits.ts';
import { digestByOid, digestSize, hashName, hmacByOid, Oid, strangerName } from './oids.ts';
import { readDerivation } from './pbes2.ts';

/** How the integrity of a file is protected, ready to be checked. */
export interface MacScheme {
  readonly facts: MacFacts;
  readonly derivation: Derivation;
  /** of the HMAC key, in bytes */
  readonly keyLength: number;
  readonly digest: Uint8Array;
}

/**
 * Reads MacData and charges its iterations. Derives nothing.
 * @throws Asn1Error, PfxError `limit`, `malformed`
 * @see RFC 7292 §4, RFC 9579 §4
 */
export function readMac(node: Asn1Node, budget: Budget): MacScheme | Unsupported {
  const [infoNode, saltNode, iterationsNode] = sequenceOf(node, 'the MAC data');
  const [algorithmNode, digestNode] = sequenceOf(infoNode, 'the digest of the MAC', node);
  const [oidNode, parameters] = sequenceOf(algorithmNode, 'the algorithm of the MAC', infoNode);
  const oid = readOid(oidNode, 'the algorithm of the MAC', algorithmNode);
  const digest = readOctets(expectUniversal(digestNode, Tag.octetString, 'the value of the MAC', infoNode));
  if (oid === Oid.pbmac1) return readPbmac1(parameters, digest, budget);

  const hash = digestByOid.get(oid);
  if (!hash || !hasHash(hash)) return { unsupported: `MAC ${hash ? hashName(hash) : strangerName(oid)}`, oid };
  const salt = readOctets(expectUniversal(saltNode, Tag.octetString, 'the salt of the MAC', node));
  const iterations = iterationsNode ? readSmallInteger(iterationsNode, 'the iteration count of the MAC') : 1;
  budget.charge({ kind: 'pkcs12', hash, iterations });
  expectSize(digest, hash, infoNode);
  return {
    facts: { name: `HMAC-${hashName(hash)}`, kind: 'pkcs12', hash, iterations },
    derivation: { kind: 'pkcs12', hash, salt, iterations },
    keyLength: digestSize(hash),
    digest,
  };
}

/** Salt and iterations that stand outside the parameters do not count here (RFC 9579 §5). */
function readPbmac1(parameters: Asn1Node | undefined, digest: Uint8Array, budget: Budget): MacScheme | Unsupported {
  const [kdfNode, macNode] = sequenceOf(parameters, 'the parameters of PBMAC1');
  const kdf = readDerivation(kdfNode, parameters, budget);
  if ('unsupported' in kdf) return { ...kdf, unsupported: `PBMAC1 ${kdf.unsupported}` };
  const oid = readOid(sequenceOf(macNode, 'the MAC of PBMAC1', parameters)[0], 'the MAC of PBMAC1', macNode);
  const hash = hmacByOid.get(oid);
  if (!hash || !hasHash(hash)) return { unsupported: `PBMAC1 ${hash ? hashName(hash) : strangerName(oid)}`, oid };
  // RFC 9579 §4: the key length must be there, since no cipher tells it
  if (kdf.keyLength === undefined) {
    throw new Asn1Error('unexpected', kdfNode?.start ?? 0, 'PBMAC1 without a key length');
  }
  expectSize(digest, hash, parameters);
  const iterations = kdf.derivation.kind === 'scrypt' ? kdf.derivation.n : kdf.derivation.iterations;
  return {
    facts: { name: `PBMAC1 HMAC-${hashName(hash)}`, kind: 'pbmac1', hash, iterations },
    derivation: kdf.derivation,
    keyLength: kdf.keyLength,
    digest,
  };
}

function expectSize(digest: Uint8Array, hash: string, node: Asn1Node | undefined): void {
  if (digest.length !== digestSize(hash)) {
    throw new Asn1Error('unexpected', node?.start ?? 0, `a MAC of ${digest.length} bytes`);
  }
}

/** HMAC of `content` under a derived key. */
export function computeMac(hash: string, key: Uint8Array, content: Uint8Array): Uint8Array {
  return createHmac(hash, key).update(content).digest();
}

/** Whether the MAC fits `content` under the derived key. */
export function macFits(mac: MacScheme, key: Uint8Array, content: Uint8Array): boolean {
  return timingSafeEqual(computeMac(mac.facts.hash, key, content), mac.digest);
}
