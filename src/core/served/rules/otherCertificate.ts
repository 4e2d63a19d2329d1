import { displayDay } from '../../time.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf } from '../servedPath.ts';

export const otherCertificate = defineServedRule({
  code: 'served.otherCertificate',
  severity: 'error',
  state: null,
  source: 'the certificate that you expect there',
  title: ({ host }: { host: string; name: string; date: string }) =>
    `${host} serves another certificate than the expected one`,
  detail: ({ name, date }) => `It serves “${name}”, valid until ${date}.`,
  mend: () =>
    'If the change has just been made, wait a few minutes and look again; otherwise check that it was completed.',
  find: ({ observation: { host }, leaf, expected }) =>
    leaf && expected !== null && leaf.sha256 !== expected
      ? [{ params: { host, name: labelOf(leaf), date: displayDay(leaf.notAfter) }, certificate: leaf }]
      : [],
});
