import type { CountedReport, Entry } from '../../model/entry.ts';
import { compareText } from '../../model/finding.ts';
import { type MergedUnit, mergedOn, predecessorsOf } from '../../model/mergers.ts';
import { lineOn, type RosterLines } from '../../model/roster-lines.ts';
import { wholeOf } from '../whole.ts';

type EntriesOf = (code: string) => readonly Entry[];

/** What stands for a unit that took others over. */
export interface StandIn {
  /** The sum; of the oldest of its days. */
  readonly entry: Entry;
  /** The newest of its days. */
  readonly newest: string;
  /** Each of the units had reported. */
  readonly isWhole: boolean;
}

/**
 * What stands for a unit from a merger until its first own report after it: its own last values and those of all units
 * that it took over (contract section 1, `successor`). Null where it took nobody over, or has reported since.
 */
export function standInFor(
  lines: RosterLines,
  code: string,
  date: string,
  entriesOf: EntriesOf,
): StandIn | null {
  const merged = mergedOn(lines, code, date);
  const own = lastOf(entriesOf(code), date);
  if (merged === null || (own !== null && own.day > merged)) return null;
  const all = partsOf(lines, { code, on: date }, entriesOf, []);
  const [first, ...rest] = all.flatMap((part) => part ?? []).sort((a, b) => compareText(a.date, b.date));
  if (first === undefined) return null;
  const parts: [CountedReport, ...CountedReport[]] = [first, ...rest];
  const source = { ...wholeOf(parts), unit: code };
  return {
    entry: { day: first.date, counts: true, source, parts },
    newest: parts.at(-1)?.date ?? first.date,
    isWhole: !all.includes(null),
  };
}

/** The last reports of a unit and of those that it took over since; null for one that had none. */
function partsOf(
  lines: RosterLines,
  { code, on }: MergedUnit,
  entriesOf: EntriesOf,
  passed: readonly string[],
): (CountedReport | null)[] {
  if (passed.includes(code)) return [];
  const own = lastOf(entriesOf(code), on);
  const before = predecessorsOf(lines, code, on).filter((ended) => own === null || own.day <= ended.on);
  const existed = before.length === 0 || before.some((ended) => lineOn(lines, code, ended.on) !== null);
  return [
    ...(own !== null ? (own.parts ?? [own.source]) : existed ? [null] : []),
    ...before.flatMap((ended) => partsOf(lines, ended, entriesOf, [...passed, code])),
  ];
}

function lastOf(entries: readonly Entry[], date: string): Entry | null {
  return entries.findLast(({ day, counts }) => counts && day <= date) ?? null;
}
