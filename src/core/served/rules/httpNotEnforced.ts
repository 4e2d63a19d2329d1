import { redirectVerdict } from '../redirectVerdict.ts';
import { defineServedRule } from '../servedRule.ts';

const WHERE =
  'In LifeTime: Environments → the environment → More Security Settings, there force HTTPS for screens and for exposed integrations. Without LifeTime: Service Center → Administration → Security.';

export const httpNotEnforced = defineServedRule({
  code: 'served.httpNotEnforced',
  severity: 'warning',
  state: 'httpNotEnforced',
  source: 'OutSystems: Enforce HTTPS security',
  title: ({ host }: { host: string; how: string }) => `${host} can be used without HTTPS`,
  detail: ({ how }) =>
    `${
      how === 'refresh'
        ? 'Over plain HTTP it answers with a page that goes on to HTTPS by itself, not with a redirect; services and scripts stay on plain HTTP.'
        : how === 'loop'
          ? 'Over plain HTTP it redirects again and again without ever reaching HTTPS.'
          : 'Plain HTTP is answered, not redirected to HTTPS, and what people send that way can be read on its way.'
    } Reactive and mobile apps always use HTTPS; traditional web screens and exposed services do so where it is enforced.`,
  mend: () => WHERE,
  find: ({ observation: { host, http } }) => {
    const verdict = http && redirectVerdict(http, host);
    return verdict === 'none' || verdict === 'refresh' || verdict === 'loop'
      ? [{ params: { host, how: verdict } }]
      : [];
  },
});
