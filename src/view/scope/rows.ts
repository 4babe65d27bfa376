import { gap } from '../../model/ratio.ts';
import type { UnitLine } from '../../model/summary.ts';
import { doubtOf, isAbove } from '../doubt.ts';
import type { ViewInput } from '../input.ts';
import { unitNote } from '../notes.ts';
import { BLANK, type Cell, cell, type Formula, type Row, type Tone } from '../table.ts';
import { baseOf, coverageOf, currentTarget, type Pair, type ScopeLayout } from './layout.ts';

type Cells = { [column: string]: Cell };

/** One row a unit, in roster order. Who owes nothing and has nothing is left to the sheet of receipts. */
export function scopeRows(input: ViewInput, layout: ScopeLayout): readonly Row[] {
  return layout.scope.units
    .filter((unit) => unit.status !== 'not-required' || Object.keys(unit.figures).length > 0)
    .map((unit, index) => ({
      role: 'item',
      id: rowId(unit.code),
      cells: {
        ordinal: cell(index + 1),
        unit: cell(unit.name),
        above: cell(layout.above.get(unit.code) ?? null),
        ...figureCells(input, layout, unit),
        ...timelinessCells(input, layout, unit),
      },
    }));
}

/** Names the row of a unit among those of its table. */
export function rowId(code: string): string {
  return `unit:${code}`;
}

function figureCells(input: ViewInput, layout: ScopeLayout, unit: UnitLine): Cells {
  const cells: Cells = {};
  for (const of of layout.bases) cells[`b:${of}`] = cell(baseOf(input, unit, of));
  for (const id of layout.measures) {
    const figure = unit.figures[id];
    cells[`m:${id}`] =
      figure === undefined ? BLANK : cell(figure.value, figure.carried ? 'carried' : undefined);
  }
  for (const pair of layout.pairs) cells[`p:${pair.id}`] = rateCell(input, layout, unit, pair);
  return cells;
}

function rateCell(input: ViewInput, layout: ScopeLayout, unit: UnitLine, pair: Pair): Cell {
  const coverage = coverageOf(unit, pair);
  if (coverage === null || coverage.percent === null) return BLANK;
  const { numerator, denominator, percent } = coverage;
  if (numerator === null || denominator === null) return BLANK;
  const shown = rateTone(input, layout, pair, numerator, denominator);
  const tone = shown === 'reached' && doubtOf(input, layout, unit) !== null ? undefined : shown;
  return {
    value: { numerator, denominator, percent },
    formula: { kind: 'ratio', numerator: `m:${pair.measure}`, denominator: columnOf(layout, pair.of) },
    ...(tone === undefined ? {} : { tone }),
  };
}

/** Reached is decided on the integers; near is at most ten points under. */
export function rateTone(
  input: ViewInput,
  layout: ScopeLayout,
  pair: Pair,
  numerator: number,
  denominator: number,
): Tone | undefined {
  const target = currentTarget(input, layout.targets, pair);
  if (target === null) return undefined;
  const { num, den } = target.reach;
  if (numerator * den >= denominator * num) return 'reached';
  return numerator * den * 10 + denominator * den >= denominator * num * 10 ? 'near' : 'far';
}

/** Column of a base or measure. */
export function columnOf(layout: ScopeLayout, id: string): string {
  return layout.measures.includes(id) ? `m:${id}` : `b:${id}`;
}

function timelinessCells(input: ViewInput, layout: ScopeLayout, unit: UnitLine): Cells {
  const cells: Cells = {};
  const change = unit.delta?.[layout.main];
  cells.change = cell(typeof change === 'number' ? change : null);
  cells.points = cell(unit.delta?.points ?? null);
  cells.rank = cell(unit.rank);
  for (const target of layout.targets) cells[`g:${target.id}`] = gapCell(input, layout, unit, target);
  const given = input.given.get(layout.scope.id)?.get(unit.code);
  for (const field of layout.form?.fields ?? []) {
    const answer = given?.get(field.id);
    const { yes, no, unknown } = input.words.view.given;
    cells[`q:${field.id}`] = cell((answer === undefined ? unknown : answer ? yes : no) || null);
  }
  const note = unitNote(input, layout, unit);
  cells.note = cell(note.text === '' ? null : note.text, note.tone);
  return cells;
}

function gapCell(
  input: ViewInput,
  layout: ScopeLayout,
  unit: UnitLine,
  target: ScopeLayout['targets'][number],
): Cell {
  const lacking = unit.gaps?.[target.id] ?? null;
  if (lacking === null || isAbove(unit, { id: '', measure: target.measure, of: target.of })) return BLANK;
  const coverage = coverageOf(unit, { id: '', measure: target.measure, of: target.of });
  const formula: Formula = {
    kind: 'gap',
    numerator: `m:${target.measure}`,
    denominator: columnOf(layout, target.of),
    reach: target.reach,
  };
  const agrees =
    coverage !== null &&
    coverage.numerator !== null &&
    coverage.denominator !== null &&
    gap({ num: coverage.numerator, den: coverage.denominator }, target.reach) === lacking;
  return {
    value: lacking,
    ...(agrees ? { formula } : {}),
    ...(lacking === 0 && doubtOf(input, layout, unit) === null ? { tone: 'reached' as const } : {}),
  };
}
