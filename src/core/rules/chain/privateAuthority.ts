import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { endsInPrivateAuthority, isSelfSigned } from '../subjectPath.ts';

export const privateAuthority = defineRule({
  code: 'chain.privateAuthority',
  checks: ['chain'],
  severity: 'warning',
  source: 'OutSystems: the certificate comes from a public CA (Use your SSL domain in OutSystems Cloud)',
  title: ({ name }: { name: string }) => `“${name}” is trusted by you, not by browsers`,
  detail: () =>
    'The chain ends in a private CA that this computer or your settings trust. OutSystems asks for a certificate from a public CA; other people’s browsers and phones will warn about this one.',
  mend: () =>
    'Use it only where every visitor’s computer trusts this CA, for example inside your company. Otherwise get a certificate from a public CA.',
  find: (subject) => {
    const anchor = subject.path?.steps.at(-1)?.certificate;
    if (!anchor || isSelfSigned(subject) || !endsInPrivateAuthority(subject)) return [];
    return [{ params: { name: displayName(anchor.subject) }, certificate: anchor }];
  },
});
