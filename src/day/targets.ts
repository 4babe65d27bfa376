import type { Target } from '../model/campaign.ts';
import { compareRatios, divideUp, gap, type Ratio } from '../model/ratio.ts';
import type { Forecast, TargetState } from '../model/summary.ts';
import { addDays, daysBetween } from '../model/time.ts';

/** Persons gained over a number of whole days > 0; a fall is negative. */
export interface Pace {
  readonly gained: number;
  readonly days: number;
}

/** The paces of the last 3 and 7 days; null with fewer than three days of reports. */
export interface Paces {
  readonly three: Pace;
  readonly seven: Pace;
}

/** A forecast further off than this says nothing. */
const HORIZON_DAYS = 36_525;

/** Where a target stands on a day: `have` is the total on the target's own base, null while that is unknown. */
export function targetState(
  target: Target,
  have: Ratio | null,
  date: string,
  paces: Paces | null,
  periodEnd: string | null,
): TargetState {
  const { id, by } = target;
  if (have === null) return { id, by, reached: null, gap: null, perDay: null, forecast: null };
  const short = gap(have, target.reach);
  const forecast = short === 0 || paces === null ? null : forecastOf(short, date, paces, periodEnd);
  return { id, by, reached: short === 0, gap: short, perDay: perDay(short, date, by), forecast };
}

/**
 * Persons a day that close the gap in time, rounded up: over the days left, the report day excluded and the due day
 * included. On the due day it is the gap; null past it, or without one.
 */
export function perDay(short: number, date: string, by: string | null): number | null {
  if (by === null || by < date) return null;
  const days = daysBetween(date, by);
  return days === 0 ? short : Number(divideUp(BigInt(short), BigInt(days)));
}

/**
 * When the gap closes at the pace of the last 7 days, and at the faster and the slower of the 3-day and 7-day paces.
 * A pace of 0 or a fall never closes it. `to` is null, too, when it would be after the period.
 */
export function forecastOf(short: number, date: string, paces: Paces, periodEnd: string | null): Forecast {
  const isFaster = paces.three.gained * paces.seven.days > paces.seven.gained * paces.three.days;
  const [faster, slower] = isFaster ? [paces.three, paces.seven] : [paces.seven, paces.three];
  const to = dayAt(short, date, slower);
  return {
    method: 'pace-7',
    reach: dayAt(short, date, paces.seven),
    from: dayAt(short, date, faster),
    to: to !== null && periodEnd !== null && to > periodEnd ? null : to,
  };
}

function dayAt(short: number, date: string, pace: Pace): string | null {
  if (pace.gained <= 0) return null;
  const days = divideUp(BigInt(short) * BigInt(pace.days), BigInt(pace.gained));
  return days > HORIZON_DAYS ? null : addDays(date, Number(days));
}

/** Places by exact ratio, best first; equals share the better place (1, 2, 2, 4); null without a ratio. */
export function ranks(ratios: readonly (Ratio | null)[]): (number | null)[] {
  const order = ratios
    .flatMap((ratio, index) => (ratio === null ? [] : [{ ratio, index }]))
    .sort((a, b) => compareRatios(b.ratio, a.ratio));
  const places: (number | null)[] = ratios.map(() => null);
  let place = 0;
  order.forEach(({ ratio, index }, position) => {
    const previous = order[position - 1];
    if (previous === undefined || compareRatios(previous.ratio, ratio) !== 0) place = position + 1;
    places[index] = place;
  });
  return places;
}
