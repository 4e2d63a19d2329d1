import { isIP } from 'node:net';
import type { ObservedDns, ServedHost } from '../core/served/observation.ts';
import { isLocalName } from './addresses.ts';
import type { Lookup } from './connect.ts';
import { Deadline } from './deadline.ts';
import { systemLookups } from './lookupQueue.ts';
import { type NameResolver, observeDns, systemResolver } from './observeDns.ts';
import { observeHttp } from './observeHttp.ts';
import { observeTls } from './observeTls.ts';
import { isProxied, type ProxyOptions } from './proxy.ts';

export interface ProbeTarget {
  /** host name as A-labels, or IP address without brackets */
  readonly host: string;
  /** leaves the look at port 80 out; @default 443, and a look at port 80 */
  readonly port?: number;
}

export interface ProbeOptions {
  /** milliseconds for each of the three looks: DNS, HTTPS, HTTP. @default 10,000 */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  readonly proxy?: ProxyOptions;
  readonly resolver?: NameResolver;
  readonly lookup?: Lookup;
  /** where plain HTTP is; @default 80 */
  readonly httpPort?: number;
  /** where HTTPS is, when the target does not say; @default 443 */
  readonly httpsPort?: number;
}

/**
 * Looks at what a host serves, and changes nothing there: its DNS, one TLS handshake with `HEAD /` behind it, and `GET /`
 * over plain HTTP. No credentials, no judgement. Any address may be looked at: environments stand in private networks, too.
 *
 * @throws NetError `cancelled`; all else is part of what was observed
 */
export async function probe(target: ProbeTarget, options: ProbeOptions = {}): Promise<ServedHost> {
  const { host } = target;
  const { timeout = 10_000, signal, proxy, httpsPort = 443, httpPort = 80 } = options;
  const port = target.port ?? httpsPort;
  const observedAt = Date.now();
  const within = async <T>(look: (deadline: Deadline) => Promise<T>): Promise<T> => {
    const deadline = new Deadline(host, timeout, signal);
    try {
      return await look(deadline);
    } finally {
      deadline.dispose();
    }
  };
  const lookAtDns =
    isIP(host) === 0 && !isLocalName(host) && !isProxied({ host, port }, 'https', proxy)
      ? within((deadline) => observeDns(host, options.resolver ?? systemResolver(), deadline))
      : Promise.resolve(null);
  const lookup = options.lookup ?? lookupBeside(host, lookAtDns);
  const [dns, { tls, https }, http] = await Promise.all([
    lookAtDns,
    within((deadline) => observeTls({ host, port }, { deadline, proxy, lookup })),
    target.port === undefined
      ? observeHttp({ host, port: httpPort }, { timeout, signal, proxy, lookup })
      : Promise.resolve(null),
  ]);
  return { host, port, observedAt, dns, tls, https, http };
}

/** The system's resolver, with what the look at the DNS tells: whether a name server answers for this host. */
function lookupBeside(host: string, dns: Promise<ObservedDns | null>): Lookup {
  return (name, done) => {
    const question = systemLookups().ask(name, done);
    const judge = (seen: ObservedDns | null): void => {
      if (seen?.failure?.code !== 'timeout') question.answers();
    };
    if (name === host) void dns.then(judge, question.takeBack);
    return question.takeBack;
  };
}
