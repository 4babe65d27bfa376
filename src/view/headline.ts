import { boundsOf } from '../day/bounds.ts';
import { lineOn } from '../model/lines.ts';
import { percent } from '../model/ratio.ts';
import type { UnitLine } from '../model/summary.ts';
import type { ViewInput } from './input.ts';
import { lookupOf } from './lookup.ts';
import { baseOf, countsPeople, coverageOf, hasDeadline, labelOf, type ScopeLayout } from './scope/layout.ts';

const MOST_NAMES = 12;

/** Days that carried figures are told apart by; older ones are counted together. */
const MOST_DAYS = 4;

/**
 * The sentences over a scope's table: the rate with its integers, the change, who reported, who did not, from when the
 * figures are that stand in, and between what the rate lies.
 */
export function headline(input: ViewInput, layout: ScopeLayout): readonly string[] {
  const words = input.words.view.headline;
  const { scope } = layout;
  const figure = scope.total.figures[layout.main];
  const first = `${layout.pairs.length === 0 ? totalsText(input, layout) : rateText(input, layout)}.`;
  const completeness = words.completeness({
    ...scope.completeness,
    deadline: hasDeadline(input, scope.form),
  });
  const missing = scope.units.filter((unit) => unit.status === 'missing');
  const named = missing.length <= MOST_NAMES ? missing : [];
  return [
    figure === undefined ? words.nothing : first,
    completeness,
    ...(named.length > 0 ? [words.missing(named.map(({ name }) => name))] : []),
    ...carriedText(input, layout, named),
    ...(figure === undefined ? [] : boundsText(input, layout)),
  ];
}

/** Which figures stand in, from when, the newest first; without names where these are the units just `named`. */
function carriedText(input: ViewInput, layout: ScopeLayout, named: readonly UnitLine[]): readonly string[] {
  const carried = layout.scope.units.filter((unit) => unit.figures[layout.main]?.carried === true);
  if (carried.length === 0) return [];
  const byDay = new Map<string, UnitLine[]>();
  for (const unit of carried) {
    const day = unit.figures[layout.main]?.date ?? '';
    byDay.set(day, [...(byDay.get(day) ?? []), unit]);
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? 1 : -1));
  const justNamed =
    days.length === 1 && carried.length === named.length && carried.every((unit) => named.includes(unit));
  const withNames = carried.length <= MOST_NAMES && !justNamed;
  const told = days.slice(0, MOST_DAYS).map(([date, units]) => ({
    date,
    units: units.length,
    names: withNames ? units.map(({ name }) => name) : null,
  }));
  const older = days.slice(MOST_DAYS).reduce((sum, [, units]) => sum + units.length, 0);
  return [input.words.view.headline.carried(told, older)];
}

function boundsText(input: ViewInput, layout: ScopeLayout): readonly string[] {
  const [pair] = layout.pairs;
  if (pair === undefined) return [];
  const above = parentsOf(input, layout);
  const bounds = boundsOf(
    layout.scope.units
      .filter(({ code }) => !above.has(code))
      .map((unit) => ({
        value: unit.figures[pair.measure]?.value ?? null,
        base: denominatorOf(input, layout, unit),
        open: unit.status === 'missing' || unit.status === 'awaited',
      })),
  );
  return bounds === null ? [] : [input.words.view.headline.bounds(percent(bounds.low), percent(bounds.high))];
}

/** Units with others of the scope below them: those report for them. */
function parentsOf(input: ViewInput, layout: ScopeLayout): ReadonlySet<string> {
  const above = new Set<string>();
  const { lines } = lookupOf(input);
  const parentOf = (code: string) => lineOn(lines, code, input.summary.date)?.parent ?? null;
  for (const { code } of layout.scope.units) {
    for (let parent = parentOf(code); parent !== null && !above.has(parent); parent = parentOf(parent))
      above.add(parent);
  }
  return above;
}

/** Every total with its change, where nothing is a share of anything. */
function totalsText(input: ViewInput, layout: ScopeLayout): string {
  const { scope, form, measures, main } = layout;
  const { delta, figures } = scope.total;
  const totals = measures.flatMap((id) => {
    const value = figures[id]?.value;
    const change = delta?.[id];
    return value === undefined
      ? []
      : [{ label: labelOf(input, form, id), value, change: typeof change === 'number' ? change : null }];
  });
  const units = figures[main]?.units ?? 0;
  return input.words.view.headline.totals(totals, units, listed(layout).length, delta?.since ?? null);
}

/** The rate with its change. */
function rateText(input: ViewInput, layout: ScopeLayout): string {
  const delta = deltaText(input, layout);
  return `${figureText(input, layout)}${delta === null ? '' : `; ${delta}`}`;
}

function figureText(input: ViewInput, layout: ScopeLayout): string {
  const words = input.words.view.headline;
  const { people } = input.words.view;
  const { scope, form, main } = layout;
  const pair = layout.pairs[0];
  const coverage = pair === undefined ? null : coverageOf(scope.total, pair);
  const of = listed(layout);
  if (coverage?.numerator == null || coverage.denominator === null || coverage.percent === null) {
    const figure = scope.total.figures[main];
    const label = labelOf(input, form, main);
    return words.value(figure?.value ?? 0, people[main] ?? null, label, figure?.units ?? 0, of.length);
  }
  const officeBase = of.every((unit) => denominatorOf(input, layout, unit) === null);
  const both = of.filter(
    (unit) => denominatorOf(input, layout, unit) !== null && unit.figures[coverage.measure] !== undefined,
  );
  return words.coverage({
    numerator: coverage.numerator,
    denominator: coverage.denominator,
    percent: coverage.percent,
    people: people[coverage.measure] ?? null,
    label: labelOf(input, form, coverage.measure),
    base: people[coverage.of] ?? labelOf(input, form, coverage.of),
    units: officeBase ? (scope.total.figures[main]?.units ?? 0) : both.length,
    of: of.length,
  });
}

function denominatorOf(input: ViewInput, layout: ScopeLayout, unit: UnitLine): number | null {
  const of = layout.pairs[0]?.of ?? '';
  return layout.measures.includes(of) ? (unit.figures[of]?.value ?? null) : baseOf(input, unit, of);
}

function listed(layout: ScopeLayout): readonly UnitLine[] {
  return layout.scope.units.filter(
    (unit) => unit.status !== 'not-required' || Object.keys(unit.figures).length > 0,
  );
}

function deltaText(input: ViewInput, layout: ScopeLayout): string | null {
  const delta = layout.scope.total.delta;
  const change = delta?.[layout.main];
  if (delta === null || typeof change !== 'number') return null;
  const persons = countsPeople(input, layout, layout.main);
  return input.words.view.headline.delta(change, delta.points, delta.since, persons);
}
