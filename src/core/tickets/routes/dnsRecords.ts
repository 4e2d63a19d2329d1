import { isUnder } from '../../environments/outsystemsDomains.ts';
import { bullets, codeSpan } from '../../markdown.ts';
import type { ReportEnvironment } from '../../report/report.ts';
import { tellingAlias } from '../../served/dnsVerdict.ts';
import { isTooWide } from '../../x509/hostnames.ts';
import { parseIp } from '../../x509/ipAddress.ts';
import { DNS_TEXTS } from '../texts/dnsTexts.ts';
import { FRAME_TEXTS } from '../texts/frameTexts.ts';
import { domainsOf, field } from './pieces.ts';
import type { RoutePart, Step } from './routePart.ts';

/**
 * The records that lead people's names to the environments; empty where no name is known.
 * @see OutSystems documentation, "Use your SSL domain in OutSystems Cloud"
 */
export function dnsRecords(part: RoutePart): readonly string[] {
  const { environments, language } = part;
  const texts = DNS_TEXTS[language];
  const records = environments.flatMap((environment) => recordsOf(environment, part));
  const tops = domainsOf(environments).filter(isTopOfZone);
  return records.length === 0
    ? []
    : [texts.dns, bullets(records), ...tops.map((domain) => texts.topOfZone(codeSpan(domain)))];
}

/** The same as a step of its own. */
export function dnsStep(part: RoutePart): readonly Step[] {
  const body = dnsRecords(part);
  return body.length > 0 ? [{ heading: DNS_TEXTS[part.language].heading, body }] : [];
}

function recordsOf({ address, domains }: ReportEnvironment, { language, looks }: RoutePart): readonly string[] {
  const texts = DNS_TEXTS[language];
  // without an address that OutSystems gave (the command line knows the domains alone) the pattern stands for it
  const target = isUnder(address, CLOUD) ? address : `<env>.${CLOUD}`;
  return domains
    .filter((domain) => !isUnder(domain, CLOUD) && !parseIp(domain))
    .map((domain) => {
      const record = field(FRAME_TEXTS[language].labels.dnsRecord, `${domain} CNAME ${target}`);
      const dns = looks.find(({ host }) => host === domain)?.dns;
      const seen = dns && texts.verdicts[dns.verdict](codeSpan(tellingAlias(dns.aliases) ?? ''));
      return seen ? `${record}: ${seen}` : record;
    });
}

const CLOUD = 'outsystemsenterprise.com';

/** Right below a public suffix, where a zone begins: no CNAME may stand beside its SOA and NS (RFC 1034 §3.6.2). */
function isTopOfZone(domain: string): boolean {
  return !parseIp(domain) && isTooWide(`*${domain.slice(domain.indexOf('.'))}`);
}
