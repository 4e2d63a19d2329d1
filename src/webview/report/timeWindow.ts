import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';

const DAY = 86_400_000;
/** at most so many dates under the picture */
const MOST_TICKS = 5;
const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** The stretch of time that the picture shows, in milliseconds; longer validities run over its edges. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * A window around `now` that shows the first certificate's whole life, since that is what has to be renewed: on one
 * linear scale a root of 20 years would leave it a few pixels.
 */
export function timeWindow(certificates: readonly ReportCertificate[], now: number): TimeWindow {
  const [first] = certificates;
  if (!first) return { from: now - 180 * DAY, to: now + 180 * DAY };
  const start = Date.parse(first.notBefore);
  const end = Date.parse(first.notAfter);
  const ahead = clamp(1.5 * (Math.max(start, end) - now), 120 * DAY, 3 * 365 * DAY);
  const behind = clamp(1.15 * (now - Math.min(start, end)), 60 * DAY, 3 * 365 * DAY);
  return { from: now - Math.max(behind, ahead / 4), to: now + Math.max(ahead, behind / 4) };
}

/** Where a moment lies in the window, 0 to 100, held at its edges. */
export function percent({ from, to }: TimeWindow, moment: number): number {
  return Math.round(clamp((100 * (moment - from)) / (to - from), 0, 100) * 100) / 100;
}

/** First days of months (UTC), evenly apart, that fall well inside the window. */
export function ticks({ from, to }: TimeWindow): readonly number[] {
  const months = (to - from) / (30.4 * DAY);
  const step = STEPS_IN_MONTHS.find((candidate) => months / candidate <= MOST_TICKS) ?? 240;
  const first = new Date(from);
  const start = first.getUTCFullYear() * 12 + first.getUTCMonth();
  const margin = (to - from) * 0.09;
  const found: number[] = [];
  for (let month = Math.ceil((start + 1) / step) * step; ; month += step) {
    const moment = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (moment > to - margin) return found;
    if (moment >= from + margin) found.push(moment);
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
