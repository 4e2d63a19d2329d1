import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const rootMissing = defineRule({
  code: 'chain.rootMissing',
  checks: ['chain'],
  severity: 'warning',
  action: 'saveComplete',
  source: 'OutSystems: the PFX must include the complete chain, leaf to root (Enable SSL/TLS in OutSystems PaaS)',
  title: ({ name }: { name: string }) => `The root “${name}” is not in this file`,
  detail: () =>
    'Browsers have the root themselves and do not need it. OutSystems asks for the complete chain, the root included.',
  mend: ({ name }) => `Add the certificate of “${name}” when you export the PFX. Your CA offers it for download.`,
  find: ({ path, chainInFile }) => {
    const last = path?.steps.at(-1);
    if (!path || path.anchorStores.length === 0 || !last || chainInFile) return [];
    // a trusted intermediate ends the path too: the root is then the one that issued it
    const missing = last.certificate.selfIssued ? last.certificate.subject : last.certificate.issuer;
    if (path.steps.length < 2 || (last.certificate.selfIssued && last.origin === 'file')) return [];
    return [{ params: { name: displayName(missing) }, certificate: last.certificate }];
  },
});
