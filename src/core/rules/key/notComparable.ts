import { defineRule } from '../rule.ts';

export const notComparable = defineRule({
  code: 'key.notComparable',
  checks: ['key'],
  severity: 'warning',
  source: 'limits of the crypto library of this VS Code',
  title: ({ algorithm }: { algorithm: string }) =>
    `Whether the ${algorithm} key belongs to the certificate can’t be told here`,
  detail: () => 'This VS Code can’t work with keys of this kind. That says nothing against the key.',
  mend: () => 'Use an RSA key of at most 4096 bits, the kind that OutSystems documents.',
  find: ({ leaf, key, keyMatchesLeaf }) =>
    leaf && key && keyMatchesLeaf === undefined ? [{ params: { algorithm: key.algorithm.name } }] : [],
});
