import { EMBEDDED_SHEET } from '../model/embedded-sheet.ts';
import { type Finding, finding } from '../model/finding.ts';
import { address, type Cell } from '../model/grid.ts';
import type { LevelData } from '../model/level.ts';
import type { ScopeSummary, Summary, UnitLine } from '../model/summary.ts';
import { BASE_IDS } from '../model/units.ts';
import { fold } from '../text/fold.ts';
import { readCount } from '../text/number.ts';
import { quotable } from '../text/quotable.ts';
import type { Embedded } from './embedded.ts';
import type { VisibleRow, VisibleTable } from './visible.ts';

/** A number that the visible table and the hidden data do not share. `row` is null for a unit that has no row. */
export interface Difference {
  readonly table: VisibleTable;
  readonly unitName: string | null;
  readonly measure: string;
  readonly cell: string | null;
  readonly row: number;
  readonly col: number | null;
  /** As the table shows it; null for an empty cell or a row that is not there. */
  readonly shown: string | null;
  /** As the hidden data have it; null where they have none. */
  readonly value: number | null;
}

/** Where the tables that anybody sees say something else than the hidden data (contract section 4). */
export function differences(summary: Summary, tables: readonly VisibleTable[]): Difference[] {
  return summary.scopes.flatMap((scope) => {
    const table = tables.find(({ form }) => form.id === scope.form);
    return table === undefined ? [] : [...unitDifferences(scope, table), ...totalDifferences(scope, table)];
  });
}

/** The row of each unit of a scope; units that owe nothing and have nothing have none (see the sheet of receipts). */
export function rowsByCode(
  units: readonly UnitLine[],
  table: VisibleTable,
): { readonly rows: ReadonlyMap<string, VisibleRow>; readonly others: readonly VisibleRow[] } {
  const left = new Map<string, VisibleRow[]>();
  for (const row of table.units) left.set(fold(row.name), [...(left.get(fold(row.name)) ?? []), row]);
  const rows = new Map<string, VisibleRow>();
  // Units of one name stand in the order of the summary.
  for (const { code, name } of units.filter(isShown)) {
    const row = left.get(fold(name))?.shift();
    if (row !== undefined) rows.set(code, row);
  }
  return { rows, others: [...left.values()].flat() };
}

function isShown({ status, figures }: UnitLine): boolean {
  return status !== 'not-required' || Object.keys(figures).length > 0;
}

function unitDifferences({ units }: ScopeSummary, table: VisibleTable): Difference[] {
  const { rows, others } = rowsByCode(units, table);
  const known = units.filter(isShown).flatMap((unit) => {
    const row = rows.get(unit.code);
    return counted(table).flatMap((id): Difference[] => {
      const value = countOf(unit, id);
      if (row === undefined)
        return value === null || isBase(id) ? [] : [lacking(table, unit.name, id, value)];
      return isBase(id) && value === null ? [] : differing(table, row, unit.name, id, value);
    });
  });
  const unknown = others.flatMap((row) =>
    counted(table).flatMap((id) => (isBase(id) ? [] : differing(table, row, row.name, id, null))),
  );
  return [...known, ...unknown];
}

function totalDifferences({ total }: ScopeSummary, table: VisibleTable): Difference[] {
  const row = table.total;
  if (row === null) return [];
  return counted(table).flatMap((id) =>
    isBase(id) ? [] : differing(table, row, null, id, total.figures[id]?.value ?? null),
  );
}

/** The columns that hold persons. */
function counted({ columns, form }: VisibleTable): readonly string[] {
  return [...columns.keys()].filter((id) => isBase(id) || form.measures.some((measure) => measure.id === id));
}

function isBase(id: string): boolean {
  return (BASE_IDS as readonly string[]).includes(id);
}

function countOf(unit: UnitLine, id: string): number | null {
  if (!isBase(id)) return unit.figures[id]?.value ?? null;
  return unit.coverages.find(({ of }) => of === id)?.denominator ?? null;
}

function differing(
  table: VisibleTable,
  row: VisibleRow,
  unitName: string | null,
  measure: string,
  value: number | null,
): Difference[] {
  const cell = row.cells.get(measure);
  const col = cell?.col ?? table.columns.get(measure) ?? 0;
  const seen = numberOf(cell);
  if (seen === 'unknown' || seen === value) return [];
  // Whatever was typed over a number: a name is located, never quoted.
  const shown = cell === undefined ? null : (quotable(cell.shown) ?? '…');
  return [{ table, unitName, measure, cell: address(row.row, col), row: row.row, col, shown, value }];
}

function lacking(table: VisibleTable, unitName: string, measure: string, value: number | null): Difference {
  return { table, unitName, measure, cell: null, row: table.head.bottom, col: null, shown: null, value };
}

/** The number in a cell, null for a blank; a formula whose result nobody stored says nothing. */
export function numberOf(cell: Cell | undefined): number | null | 'unknown' | string {
  if (cell === undefined) return null;
  if (cell.value.kind === 'uncomputed') return 'unknown';
  const read = readCount(cell.value);
  if (read.kind === 'blank') return null;
  return read.kind === 'count' ? read.value : cell.shown;
}

export function findingsOf(all: readonly Difference[]): Finding[] {
  return all.map(({ table, cell, row, col, unitName, measure, shown, value }) =>
    finding(
      'report/summary-edited',
      {
        sheet: table.sheet.name,
        row,
        ...(cell === null ? {} : { cell }),
        ...(col === null ? {} : { col }),
      },
      { unitName, measure, shown, value },
    ),
  );
}

/** Hidden data that were edited: their seal is broken, or the figures of the summary are not those of its reports. */
export function dataFindings({ summary, level, intact, cell }: Embedded): Finding[] {
  const isWhole = intact !== false && (level === null || agree(summary, level));
  if (isWhole) return [];
  return [finding('report/summary-data-edited', { sheet: EMBEDDED_SHEET, cell, row: 2, col: 0 }, {})];
}

/** The reports are of the units of the summary and of no others, and give the figures that it has. */
function agree(summary: Summary, level: LevelData): boolean {
  return summary.scopes.every((scope) => {
    const below = level.scopes.find(({ id }) => id === scope.id);
    const units = new Map(below?.units.map((unit) => [unit.code, unit]));
    const isSame = below?.units.length === scope.units.length && units.size === scope.units.length;
    return (
      isSame &&
      scope.units.every(({ code, figures }) =>
        Object.entries(figures).every(([measure, { value, date }]) => {
          const entry = units.get(code)?.entries.findLast((each) => each.counts && each.date === date);
          return entry?.figures[measure]?.value === value;
        }),
      )
    );
  });
}
