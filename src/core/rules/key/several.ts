import { bytesToHex } from '../../asn1/values.ts';
import { defineRule } from '../rule.ts';

export const several = defineRule({
  code: 'key.several',
  checks: ['key'],
  severity: 'warning',
  source: 'OutSystems: one certificate at a time for an environment (Use your SSL domain in OutSystems Cloud)',
  title: ({ count }: { count: number }) => `There are ${count} private keys in this file`,
  detail: () => 'Programs differ in which one they take. An environment holds one certificate with one key.',
  mend: () => 'Export the file again with the one key that belongs to the certificate.',
  find: ({ keys }) => {
    const count = new Set(keys.map(({ spki, index }) => (spki ? bytesToHex(spki) : index))).size;
    return count > 1 ? [{ params: { count } }] : [];
  },
});
