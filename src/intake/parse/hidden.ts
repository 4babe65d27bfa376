import { type Finding, finding } from '../../model/finding.ts';
import { columnName, type Sheet } from '../../model/grid.ts';
import type { FieldPlacement, Placement } from '../../model/report.ts';
import { rowAt } from '../recognise/row-at.ts';
import { placeOf } from './place.ts';

/** Rows and columns that a reader of the sheet does not see, although what stands there is counted. */
export function hiddenParts(sheet: Sheet, placement: Placement, dataRows: readonly number[]): Finding[] {
  const counts = placement.fields.filter(
    ({ field }) => placement.form.fields.find(({ id }) => id === field)?.type === 'count',
  );
  const values = counts.flatMap(({ value }) => value ?? []);
  const rows = placement.head === undefined ? [...new Set(values.map(({ row }) => row))] : dataRows;
  return [
    ...hiddenRows(sheet, placement, rows),
    ...hiddenColumns(
      placement,
      counts.filter((placed) => isHidden(sheet, placed, rows)),
    ),
  ];
}

function hiddenRows(sheet: Sheet, placement: Placement, rows: readonly number[]): Finding[] {
  const hidden = rows.filter((row) => rowAt(sheet, row)?.hidden === true).sort((a, b) => a - b);
  const [row] = hidden;
  if (row === undefined) return [];
  return [finding('report/hidden-rows', { sheet: placement.sheet, row }, { rows: hidden.length })];
}

function columnOf({ column, value }: FieldPlacement): number | undefined {
  return column ?? value?.col;
}

/** A hidden column that is empty hides nothing. */
function isHidden(sheet: Sheet, placed: FieldPlacement, rows: readonly number[]): boolean {
  const col = columnOf(placed);
  if (col === undefined || !sheet.hiddenColumns.has(col)) return false;
  const read = placed.value === undefined ? rows : [placed.value.row];
  return read.some((row) => rowAt(sheet, row)?.cells.some((cell) => cell.col === col));
}

/** Once a column, at the first of its fields. */
function hiddenColumns(placement: Placement, hidden: readonly FieldPlacement[]): Finding[] {
  const firsts = hidden.filter(
    (placed, n) => hidden.findIndex((each) => columnOf(each) === columnOf(placed)) === n,
  );
  return firsts.map((placed) =>
    finding('report/hidden-column', placeOf(placement, placed.field, placed.value ?? null), {
      column: columnName(columnOf(placed) ?? 0),
    }),
  );
}
