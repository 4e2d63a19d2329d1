import { defineRule } from '../rule.ts';

export const nonAsciiPassword = defineRule({
  code: 'file.nonAsciiPassword',
  checks: [],
  severity: 'warning',
  source: 'RFC 7292 Appendix B.1: tools differ in how they encode such passwords',
  title: () => 'The password has letters that many tools get wrong',
  detail: () =>
    'Accents, umlauts and symbols beyond ASCII become different bytes in different programs: the right password is then refused as wrong.',
  mend: () => 'Export the file again with a password of plain letters, digits and signs.',
  find: ({ password }) => (password === 'nonAscii' ? [{ params: {} }] : []),
});
