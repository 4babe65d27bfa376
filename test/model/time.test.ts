import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civil,
  dateOf,
  daysBetween,
  formatInstant,
  instantOf,
  isDate,
  weekday,
} from '../../src/model/time.ts';

const HANOI = 'Asia/Ho_Chi_Minh';

describe('civil dates', () => {
  it('knows the calendar', () => {
    expect(isDate('2021-08-16')).toBe(true);
    expect(isDate('2021-02-29')).toBe(false);
    expect(isDate('2021-13-01')).toBe(false);
    expect(isDate('16/8/2021')).toBe(false);
  });

  it('adds and counts days across months, years and a change of clocks', () => {
    expect(addDays('2021-08-31', 1)).toBe('2021-09-01');
    expect(addDays('2021-01-01', -1)).toBe('2020-12-31');
    expect(daysBetween('2021-08-16', '2021-08-20')).toBe(4);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: -3000, max: 3000 }),
        (start, days) => {
          const date = new Date(start * 86_400_000).toISOString().slice(0, 10);
          expect(daysBetween(date, addDays(date, days))).toBe(days);
        },
      ),
    );
  });

  it('counts weekdays from Monday', () => {
    expect(weekday('2021-08-16')).toBe(1);
    expect(weekday('2021-08-22')).toBe(7);
  });
});

describe('instants', () => {
  it('are printed with the offset of the zone', () => {
    const at = instantOf('2021-08-16', '16:00', HANOI);
    expect(at).toBe(Date.parse('2021-08-16T09:00:00Z'));
    expect(formatInstant(at, HANOI)).toBe('2021-08-16T16:00:00+07:00');
    expect(civil(at, HANOI)).toBe('2021-08-16T16:00:00');
    expect(dateOf(Date.parse('2021-08-15T17:00:00Z'), HANOI)).toBe('2021-08-16');
  });

  it('keep the wall clock in zones that change it', () => {
    for (const date of ['2021-03-28', '2021-07-01', '2021-10-31', '2021-12-01']) {
      expect(civil(instantOf(date, '15:00:00', 'Europe/Paris'), 'Europe/Paris')).toBe(`${date}T15:00:00`);
    }
    expect(formatInstant(instantOf('2021-01-05', '08:30', 'America/St_Johns'), 'America/St_Johns')).toBe(
      '2021-01-05T08:30:00-03:30',
    );
  });
});
