import { createHash } from 'node:crypto';
import { defineRule } from '../rule.ts';

export const duplicateCertificates = defineRule({
  code: 'file.duplicateCertificates',
  checks: [],
  severity: 'info',
  action: 'saveAgain',
  source: 'RFC 7292 §4.2: nothing forbids it, and nothing needs it',
  title: ({ count }: { count: number }) =>
    count === 1 ? 'One certificate stands in this file twice' : `${count} certificates stand in this file again`,
  detail: () => 'No harm is done: each counts once. It shows that the file was put together from several.',
  mend: () => 'Nothing has to be done. To tidy up, export the file again with each certificate once.',
  find: ({ contents }) => {
    const hashes = contents.bags.flatMap((bag) =>
      bag.kind === 'certificate' ? [createHash('sha256').update(bag.der).digest('hex')] : [],
    );
    const count = hashes.length - new Set(hashes).size;
    return count > 0 ? [{ params: { count } }] : [];
  },
});
