import type { Cell, Sheet } from '../../../model/grid.ts';
import type { Placement } from '../../../model/report.ts';
import { plain } from '../../recognise/plain.ts';
import { rowsBetween } from '../../recognise/row-at.ts';
import { isMark } from '../cells.ts';
import type { RoleClaim, RoleReader } from './role.ts';
import { namesThoseWithout, saysNo, saysWithout } from './without.ts';

/**
 * Rows that speak of people without the app (contract section 3, "Whose list"): a line over them says it of all, a status
 * column or a remark of one. A number of its own in such a row contradicts it.
 */
export const reversedRows: RoleReader = (table, free) => {
  const heads = headsOf(table.sheet, table.placement);
  const silent = silentColumns(table.placement);
  const lacking = new Set([...heads].flatMap(([col, head]) => (namesThoseWithout(head) ? [col] : [])));
  let turned = false;
  return table.rows.flatMap((row, at): RoleClaim[] => {
    if (row.kind === 'heading') {
      turned = row.line.cells.some(({ value }) => value.kind === 'text' && namesThoseWithout(value.text));
      return [];
    }
    if (!free(at)) return [];
    if (turned) return [{ at, role: 'reversed', because: 'line-above' }];
    const says =
      table.columns.some(({ refusals }) => refusals.has(at)) ||
      row.line.cells.some(
        (cell) => !silent.has(cell.col) && turns(cell, lacking.has(cell.col), heads.get(cell.col) ?? ''),
      );
    if (!says) return [];
    const counted = table.columns.some(({ marks }, n) => (table.values[n]?.[at] ?? 0) > 0 || marks.has(at));
    const claim: RoleClaim = { at, role: 'reversed', because: 'status' };
    return [counted ? { ...claim, doubt: { kind: 'reversed' } } : claim];
  });
};

/** Under a head such as "Chưa cài" a mark says it, elsewhere words do. */
function turns(cell: Cell, lacking: boolean, head: string): boolean {
  if (cell.value.kind !== 'text') return false;
  if (lacking) return isMark(cell);
  const { text } = cell.value;
  return text.length > 3 && (saysWithout(text) || saysNo(text, head));
}

/** Names say nothing of this kind. */
function silentColumns({ form, fields }: Placement): ReadonlySet<number> {
  const types = new Map(form.fields.map(({ id, type }) => [id, type]));
  return new Set(
    fields.flatMap(({ field, column }) =>
      types.get(field) === 'person' || types.get(field) === 'ordinal' ? (column ?? []) : [],
    ),
  );
}

/** What stands over each column, without tones. */
function headsOf(sheet: Sheet, { head }: Placement): ReadonlyMap<number, string> {
  const heads = new Map<number, string>();
  for (const row of rowsBetween(sheet, head?.top ?? 0, head?.bottom ?? -1)) {
    for (const { value, col } of row.cells) {
      if (value.kind === 'text') heads.set(col, `${heads.get(col) ?? ''} ${plain(value.text)}`.trim());
    }
  }
  return heads;
}
