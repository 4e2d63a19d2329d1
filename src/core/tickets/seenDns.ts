import { isUnder } from '../environments/outsystemsDomains.ts';

/** What DNS says of one domain, as looked up now. */
export interface SeenDns {
  /** A-labels */
  readonly domain: string;
  /** the names that its CNAME records lead to, the first one first; empty where it has none */
  readonly cnames: readonly string[];
  /** whether there is an address (A or AAAA record) at the end */
  readonly hasAddress: boolean;
  /** the look-up itself failed: nothing is known */
  readonly failed: boolean;
}

export type DnsVerdict =
  /** leads to the environment by a CNAME */
  | 'right'
  /** leads to another name */
  | 'otherName'
  /** leads to the name of a load balancer, which changes */
  | 'loadBalancer'
  /** has an address of its own instead of a CNAME */
  | 'address'
  /** has no record yet */
  | 'none'
  | 'failed';

/**
 * Whether a domain leads to its environment as OutSystems asks for: by a CNAME to the environment's own name, not by an A
 * record nor to the name of a load balancer.
 * @param address the environment's name, `<env>.outsystemsenterprise.com`
 * @see OutSystems documentation, "Use your SSL domain in OutSystems Cloud"
 */
export function judgeDns({ cnames, hasAddress, failed }: SeenDns, address: string): DnsVerdict {
  const names = cnames.map((name) => name.toLowerCase().replace(/\.$/, ''));
  if (names.includes(address)) return 'right';
  if (failed) return 'failed';
  if (names.some((name) => isUnder(name, 'elb.amazonaws.com'))) return 'loadBalancer';
  if (names.length > 0) return 'otherName';
  return hasAddress ? 'address' : 'none';
}
