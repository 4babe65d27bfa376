import type { Place } from '../../model/finding.ts';
import { address } from '../../model/grid.ts';
import type { Placement } from '../../model/report.ts';

/** Where a field's value stands, for findings: the cell, and the heading as the sender sees it. */
export function placeOf(
  placement: Placement,
  field: string,
  cell: { row: number; col: number } | null,
): Place {
  const placed = placement.fields.find((each) => each.field === field);
  const at = cell ?? placed?.label;
  return {
    sheet: placement.sheet,
    ...(at === undefined ? {} : { cell: address(at.row, at.col), row: at.row, col: at.col }),
    ...(placed === undefined ? {} : { heading: placed.text }),
  };
}
