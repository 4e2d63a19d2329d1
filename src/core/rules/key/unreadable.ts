import type { OtherBag } from '../../pkcs12/contents.ts';
import { hasLockedPart } from '../lockedParts.ts';
import { defineRule } from '../rule.ts';

const AGAIN = 'Build the file again from the original key, or export it again where it came from.';

const REASONS: Readonly<
  Record<Exclude<NonNullable<OtherBag['problem']>, 'keyPassword'>, readonly [reason: string, mend: string]>
> = {
  unsupportedAlgorithm: [
    'it is encrypted in a way that can’t be read here',
    'Export the file again with AES-256 or 3DES.',
  ],
  malformed: ['its numbers do not belong together: it is damaged, or was put together from two keys', AGAIN],
  limit: ['it goes past a safety limit of this check', AGAIN],
};

export const unreadable = defineRule({
  code: 'key.unreadable',
  checks: ['key'],
  severity: 'error',
  lifetimeMessage: 'The private key can’t be extracted from the file.',
  source: 'OutSystems: errors when using your SSL domain',
  title: () => 'A private key in this file can’t be used',
  detail: ({ reason }: { reason: string; mend: string }) =>
    `The reason: ${reason}. OutSystems must be able to take the key out with the one password that you give.`,
  mend: ({ mend }) => mend,
  find: ({ contents }) => {
    if (hasLockedPart(contents)) return []; // file.twoPasswords says it of everything
    return contents.bags.flatMap((bag) => {
      if (bag.kind !== 'unreadable' || bag.of !== 'key' || bag.problem === 'keyPassword') return []; // key.otherPassword says it
      const [reason, mend] = REASONS[bag.problem ?? 'malformed'];
      return [{ params: { reason: bag.algorithm ? `${reason} (${bag.algorithm})` : reason, mend } }];
    });
  },
});
