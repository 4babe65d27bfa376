import type { Canvas } from './xlsx-canvas.ts';
import { PAGE_WIDTH } from './xlsx-columns.ts';

/** Height of A4 landscape between its margins in points, less what printers and fonts differ by. */
const PAGE_HEIGHT = (170 / 25.4) * 72 * 0.97;

/** One page may be made so much smaller to hold what is over, several pages less: the reader turns the leaf anyway. */
const SQUEEZE_ONE = 1.25;
const SQUEEZE_SEVERAL = 1.08;

/**
 * Ends pages where nothing that belongs together is parted: a head and its rows, the last unit with the totals and with
 * all that follows, so that no signature stands alone. Gives how many pages are to hold the sheet where it is made a
 * little smaller for that, else 0.
 */
export function breakPages(canvas: Canvas): number {
  const { sheet, head, kept } = canvas;
  const width = canvas.columns.widths.reduce((sum, own) => sum + own, 0);
  const page = PAGE_HEIGHT * Math.max(1, width / PAGE_WIDTH);
  const height = (row: number) => sheet.getRow(row).height ?? 15;
  const end = canvas.next - 1;
  const repeated = head === null ? 0 : heightBetween(height, head.first, head.last);
  const whole = heightBetween(height, 1, end);
  const pages = Math.max(1, Math.floor(1 + (whole - page) / (page - repeated)));
  const room = page + (pages - 1) * (page - repeated);
  const most = pages === 1 ? SQUEEZE_ONE : SQUEEZE_SEVERAL;
  if ((pages === 1 || whole > room) && whole <= room * most) return pages;
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
