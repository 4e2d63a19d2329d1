import type { Look } from '../../../src/host/served/servedStore.ts';
import type { ServedRecord } from '../../../src/host/served/servedRecord.ts';
import type { ServedState } from '../../../src/core/served/servedState.ts';

const DAY = 86_400_000;

interface Facts extends Partial<Omit<ServedRecord, 'state' | 'certificate'>> {
  readonly host: string;
  /** days until the certificate ends; undefined: none was seen */
  readonly days?: number;
  /** days for which the certificate lives in all */
  readonly lifetime?: number;
  /** tells certificates apart */
  readonly sha256?: string;
}

/** A look at a host of acme.outsystemsenterprise.com as it would be kept. */
export function look(state: ServedState, { days, lifetime = 200, sha256 = 'AA:BB', ...facts }: Facts): Look {
  // half a day more, so that no test depends on how long it takes
  const notAfter = Date.now() + ((days ?? 0) + 0.5) * DAY;
  return {
    chain: days === undefined ? [] : [new Uint8Array([0x30, 0])],
    record: {
      address: 'acme.outsystemsenterprise.com',
      lookedAt: Date.now(),
      state,
      headline: `Judged as ${state}`,
      findings:
        state === 'good' ? [] : [{ code: `served.${state}`, severity: 'error', title: `Found ${state}`, params: {} }],
      dns: null,
      redirects: true,
      hsts: true,
      certificate:
        days === undefined
          ? null
          : {
              name: '*.acme.example',
              issuerName: 'Acme Issuing CA',
              notBefore: notAfter - lifetime * DAY,
              notAfter,
              sha1: '0A:1B',
              sha256,
              spkiPin: 'cGlu',
              seenAt: Date.now(),
              chain: [sha256.toLowerCase().replaceAll(':', '')],
            },
      ...facts,
    },
  };
}
