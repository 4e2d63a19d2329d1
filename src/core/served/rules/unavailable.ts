import { defineServedRule } from '../servedRule.ts';

export const unavailable = defineServedRule({
  code: 'served.unavailable',
  severity: 'warning',
  state: null,
  source: 'RFC 9110 §15.6.4; OutSystems: Host header protection',
  title: ({ host }: { host: string }) => `${host} answers that it is not available (503)`,
  detail: () =>
    'The environment may be down for a while. Where its host header protection (secure endpoints) is on, it also answers like this to every name that is not in its list: “503 - Host header does not match”.',
  mend: ({ host }) =>
    `Open the site in a browser. If it says that the host header does not match, add ${host} to the list of secure endpoints of the environment; a wildcard does not count there.`,
  find: ({ observation: { host, https } }) => (https?.status === 503 ? [{ params: { host } }] : []),
});
