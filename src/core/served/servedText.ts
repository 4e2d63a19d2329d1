import { plural } from '../report/plural.ts';
import { printable } from '../report/reportText.ts';
import { endpointText } from './endpointText.ts';
import type { ServedReport } from './servedReport.ts';
import type { ServedState } from './servedState.ts';

/** A state in a few words. */
const STATE_LABELS: Readonly<Record<ServedState, string>> = {
  unreachable: 'can’t be reached',
  expired: 'certificate expired',
  notYetValid: 'certificate not yet valid',
  wrongName: 'certificate for another name',
  untrusted: 'certificate not trusted',
  incompleteChain: 'chain incomplete',
  oldProtocol: 'TLS too old',
  expiring: 'certificate expires soon',
  privateAuthority: 'certificate of a private CA',
  httpNotEnforced: 'HTTPS not enforced',
  good: 'good',
};

/** What is said of one host, for a terminal: plain text, no colours. */
export function servedText({ host, port, state, certificate, protocol, cipher, dns, findings }: ServedReport): string {
  const facts: readonly (readonly [string, string])[] = [
    ...(certificate
      ? ([
          ['Certificate', `“${certificate.name}”, issued by “${certificate.issuerName}”`],
          ['Valid until', `${certificate.notAfter.slice(0, 10)} (${daysText(certificate.daysLeft)})`],
          ['SHA-256', certificate.sha256],
        ] as const)
      : []),
    ...(protocol === null ? [] : ([['TLS', `${protocol}, ${cipher ?? ''}`]] as const)),
    ...(dns && dns.aliases.length > 0 ? ([['CNAME', dns.aliases.join(' → ')]] as const) : []),
  ];
  const lines = [
    `${endpointText(host, port)}: ${STATE_LABELS[state]}`,
    ...facts.map(([label, value]) => `  ${label.padEnd(12)} ${value}`),
    ...findings.flatMap(({ severity, title, code, detail, mend }) => [
      '',
      `  ${severity}: ${title}  [${code}]`,
      `    ${detail}`,
      `    What to do: ${mend}`,
    ]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function daysText(days: number): string {
  return days < 0 ? `ended ${plural(-days, 'day')} ago` : `${plural(days, 'day')} left`;
}
