import type { ObservedAnswer } from '../observation.ts';
import { defineServedRule } from '../servedRule.ts';

export const httpsDowngrade = defineServedRule({
  code: 'served.httpsDowngrade',
  severity: 'warning',
  state: 'httpNotEnforced',
  source: 'RFC 9110 §15.4; OutSystems: Enforce HTTPS security',
  title: ({ host }: { host: string; to: string }) => `${host} leads from HTTPS back to plain HTTP`,
  detail: ({ to }) =>
    `Over HTTPS it redirects to ${to}. What people send from there on can be read on its way; where plain HTTP leads to HTTPS again, the site does not open at all.`,
  mend: () =>
    'Find where this redirect is made (a site rule of the environment, an application, a proxy or load balancer before it), and have it lead to https://.',
  find: ({ observation: { host, https } }) => {
    const to = downgradeOf(https);
    return to === undefined ? [] : [{ params: { host, to } }];
  },
});

/** Address of plain HTTP that an answer over HTTPS redirects to; without what may stand behind its path. */
export function downgradeOf(https: ObservedAnswer | null): string | undefined {
  const location = https?.location ?? null;
  return location?.startsWith('http:') ? location.replace(/[?#].*$/s, '') : undefined;
}
