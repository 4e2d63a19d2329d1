import { belongsToOutSystems } from '../environments/outsystemsDomains.ts';
import type { ObservedDns } from './observation.ts';
import type { ServedSubject } from './servedSubject.ts';

export const DNS_VERDICTS = [
  /** a CNAME leads to the environment's address */
  'alias',
  /** it is the environment's address, or a name that OutSystems gave */
  'own',
  /** there is no CNAME at all */
  'addressRecord',
  /** the CNAME names the load balancer (`*.elb.amazonaws.com`) */
  'loadBalancer',
  /** the CNAME leads elsewhere */
  'otherTarget',
  'unresolved',
  /** nothing is asked of it: no environment is known, or OutSystems does not run it */
  'unknown',
] as const;
export type DnsVerdict = (typeof DNS_VERDICTS)[number];

/**
 * Does the DNS say what OutSystems asks for: a CNAME to the environment's address?
 * @see OutSystems documentation, "Use your SSL domain in OutSystems Cloud"
 */
export function dnsVerdict(host: string, dns: ObservedDns, environment: ServedSubject['environment']): DnsVerdict {
  const { aliases, addresses, failure } = dns;
  if (failure || addresses.length === 0) return 'unresolved';
  if (environment && host === environment.address) return 'own';
  if (belongsToOutSystems(host)) return 'own';
  if (!environment || environment.hosting !== 'cloud' || !belongsToOutSystems(environment.address)) return 'unknown';
  if (aliases.includes(environment.address)) return 'alias';
  if (aliases.length === 0) return 'addressRecord';
  return aliases.some(isLoadBalancer) ? 'loadBalancer' : 'otherTarget';
}

/** Which alias tells why the verdict is what it is. */
export function tellingAlias(aliases: readonly string[]): string | undefined {
  return aliases.find(isLoadBalancer) ?? aliases.find(belongsToOutSystems) ?? aliases[0];
}

/** A name that AWS gives a load balancer. */
function isLoadBalancer(name: string): boolean {
  return /(^|\.)elb(\.[a-z0-9-]+)?\.amazonaws\.com$/.test(name);
}
