import { defineRule } from '../rule.ts';

export const pbmac1 = defineRule({
  code: 'file.pbmac1',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: 'RFC 9579',
  title: () => 'The file’s integrity check is of a new kind (PBMAC1)',
  detail: () => 'OpenSSL 3.4 and later write it in FIPS mode. Older readers refuse the file, whatever the password.',
  mend: () => 'Export the file again with an ordinary MAC (OpenSSL: without -pbmac1_pbkdf2).',
  find: ({ contents }) => (contents.structure.mac?.kind === 'pbmac1' ? [{ params: {} }] : []),
});
