import type { DaySeries, SeriesPoint, UnitSeries } from '../../day/series.ts';
import { perDay } from '../../day/targets.ts';
import type { Target } from '../../model/campaign.ts';
import { compareRatios, gap, percent, ratioOf } from '../../model/ratio.ts';
import type { ViewInput } from '../input.ts';
import { column } from '../scope/columns.ts';
import { currentTarget, pairId } from '../scope/layout.ts';
import { type Cell, cell, type Table } from '../table.ts';

/** Days over which the pace of a unit is taken. */
const WINDOW = 7;

/** The units by their rate, best first: what they gained in the last days against what the next target wants of a day. */
export function paceTable(input: ViewInput, series: DaySeries, targets: readonly Target[]): Table | null {
  const { column: words, number, trend } = input.words.view;
  const last = series.days.length - 1;
  const from = Math.max(0, last - WINDOW);
  const rated = series.units.filter((unit) => rateAt(unit, last) !== null);
  if (rated.length < 2) return null;
  const pair = { id: pairId(series.measure, series.of ?? ''), measure: series.measure, of: series.of ?? '' };
  const target = currentTarget(input, targets, pair);
  const by = target?.by ?? null;
  const wanted =
    target === null || by === null || by < input.summary.date
      ? []
      : [
          column(
            'wanted',
            'count',
            trend.wanted(number.share(target.reach.num, target.reach.den), number.dayMonth(by)),
            {
              width: 16,
              zero: input.words.view.reached,
            },
          ),
        ];
  const sorted = [...rated].sort((a, b) => {
    const [left, right] = [rateAt(a, last), rateAt(b, last)];
    return left === null || right === null ? 0 : compareRatios(right, left);
  });
  return {
    id: `pace-${series.scope}`,
    columns: [
      column('ordinal', 'ordinal', words.ordinal, { width: 6 }),
      column('unit', 'text', words.unit, { width: 28, grow: true }),
      column('value', 'count', words.achieved, { width: 12 }),
      column('denominator', 'count', words.denominator, { width: 12 }),
      column('rate', 'percent', words.rate, { width: 11 }),
      column('earlier', 'percent', trend.rateThen, { width: 11 }),
      column('gained', 'change', trend.gained(last - from), { width: 12 }),
      column('average', 'average', trend.average, { width: 12 }),
      ...wanted,
    ],
    rows: sorted.map((unit, index) => ({
      role: 'item',
      cells: {
        ordinal: cell(index + 1),
        unit: cell(unit.name),
        ...paceCells(unit, from, last, target, input),
      },
    })),
  };
}

/** The exact rate of a point; null without both integers. */
export function rateOf(point: SeriesPoint) {
  return ratioOf(point.numerator, point.denominator);
}

function rateAt(unit: UnitSeries, index: number) {
  const point = unit.points[index];
  return point === undefined ? null : rateOf(point);
}

function paceCells(
  unit: UnitSeries,
  from: number,
  last: number,
  target: Target | null,
  input: ViewInput,
): { readonly [column: string]: Cell } {
  const now = unit.points[last];
  const start = unit.points.findIndex((point, index) => index >= from && point.value !== null);
  const then = unit.points[start];
  const days = last - start;
  const gained = now?.value == null || then?.value == null || days === 0 ? null : now.value - then.value;
  const rate = now === undefined ? null : rateOf(now);
  const lacking = rate === null || target === null ? null : gap(rate, target.reach);
  const tone = now?.carried ? 'carried' : undefined;
  return {
    value: cell(now?.numerator ?? null, tone),
    denominator: cell(now?.denominator ?? null),
    rate: ratioCell(now, true),
    earlier: days === 0 ? cell(null) : ratioCell(then, false),
    gained: cell(gained),
    average: cell(gained === null ? null : Math.round((gained * 10) / days) / 10),
    wanted: cell(lacking === null ? null : perDay(lacking, input.summary.date, target?.by ?? null)),
  };
}

function ratioCell(point: SeriesPoint | undefined, live: boolean): Cell {
  const rate = point === undefined ? null : rateOf(point);
  if (rate === null) return cell(null);
  const value = { numerator: rate.num, denominator: rate.den, percent: percent(rate) };
  return live
    ? { value, formula: { kind: 'ratio', numerator: 'value', denominator: 'denominator' } }
    : { value };
}
