import { DAY, weekday } from '../time.ts';

/**
 * Business days from one moment to another: Mondays to Fridays after the day of `from`, up to the day of `to`, days in UTC.
 * Holidays are not known and count as business days. From a Friday to the Monday after it is one; 0 where `to` is not later.
 */
export function businessDaysBetween(from: number, to: number): number {
  const first = Math.floor(from / DAY);
  const days = Math.floor(to / DAY) - first;
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let day = weeks * 7 + 1; day <= days; day++) if (weekday((first + day) * DAY) <= 5) count++;
  return count;
}
