import { displayDay } from '../../time.ts';
import { samePublicKey } from '../../x509/samePublicKey.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { defineRule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const severalCertificates = defineRule({
  code: 'key.severalCertificates',
  checks: ['key'],
  severity: 'warning',
  source: 'OutSystems: one certificate at a time for an environment (Use your SSL domain in OutSystems Cloud)',
  title: ({ count }: { count: number; from: string; to: string }) =>
    `${count} certificates in this file have the same key`,
  detail: ({ from, to }) =>
    `Usually the certificate was renewed and the old one was left in. The one that was checked is valid from ${from} to ${to}; programs differ in which one they take.`,
  mend: () => 'Export the file again with the certificate that you want to install, and without the others of its key.',
  find: (subject) => {
    const { leaf } = subject;
    const count = certificatesOfKey(subject).length;
    return leaf && count > 1
      ? [{ params: { count, from: displayDay(leaf.notBefore), to: displayDay(leaf.notAfter) }, certificate: leaf }]
      : [];
  },
});

/** The leaf, and what else in the file a CA issued to the same key. */
export function certificatesOfKey({ leaf, certificates }: Subject): readonly Certificate[] {
  if (!leaf) return [];
  return certificates.filter(
    (other) =>
      other === leaf ||
      (!other.extensions.basicConstraints?.ca &&
        !other.selfIssued &&
        samePublicKey(other.publicKey.spki, leaf.publicKey.spki) === true),
  );
}
