import type { LookupAddress } from 'node:dns';
import * as net from 'node:net';
import { type AddressPolicy, addressScope } from './addresses.ts';
import type { Deadline } from './deadline.ts';
import { type LookupDone, systemLookups } from './lookupQueue.ts';
import { asNetError, NetError } from './netError.ts';

export interface Endpoint {
  /** host name, or IP address without brackets */
  readonly host: string;
  readonly port: number;
}

/**
 * Asks for all addresses of a name; the system's own resolver unless a test brings another.
 * @returns what takes the question back, where that can be done
 */
export type Lookup = (host: string, done: LookupDone) => (() => void) | void;

const askSystem: Lookup = (host, done) => systemLookups().ask(host, done).takeBack;

/**
 * A TCP connection. What the name resolves to is judged in the very look-up whose answer is connected to, so an answer that
 * changes between two look-ups gets nobody past the policy.
 *
 * @throws NetError `dns`, `refused`, `reset`, `timeout`, `addressForbidden`, `cancelled`
 */
export function connect(
  { host, port }: Endpoint,
  policy: AddressPolicy,
  deadline: Deadline,
  ask: Lookup = askSystem,
): Promise<net.Socket> {
  if (net.isIP(host) !== 0 && !isAllowed(host, policy)) {
    return Promise.reject(new NetError('addressForbidden', { phase: 'connect', host, reason: host }));
  }
  return deadline.step('connect', (resolve, reject) => {
    let takeBack: (() => void) | void;
    const lookup = lookupWithin(policy, (name, done) => (takeBack = ask(name, done)));
    // tries IPv4 and IPv6 in turns where the runtime can (Node 18.13 and later)
    const options: net.TcpNetConnectOpts & { readonly autoSelectFamily: boolean } = {
      host,
      port,
      lookup: lookup as net.LookupFunction,
      autoSelectFamily: true,
    };
    const socket = net.connect(options);
    deadline.own(socket);
    const onError = (error: Error): void => {
      socket.destroy();
      reject(asNetError(error, 'connect', host));
    };
    socket.once('error', onError);
    socket.once('connect', () => {
      socket.off('error', onError);
      socket.on('error', ignore); // whoever uses it next listens, too; between two users nobody would
      resolve(socket);
    });
    return () => {
      takeBack?.();
      socket.on('error', ignore);
      socket.destroy();
    };
  });
}

export function ignore(): void {
  // an error of a connection that nobody waits for any more
}

type LookupCallback = (error: Error | null, found: string | readonly LookupAddress[], family?: number) => void;

function lookupWithin(policy: AddressPolicy, ask: Lookup) {
  return (host: string, options: { readonly all?: boolean }, done: LookupCallback): void => {
    ask(host, (error, found) => {
      const allowed = found.filter(({ address }) => isAllowed(address, policy));
      const [first] = allowed;
      if (error) done(error, []);
      else if (!first) done(refusal(host, found), []);
      else if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
}

function refusal(host: string, found: readonly LookupAddress[]): NetError {
  const [first] = found;
  return first
    ? new NetError('addressForbidden', { phase: 'connect', host, reason: first.address })
    : new NetError('dns', { phase: 'name', host, reason: 'ENODATA' });
}

function isAllowed(address: string, policy: AddressPolicy): boolean {
  return policy === 'any' || addressScope(address) === 'public';
}
