import { promises as dns } from 'node:dns';
import type { ObservedDns } from '../core/served/observation.ts';
import type { Deadline } from './deadline.ts';
import { asNetError } from './netError.ts';
import { observedFailure } from './observedFailure.ts';

/** The three questions that are asked of the DNS. */
export interface NameResolver {
  cname(name: string): Promise<readonly string[]>;
  ipv4(name: string): Promise<readonly string[]>;
  ipv6(name: string): Promise<readonly string[]>;
  /** takes back the questions that are open */
  cancel(): void;
}

/** The name servers of this computer; hosts files do not count, since nobody else sees them. @param servers others instead */
export function systemResolver(servers?: readonly string[]): NameResolver {
  const resolver = new dns.Resolver();
  if (servers) resolver.setServers(servers);
  return {
    cname: (name) => resolver.resolveCname(name),
    ipv4: (name) => resolver.resolve4(name),
    ipv6: (name) => resolver.resolve6(name),
    cancel: () => resolver.cancel(),
  };
}

/** More than any sound chain has. */
const MOST_ALIASES = 16;

/** Follows CNAME records from a name on, step by step, and asks for the addresses behind the last. @throws NetError `cancelled` */
export async function observeDns(host: string, resolver: NameResolver, deadline: Deadline): Promise<ObservedDns> {
  const aliases: string[] = [];
  const ask = (question: (name: string) => Promise<readonly string[]>): Promise<readonly string[]> =>
    deadline.step('name', (resolve, reject) => {
      question(aliases.at(-1) ?? host).then(resolve, (error: unknown) => reject(asNetError(error, 'name', host)));
      return () => resolver.cancel();
    });
  const none = (question: (name: string) => Promise<readonly string[]>): Promise<readonly string[]> =>
    ask(question).catch((error: unknown) => {
      if (observedFailure(error).reason === 'ENODATA') return [];
      throw error;
    });
  try {
    while (aliases.length < MOST_ALIASES) {
      const [next] = await none((name) => resolver.cname(name));
      const name = next?.toLowerCase().replace(/\.$/, '');
      if (name === undefined || name === host || aliases.includes(name)) break;
      aliases.push(name);
    }
    const [ipv4, ipv6] = await Promise.all([none((name) => resolver.ipv4(name)), none((name) => resolver.ipv6(name))]);
    return { aliases, addresses: [...ipv4, ...ipv6], failure: null };
  } catch (error) {
    return { aliases, addresses: [], failure: observedFailure(error) };
  }
}
