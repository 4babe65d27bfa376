import { gap } from '../../model/ratio.ts';
import { reachedOnlyBy } from '../doubt.ts';
import type { ViewInput } from '../input.ts';
import { BLANK, type Cell, type Column, cell, type Row, type Table } from '../table.ts';
import { column } from './columns.ts';
import { countsPeople, coverageOf, labelOf, pairId, type ScopeLayout } from './layout.ts';
import { columnOf } from './rows.ts';

/**
 * The targets of a scope against the total: one row each. Null when the campaign sets none. With more than `most` columns
 * what is needed gives way: it is what was reached and what is lacking.
 */
export function targetsTable(
  input: ViewInput,
  layout: ScopeLayout,
  rowOf: ReadonlyMap<string, string>,
  most: number,
): Table | null {
  if (layout.targets.length === 0) return null;
  const rows = layout.targets.map((target) => targetRow(input, layout, target, rowOf));
  const filled = targetColumns(input, layout).filter((column) =>
    rows.some((row) => 'cells' in row && (row.cells[column.id]?.value ?? null) !== null),
  );
  const columns = filled.length > most ? filled.filter((column) => column.id !== 'needed') : filled;
  return { id: 'targets', columns, rows };
}

function targetColumns(input: ViewInput, layout: ScopeLayout): readonly Column[] {
  const words = input.words.view.column;
  const people = layout.targets.every(({ measure }) => countsPeople(input, layout, measure));
  const forecasts = layout.scope.targets.some((state) => state.forecast !== null);
  return [
    column('target', 'text', words.target, { width: 42, grow: true }),
    column('by', 'date', words.by, { width: 12, drop: 2 }),
    column('denominator', 'count', words.denominator, { width: 11, drop: 5 }),
    column('needed', 'count', words.needed, { width: 11, drop: 6 }),
    column('achieved', 'count', words.achieved, { width: 11, drop: 4 }),
    column('rate', 'percent', words.rate, { width: 10 }),
    column('gap', 'count', people ? words.gapPeople : words.gapPlain, {
      width: 11,
      short: words.shortGapPeople,
    }),
    column('perDay', 'count', words.perDay, { width: 11, short: words.shortPerDay, drop: 1 }),
    column('result', 'mark', words.result, { width: 11, drop: 7 }),
    ...(forecasts ? [column('forecast', 'text', words.forecast, { width: 24, grow: true, drop: 3 })] : []),
  ];
}

function targetRow(
  input: ViewInput,
  layout: ScopeLayout,
  target: ScopeLayout['targets'][number],
  rowOf: ReadonlyMap<string, string>,
): Row {
  const { number, reached, reachedOnly, notReached } = input.words.view;
  const state = layout.scope.targets.find((candidate) => candidate.id === target.id);
  const pair = { id: pairId(target.measure, target.of), measure: target.measure, of: target.of };
  const coverage = coverageOf(layout.scope.total, pair);
  const only = reachedOnlyBy(layout, pair, target.reach);
  const row = rowOf.get(pair.id);
  const share = number.share(target.reach.num, target.reach.den);
  const of = labelOf(input, layout.form, target.of);
  const cells: { [column: string]: Cell } = {
    target: cell(`${share} ${of.charAt(0).toLowerCase()}${of.slice(1)}`),
    by: cell(target.by),
    result:
      state?.reached == null
        ? BLANK
        : only.length > 0
          ? cell(reachedOnly)
          : cell(state.reached ? reached : notReached, state.reached ? 'reached' : 'far'),
    perDay: cell(state?.perDay ?? null),
    forecast: cell(forecastText(input, state?.forecast ?? null, state?.reached ?? null)),
  };
  if (coverage?.numerator == null || coverage.denominator === null || coverage.percent === null || !row) {
    return { role: 'item', id: target.id, cells };
  }
  const { numerator, denominator, percent } = coverage;
  cells.denominator = {
    value: denominator,
    formula: { kind: 'link', table: 'units', row, column: columnOf(layout, pair.of) },
  };
  cells.achieved = {
    value: numerator,
    formula: { kind: 'link', table: 'units', row, column: `m:${pair.measure}` },
  };
  cells.needed = {
    value: gap({ num: 0, den: denominator }, target.reach),
    formula: { kind: 'needed', denominator: 'denominator', reach: target.reach },
  };
  cells.rate = {
    value: { numerator, denominator, percent },
    formula: { kind: 'ratio', numerator: 'achieved', denominator: 'denominator' },
  };
  const lacking = state?.gap ?? null;
  cells.gap =
    lacking !== null && lacking === gap({ num: numerator, den: denominator }, target.reach)
      ? {
          value: lacking,
          formula: { kind: 'gap', numerator: 'achieved', denominator: 'denominator', reach: target.reach },
        }
      : cell(lacking);
  return { role: 'item', id: target.id, cells };
}

function forecastText(
  input: ViewInput,
  forecast: ScopeLayout['scope']['targets'][number]['forecast'],
  reached: boolean | null,
): string | null {
  const words = input.words.view.forecast;
  if (reached === true || forecast === null) return null;
  if (forecast.reach === null) return words.never + words.between(forecast.from, forecast.to);
  // The faster pace is that of the week: its day is named already.
  const from = forecast.to === null && forecast.from === forecast.reach ? null : forecast.from;
  return words.reach(forecast.reach) + words.between(from, forecast.to);
}
