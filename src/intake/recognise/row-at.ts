import type { Row, Sheet } from '../../model/grid.ts';

/** The row with an index; rows are ascending and sparse. */
export function rowAt(sheet: Sheet, index: number): Row | undefined {
  const row = sheet.rows[placeFrom(sheet, index)];
  return row?.index === index ? row : undefined;
}

/** The rows between two indexes, inclusive. */
export function* rowsBetween(sheet: Sheet, from: number, to: number): Generator<Row> {
  for (let at = placeFrom(sheet, from); at < sheet.rows.length; at += 1) {
    const row = sheet.rows[at];
    if (row === undefined || row.index > to) return;
    yield row;
  }
}

/** Where in the list of rows the first one stands whose index is not less. */
function placeFrom({ rows }: Sheet, index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
