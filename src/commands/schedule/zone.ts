import type { Instant } from '../../model/submission.ts';
import { offsetAt } from '../../model/time.ts';

/** How the clock of a computer stands to that of a campaign in the year that begins now. */
export interface Clocks {
  /** They show the same time on every day of it. */
  readonly same: boolean;
  /** Minutes to add to the minute of the campaign's clock to get the computer's, 0 … 59; several where it changes. */
  readonly shifts: readonly number[];
  /** The campaign's zone for TZ: without rules where its distance never changes, so that it needs no list of zones. */
  readonly posix: string;
}

const DAY = 86_400_000;

export function clocksOf(machine: string, zone: string, now: Instant): Clocks {
  const days = Array.from({ length: 400 }, (_, n) => now + n * DAY);
  const apart = days.map((at) => offsetAt(at, machine) - offsetAt(at, zone));
  const own = new Set(days.map((at) => offsetAt(at, zone)));
  const [only = 0] = own;
  return {
    same: apart.every((minutes) => minutes === 0),
    shifts: [...new Set(apart.map((minutes) => ((minutes % 60) + 60) % 60))].sort((a, b) => a - b),
    posix: own.size === 1 ? posixZone(only) : zone,
  };
}

/** `<+07>-7`: POSIX counts westwards. */
function posixZone(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const name = `${minutes < 0 ? '-' : '+'}${two(hours)}${rest === 0 ? '' : two(rest)}`;
  return `<${name}>${minutes > 0 ? '-' : ''}${hours}${rest === 0 ? '' : `:${two(rest)}`}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
