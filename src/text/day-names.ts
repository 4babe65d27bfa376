import { isDate } from '../model/time.ts';
import { findDates } from './date.ts';
import { bare } from './fold.ts';

const WEEKDAY = '(?:t[2-7]|cn|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)';
const WORDED = new RegExp(
  `^(?:${WEEKDAY}[ ,._-]*)?(?:ngay|ng|n)[ ._-]*(\\d{1,2})(?: ?\\(\\d\\))?$|^${WEEKDAY}[ ,._-]+(\\d{1,2})$`,
);
const BARE = /^(\d{1,2})(?: ?\(\d\))?$/;

/** What a name of a sheet or a cell of days says. `bare`: a number alone, a day only where others bear it out. */
export interface DayName {
  readonly iso: string;
  readonly bare: boolean;
}

/**
 * The one day that a short name stands for: "16-8", "T2 16.8", "Ngày 16", "16", completed by the month and year of `near`.
 * Null for any other text.
 */
export function readDayName(text: string, near: string): DayName | null {
  const [date, more] = findDates(text, { year: Number(near.slice(0, 4)), name: true });
  if (date !== undefined) return more === undefined ? { iso: date.iso, bare: false } : null;
  const name = bare(text);
  const worded = WORDED.exec(name);
  const day = worded?.[1] ?? worded?.[2] ?? BARE.exec(name)?.[1];
  if (day === undefined) return null;
  const iso = `${near.slice(0, 8)}${day.padStart(2, '0')}`;
  return isDate(iso) ? { iso, bare: worded === null } : null;
}
