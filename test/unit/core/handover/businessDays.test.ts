import assert from 'node:assert/strict';
import { businessDaysBetween } from '../../../../src/core/handover/businessDays.ts';
import { DAY, weekday } from '../../../../src/core/time.ts';

describe('business days', () => {
  // 23 November 2026 is a Monday
  const cases: readonly [from: string, to: string, days: number][] = [
    ['2026-11-23T00:00:00Z', '2026-11-23T23:59:59Z', 0],
    ['2026-11-23T23:59:59Z', '2026-11-24T00:00:00Z', 1],
    ['2026-11-27T12:00:00Z', '2026-11-28T12:00:00Z', 0],
    ['2026-11-27T12:00:00Z', '2026-11-29T12:00:00Z', 0],
    ['2026-11-27T12:00:00Z', '2026-11-30T12:00:00Z', 1],
    ['2026-11-28T12:00:00Z', '2026-11-30T12:00:00Z', 1],
    ['2026-11-23T12:00:00Z', '2026-11-30T11:00:00Z', 5],
    ['2026-11-23T12:00:00Z', '2026-12-07T12:00:00Z', 10],
    ['2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z', 260],
    ['2026-11-24T00:00:00Z', '2026-11-23T00:00:00Z', 0],
  ];
  for (const [from, to, days] of cases)
    it(`${from} to ${to}: ${days}`, () => assert.equal(businessDaysBetween(Date.parse(from), Date.parse(to)), days));

  it('are those that the calendar has', () => {
    const start = Date.UTC(1969, 11, 20);
    for (let first = 0; first < 9; first++)
      for (let length = 0; length < 40; length++) {
        const from = start + first * DAY;
        let expected = 0;
        for (let day = 1; day <= length; day++) {
          const date = new Date(from + day * DAY).getUTCDay();
          if (date !== 0 && date !== 6) expected++;
        }
        assert.equal(businessDaysBetween(from, from + length * DAY), expected, `${first} ${length}`);
      }
  });

  it('count weekdays from Monday', () => {
    for (let day = -10; day < 10; day++)
      assert.equal(weekday(day * DAY), new Date(day * DAY).getUTCDay() || 7, String(day));
  });
});
