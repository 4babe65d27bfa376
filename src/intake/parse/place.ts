import type { Place } from '../../model/finding.ts';
import type { Form } from '../../model/form.ts';
import { address } from '../../model/grid.ts';
import type { FieldPlacement, Placement } from '../../model/report.ts';
import { knownWords } from '../../text/quotable.ts';

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
    ...(placed === undefined ? {} : { heading: headingOf(placement.form, placed) }),
  };
}

/** The heading as the sender sees it, in as far as it is the form's. */
function headingOf({ fields }: Form, { field, text }: FieldPlacement): string {
  const labels = fields.flatMap(({ label, synonyms, fallbacks }) => [
    label.vi,
    label.en,
    ...synonyms,
    ...fallbacks,
  ]);
  return knownWords(text, labels, fields.find(({ id }) => id === field)?.label.vi ?? '');
}
