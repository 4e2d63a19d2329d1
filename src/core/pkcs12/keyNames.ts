import { type Asn1Node, Tag } from '../asn1/reader.ts';
import { contentOf, isUniversal, oidFromContent } from '../asn1/values.ts';
import { namedCurve } from '../x509/curves.ts';

/** Name and field size of the curve of an EC key, from the parameters of its algorithm (RFC 5480 §2.1.1). */
export function curveOf(parameters: Asn1Node | undefined): { name: string; bits?: number } {
  if (isUniversal(parameters, Tag.oid) && parameters) {
    const oid = oidFromContent(contentOf(parameters), parameters.start);
    const known = namedCurve(oid);
    return known ? { name: `EC ${known.name}`, bits: known.bits } : { name: `EC ${oid}` };
  }
  const prime = parameters?.children[1]?.children[1];
  if (!prime || !isUniversal(prime, Tag.integer)) return { name: 'EC, unknown curve' };
  const content = contentOf(prime);
  const bits = 8 * (content[0] === 0 ? content.length - 1 : content.length);
  return { name: 'EC, explicit parameters', bits };
}

const names: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10040.4.1', 'DSA'],
  ['1.2.840.113549.1.3.1', 'DH'],
  ['1.2.840.10046.2.1', 'DH'],
  ['1.3.101.110', 'X25519'],
  ['1.3.101.111', 'X448'],
  ['1.2.643.2.2.19', 'GOST R 34.10-2001'],
  ['1.2.643.2.2.20', 'GOST R 34.10-94'],
  ['1.2.643.7.1.1.1.1', 'GOST R 34.10-2012 (256 bits)'],
  ['1.2.643.7.1.1.1.2', 'GOST R 34.10-2012 (512 bits)'],
  ['1.2.804.2.1.1.1.1.3.1.1', 'DSTU 4145'],
  ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
  ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
  ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
  ['2.16.840.1.101.3.4.4.1', 'ML-KEM-512'],
  ['2.16.840.1.101.3.4.4.2', 'ML-KEM-768'],
  ['2.16.840.1.101.3.4.4.3', 'ML-KEM-1024'],
  ['2.16.840.1.101.3.4.3.20', 'SLH-DSA-SHA2-128s'],
  ['2.16.840.1.101.3.4.3.21', 'SLH-DSA-SHA2-128f'],
  ['2.16.840.1.101.3.4.3.22', 'SLH-DSA-SHA2-192s'],
  ['2.16.840.1.101.3.4.3.23', 'SLH-DSA-SHA2-192f'],
  ['2.16.840.1.101.3.4.3.24', 'SLH-DSA-SHA2-256s'],
  ['2.16.840.1.101.3.4.3.25', 'SLH-DSA-SHA2-256f'],
  ['2.16.840.1.101.3.4.3.26', 'SLH-DSA-SHAKE-128s'],
  ['2.16.840.1.101.3.4.3.27', 'SLH-DSA-SHAKE-128f'],
  ['2.16.840.1.101.3.4.3.28', 'SLH-DSA-SHAKE-192s'],
  ['2.16.840.1.101.3.4.3.29', 'SLH-DSA-SHAKE-192f'],
  ['2.16.840.1.101.3.4.3.30', 'SLH-DSA-SHAKE-256s'],
  ['2.16.840.1.101.3.4.3.31', 'SLH-DSA-SHAKE-256f'],
]);

/** The name of a kind of key that is recognised as a key and nothing more, or its OID. */
export function nameOfKey(oid: string): string {
  return names.get(oid) ?? oid;
}
