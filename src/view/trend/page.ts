import type { DaySeries, SeriesPoint } from '../../day/series.ts';
import type { Target } from '../../model/campaign.ts';
import { percent, points } from '../../model/ratio.ts';
import type { ViewInput } from '../input.ts';
import type { Block, Page } from '../page.ts';
import { column } from '../scope/columns.ts';
import { labelOf, layoutOf, pairId, type ScopeLayout } from '../scope/layout.ts';
import { type Cell, type Column, cell, type Table } from '../table.ts';
import { paceTable, rateOf } from './units.ts';

/** Most days that the sheet shows, the latest. */
const MOST_DAYS = 62;
/** Most bars that a chart can be read with. */
const MOST_BARS = 40;

/** `Diễn biến`: each scope by day, with its targets as lines, and the pace of its units. */
export function trendPage(input: ViewInput): Page | null {
  const { sheets, text, titles, trend } = input.words.view;
  const blocks = input.series.flatMap((series) => seriesBlocks(input, series));
  if (blocks.length === 0) return null;
  return {
    id: 'trend',
    name: sheets.trend,
    blocks: [
      { kind: 'title', lines: [titles.trend, input.summary.campaign.name] },
      { kind: 'text', style: 'as-of', text: text.asOf(input.summary.asOf) },
      ...blocks,
      { kind: 'text', style: 'small', text: trend.corrected },
    ],
  };
}

function seriesBlocks(input: ViewInput, series: DaySeries): readonly Block[] {
  const scope = input.summary.scopes.find((candidate) => candidate.id === series.scope);
  if (scope === undefined || series.days.length < 2) return [];
  const { trend } = input.words.view;
  const { language } = input.words;
  const layout = layoutOf(input, scope);
  const targets = layout.targets.filter(
    (target) => pairId(target.measure, target.of) === pairId(series.measure, series.of ?? ''),
  );
  const days = daysTable(input, layout, series, targets);
  const paces = paceTable(input, series, targets);
  const rated = days.columns.some((one) => one.id === 'rate');
  const value = rated ? 'rate' : 'value';
  const name = days.columns.find((one) => one.id === value)?.title ?? '';
  const bars = paces?.rows.length ?? 0;
  const title =
    layout.form === null
      ? scope.id
      : trend.heading(layout.form.sheetTitle[language], layout.form.name[language]);
  return [
    { kind: 'text', style: 'heading', text: title },
    { kind: 'table', table: days, main: false },
    {
      kind: 'chart',
      chart: {
        id: `by-day-${scope.id}`,
        title: trend.chart(name),
        shape: rated ? 'line' : 'column',
        table: days.id,
        categories: 'day',
        last: null,
        series: [
          { column: value, role: 'value' },
          ...(rated ? targets.map((target) => ({ column: `t:${target.id}`, role: 'target' as const })) : []),
        ],
      },
    },
    ...(paces === null
      ? []
      : ([
          { kind: 'text', style: 'heading', text: trend.byUnit },
          { kind: 'table', table: paces, main: false },
          {
            kind: 'chart',
            chart: {
              id: `by-unit-${scope.id}`,
              title: bars > MOST_BARS ? trend.lowest(MOST_BARS) : trend.ranking,
              shape: 'bar',
              table: paces.id,
              categories: 'unit',
              last: bars > MOST_BARS ? MOST_BARS : null,
              series: [{ column: 'rate', role: 'value' }],
            },
          },
        ] as const)),
  ];
}

function daysTable(
  input: ViewInput,
  layout: ScopeLayout,
  series: DaySeries,
  targets: readonly Target[],
): Table {
  const { column: words, number, trend } = input.words.view;
  const rated = series.total.some((point) => rateOf(point) !== null);
  const sent = series.sent?.some((point) => point !== null) === true;
  const columns: readonly Column[] = [
    column('day', 'date', words.day, { width: 14 }),
    column('value', 'count', labelOf(input, layout.form, series.measure), { width: 14 }),
    ...(sent ? [column('sent', 'count', trend.sent, { width: 12 })] : []),
    column('change', 'change', trend.change, { width: 12 }),
    ...(rated
      ? [
          column('denominator', 'count', labelOf(input, layout.form, series.of ?? ''), { width: 14 }),
          column('rate', 'percent', words.rate, { width: 11 }),
          column('points', 'points', words.changePoints, { width: 10 }),
        ]
      : []),
    ...(rated ? targets.map((target) => targetColumn(input, target, number.share)) : []),
    column('units', 'count', words.reported, { width: 12 }),
    column('carried', 'count', words.carried, { width: 14 }),
  ];
  const first = Math.max(0, series.days.length - MOST_DAYS);
  const rows = series.days.map((_, index) => dayCells(series, index, targets));
  return {
    id: `days-${series.scope}`,
    columns,
    rows: rows.slice(first).map((cells) => ({ role: 'item', cells })),
  };
}

function targetColumn(input: ViewInput, target: Target, share: (num: number, den: number) => string): Column {
  const title = input.words.view.trend.target(share(target.reach.num, target.reach.den));
  return column(`t:${target.id}`, 'share', title, { width: 10 });
}

function dayCells(
  series: DaySeries,
  index: number,
  targets: readonly Target[],
): { readonly [column: string]: Cell } {
  const point = series.total[index];
  const before = index === 0 ? undefined : series.total[index - 1];
  const rate = point === undefined ? null : rateOf(point);
  const earlier = before === undefined ? null : rateOf(before);
  return {
    day: cell(series.days[index] ?? null),
    value: cell(point?.value ?? null),
    sent: cell(series.sent?.[index]?.value ?? null),
    change: cell(before === undefined ? null : changeOver(series, index)),
    denominator: cell(point?.denominator ?? null),
    rate: rate === null ? cell(null) : rateCell(point, rate),
    points: cell(rate === null || earlier === null ? null : points(rate, earlier)),
    units: cell(point?.units ?? null),
    carried: cell(point?.carried === 0 ? null : (point?.carried ?? null)),
    ...Object.fromEntries(targets.map((target) => [`t:${target.id}`, cell(target.reach)])),
  };
}

/** A formula only where the numerator is the value beside it: with a unit without a base it is not. */
function rateCell(point: SeriesPoint | undefined, rate: { num: number; den: number }): Cell {
  const value = { numerator: rate.num, denominator: rate.den, percent: percent(rate) };
  if (point?.value !== rate.num) return { value };
  return { value, formula: { kind: 'ratio', numerator: 'value', denominator: 'denominator' } };
}

/** Change over the units that have a value on both days, as the summary counts it. */
function changeOver(series: DaySeries, index: number): number | null {
  const pairs = series.units.flatMap(({ points: own }) => {
    const [now, before] = [own[index]?.value ?? null, own[index - 1]?.value ?? null];
    return now === null || before === null ? [] : [now - before];
  });
  return pairs.length === 0 ? null : pairs.reduce((a, b) => a + b, 0);
}
