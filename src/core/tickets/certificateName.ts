import type { Report } from '../report/report.ts';

/**
 * A proposal for the field "Certificate Name" of LifeTime's wizard: letters and digits only, and none of the names that are
 * taken (case does not count). `*.acme.com` until 19 May 2027 gives `WildcardAcmeCom20270519`.
 *
 * @param name the domain name that the certificate is for, with `*.` where it is a wildcard
 * @param lastDay ISO 8601; what is behind the day does not count
 * @param taken names used before
 * @see OutSystems documentation, "Use your SSL domain in OutSystems Cloud"
 */
export function proposeCertificateName(name: string, lastDay: string, taken: readonly string[]): string {
  const words = name.replace(/^\*\./, 'wildcard.').match(/[a-z0-9]+/gi) ?? ['certificate'];
  const base = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  const proposal = `${base.slice(0, LONGEST_BASE)}${lastDay.slice(0, 10).replace(/\D/g, '')}`;
  const used = new Set(taken.map((other) => other.toLowerCase()));
  let free = proposal;
  for (let count = 2; used.has(free.toLowerCase()); count++) free = `${proposal}v${count}`;
  return free;
}

/** So that the name can be read in a list. */
const LONGEST_BASE = 60;

/** The wildcard or name that the certificate is for: the one that covers the environments' first domain, else its first. */
export function certificateNameOf(reports: readonly Report[]): string {
  for (const { domains } of reports) {
    const covering = domains.find(({ current, coveredBy }) => current && coveredBy !== null)?.coveredBy;
    if (covering) return covering;
  }
  const leaf = reports[0]?.certificates[0];
  return leaf?.subjectAltNames[0] ?? leaf?.name ?? '';
}
