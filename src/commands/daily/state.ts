import { posix } from 'node:path';
import type { PlannedFile } from '../../console/command.ts';
import type { Io } from '../../io.ts';
import { isDate } from '../../model/time.ts';

/**
 * What the runs of `daily` tell each other: what was written for which view of a day, so that the next run can see that
 * nothing is new, and what the user's own command has not taken yet. Losing it loses no figure: files are written again.
 */
export interface DailyState {
  readonly schema: 'bluezone-report/daily-state@1';
  readonly days: { readonly [date: string]: DayState };
}

export interface DayState {
  /** Of what the provisional summary says, but for its hour. */
  readonly provisional?: string;
  readonly reminders?: string;
  /** Paths relative to the campaign folder that `--on-result` is still to be given. */
  readonly untold?: readonly string[];
}

const SCHEMA = 'bluezone-report/daily-state@1';
const DAYS_KEPT = 60;

export function statePath(root: string): string {
  return posix.join(root, '.bluezone', 'daily.json');
}

export function logPath(root: string): string {
  return posix.join(root, '.bluezone', 'daily.jsonl');
}

export function lockPath(root: string): string {
  return posix.join(root, '.bluezone', 'daily.lock');
}

/** Empty where it is not there or cannot be read. */
export function readState(io: Io, root: string): DailyState {
  try {
    const state = JSON.parse(new TextDecoder().decode(io.files.read(statePath(root)))) as DailyState;
    if (state.schema === SCHEMA && isKeyed(state.days))
      return { schema: SCHEMA, days: knownDays(state.days) };
  } catch {}
  return { schema: SCHEMA, days: {} };
}

function isKeyed(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOutput(path: unknown): path is string {
  return typeof path === 'string' && posix.normalize(path).startsWith('outbox/');
}

/** Whatever the file holds: only what a run can have written there is taken. */
function knownDays(days: { readonly [date: string]: unknown }): DailyState['days'] {
  const known = Object.entries(days).flatMap(([date, day]) => {
    if (!isDate(date) || !isKeyed(day)) return [];
    const { provisional, reminders, untold } = day;
    const paths = Array.isArray(untold) ? untold.filter(isOutput) : [];
    const state: DayState = {
      ...(typeof provisional === 'string' ? { provisional } : {}),
      ...(typeof reminders === 'string' ? { reminders } : {}),
      ...(paths.length === 0 ? {} : { untold: paths }),
    };
    return [[date, state] as const];
  });
  return Object.fromEntries(known);
}

/** The state with a day as it now stands; days long gone are dropped. */
export function withDay(state: DailyState, date: string, day: DayState): DailyState {
  const days = Object.entries({ ...state.days, [date]: { ...state.days[date], ...day } }).sort();
  return { ...state, days: Object.fromEntries(days.slice(-DAYS_KEPT)) };
}

/** The file to write where the state is not what is on the disk. */
export function stateFile(io: Io, root: string, state: DailyState): readonly PlannedFile[] {
  if (JSON.stringify(state) === JSON.stringify(readState(io, root))) return [];
  const text = `${JSON.stringify(state, null, 1)}\n`;
  return [{ path: statePath(root), bytes: new TextEncoder().encode(text), unsaid: true }];
}
