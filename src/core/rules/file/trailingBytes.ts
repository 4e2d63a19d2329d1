import { defineRule } from '../rule.ts';

export const trailingBytes = defineRule({
  code: 'file.trailingBytes',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: 'RFC 7292 §4: a PFX is one structure',
  title: ({ count }: { count: number }) =>
    `There ${count === 1 ? 'is one byte' : `are ${count} bytes`} behind the end of the PFX`,
  detail: () =>
    'The file itself is whole, but something was added behind it, as a wrong copy or download does. Strict programs refuse it.',
  mend: () => 'Take the file from its origin again, or export it again.',
  find: ({ contents: { structure } }) =>
    structure.trailingBytes > 0 ? [{ params: { count: structure.trailingBytes } }] : [],
});
