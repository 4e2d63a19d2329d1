import { redirectVerdict } from '../redirectVerdict.ts';
import { defineServedRule } from '../servedRule.ts';

export const redirectsElsewhere = defineServedRule({
  code: 'served.redirectsElsewhere',
  severity: 'info',
  state: null,
  source: 'OutSystems: Enforce HTTPS security',
  title: ({ host, to }: { host: string; to: string }) => `Plain HTTP of ${host} goes on to ${to}`,
  detail: () => 'It reaches HTTPS, at another name.',
  mend: () => 'Nothing to do where this is meant.',
  find: ({ observation: { host, http } }) => {
    const to = http?.hops.at(-1)?.location;
    return http && to && redirectVerdict(http, host) === 'httpsElsewhere'
      ? [{ params: { host, to: new URL(to).host } }]
      : [];
  },
});
