/** Names and field sizes of the named curves of EC keys, by OID (SEC 2 App. A, RFC 5639 §4.1, X9.62, GB/T 32918). */
const CURVES: ReadonlyMap<string, readonly [name: string, bits: number]> = new Map<string, readonly [string, number]>([
  ['1.2.840.10045.3.1.1', ['P-192', 192]],
  ['1.3.132.0.33', ['P-224', 224]],
  ['1.2.840.10045.3.1.7', ['P-256', 256]],
  ['1.3.132.0.34', ['P-384', 384]],
  ['1.3.132.0.35', ['P-521', 521]],
  ['1.2.840.10045.3.1.4', ['prime239v1', 239]],
  ['1.3.132.0.9', ['secp160k1', 160]],
  ['1.3.132.0.8', ['secp160r1', 160]],
  ['1.3.132.0.31', ['secp192k1', 192]],
  ['1.3.132.0.32', ['secp224k1', 224]],
  ['1.3.132.0.10', ['secp256k1', 256]],
  ['1.3.132.0.1', ['sect163k1', 163]],
  ['1.3.132.0.15', ['sect163r2', 163]],
  ['1.3.132.0.26', ['sect233k1', 233]],
  ['1.3.132.0.27', ['sect233r1', 233]],
  ['1.3.132.0.16', ['sect283k1', 283]],
  ['1.3.132.0.17', ['sect283r1', 283]],
  ['1.3.132.0.36', ['sect409k1', 409]],
  ['1.3.132.0.37', ['sect409r1', 409]],
  ['1.3.132.0.38', ['sect571k1', 571]],
  ['1.3.132.0.39', ['sect571r1', 571]],
  ...[160, 192, 224, 256, 320, 384, 512].flatMap((bits, i) =>
    (['r1', 't1'] as const).map(
      (kind, j) => [`1.3.36.3.3.2.8.1.1.${2 * i + j + 1}`, [`brainpoolP${bits}${kind}`, bits]] as const,
    ),
  ),
  ['1.2.156.10197.1.301', ['SM2', 256]],
]);

/** The name that people know a curve by, and the size of its field in bits; undefined for a curve that is not known here. */
export function namedCurve(oid: string): { readonly name: string; readonly bits: number } | undefined {
  const [name, bits] = CURVES.get(oid) ?? [];
  return name === undefined || bits === undefined ? undefined : { name, bits };
}
