import { belongsToOutSystems } from '../environments/outsystemsDomains.ts';
import type { NameMatch } from '../x509/hostnames.ts';

type Miss = Extract<NameMatch, { matched: false }>;

/** Why no name of the certificate covers `domain`, as a phrase that can follow a semicolon. */
export function missReason(miss: Miss, domain: string): string {
  if (belongsToOutSystems(domain)) {
    return 'names that OutSystems gives are served with OutSystems’ own certificate and can never be covered by yours';
  }
  const nearest = miss.nearest ?? '';
  switch (miss.reason) {
    case 'invalidDomain':
      return 'it is not a host name';
    case 'noNames':
      return 'the certificate names no host at all (it has no subject alternative names)';
    case 'onlyCommonName':
      return `only the common name says ${nearest}, and browsers do not look there`;
    case 'oneLabelTooMany':
      return `the nearest is ${nearest}, and a wildcard covers exactly one label`;
    case 'apex':
      return `the nearest is ${nearest}, which does not cover the domain itself`;
    case 'publicSuffix':
      return `${nearest} spans everybody’s domains, and browsers ignore such a wildcard`;
    case 'badWildcard':
      return `in ${nearest} a star stands elsewhere than as the whole first label, and browsers ignore such a name`;
    case 'malformedName':
      return `the certificate’s ${nearest} is not written as a host name, and not every browser accepts it`;
    case 'ipAsDnsName':
      return `the certificate lists ${nearest} as a host name; an IP address counts only when listed as one`;
    case 'ipNotListed':
      return 'the certificate does not list this IP address';
    case 'otherHost':
      return `the nearest name is ${nearest}, another host of this domain`;
    case 'otherDomain':
      return nearest ? `the nearest name is ${nearest}, of another domain` : 'it names other hosts only';
  }
}
