import { parseIp } from '../core/x509/ipAddress.ts';

/** What an IP address can reach: the whole Internet, or something nearer that a stranger's link must not lead to. */
export type AddressScope =
  | 'public'
  /** 0.0.0.0/8, `::`: this very host */
  | 'unspecified'
  | 'loopback'
  | 'linkLocal'
  /** RFC 1918, unique local (RFC 4193), site-local (RFC 3879) */
  | 'private'
  /** carrier-grade NAT, 100.64.0.0/10 */
  | 'shared'
  | 'multicast'
  | 'broadcast'
  /** for documentation, measurements, protocols or later use */
  | 'reserved';

/**
 * The scope of an IP address. An IPv6 address that holds an IPv4 address (mapped, NAT64, 6to4) has that one's scope.
 *
 * @param text without brackets; a zone (`%eth0`) does not count
 * @returns undefined for what is no IP address
 * @see IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)
 */
export function addressScope(text: string): AddressScope | undefined {
  const bytes = parseIp(text.replace(/%.*$/, ''));
  if (!bytes) return undefined;
  return bytes.length === 4 ? scopeIn(IPV4, bytes) : scopeOfIpv6(bytes);
}

/** Whom a connection may go to: anybody, or only what the whole Internet can reach. */
export type AddressPolicy = 'any' | 'public';

/** Names that never lead out, whatever a resolver says (RFC 6761 §6.3, RFC 6762 §3, RFC 8375, single labels). */
export function isLocalName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return !name.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(name);
}

type Range = readonly [prefix: readonly number[], bits: number, scope: AddressScope];

/** The first that fits counts: what is excepted from a range stands before it. */
const IPV4: readonly Range[] = [
  [[0], 8, 'unspecified'],
  [[10], 8, 'private'],
  [[100, 64], 10, 'shared'],
  [[127], 8, 'loopback'],
  [[169, 254], 16, 'linkLocal'],
  [[172, 16], 12, 'private'],
  [[192, 0, 0, 9], 32, 'public'],
  [[192, 0, 0, 10], 32, 'public'],
  [[192, 0, 0], 24, 'reserved'],
  [[192, 0, 2], 24, 'reserved'],
  [[192, 88, 99], 24, 'reserved'],
  [[192, 168], 16, 'private'],
  [[198, 18], 15, 'reserved'],
  [[198, 51, 100], 24, 'reserved'],
  [[203, 0, 113], 24, 'reserved'],
  [[224], 4, 'multicast'],
  [[255, 255, 255, 255], 32, 'broadcast'],
  [[240], 4, 'reserved'],
  [[], 0, 'public'],
];

const IPV6: readonly Range[] = [
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 128, 'unspecified'],
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128, 'loopback'],
  [[0xfc], 7, 'private'],
  [[0xfe, 0x80], 10, 'linkLocal'],
  [[0xfe, 0xc0], 10, 'private'],
  [[0xff], 8, 'multicast'],
  [[0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128, 'public'],
  [[0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2], 128, 'public'],
  [[0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], 128, 'public'],
  [[0x20, 0x01, 0, 3], 32, 'public'],
  [[0x20, 0x01, 0, 4, 1, 0x12], 48, 'public'],
  [[0x20, 0x01, 0, 0x20], 28, 'public'],
  [[0x20, 0x01, 0, 0x30], 28, 'public'],
  [[0x20, 0x01], 23, 'reserved'],
  [[0x20, 0x01, 0x0d, 0xb8], 32, 'reserved'],
  [[0x3f, 0xff], 20, 'reserved'],
  [[0x20], 3, 'public'], // all that is given out as global unicast
  [[], 0, 'reserved'],
];

/** Where an IPv6 address holds an IPv4 one: the prefix, and the first byte of it. */
const EMBEDDED: readonly (readonly [prefix: readonly number[], bits: number, at: number])[] = [
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96, 12], // mapped, RFC 4291 §2.5.5.2
  [[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96, 12], // NAT64, RFC 6052
  [[0x20, 0x02], 16, 2], // 6to4, RFC 3056
];

function scopeOfIpv6(bytes: Uint8Array): AddressScope {
  const embedded = EMBEDDED.find(([prefix, bits]) => hasPrefix(bytes, prefix, bits));
  return embedded ? scopeIn(IPV4, bytes.subarray(embedded[2], embedded[2] + 4)) : scopeIn(IPV6, bytes);
}

function scopeIn(ranges: readonly Range[], bytes: Uint8Array): AddressScope {
  return ranges.find(([prefix, bits]) => hasPrefix(bytes, prefix, bits))?.[2] ?? 'reserved';
}

function hasPrefix(bytes: Uint8Array, prefix: readonly number[], bits: number): boolean {
  for (let i = 0; i * 8 < bits; i++) {
    const mask = (0xff << Math.max(0, 8 - (bits - i * 8))) & 0xff;
    if (((bytes[i] ?? 0) & mask) !== ((prefix[i] ?? 0) & mask)) return false;
  }
  return true;
}
