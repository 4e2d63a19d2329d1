import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import { EXPIRY } from '../../shared/sectionStrings.ts';
import { MONTHS } from '../../shared/strings.ts';
import { h } from '../ui/dom.ts';

/** `12 Feb 2027`, in UTC; what is not a date stays as it is. */
export function shortDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** The date for people, the exact moment for a machine and on hover. */
export function time(iso: string): HTMLTimeElement {
  return h('time', { datetime: iso, title: iso }, shortDate(iso));
}

/** `81 days`, `expired 3 days ago`, `starts 3 Mar 2027` */
export function timeLeft(certificate: ReportCertificate): string {
  const { validity, daysLeft, notBefore } = certificate;
  switch (validity) {
    case 'expired':
      return EXPIRY.expired(Math.abs(Math.min(0, daysLeft)));
    case 'notYetValid':
      return EXPIRY.starts(shortDate(notBefore));
    case 'valid':
    case 'expiring':
      return daysLeft <= 0 ? EXPIRY.lastDay : EXPIRY.daysLeft(daysLeft);
  }
}
