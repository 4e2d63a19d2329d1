import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Certificate, PublicKeyFacts, SignatureFacts } from './certificate.ts';
import { skimCertificate } from './skim.ts';

/** `notVerifiable`: this runtime's crypto library does not know the algorithm or the kind of key, or refuses its size. */
export type SignatureVerdict = 'good' | 'bad' | 'notVerifiable';

/** Anything signed as X.509 signs: a certificate, a CRL, an OCSP response. */
export interface Signed {
  /** the bytes that the signature covers */
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: SignatureFacts;
}

/**
 * Did `issuer`'s key sign `certificate`? Says nothing about names, dates or what the issuer may do.
 * @see RFC 5280 §4.1.1.3, §6.1.3 (a)(1)
 */
export function verifyCertificate(certificate: Certificate, issuer: Certificate): SignatureVerdict {
  const parts = skimCertificate(certificate.der);
  if (!parts) return 'bad';
  return verifySigned(
    { tbs: parts.tbs, signature: parts.signature, algorithm: certificate.signature },
    issuer.publicKey,
  );
}

export function verifySigned({ tbs, signature, algorithm }: Signed, publicKey: PublicKeyFacts): SignatureVerdict {
  const { scheme = 'other', hash } = algorithm;
  if (scheme === 'other') return 'notVerifiable';
  if (!KINDS[scheme].includes(publicKey.kind)) return 'bad';
  if ((publicKey.bits ?? 0) > MAX_BITS) return 'notVerifiable';
  const key = keyObject(publicKey);
  if (!key) return isEverywhere(publicKey) ? 'bad' : 'notVerifiable';
  const input =
    scheme === 'rsa-pss'
      ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength ?? 20 }
      : key;
  try {
    return verify(hash ?? null, tbs, input, signature) ? 'good' : 'bad';
  } catch {
    return 'notVerifiable'; // the library refuses hash, padding or size: the caller tells the user so
  }
}

const KINDS: Readonly<
  Record<Exclude<NonNullable<SignatureFacts['scheme']>, 'other'>, readonly PublicKeyFacts['kind'][]>
> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  dsa: ['dsa'],
  eddsa: ['ed25519', 'ed448'],
};

/** OpenSSL's own bound (OPENSSL_RSA_MAX_MODULUS_BITS); a larger key only costs time. */
const MAX_BITS = 16_384;

const EVERYWHERE = new Set(['RSA', 'EC P-256', 'EC P-384', 'EC P-521', 'Ed25519']);

/** Keys that every runtime reads, so that one which can't be read is broken. */
function isEverywhere(publicKey: PublicKeyFacts): boolean {
  return EVERYWHERE.has(publicKey.name);
}

const keys = new WeakMap<PublicKeyFacts, KeyObject | 'refused'>();

function keyObject(publicKey: PublicKeyFacts): KeyObject | undefined {
  let key = keys.get(publicKey);
  if (key === undefined) {
    try {
      key = createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' });
    } catch {
      key = 'refused'; // OpenSSL and BoringSSL differ in what they take and in their errors: the kind of key decides
    }
    keys.set(publicKey, key);
  }
  return key === 'refused' ? undefined : key;
}
