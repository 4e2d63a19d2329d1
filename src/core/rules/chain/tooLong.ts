import { defineRule } from '../rule.ts';

export const tooLong = defineRule({
  code: 'chain.tooLong',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'limits of this check: 10 certificates, 200 signatures',
  title: () => 'The chain is too long or too tangled to be followed',
  detail: () =>
    'No public CA has chains of more than a few certificates. This file holds so many that could issue each other that the check was ended.',
  mend: () => 'Build the PFX again with the leaf and the certificates of its own CA only.',
  find: ({ path }) => {
    const codes = [...(path?.problems ?? []), ...(path?.steps ?? []).flatMap(({ problems }) => problems)];
    return codes.some(({ code }) => code === 'depthExceeded' || code === 'budgetExceeded') ? [{ params: {} }] : [];
  },
});
