import type { Canvas } from './canvas.ts';
import type { PlacedChart } from './charts.ts';
import { PAGE_WIDTH } from './columns.ts';

/** Height of A4 landscape between its margins in points, less what printers and fonts differ by. */
const PAGE_HEIGHT = (170 / 25.4) * 72 * 0.97;

/** One page may be made so much smaller to hold what is over, several pages less: the reader turns the leaf anyway. */
const SQUEEZE_ONE = 1.25;
const SQUEEZE_SEVERAL = 1.08;

/** Units that stand with the totals on the last page, where there is room. */
const WITH_TOTALS = 3;

/** A chart is made so much lower where that keeps it on the page of its table. */
const LOWEST = 0.65;
/** Bars need room for their names: points of one, and of what stands around them. */
const BAR = { one: 15, around: 90 };

/**
 * Ends pages where nothing that belongs together is parted: a head and its rows, the last units with the totals and with
 * all that follows, so that no signature stands alone. Gives how many pages are to hold the sheet where it is made a
 * little smaller for that, else 0.
 */
export function breakPages(canvas: Canvas, charts: readonly PlacedChart[]): number {
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
  if (charts.length === 0 && (pages === 1 || whole > room) && whole <= room * most) return pages;
  for (let row = tailOf(canvas, height, page - repeated); row < end; row += 1) kept.add(row);
  let first = 1;
  let used = 0;
  for (let row = 1; row <= end; row += 1) {
    used += height(row);
    if (used <= page) continue;
    const chart = charts.find(({ from, to }) => from < row && row <= to);
    if (
      chart !== undefined &&
      lowered(canvas, chart, page - (used - heightBetween(height, chart.from + 1, row)))
    ) {
      used = heightBetween(height, first, row) + (first === 1 ? 0 : repeated);
      continue;
    }
    let last = row - 1;
    while (last > first && kept.has(last)) last -= 1;
    if (last <= first) last = Math.max(first, row - 1);
    sheet.getRow(last).addPageBreak();
    first = last + 1;
    used = repeated + heightBetween(height, first, row);
  }
  return 0;
}

/** The first of the rows that end the sheet on one page: the last units, the totals and what follows; none that fits is past the end. */
function tailOf(canvas: Canvas, height: (row: number) => number, room: number): number {
  const { first, last } = canvas.items;
  const end = canvas.next - 1;
  if (last === 0) return end;
  for (let units = Math.min(WITH_TOTALS, last - first + 1); units > 0; units -= 1) {
    const start = last - units + 1;
    if (heightBetween(height, start, end) <= room) return start;
  }
  return end;
}

/** Makes a chart as high as the room is, less what must stay with it, if that is not too low. */
function lowered({ sheet, kept }: Canvas, { from, to, spec }: PlacedChart, room: number): boolean {
  const height = (row: number) => sheet.getRow(row).height ?? 15;
  let end = to;
  while (kept.has(end)) end += 1;
  const share = (room - heightBetween(height, to + 1, end) - 1) / heightBetween(height, from + 1, to);
  const bars = spec.shape === 'bar' ? BAR.around + BAR.one * spec.categories.values.length : 0;
  const now = heightBetween(height, from + 1, to);
  if (share < Math.max(LOWEST, bars / now) || share >= 1) return false;
  for (let row = from + 1; row <= to; row += 1) {
    sheet.getRow(row).height = Math.floor(height(row) * share * 4) / 4;
  }
  return true;
}

function heightBetween(height: (row: number) => number, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += height(row);
  return sum;
}
