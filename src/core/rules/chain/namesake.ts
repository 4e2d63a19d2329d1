import { displayDay } from '../../time.ts';
import { samePublicKey } from '../../x509/samePublicKey.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { Subject } from '../subject.ts';
import { authoritiesOf, missingIssuerOf } from '../subjectPath.ts';

export const namesake = defineRule({
  code: 'chain.namesake',
  checks: [],
  severity: 'info',
  source: 'RFC 4158 §3.3: several certificates of one name; the key identifiers tell which',
  title: ({ name, age }: { name: string; age: string; from: string }) =>
    `The file also has an ${age} certificate of “${name}”`,
  detail: ({ name, from }) =>
    `It has another key and belongs to certificates that “${name}” issued with that key; it is valid from ${from}. The chain of this certificate does not need it, and programs that go by names alone may take the wrong one.`,
  mend: () => 'Leave it out when you export the file again.',
  find: (subject) =>
    namesakesOf(subject).map(({ other, authority }) => ({
      params: {
        name: displayName(other.subject),
        age: other.notBefore < authority.notBefore ? 'older' : 'unneeded newer',
        from: displayDay(other.notBefore),
      },
      certificate: other,
    })),
});

/** Certificates of the file with the name of a CA of the path, but with another key. */
export function namesakesOf({
  path,
  certificates,
}: Subject): readonly { other: Certificate; authority: Certificate }[] {
  if (missingIssuerOf(path)) return [];
  const authorities = authoritiesOf(path);
  return certificates.flatMap((other) => {
    const authority = authorities.find(
      ({ subject, publicKey }) =>
        subject.key === other.subject.key && samePublicKey(publicKey.spki, other.publicKey.spki) === false,
    );
    const used = authorities.some(({ sha256 }) => sha256 === other.sha256);
    return authority && !used ? [{ other, authority }] : [];
  });
}
