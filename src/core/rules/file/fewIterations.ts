import { defineRule } from '../rule.ts';
import { iterationsOf } from './iterations.ts';

const LEAST = 1000;

export const fewIterations = defineRule({
  code: 'file.fewIterations',
  checks: [],
  severity: 'info',
  action: 'saveAgain',
  source: 'RFC 8018 §4.2: a minimum of 1000 iterations is recommended',
  title: ({ count }: { count: number }) =>
    `The password protects the file with ${count === 1 ? 'one iteration' : `${count} iterations`} only`,
  detail: () => 'Whoever gets hold of the file can try out passwords very fast, and so get at the private key.',
  mend: () =>
    'Give the file a long random password and keep it out of mails and shares, or export it again: common tools use 2000 iterations and more.',
  find: ({ contents, password }) => {
    const least = Math.min(...iterationsOf(contents.structure));
    return password !== 'empty' && least < LEAST ? [{ params: { count: least } }] : [];
  },
});
