import { lineOn, type RosterLines } from './roster-lines.ts';
import type { UnitBases } from './units.ts';
import { BASE_IDS } from './units.ts';

/** A unit that another one took over, and its last day. */
export interface MergedUnit {
  readonly code: string;
  readonly on: string;
}

/** The units that a unit took over before a day, in roster order. */
export function predecessorsOf(lines: RosterLines, code: string, date: string): readonly MergedUnit[] {
  return (
    mergersIn(lines)
      .get(code)
      ?.filter(({ on }) => on < date) ?? []
  );
}

/** Before the line of every unit is gone through again: by successor. */
const mergers = new WeakMap<RosterLines, ReadonlyMap<string, readonly MergedUnit[]>>();

function mergersIn(lines: RosterLines): ReadonlyMap<string, readonly MergedUnit[]> {
  const known = mergers.get(lines);
  if (known !== undefined) return known;
  const found = new Map<string, MergedUnit[]>();
  for (const [code, own] of lines) {
    for (const { successor, validTo } of own) {
      if (successor === null || validTo === null || successor === code) continue;
      found.set(successor, [...(found.get(successor) ?? []), { code, on: validTo }]);
    }
  }
  mergers.set(lines, found);
  return found;
}

/** The unit that stands for a unit on a later day: itself while it is valid, else who took it over; null where it left. */
export function heirOn(
  lines: RosterLines,
  code: string,
  date: string,
  passed: readonly string[] = [],
): string | null {
  if (lineOn(lines, code, date) !== null) return code;
  const ended = (lines.get(code) ?? []).filter(({ validTo }) => validTo !== null && validTo < date);
  const successor = ended.findLast((line) => line.successor !== null)?.successor ?? null;
  return successor === null || passed.includes(successor)
    ? null
    : heirOn(lines, successor, date, [...passed, code]);
}

/** The last merger into a unit before a day: what its code reported up to it is of the unit before. Null without one. */
export function mergedOn(lines: RosterLines, code: string, date: string): string | null {
  const days = predecessorsOf(lines, code, date).map(({ on }) => on);
  return days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last));
}

/** The bases of a unit's line on a day; where it has none itself, those of the units that it came of, if all have one. */
export function basesOn(
  lines: RosterLines,
  code: string,
  date: string,
  passed: readonly string[] = [],
): UnitBases | null {
  const line = lineOn(lines, code, date);
  const before = passed.includes(code) ? [] : predecessorsOf(lines, code, date);
  if (line === null || before.length === 0) return line?.bases ?? null;
  const all = before.map((ended) => basesOn(lines, ended.code, ended.on, [...passed, code]));
  const merged = mergedOn(lines, code, date);
  const own = merged === null ? null : lineOn(lines, code, merged);
  const sum = (id: (typeof BASE_IDS)[number]): number | null => {
    const parts = [...all, ...(own === null ? [] : [own.bases])].map((bases) => bases?.[id] ?? null);
    return parts.reduce(
      (total, part) => (total === null || part === null ? null : total + part),
      0 as number | null,
    );
  };
  const [smartphone, population, adults] = BASE_IDS.map((id) => line.bases[id] ?? sum(id));
  return { smartphone_users: smartphone ?? null, population: population ?? null, adults: adults ?? null };
}
