import type { DraftRow } from './draft.ts';

/** The rows of a table while they are edited, with every earlier state for undo. */
export interface RowEdits {
  readonly rows: readonly DraftRow[];
  readonly past: readonly (readonly DraftRow[])[];
}

export function openRows(rows: readonly DraftRow[]): RowEdits {
  return { rows, past: [] };
}

export function addRows(edits: RowEdits, rows: readonly DraftRow[]): RowEdits {
  return next(edits, [...edits.rows, ...rows]);
}

export function replaceRow(edits: RowEdits, at: number, row: DraftRow): RowEdits {
  return next(
    edits,
    edits.rows.map((each, n) => (n === at ? row : each)),
  );
}

export function deleteRow(edits: RowEdits, at: number): RowEdits {
  return next(
    edits,
    edits.rows.filter((_, n) => n !== at),
  );
}

/** The rows before the last change; unchanged where there was none. */
export function undo(edits: RowEdits): RowEdits {
  const before = edits.past.at(-1);
  return before === undefined ? edits : { rows: before, past: edits.past.slice(0, -1) };
}

function next(edits: RowEdits, rows: readonly DraftRow[]): RowEdits {
  return { rows, past: [...edits.past, edits.rows] };
}
