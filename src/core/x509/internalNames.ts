import type { GeneralName } from './certificate.ts';

/**
 * A name that no public CA may certify: a host outside the public DNS (a single label, or an ending that is set aside for
 * networks of one's own) or an IP address that is not routed on the Internet.
 *
 * @see CA/Browser Forum BR 1.6.1 (Internal Name, Reserved IP Address), 7.1.2.7.12
 */
export function isInternalName({ kind, value, bytes }: Pick<GeneralName, 'kind' | 'value' | 'bytes'>): boolean {
  if (kind === 'dns') {
    const host = value.replace(/^\*\./, '');
    return !host.includes('.') || INTERNAL.has(host.slice(host.lastIndexOf('.') + 1).toLowerCase());
  }
  return kind === 'ip' && bytes !== undefined && isReserved(bytes);
}

/** Endings that are reserved (RFC 2606, 6761, 6762, 7686, 9476, ICANN's `internal`) or that ICANN has put off for good because networks use them. */
const INTERNAL: ReadonlySet<string> = new Set([
  'test',
  'example',
  'invalid',
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'mail',
  'lan',
  'onion',
  'alt',
]);

/** `[bytes, bits]`, of the IANA registries of special-purpose addresses; what is mapped into IPv6 counts as IPv4. @see RFC 6890 */
const RESERVED: readonly (readonly [network: readonly number[], bits: number])[] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  [[224], 3],
];
const RESERVED_6: typeof RESERVED = [
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 96],
  [[0x01], 64],
  [[0x20, 0x01, 0x0d, 0xb8], 32],
  [[0xfc], 7],
  [[0xfe, 0x80], 10],
  [[0xff], 8],
];
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

function isReserved(address: Uint8Array): boolean {
  if (address.length === 4) return RESERVED.some((network) => isIn(address, ...network));
  if (MAPPED.every((byte, i) => address[i] === byte)) return isReserved(address.subarray(12));
  return RESERVED_6.some((network) => isIn(address, ...network));
}

function isIn(address: Uint8Array, network: readonly number[], bits: number): boolean {
  for (let i = 0; i * 8 < bits; i++) {
    const mask = (0xff00 >> Math.min(8, bits - i * 8)) & 0xff;
    if (((address[i] ?? 0) & mask) !== ((network[i] ?? 0) & mask)) return false;
  }
  return true;
}
