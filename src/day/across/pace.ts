import { daysBetween } from '../../model/time.ts';
import type { Reporting } from './day.ts';

/** How a unit's running total moved from one report to the next, spread evenly over the days between them. */
export interface Gain {
  readonly perDay: number;
  readonly days: number;
}

interface Value {
  readonly day: string;
  readonly value: number;
}

export interface History {
  readonly last: Value;
  /** Earlier reports that have a value, oldest first. */
  readonly values: readonly Value[];
}

/** A unit's own history of one measure before today; null when no earlier report has it. */
export function historyOf({ earlier }: Reporting, measure: string): History | null {
  const values = earlier.flatMap(({ day, report }) => {
    const value = report.figures.get(measure)?.value;
    return value === undefined ? [] : [{ day, value }];
  });
  const last = values.at(-1);
  return last === undefined ? null : { last, values };
}

/** Gains between earlier reports, oldest first. */
export function gainsOf({ values }: History): readonly Gain[] {
  return values.slice(1).flatMap((now, index) => {
    const before = values[index];
    return before === undefined ? [] : [gain(before, now)];
  });
}

export function gain(before: Value, now: Value): Gain {
  const days = Math.max(1, daysBetween(before.day, now.day));
  return { perDay: (now.value - before.value) / days, days };
}

/** The middle value; the mean of the two middle ones of an even count. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Median absolute deviation: half of the values lie within it of the median, however wild the others are. */
export function deviation(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}
