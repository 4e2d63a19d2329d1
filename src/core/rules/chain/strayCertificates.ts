import { displayDay } from '../../time.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { namesakesOf } from './namesake.ts';
import { certificatesOfKey } from '../key/severalCertificates.ts';
import type { Subject } from '../subject.ts';
import { missingIssuerOf } from '../subjectPath.ts';

export const strayCertificates = defineRule({
  code: 'chain.strayCertificates',
  checks: [],
  severity: 'info',
  action: 'saveAgain',
  source: 'OutSystems: leaf, intermediates and root (Enable SSL/TLS in OutSystems PaaS)',
  title: ({ count }: { count: number; names: string }) =>
    count === 1
      ? 'One certificate in this file belongs to no chain'
      : `${count} certificates in this file belong to no chain`,
  detail: ({ names }) => `No harm is done, but it confuses: ${names}.`,
  mend: () => 'Leave out what does not belong to the chain when you export the file again.',
  find: (subject) => {
    const { certificates, path, leaf, chainInFile = [] } = subject;
    if (!leaf || missingIssuerOf(path)) return []; // what the path has not reached yet is not stray
    const used = [...(path?.steps ?? []).map(({ certificate }) => certificate), ...chainInFile];
    // these have findings of their own
    const told = [...namesakesOf(subject).map(({ other }) => other), ...certificatesOfKey(subject)];
    const known = new Set([...used, ...told].map(({ sha256 }) => sha256));
    const stray = certificates.filter(({ sha256 }) => !known.has(sha256));
    if (stray.length === 0) return [];
    const names = stray.slice(0, 5).map((certificate) => describe(certificate, subject));
    return [{ params: { count: stray.length, names: names.join(', ') + (stray.length > 5 ? ' …' : '') } }];
  },
});

/** `“Acme CA” (issued by “Old Root”, expired on 1 Mar 2026)`: what tells it from the one of the chain that has its name. */
function describe({ subject, issuer, selfIssued, notAfter }: Certificate, { path, time }: Subject): string {
  const hasNamesake = (path?.steps ?? []).some(({ certificate }) => certificate.subject.key === subject.key);
  const facts = [
    ...(hasNamesake && !selfIssued ? [`issued by “${displayName(issuer)}”`] : []),
    ...(time > notAfter ? [`expired on ${displayDay(notAfter)}`] : []),
  ];
  return `“${displayName(subject)}”${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}
