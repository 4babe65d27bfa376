import { tzOffset } from '@date-fns/tz';
import { addDays as addCalendarDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { getISODay } from 'date-fns/getISODay';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { Instant } from './submission.ts';

/** Civil dates (yyyy-mm-dd) and instants in a campaign's time zone, whatever the machine's own zone is. */

const DAY = 86_400_000;

/** Whether the text is a day of the calendar, written yyyy-mm-dd. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

/** The date `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return formatISO(addCalendarDays(parseISO(date), days), { representation: 'date' });
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  return getISODay(parseISO(date));
}

/** The instant of a civil date and time (HH:MM[:SS]) in a zone. */
export function instantOf(date: string, time: string, zone: string): Instant {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const guess = wall - tzOffset(zone, new Date(wall)) * 60_000;
  return wall - tzOffset(zone, new Date(guess)) * 60_000;
}

/** ISO 8601 with the zone's offset, to the second: 2021-08-16T16:00:00+07:00. */
export function formatInstant(at: Instant, zone: string): string {
  const offset = tzOffset(zone, new Date(at));
  const wall = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${wall}${sign}${hours}:${minutes}`;
}

/** Minutes that a zone is ahead of universal time at an instant. */
export function offsetAt(at: Instant, zone: string): number {
  return tzOffset(zone, new Date(at));
}

/** The civil date of an instant in a zone. */
export function dateOf(at: Instant, zone: string): string {
  return formatInstant(at, zone).slice(0, 10);
}

/** Civil date and time of an instant in a zone, without the offset: 2021-08-16T16:00:00. */
export function civil(at: Instant, zone: string): string {
  return formatInstant(at, zone).slice(0, 19);
}
