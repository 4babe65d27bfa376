import type { Row, Sheet } from '../../model/grid.ts';
import { bare } from '../../text/fold.ts';

/** What Google Forms and Microsoft Forms call the first columns of the sheet of their answers. */
const STAMP =
  /^(dau thoi gian|thoi gian (bat dau|hoan thanh|tra loi|gui)|timestamp|(start|completion) time)$/;
const UNIT =
  /^(ten )?(don vi|co quan|xa|phuong|thi tran|xa,? phuong|dia phuong|unit|agency|commune|ward)\b(?!.*(dien thoai|cong tac))/;
const MOST_ROWS_ABOVE = 3;

/**
 * How many units answered, where a sheet is the answers to a form on the web: a stamp of time in a first column, and a column of units
 * that differ from row to row. 0 for any other sheet: a web form that residents of one unit filled in is a list of persons.
 */
export function answeringUnits(sheet: Sheet): number {
  for (const [n, head] of sheet.rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    if (!head.cells.slice(0, 3).some(({ shown }) => STAMP.test(bare(shown)))) continue;
    const unit = head.cells.find(({ shown }) => UNIT.test(bare(shown)));
    if (unit === undefined) return 0;
    const rows = sheet.rows.slice(n + 1);
    const named = new Set(rows.map((row) => textAt(row, unit.col)).filter((text) => text !== ''));
    return named.size > 1 ? rows.length : 0;
  }
  return 0;
}

function textAt({ cells }: Row, col: number): string {
  return bare(cells.find((cell) => cell.col === col)?.shown ?? '');
}
