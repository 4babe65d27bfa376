import { type Finding, finding } from '../../model/finding.ts';
import { heirOn } from '../../model/mergers.ts';
import { lineNear } from '../../model/roster-lines.ts';
import type { ScopeView } from './rollup.ts';

/** What came of units that ended: those that left the total since the day compared with, and those that stand in. */
export function mergerFindings(view: ScopeView): Finding[] {
  return [...unitsLeft(view), ...standingIn(view)];
}

function unitsLeft({ plan, date, reportDays, unitsOn }: ScopeView): Finding[] {
  const since = reportDays.findLast((day) => day < date);
  if (since === undefined) return [];
  return unitsOn(since).flatMap(({ code, name, line, values }) => {
    const [figure] = values;
    const on = line?.validTo ?? null;
    if (figure === undefined || on === null || on >= date || heirOn(plan.lines, code, date) !== null)
      return [];
    const [measure, value] = figure;
    return finding('across/unit-left', { unit: code }, { unitName: name, measure, value, on, since });
  });
}

function standingIn({ plan, units }: ScopeView): Finding[] {
  return units.flatMap(({ code, name, entry, carried, values }) => {
    const [figure] = values;
    const others = new Set(carried ? entry?.parts?.map(({ unit }) => unit) : []);
    if (figure === undefined || entry === null || (others.size < 2 && others.has(code)) || others.size === 0)
      return [];
    const [measure, value] = figure;
    const names = [...others].map((unit) => lineNear(plan.lines, unit, entry.day)?.name ?? unit);
    const facts = { unitName: name, others: names, measure, value, since: entry.day };
    return finding('across/merged-stands-in', { unit: code }, facts);
  });
}
