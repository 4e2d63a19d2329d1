import { defineRule } from '../rule.ts';

export const notEncrypted = defineRule({
  code: 'key.notEncrypted',
  checks: ['key'],
  severity: 'warning',
  source: 'RFC 7292 §4.2.1: a KeyBag in an unencrypted safe',
  title: () => 'The private key lies open in this file',
  detail: () =>
    'No password protects it, even where the file asks for one. Whoever gets a copy of the file can pretend to be your site.',
  mend: () =>
    'Export the file again with a password, and with the key encrypted (OpenSSL: without -keypbe NONE). Delete the old copies. If one was mailed or shared, make a new key and have the certificate issued again for it.',
  find: ({ keys }) => (keys.some(({ encryption }) => encryption === undefined) ? [{ params: {} }] : []),
});
