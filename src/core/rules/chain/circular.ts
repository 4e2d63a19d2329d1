import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { circleOf } from '../subjectPath.ts';

export const circular = defineRule({
  code: 'chain.circular',
  checks: ['chain'],
  severity: 'error',
  action: 'fetchIssuers',
  lifetimeMessage: 'Chain error',
  source: 'RFC 4158 §5.2',
  title: ({ name }: { name: string; issuer: string }) => `The chain goes in a circle: “${name}” leads back to itself`,
  detail: ({ name, issuer }) =>
    `“${name}” was issued by “${issuer}”, and the certificates of that CA at hand lead back to “${name}”. None of them was issued by a root.`,
  mend: ({ issuer }) =>
    `Ask your CA for the certificate of “${issuer}” that its root issued, and build the PFX again with it.`,
  find: ({ path }) => {
    const child = circleOf(path);
    return child
      ? [{ params: { name: displayName(child.subject), issuer: displayName(child.issuer) }, certificate: child }]
      : [];
  },
});
