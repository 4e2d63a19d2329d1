import { keyHash } from '../../x509/keyHash.ts';
import { defineRule } from '../rule.ts';

export const reused = defineRule({
  code: 'key.reused',
  checks: ['key'],
  severity: 'info',
  source:
    'OutSystems: one certificate at a time for an environment; a wildcard may serve several (Use your SSL domain in OutSystems Cloud)',
  title: ({ environments }: { environments: string }) => `The same private key is used by ${environments}`,
  detail: ({ environments }) =>
    `${environments} showed a certificate with this key when last looked at. That is as it should be where one certificate serves several environments; but whoever gets hold of the key has it for all of them.`,
  mend: () => 'Nothing to do if that is wanted. Otherwise make a new key with the next request (CSR).',
  find: ({ leaf, environment, keysElsewhere }) => {
    if (!leaf) return [];
    const hash = keyHash(leaf.publicKey);
    const names = keysElsewhere
      .filter((seen) => seen.spkiSha256 === hash && seen.environment !== environment?.name)
      .map((seen) => seen.environment);
    const shown = [...new Set(names)];
    return shown.length > 0 ? [{ params: { environments: shown.join(', ') }, certificate: leaf }] : [];
  },
});
