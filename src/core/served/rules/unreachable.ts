import { endpointText } from '../endpointText.ts';
import type { ObservedDns, ObservedFailure } from '../observation.ts';
import { defineServedRule } from '../servedRule.ts';

type Code = Exclude<ObservedFailure['code'], 'tls'> | 'nameServer' | 'proxyScheme';

const TITLES: Readonly<Record<Code, (host: string) => string>> = {
  dns: (host) => `The name ${host} can’t be resolved`,
  nameServer: (host) => `No name server says where ${host} is`,
  refused: (host) => `${host} takes no connection`,
  reset: (host) => `${host} ended the connection before it was secure`,
  timeout: (host) => `${host} did not answer in time`,
  proxyScheme: (host) => `The proxy on the way to ${host} can’t be used`,
  proxy: (host) => `The proxy does not lead to ${host}`,
  protocol: (host) => `${host} answers with something else than TLS`,
};

const MENDS: Readonly<Record<Code, string>> = {
  dns: 'Check the spelling, and that the DNS has a record for this name.',
  nameServer:
    'Check that this computer is connected, and to the VPN if one is needed. If other names work, check the name servers of this domain.',
  refused: 'Check that the environment runs, and that no firewall between here and there refuses the port.',
  reset: 'Check that the server speaks TLS on this port, and that no firewall ends the connection.',
  timeout: 'Check that the environment runs, and that it can be reached from this network.',
  proxyScheme: 'Only proxies whose address begins with http:// can be used. Check the proxy settings of this computer.',
  proxy: 'Check the proxy settings of this computer, and whether the proxy lets you go there.',
  protocol: 'Check the port: HTTPS is usually on 443.',
};

export const unreachable = defineServedRule({
  code: 'served.unreachable',
  severity: 'error',
  state: 'unreachable',
  source: 'a connection to this host, from this computer',
  title: ({ code, host }: { code: string; host: string; reason: string; alias: string }) =>
    TITLES[code as Code]?.(host) ?? `${host} can’t be reached`,
  detail: ({ reason, alias }) =>
    `${alias ? `Its CNAME leads to ${alias}, which the DNS does not know. ` : ''}So it can’t be told which certificate is served there${reason ? ` (${reason})` : ''}. What other people see from elsewhere may differ.`,
  mend: ({ code, alias }) =>
    alias
      ? 'Check the target of the CNAME: it is the address that OutSystems gave the environment.'
      : (MENDS[code as Code] ?? MENDS.timeout),
  find: ({ observation: { host, port, tls, dns } }) => {
    const { failure } = tls;
    if (!failure || failure.code === 'tls') return [];
    const code = codeOf(failure, dns);
    const alias = code === 'dns' ? (dns?.aliases.at(-1) ?? '') : '';
    return [{ params: { code, host: endpointText(host, port), reason: failure.reason ?? '', alias } }];
  },
});

/** A connection that took too long never began where the name led nowhere. */
function codeOf(
  { code, reason }: ObservedFailure,
  dns: ObservedDns | null,
): ObservedFailure['code'] | 'nameServer' | 'proxyScheme' {
  // `https:`, `socks5:`: what its address begins with
  if (code === 'proxy' && reason?.endsWith(':')) return 'proxyScheme';
  if (reason === 'EAI_AGAIN') return 'nameServer';
  if (code !== 'timeout' || !dns?.failure || dns.addresses.length > 0) return code;
  return dns.failure.code === 'timeout' ? 'nameServer' : 'dns';
}
