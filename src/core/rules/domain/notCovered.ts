import { isNamed } from '../../environments/isNamed.ts';
import { belongsToOutSystems } from '../../environments/outsystemsDomains.ts';
import { namesOfAll } from '../replaces/replaced.ts';
import { defineRule } from '../rule.ts';

export const notCovered = defineRule({
  code: 'domain.notCovered',
  checks: ['domain'],
  severity: 'error',
  source:
    'RFC 9525 §6; OutSystems: issued for the DNS name used to reach the environment (Enable SSL/TLS in OutSystems PaaS)',
  action: 'chooseEnvironment',
  title: ({
    domains,
  }: {
    domains: string;
    environment: string;
    reasons: string;
    count: number;
    own: string;
    lost: string;
  }) => `The certificate does not cover ${domains}`,
  detail: ({ environment, reasons, count, lost }) =>
    `${environment ? `${environment} is reached under ${count === 1 ? 'this name' : 'these names'}. ` : ''}${reasons}. ${lost && `The certificate that is served now covers ${lost}: the change would break what works today. `}Browsers would refuse the site. LifeTime has no message for this, so nothing would stop the upload.`,
  mend: ({ count, own }) =>
    own
      ? 'Take the names that OutSystems gave away off the environment’s domains: only names of your own can be covered.'
      : `Ask your CA for a certificate that lists ${count === 1 ? 'this name' : 'these names'} as subject alternative ${count === 1 ? 'name' : 'names'}, or choose the environment that this certificate is for.`,
  find: (subject) => {
    const { domains, leaf, environment } = subject;
    const missed = domains.filter(({ coveredBy }) => coveredBy === null);
    if (!leaf || !environment || missed.length === 0) return [];
    const names = missed.map(({ domain, unicode }) => unicode ?? domain);
    const same = new Set(missed.map(({ reason }) => reason)).size === 1;
    const reasons = (same ? missed.slice(0, 1) : missed).map(({ reason = 'no name fits' }, i) =>
      same ? reason : `${names[i] ?? ''}: ${reason}`,
    );
    const lost = namesOfAll(subject, ({ domainsLost }) => domainsLost);
    const params = {
      domains: shorten(names, ', '),
      environment: isNamed(environment) ? environment.name : '',
      reasons: capitalise(shorten(reasons, '; ')),
      count: missed.length,
      own: missed.every(({ domain }) => belongsToOutSystems(domain)) ? 'yes' : '',
      lost: lost.length === missed.length ? (lost.length === 1 ? 'it' : 'them') : shorten(lost, ', '),
    };
    return [{ params, certificate: leaf }];
  },
});

function shorten(items: readonly string[], separator: string): string {
  const shown = items.slice(0, 4).join(separator);
  return items.length > 4 ? `${shown}${separator}and ${items.length - 4} more` : shown;
}

/** Host names stay as they are. */
function capitalise(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
