import type { RunTimes } from '../../model/run-times.ts';
import type { Clocks } from './zone.ts';

/** Longest command that Debian's cron takes, in bytes, and room for what cron itself puts around it. */
export const CRON_MOST = 998;

export interface CronLines {
  readonly receive: readonly string[];
  readonly daily: readonly string[];
}

/**
 * Lines of a crontab. Cron of Debian knows the computer's zone only: where the campaign has another one, a line comes up
 * every hour and looks at the campaign's clock before it starts anything. With `*` as the hour, cron also goes right
 * through a change to or from summer time.
 */
export function cronLines(
  times: RunTimes,
  clocks: Clocks,
  commands: { readonly daily: readonly string[]; readonly receive: readonly string[] },
): CronLines {
  const { receive } = times;
  const each = receive.eachMinute;
  const quietly = `${commandOf(commands.receive)} >/dev/null`;
  return {
    receive: [
      during(receive.from, receive.to, `*/${receive.every}`, clocks, quietly),
      ...(each === null
        ? []
        : [during(each.from, each.to, minutesBetween(each.from, each.to, clocks), clocks, quietly)]),
    ],
    daily: times.daily.map((time) => at(time, clocks, commandOf(commands.daily))),
  };
}

function at(time: string, clocks: Clocks, command: string): string {
  const [hour, minute] = [Math.floor(inMinutes(time) / 60), inMinutes(time) % 60];
  if (clocks.same) return `${minute} ${hour} * * * ${command}`;
  const minutes = clocks.shifts.map((shift) => (minute + shift) % 60).sort((a, b) => a - b);
  return `${minutes.join(',')} * * * * [ "${now(clocks)}" = ${digits(time)} ] && ${command}`;
}

/** From one time to another, both included. */
function during(from: string, to: string, minutes: string, clocks: Clocks, command: string): string {
  const zone = clocks.same ? '' : `TZ='${clocks.posix}' `;
  const test = `t=$(${zone}date +\\%H\\%M); [ "$t" -ge ${digits(from)} ] && [ "$t" -le ${digits(to)} ]`;
  return `${minutes} * * * * ${test} && ${command}`;
}

/** The minutes of the computer's clock that lie between two times of the campaign's. */
function minutesBetween(from: string, to: string, { shifts }: Clocks): string {
  const minutes = new Set<number>();
  for (let at = inMinutes(from); at <= inMinutes(to); at += 1) {
    for (const shift of shifts) minutes.add((at + shift) % 60);
  }
  return [...minutes].sort((a, b) => a - b).join(',');
}

function inMinutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function now({ posix }: Clocks): string {
  return `$(TZ='${posix}' date +\\%H\\%M)`;
}

function digits(time: string): string {
  return time.replace(':', '');
}

/** Words for /bin/sh, each in single quotes; cron takes every % for an end of line unless it is escaped. */
function commandOf(words: readonly string[]): string {
  return words
    .map((word) => shellWord(word))
    .join(' ')
    .replaceAll('%', '\\%');
}

function shellWord(word: string): string {
  return /^[\w@+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
