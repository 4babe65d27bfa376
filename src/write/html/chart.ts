import type { Words } from '../../lang/lang.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import type { Chart } from '../../view/page.ts';
import { shown } from '../../view/shown.ts';
import { type Cell, isRatio, isShare, type Table } from '../../view/table.ts';

/** A chart as a drawing in the page: the same series, colours and dashes as the workbook's native charts. */
export function chartHtml(chart: Chart, table: Table, words: Words): string {
  const drawing = chart.shape === 'bar' ? bars(chart, table, words) : byDay(chart, table, words);
  return `<div class="chart scroll">${drawing}</div>`;
}

interface Series {
  readonly name: string;
  readonly isTarget: boolean;
  readonly values: readonly (number | null)[];
  readonly labels: readonly string[];
}

interface Data {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Top of the value axis, and what its steps are called. */
  readonly most: number;
  readonly step: number;
  tick(value: number): string;
}

const COLOURS = ['#1f4e79', '#c55a11', '#375623', '#7f6000', '#7030a0'];
const DASHES = ['', '9 5', '4 3', '9 4 2 4', '14 6'];
const FONT = 'font-family="inherit" font-size="13"';

function dataOf(chart: Chart, table: Table, words: Words): Data {
  const items = table.rows.flatMap((row) => (row.role === 'item' && 'cells' in row ? [row.cells] : []));
  const used = chart.last === null ? items : items.slice(-chart.last);
  const column = (id: string) => table.columns.find((one) => one.id === id);
  const texts = (id: string) => {
    const own = column(id);
    return used.map((cells) => (own === undefined ? '' : shown(cells[id], own, words)));
  };
  const isDate = column(chart.categories)?.kind === 'date';
  const categories = used.map((cells, index) => {
    const value = cells[chart.categories]?.value;
    return isDate && typeof value === 'string'
      ? words.view.number.dayMonth(value)
      : (texts(chart.categories)[index] ?? '');
  });
  const series = chart.series.map(({ column: id, role }) => ({
    name: column(id)?.title ?? '',
    isTarget: role === 'target',
    values: used.map((cells) => numberOf(cells[id])),
    labels: texts(id),
  }));
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const shares = column(chart.series[0]?.column ?? '')?.kind === 'percent';
  const step = shares ? 0.2 : niceStep(highest / 5);
  const most = shares
    ? Math.max(1, Math.ceil(highest / step) * step)
    : Math.max(step, Math.ceil(highest / step) * step);
  const tick = (value: number) =>
    shares
      ? words.view.number.share(Math.round(value * 100), 100)
      : words.view.number.count(Math.round(value));
  return { categories, series, most, step, tick };
}

function numberOf(cell: Cell | undefined): number | null {
  const value = cell?.value ?? null;
  if (isRatio(value)) return value.numerator / value.denominator;
  if (isShare(value)) return value.num / value.den;
  return typeof value === 'number' ? value : null;
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}

function byDay(chart: Chart, table: Table, words: Words): string {
  const data = dataOf(chart, table, words);
  const [width, height, left, right, top, bottom] = [860, 340, 60, 20, 44, 64];
  const slot = (width - left - right) / Math.max(1, data.categories.length);
  const x = (index: number) => left + slot * (index + 0.5);
  const y = (value: number) => height - bottom - ((height - top - bottom) * value) / data.most;
  const grid: string[] = [];
  for (let value = 0; value <= data.most + data.step / 1000; value += data.step) {
    grid.push(line(left, y(value), width - right, y(value), '#d9d9d9'));
    grid.push(label(left - 6, y(value) + 4, data.tick(value), 'end'));
  }
  const every = Math.ceil(data.categories.length / 16);
  const days = data.categories.map((name, index) =>
    index % every === 0 ? label(x(index), height - bottom + 18, name, 'middle') : '',
  );
  const drawn = data.series.map((series, index) =>
    chart.shape === 'line'
      ? lineSeries(series, index, x, y, data.categories.length)
      : columnSeries(series, index, x, y, slot),
  );
  return svg(chart, width, height, [...grid, ...days, ...drawn, legend(data, width, height)]);
}

