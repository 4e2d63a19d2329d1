import type { TrustStore } from './trust.ts';

/** Where an anchor is trusted, as the end of a sentence: `in the Mozilla roots`. The most widely trusted store counts. */
export function storeName(stores: readonly TrustStore[]): string {
  if (stores.includes('mozilla')) return 'in the Mozilla roots';
  if (stores.includes('system')) return 'trusted by this computer';
  return stores.includes('user') ? 'a CA that was trusted for this check' : 'in no trust store';
}
