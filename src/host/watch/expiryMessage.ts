import { plural } from '../../core/report/plural.ts';

/** An environment whose certificate ends soon, or has ended. */
export interface Ending {
  readonly name: string;
  /** whole days; negative once it has ended */
  readonly daysLeft: number;
}

const MOST_NAMED = 3;

/** One sentence for all of them, those that end first by name. */
export function expiryMessage(ending: readonly Ending[]): string {
  const sorted = [...ending].sort((a, b) => a.daysLeft - b.daysLeft);
  const [first] = sorted;
  if (sorted.length === 1 && first) return `The certificate that ${first.name} serves ${whenOf(first)}.`;
  const named = sorted.slice(0, MOST_NAMED).map((one) => `${one.name} (${whenOf(one)})`);
  const rest = sorted.length - named.length;
  return `${sorted.length} environments serve a certificate that ends soon or has ended: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

function whenOf({ daysLeft }: Ending): string {
  if (daysLeft < 0) return 'has expired';
  if (daysLeft === 0) return 'expires today';
  return daysLeft === 1 ? 'expires tomorrow' : `expires in ${plural(daysLeft, 'day')}`;
}
