import type { Canvas } from './xlsx-canvas.ts';
import { PAGE_WIDTH } from './xlsx-columns.ts';

/** Height of A4 landscape between its margins in points, less what printers and fonts differ by. */
const PAGE_HEIGHT = (170 / 25.4) * 72 * 0.97;

/** A page that is over by less than this is made smaller instead of broken. */
const SQUEEZE = 1.25;

/**
 * Ends pages where nothing that belongs together is parted: a head and its rows, the last unit with the totals and with
 * all that follows, so that no signature stands alone. Gives 1 where one page is to hold the sheet, else 0.
 */
export function breakPages(canvas: Canvas): 0 | 1 {
  const { sheet, head, kept } = canvas;
  const width = canvas.columns.widths.reduce((sum, own) => sum + own, 0);
  const page = PAGE_HEIGHT * Math.max(1, width / PAGE_WIDTH);
  const height = (row: number) => sheet.getRow(row).height ?? 15;
  const end = canvas.next - 1;
  if (heightBetween(height, 1, end) <= page * SQUEEZE) return 1;
  const repeated = head === null ? 0 : heightBetween(height, head.first, head.last);
  const tail = canvas.lastItem;
  if (tail > 0 && heightBetween(height, tail, end) + repeated <= page) {
    for (let row = tail; row < end; row += 1) kept.add(row);
  }
  let first = 1;
  let used = 0;
  for (let row = 1; row <= end; row += 1) {
    used += height(row);
    if (used <= page) continue;
    let last = row - 1;
    while (last > first && kept.has(last)) last -= 1;
    if (last <= first) last = Math.max(first, row - 1);
    sheet.getRow(last).addPageBreak();
    first = last + 1;
    used = repeated + heightBetween(height, first, row);
  }
  return 0;
}

function heightBetween(height: (row: number) => number, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += height(row);
  return sum;
}
