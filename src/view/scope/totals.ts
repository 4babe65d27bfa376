import { gap } from '../../model/ratio.ts';
import type { Coverage } from '../../model/summary.ts';
import { reachedOnlyBy } from '../doubt.ts';
import type { ViewInput } from '../input.ts';
import { BLANK, type Cell, cell, type Row } from '../table.ts';
import { coverageOf, currentTarget, type Pair, pairId, type ScopeLayout } from './layout.ts';
import { columnOf, rateTone } from './rows.ts';

type Cells = { [column: string]: Cell };
type Items = readonly Extract<Row, { role: 'item' | 'total' | 'part' }>[];

/** Where a rate of the total stands: on the total itself, or on the row of the units that gave both numbers. */
export interface TotalRows {
  readonly rows: readonly Row[];
  readonly rowOf: ReadonlyMap<string, string>;
}

/**
 * The total, and under it one row more for each rate whose units are fewer than all: a percentage never stands beside
 * integers that contradict it. A formula stands only where its result is the summary's own figure.
 */
export function totalRows(input: ViewInput, layout: ScopeLayout, rows: readonly Row[]): TotalRows {
  const items = rows.filter((row): row is Items[number] => row.role === 'item');
  const { scope } = layout;
  const cells: Cells = { unit: cell(input.words.view.row.total) };
  for (const of of layout.bases) cells[`b:${of}`] = sumCell(items, `b:${of}`, null);
  for (const id of layout.measures)
    cells[`m:${id}`] = sumCell(items, `m:${id}`, scope.total.figures[id]?.value);
  const change = scope.total.delta?.[layout.main];
  cells.change = typeof change === 'number' ? sumCell(items, 'change', change) : BLANK;
  cells.points = cell(scope.total.delta?.points ?? null);

  const parts: Row[] = [];
  const rowOf = new Map<string, string>();
  for (const pair of layout.pairs) {
    const coverage = coverageOf(scope.total, pair);
    if (coverage === null || coverage.denominator === null || coverage.numerator === null) continue;
    const base = columnOf(layout, pair.of);
    if (items.every((item) => item.cells[base]?.value === null)) cells[base] = cell(coverage.denominator);
    if (
      cells[base]?.value === coverage.denominator &&
      cells[`m:${pair.measure}`]?.value === coverage.numerator
    ) {
      Object.assign(cells, rateCells(input, layout, pair, coverage));
      rowOf.set(pair.id, 'total');
    } else {
      parts.push(bothRow(input, layout, pair, coverage, items));
      rowOf.set(pair.id, `both:${pair.id}`);
    }
  }
  return { rows: [{ role: 'total', id: 'total', cells }, ...parts], rowOf };
}

/** `figure`: what the sum must be; null: whatever the rows give; undefined: the summary has no such total. */
function sumCell(items: Items, column: string, figure: number | null | undefined): Cell {
  if (figure === undefined) return BLANK;
  const numbers = numbersOf(items, column);
  const sum = numbers.reduce((a, b) => a + b, 0);
  if (figure === null && numbers.length === 0) return BLANK;
  return figure === null || figure === sum
    ? { value: sum, formula: { kind: 'sum', column } }
    : { value: figure };
}

function bothRow(input: ViewInput, layout: ScopeLayout, pair: Pair, coverage: Coverage, items: Items): Row {
  const measure = `m:${pair.measure}`;
  const base = columnOf(layout, pair.of);
  const both = items.filter((item) => isNumber(item, measure) && isNumber(item, base));
  const words = input.words.view.row;
  return {
    role: 'part',
    id: `both:${pair.id}`,
    cells: {
      unit: cell(words.both(both.length, items.length)),
      [measure]: havingCell(both, measure, base, coverage.numerator),
      [base]: havingCell(both, base, measure, coverage.denominator),
      ...rateCells(input, layout, pair, coverage),
    },
  };
}

function havingCell(both: Items, column: string, having: string, figure: number | null): Cell {
  const sum = numbersOf(both, column).reduce((a, b) => a + b, 0);
  return sum === figure ? { value: sum, formula: { kind: 'sum-having', column, having } } : cell(figure);
}

function rateCells(input: ViewInput, layout: ScopeLayout, pair: Pair, coverage: Coverage): Cells {
  const { numerator, denominator, percent } = coverage;
  if (numerator === null || denominator === null || percent === null) return {};
  const columns = { numerator: `m:${pair.measure}`, denominator: columnOf(layout, pair.of) };
  const shown = rateTone(input, layout, pair, numerator, denominator);
  const reach = currentTarget(input, layout.targets, pair)?.reach;
  const doubtful = reach !== undefined && reachedOnlyBy(layout, pair, reach).length > 0;
  const tone = shown === 'reached' && doubtful ? undefined : shown;
  const cells: Cells = {
    [`p:${pair.id}`]: {
      value: { numerator, denominator, percent },
      formula: { kind: 'ratio', ...columns },
      ...(tone === undefined ? {} : { tone }),
    },
  };
  for (const target of layout.targets) {
    if (pairId(target.measure, target.of) !== pair.id) continue;
    const lacking = layout.scope.targets.find((state) => state.id === target.id)?.gap ?? null;
    if (lacking === null) continue;
    const agrees = gap({ num: numerator, den: denominator }, target.reach) === lacking;
    cells[`g:${target.id}`] = {
      value: lacking,
      ...(agrees ? { formula: { kind: 'gap', ...columns, reach: target.reach } } : {}),
      ...(lacking === 0 && reachedOnlyBy(layout, pair, target.reach).length === 0 ? { tone: 'reached' } : {}),
    };
  }
  return cells;
}

function numbersOf(items: Items, column: string): readonly number[] {
  return items.flatMap((item) => {
    const value = item.cells[column]?.value;
    return typeof value === 'number' ? [value] : [];
  });
}

function isNumber(item: Items[number], column: string): boolean {
  return typeof item.cells[column]?.value === 'number';
}
