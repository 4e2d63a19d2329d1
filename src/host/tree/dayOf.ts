import { displayDay, parseIsoTime } from '../../core/time.ts';

/** `12 Feb 2027` of an ISO moment. */
export function dayOf(iso: string): string {
  const time = parseIsoTime(iso);
  return time === undefined ? iso : displayDay(time);
}
