import { dnsVerdict, tellingAlias } from '../dnsVerdict.ts';
import { defineServedRule } from '../servedRule.ts';

export const dnsRecord = defineServedRule({
  code: 'served.dnsRecord',
  severity: 'warning',
  state: null,
  source: 'OutSystems: a CNAME to the environment’s address (Use your SSL domain in OutSystems Cloud); RFC 1034 §3.6.2',
  title: ({ host, verdict, target }: { host: string; verdict: string; target: string; address: string }) =>
    verdict === 'addressRecord'
      ? `${host} has an address record (A or AAAA) instead of a CNAME`
      : verdict === 'loadBalancer'
        ? `${host} leads to the load balancer’s own name`
        : `${host} leads to ${target}, not to this environment`,
  detail: ({ verdict, address, target }) =>
    verdict === 'addressRecord'
      ? `The addresses of ${address} may change, and then this name leads nowhere.`
      : verdict === 'loadBalancer'
        ? `${target} may be replaced at any time, and then this name leads nowhere.`
        : `OutSystems asks for a CNAME to ${address}.`,
  mend: ({ host, verdict, address }) =>
    `In your DNS make ${host} a CNAME to ${address}.${verdict === 'addressRecord' ? ' A domain itself, such as acme.com, can’t be one: use a name below it, such as www.acme.com.' : ''}`,
  find: ({ observation: { host, dns }, environment }) => {
    const verdict = dns && dnsVerdict(host, dns, environment);
    return environment && (verdict === 'addressRecord' || verdict === 'loadBalancer' || verdict === 'otherTarget')
      ? [{ params: { host, verdict, target: tellingAlias(dns?.aliases ?? []) ?? '', address: environment.address } }]
      : [];
  },
});
