import type { UnitLine } from '../core/summary.ts';
import type { ViewInput } from './input.ts';
import { baseOf, coverageOf, hasDeadline, labelOf, type ScopeLayout } from './scope-layout.ts';

const MOST_NAMES = 12;

/** The sentences over a scope's table: the rate with its integers, the change, who reported, who did not. */
export function headline(input: ViewInput, layout: ScopeLayout): readonly string[] {
  const words = input.words.view.headline;
  const { scope } = layout;
  const figure = scope.total.figures[layout.main];
  const delta = deltaText(input, layout);
  const first = `${figureText(input, layout)}${delta === null ? '' : `; ${delta}`}.`;
  const completeness = words.completeness({
    ...scope.completeness,
    deadline: hasDeadline(input, scope.form),
  });
  const missing = scope.units.filter((unit) => unit.status === 'missing').map((unit) => unit.name);
  return [
    figure === undefined ? words.nothing : first,
    completeness,
    ...(missing.length > 0 && missing.length <= MOST_NAMES ? [words.missing(missing)] : []),
    ...(figure !== undefined && figure.carried > 0 ? [words.carried(figure.carried)] : []),
  ];
}

function figureText(input: ViewInput, layout: ScopeLayout): string {
  const words = input.words.view.headline;
  const { scope } = layout;
  const pair = layout.pairs[0];
  const coverage = pair === undefined ? null : coverageOf(scope.total, pair);
  const people = (id: string) => input.words.view.people[id] ?? labelOf(input, layout.form, id);
  if (coverage?.numerator == null || coverage.denominator === null || coverage.percent === null) {
    const figure = scope.total.figures[layout.main];
    return words.value(
      figure?.value ?? 0,
      input.words.view.people[layout.main] ?? null,
      labelOf(input, layout.form, layout.main),
      figure?.units ?? 0,
      listed(layout).length,
    );
  }
  const of = listed(layout);
  const officeBase = of.every((unit) => denominatorOf(input, layout, unit) === null);
  const both = of.filter(
    (unit) => denominatorOf(input, layout, unit) !== null && unit.figures[coverage.measure] !== undefined,
  );
  return words.coverage({
    numerator: coverage.numerator,
    denominator: coverage.denominator,
    percent: coverage.percent,
    people: people(coverage.measure),
    base: people(coverage.of),
    units: officeBase ? (scope.total.figures[layout.main]?.units ?? 0) : both.length,
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
  return input.words.view.headline.delta(change, delta.points, delta.since);
}