function lineSeries(
  series: Series,
  index: number,
  x: (index: number) => number,
  y: (value: number) => number,
  count: number,
): string {
  const colour = COLOURS[index % COLOURS.length];
  const parts: string[] = [];
  let path = '';
  series.values.forEach((value, at) => {
    if (value === null) {
      path += ' ';
      return;
    }
    path += `${path === '' || path.endsWith(' ') ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`;
    if (series.isTarget) return;
    parts.push(`<circle cx="${round(x(at))}" cy="${round(y(value))}" r="4" fill="${colour}"/>`);
    if (count <= 16) parts.push(label(x(at), y(value) - 9, series.labels[at] ?? '', 'middle', 12));
  });
  const dash = series.isTarget ? ` stroke-dasharray="${DASHES[index % DASHES.length]}"` : '';
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${series.isTarget ? 2 : 2.5}"${dash}/>${parts.join('')}`;
}

function columnSeries(
  series: Series,
  index: number,
  x: (index: number) => number,
  y: (value: number) => number,
  slot: number,
): string {
  return series.values
    .map((value, at) => {
      if (value === null) return '';
      const height = y(0) - y(value);
      return `<rect x="${round(x(at) - slot * 0.3)}" y="${round(y(value))}" width="${round(slot * 0.6)}" height="${round(
        Math.max(0, height),
      )}" fill="${COLOURS[index % COLOURS.length]}"/>${label(x(at), y(value) - 6, series.labels[at] ?? '', 'middle', 12)}`;
    })
    .join('');
}

function bars(chart: Chart, table: Table, words: Words): string {
  const data = dataOf(chart, table, words);
  const [width, left, right, top, slot] = [860, 240, 80, 44, 26];
  const height = top + slot * data.categories.length + 36;
  const x = (value: number) => left + ((width - left - right) * value) / data.most;
  const parts: string[] = [];
  for (let value = 0; value <= data.most + data.step / 1000; value += data.step) {
    parts.push(line(x(value), top, x(value), height - 30, '#d9d9d9'));
    parts.push(label(x(value), height - 12, data.tick(value), 'middle'));
  }
  const [series] = data.series;
  data.categories.forEach((name, index) => {
    const middle = top + slot * (index + 0.5);
    parts.push(label(left - 8, middle + 5, name, 'end'));
    const value = series?.values[index] ?? null;
    if (value === null) return;
    parts.push(
      `<rect x="${left}" y="${round(middle - 8)}" width="${round(x(value) - left)}" height="16" fill="${COLOURS[0]}"/>`,
    );
    parts.push(label(x(value) + 6, middle + 5, series?.labels[index] ?? '', 'start'));
  });
  return svg(chart, width, height, parts);
}

function legend(data: Data, width: number, height: number): string {
  if (data.series.length < 2) return '';
  const slot = width / data.series.length;
  return data.series
    .map(({ name, isTarget }, index) => {
      const from = slot * index + slot / 2 - 60;
      const dash = isTarget ? ` stroke-dasharray="${DASHES[index % DASHES.length]}"` : '';
      return `<line x1="${round(from)}" y1="${height - 16}" x2="${round(from + 34)}" y2="${height - 16}" stroke="${
        COLOURS[index % COLOURS.length]
      }" stroke-width="2.5"${dash}/>${label(from + 42, height - 12, name, 'start')}`;
    })
    .join('');
}

function svg(chart: Chart, width: number, height: number, parts: readonly string[]): string {
  return `<svg viewBox="0 0 ${width} ${round(height)}" role="img" aria-label="${escapeXml(chart.title)}" ${FONT}><rect width="${width}" height="${round(
    height,
  )}" fill="#fff" stroke="#bfbfbf"/><text x="${width / 2}" y="24" text-anchor="middle" font-weight="bold" font-size="15">${escapeXml(
    chart.title,
  )}</text>${parts.join('')}</svg>`;
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}"/>`;
}

function label(x: number, y: number, text: string, anchor: string, size = 13): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}">${escapeXml(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
