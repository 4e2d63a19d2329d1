import { parseHsts } from '../hsts.ts';
import { defineServedRule } from '../servedRule.ts';

export const noHsts = defineServedRule({
  code: 'served.noHsts',
  severity: 'info',
  state: null,
  source: 'RFC 6797; OutSystems: Enforce HTTPS security',
  title: ({ how }: { how: string }) =>
    how === 'off'
      ? 'HSTS is switched off (max-age=0)'
      : how === 'broken'
        ? 'The HSTS header can’t be read by browsers'
        : 'HSTS is not switched on',
  detail: () =>
    'With HTTP Strict Transport Security browsers use HTTPS for this name by themselves, even where somebody types http://.',
  mend: () =>
    'In LifeTime: Environments → the environment → More Security Settings, there HSTS. First make sure that all of the site works over HTTPS.',
  find: ({ observation: { https } }) => {
    if (!https || https.failure) return [];
    if (https.hsts === null) return [{ params: { how: 'missing' } }];
    const hsts = parseHsts(https.hsts);
    if (!hsts) return [{ params: { how: 'broken' } }];
    return hsts.maxAge === 0 ? [{ params: { how: 'off' } }] : [];
  },
});
