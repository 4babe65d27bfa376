import { isValidOn, type Roster, type Unit } from './units.ts';

/** The roster by code: a unit has several lines where its name, parent or base changed on a day. */
export type RosterLines = ReadonlyMap<string, readonly Unit[]>;

/** Codes in roster order (of their first line), each with its lines in the order of the file. */
export function rosterLinesOf(roster: Roster): RosterLines {
  const lines = new Map<string, Unit[]>();
  for (const unit of roster.units) {
    const known = lines.get(unit.code);
    if (known === undefined) lines.set(unit.code, [unit]);
    else known.push(unit);
  }
  return lines;
}

/** The line that is valid on the day; null when none is, or the code is unknown. */
export function lineOn(lines: RosterLines, code: string, date: string): Unit | null {
  return lines.get(code)?.find((unit) => isValidOn(unit, date)) ?? null;
}

/**
 * The line that speaks for the unit on a day: the valid one, else the last one before the day, else the first one after
 * it. Null only for an unknown code.
 */
export function lineNear(lines: RosterLines, code: string, date: string): Unit | null {
  const own = lines.get(code) ?? [];
  let before: Unit | null = null;
  let after: Unit | null = null;
  for (const unit of own) {
    if (isValidOn(unit, date)) return unit;
    if (unit.validTo !== null && unit.validTo < date) {
      if (before === null || (before.validTo ?? '') < unit.validTo) before = unit;
    } else if (after === null || (unit.validFrom ?? '') < (after.validFrom ?? '')) {
      after = unit;
    }
  }
  return before ?? after;
}
