/** Object identifiers of PKCS#12 and of what its files hold (RFC 7292 App. C and D, RFC 8018 App. B, RFC 9579, NIST CSOR). */

export const Oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  crlBag: '1.2.840.113549.1.12.10.1.4',
  secretBag: '1.2.840.113549.1.12.10.1.5',
  safeContentsBag: '1.2.840.113549.1.12.10.1.6',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  x509Crl: '1.2.840.113549.1.9.23.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  microsoftCspName: '1.3.6.1.4.1.311.17.1',
  /** szOID_PKCS_12_PROTECTED_PASSWORD_SECRET_BAG_TYPE_ID of wincrypt.h */
  microsoftProtectedPassword: '1.3.6.1.4.1.311.17.4',
  oracleTrustedKeyUsage: '2.16.840.1.113894.746875.1.1',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  pbmac1: '1.2.840.113549.1.5.14',
  scrypt: '1.3.6.1.4.1.11591.4.11',
  pbeSha1TripleDes: '1.2.840.113549.1.12.1.3',
  pbeSha1Rc2With40Bits: '1.2.840.113549.1.12.1.6',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ecPublicKey: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
  dsa: '1.2.840.10040.4.1',
} as const;

/** Hash functions, as digests of a MAC. The values are names that node:crypto takes. */
export const digestByOid: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.5', 'md5'],
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ['2.16.840.1.101.3.4.2.5', 'sha512-224'],
  ['2.16.840.1.101.3.4.2.6', 'sha512-256'],
  ['2.16.840.1.101.3.4.2.7', 'sha3-224'],
  ['2.16.840.1.101.3.4.2.8', 'sha3-256'],
  ['2.16.840.1.101.3.4.2.9', 'sha3-384'],
  ['2.16.840.1.101.3.4.2.10', 'sha3-512'],
  ['1.3.36.3.2.1', 'ripemd160'],
  ['1.2.156.10197.1.401', 'sm3'],
]);

const digestSizes: ReadonlyMap<string, number> = new Map([
  ['md5', 16],
  ['sha1', 20],
  ['sha224', 28],
  ['sha256', 32],
  ['sha384', 48],
  ['sha512', 64],
  ['sha512-224', 28],
  ['sha512-256', 32],
  ['sha3-224', 28],
  ['sha3-256', 32],
  ['sha3-384', 48],
  ['sha3-512', 64],
  ['ripemd160', 20],
  ['sm3', 32],
]);

/** Output of a hash function that `digestByOid` knows, in bytes. */
export function digestSize(hash: string): number {
  return digestSizes.get(hash) ?? 0;
}

/** HMAC functions, as the PRF of PBKDF2 and as the MAC of PBMAC1. The values are names that node:crypto takes. */
export const hmacByOid: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.6', 'md5'],
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
  ['1.2.840.113549.2.12', 'sha512-224'],
  ['1.2.840.113549.2.13', 'sha512-256'],
  ['2.16.840.1.101.3.4.2.13', 'sha3-224'],
  ['2.16.840.1.101.3.4.2.14', 'sha3-256'],
  ['2.16.840.1.101.3.4.2.15', 'sha3-384'],
  ['2.16.840.1.101.3.4.2.16', 'sha3-512'],
  ['1.2.156.10197.1.401.2', 'sm3'],
  // the same two functions under the names of RFC 2104's first users (OpenSSL: hmac-md5, hmac-sha1)
  ['1.3.6.1.5.5.8.1.1', 'md5'],
  ['1.3.6.1.5.5.8.1.2', 'sha1'],
]);

/** The OID of a value of one of the tables above. */
export function oidOf(table: ReadonlyMap<string, string>, name: string): string {
  for (const [oid, value] of table) if (value === name) return oid;
  throw new RangeError(`no object identifier for ${name}`);
}

/** `sha256` → `SHA-256`, `sha512-224` → `SHA-512/224`, `sha3-256` → `SHA3-256`, `md5` → `MD5` */
export function hashName(hash: string): string {
  if (hash === 'ripemd160') return 'RIPEMD-160';
  const sha = /^sha(\d{3}|1)(?:-(\d+))?$/.exec(hash);
  if (!sha) return hash.toUpperCase();
  return sha[2] ? `SHA-${sha[1]}/${sha[2]}` : `SHA-${sha[1]}`;
}

/** Algorithms that are recognised only to be named in a refusal. */
const strangers: ReadonlyMap<string, string> = new Map([
  ['1.2.643.2.2.9', 'GOST R 34.11-94'],
  ['1.2.643.2.2.10', 'HMAC GOST R 34.11-94'],
  ['1.2.643.2.2.21', 'GOST 28147-89'],
  ['1.2.643.7.1.1.2.2', 'GOST R 34.11-2012 (256 bits)'],
  ['1.2.643.7.1.1.2.3', 'GOST R 34.11-2012 (512 bits)'],
  ['1.2.643.7.1.1.4.1', 'HMAC GOST R 34.11-2012 (256 bits)'],
  ['1.2.643.7.1.1.4.2', 'HMAC GOST R 34.11-2012 (512 bits)'],
  ['1.2.643.7.1.1.5.1.1', 'Magma'],
  ['1.2.643.7.1.1.5.2.1', 'Kuznyechik'],
  ['1.2.840.113549.2.2', 'MD2'],
  ['1.2.840.113549.2.4', 'MD4'],
  ['1.0.10118.3.0.55', 'Whirlpool'],
  ['1.3.6.1.4.1.1722.12.2.1.16', 'BLAKE2b-512'],
  ['1.3.6.1.4.1.1722.12.2.2.8', 'BLAKE2s-256'],
  ['1.2.840.113549.1.5.1', 'PBES1 MD2, DES'],
  ['1.2.840.113549.1.5.4', 'PBES1 MD2, RC2-64'],
  ['1.2.840.113549.3.9', 'RC5-CBC'],
  ['1.3.6.1.4.1.188.7.1.1.2', 'IDEA-CBC'],
  ['1.2.410.200004.1.3', 'SEED-ECB'],
  ['1.2.410.200004.1.5', 'SEED-CFB'],
  ['1.2.410.200004.1.6', 'SEED-OFB'],
  ['1.2.840.113549.1.9.16.3.18', 'ChaCha20-Poly1305'],
  ...[128, 192, 256].flatMap((bits, i) =>
    (
      [
        [5, 'wrap'],
        [8, 'wrap-pad'],
      ] as const
    ).map(([arc, mode]): [string, string] => [`2.16.840.1.101.3.4.1.${20 * i + arc}`, `AES-${bits}-${mode}`]),
  ),
]);

/** The name of an algorithm that is not supported, or its OID where none is known. */
export function strangerName(oid: string): string {
  return strangers.get(oid) ?? oid;
}
