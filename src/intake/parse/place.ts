import type { Place } from '../../model/finding.ts';
import type { Form } from '../../model/form.ts';
import { address } from '../../model/grid.ts';
import type { FieldPlacement, Placement } from '../../model/report.ts';
import { knownWords, vocabularyOf } from '../../text/quotable.ts';

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

/** Every cell of a column is placed under the same heading: it is told once. */
const headings = new WeakMap<FieldPlacement, string>();

/** The heading as the sender sees it, in as far as it is the form's. */
function headingOf(form: Form, placed: FieldPlacement): string {
  const told = headings.get(placed);
  if (told !== undefined) return told;
  const { field, text } = placed;
  const own = form.fields.find(({ id }) => id === field)?.label.vi ?? '';
  const heading = knownWords(text, wordsOf(form), own);
  headings.set(placed, heading);
  return heading;
}

const vocabularies = new WeakMap<Form, ReadonlySet<string>>();

function wordsOf(form: Form): ReadonlySet<string> {
  const made =
    vocabularies.get(form) ??
    vocabularyOf(
      form.fields.flatMap(({ label, synonyms, fallbacks }) => [
        label.vi,
        label.en,
        ...synonyms,
        ...fallbacks,
      ]),
    );
  vocabularies.set(form, made);
  return made;
}
