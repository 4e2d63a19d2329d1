import type { Environment } from '../../core/environments/environment.ts';
import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import { type DraftAddress, distinctAddresses, lifetimePage } from '../../core/tickets/addresses.ts';

/** The pages of LifeTime for a draft's environments, as the settings have them now. */
export function lifetimePages(
  { environments }: Pick<DraftRecord, 'environments'>,
  known: readonly Environment[],
): readonly DraftAddress[] {
  const names = new Set(environments.map(({ name }) => name));
  return distinctAddresses(known.filter(({ name }) => names.has(name)).map(lifetimePage));
}
