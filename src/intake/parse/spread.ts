import { type Finding, finding } from '../../model/finding.ts';
import { address, type Sheet } from '../../model/grid.ts';
import type { Placement } from '../../model/report.ts';
import { rowAt } from '../recognise/row-at.ts';
import { placeOf } from './place.ts';

/** A head merged over several columns that all have numbers below: nobody knows which of them it means, or both. */
export function spreadHeads(sheet: Sheet, placement: Placement, dataRows: readonly number[]): Finding[] {
  const placed = new Set(placement.fields.map(({ column }) => column));
  const hasNumber = (col: number): boolean =>
    dataRows.some((row) =>
      rowAt(sheet, row)?.cells.some((cell) => cell.col === col && cell.value.kind === 'number'),
    );
  return placement.fields.flatMap(({ field: id, label, column }) => {
    const field = placement.form.fields.find((each) => each.id === id);
    const merge = sheet.merges.find(({ top, left }) => top === label.row && left === label.col);
    if (field?.type !== 'count' || column === undefined || merge === undefined) return [];
    const columns = Array.from({ length: merge.right - merge.left + 1 }, (_, n) => merge.left + n);
    const others = columns.filter((col) => col !== column && !placed.has(col) && hasNumber(col));
    if (others.length === 0 || !hasNumber(column)) return [];
    const facts = {
      form: placement.form.id,
      field: field.label.vi,
      cells: [address(label.row, label.col)],
    };
    return [finding('form/field-ambiguous', placeOf(placement, id, null), facts)];
  });
}
