import { countingField, type Field, type Form } from '../../model/form.ts';
import type { CellValue } from '../../model/grid.ts';
import { parseDay } from '../../text/date.ts';
import { clean } from '../../text/fold.ts';
import { readCount } from '../../text/number.ts';
import { isMark } from '../parse/cells.ts';
import { type Draft, type DraftRow, sumFields } from './draft.ts';

/**
 * An answer as the cell of the official file: a count that can be read is a number, a day is a date, the rest is text as
 * it was typed, for the checks to judge. Null is a blank cell.
 */
export function answerCell(field: Field, text: string, form: Form): CellValue | null {
  const typed = clean(text);
  if (typed === '') return null;
  const asText: CellValue = { kind: 'text', text: typed };
  if (field.type === 'count') {
    if (field.id === countingField(form) && isMark({ row: 0, col: 0, value: asText, shown: typed }))
      return asText;
    const read = readCount(asText);
    return read.kind === 'count' ? { kind: 'number', number: read.value } : asText;
  }
  if (field.type === 'date') {
    const iso = parseDay(typed);
    return iso === null ? asText : { kind: 'date', iso };
  }
  return asText;
}

export type Cells = { readonly [field: string]: CellValue | null };

/** The cells of a line form, or of one row of a table, with the sums that the form computes itself. */
export function cellsOf(record: DraftRow, form: Form): Cells {
  const cells: { [field: string]: CellValue | null } = {};
  for (const field of form.fields) cells[field.id] = answerCell(field, record[field.id] ?? '', form);
  for (const [field, of] of sumFields(form)) {
    const parts = of.flatMap((id) => numberIn(cells[id]));
    cells[field] =
      parts.length === 0 ? null : { kind: 'number', number: parts.reduce((sum, part) => sum + part, 0) };
  }
  return cells;
}

/**
 * The total row of a table under one column, as the formula of the official file computes it: the sum of the numbers; in
 * the counting column, where marks stand among them, how many cells are filled; blank where all are. One running total
 * that stands for all rows is as typed.
 */
export function totalCell(field: Field, rows: readonly Cells[], draft: Draft, form: Form): CellValue | null {
  const stated = rows.length === 0 ? answerCell(field, draft.fields[field.id] ?? '', form) : null;
  if (stated !== null) return stated;
  const filled = rows.flatMap((row) => row[field.id] ?? []);
  const numbers = filled.flatMap((cell) => numberIn(cell));
  if (field.id === countingField(form) && numbers.length < filled.length)
    return { kind: 'number', number: filled.length };
  if (numbers.length === 0) return null;
  return { kind: 'number', number: numbers.reduce((sum, number) => sum + number, 0) };
}

function numberIn(cell: CellValue | null | undefined): number[] {
  return cell?.kind === 'number' ? [cell.number] : [];
}
