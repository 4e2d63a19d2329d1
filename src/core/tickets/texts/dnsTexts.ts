import type { Language } from '../../language.ts';
import type { DnsVerdict } from '../../served/dnsVerdict.ts';

/** The DNS records that lead to an environment. */
export interface DnsTexts {
  readonly heading: string;
  readonly dns: string;
  readonly topOfZone: (domain: string) => string;
  /** what a look says of a record; empty where it says nothing */
  readonly verdicts: Readonly<Record<DnsVerdict, (target: string) => string>>;
}

export const DNS_TEXTS: Readonly<Record<Language, DnsTexts>> = {
  en: {
    heading: 'Check the DNS',
    dns: 'DNS must hold these records. They may be there before the upload. Never an A record, never the name of a load balancer (`*.elb.amazonaws.com`).',
    topOfZone: (domain) =>
      `${domain} is the top of its zone, where DNS allows no CNAME. Let people use a name below it, such as \`www\`.`,
    verdicts: {
      alias: () => 'DNS holds it.',
      addressRecord: () => 'DNS has an address record (A or AAAA) instead of a CNAME: replace it.',
      loadBalancer: (target) =>
        `DNS leads to the load balancer ${target}: change the record, such names are not for this.`,
      otherTarget: (target) => `DNS leads to ${target} instead: change the record.`,
      unresolved: () => 'DNS has no record for it yet, or did not answer.',
      own: () => '',
      unknown: () => '',
    },
  },
  pt: {
    heading: 'Verificar o DNS',
    dns: 'O DNS tem de ter estas entradas. Podem existir antes do envio. Nunca uma entrada A, nunca o nome de um balanceador de carga (`*.elb.amazonaws.com`).',
    topOfZone: (domain) =>
      `${domain} é o topo da sua zona, onde o DNS não permite um CNAME. Use um nome abaixo dele, por exemplo com \`www\`.`,
    verdicts: {
      alias: () => 'O DNS já a tem.',
      addressRecord: () => 'O DNS tem uma entrada de endereço (A ou AAAA) em vez de um CNAME: substitua-a.',
      loadBalancer: (target) =>
        `O DNS aponta para o balanceador de carga ${target}: altere a entrada, esses nomes não servem para isto.`,
      otherTarget: (target) => `O DNS aponta para ${target}: altere a entrada.`,
      unresolved: () => 'O DNS ainda não tem nenhuma entrada para este nome, ou não respondeu.',
      own: () => '',
      unknown: () => '',
    },
  },
};
