import type { Arrival } from '../../model/submission.ts';
import type { UnitStatus } from '../../model/summary.ts';
import { addDays } from '../../model/time.ts';
import { within } from '../../model/timeliness.ts';
import type { ScopeView } from './rollup.ts';

/** Who reported when, day by day: what `Tình hình nộp` shows of the days before. */
export interface ScopeDays {
  readonly scope: string;
  /** Ascending, yyyy-mm-dd: the latest days of the period up to the date on which something was due or came. */
  readonly days: readonly string[];
  /** In the order of the scope; one mark a day. */
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly marks: readonly DayMark[];
  }[];
}

export interface DayMark {
  readonly status: UnitStatus;
  readonly minutesLate: number | null;
}

/** Most days that are legible side by side. */
const MOST_DAYS = 31;

/** Null for what is asked once, and where there is no second day to compare with. */
export function statusesOf(view: ScopeView): ScopeDays | null {
  const days = view.plan.once ? [] : lastDays(view);
  if (days.length < 2) return null;
  const byDay = days.map((day) => new Map(view.unitsOn(day).map(({ code, standing }) => [code, standing])));
  return {
    scope: view.plan.id,
    days,
    units: view.units.map(({ code, name }) => ({
      code,
      name,
      marks: byDay.map((standings) => {
        const { status = 'not-required' as const, minutesLate = null } = standings.get(code) ?? {};
        return { status, minutesLate };
      }),
    })),
  };
}

/** From the last day back; without a first day of the period from the first report on. */
function lastDays({ folder, date, reportDays, unitsOn }: ScopeView): readonly string[] {
  const { period } = folder.campaign;
  const first = period.from ?? reportDays[0] ?? date;
  const days: string[] = [];
  for (let day = date; day >= first && days.length < MOST_DAYS; day = addDays(day, -1)) {
    if (!within(period, day)) continue;
    const matters = unitsOn(day).some(
      ({ standing }) => standing.status !== 'not-required' || standing.receivedAt !== null,
    );
    if (matters) days.unshift(day);
  }
  return days;
}

/** By unit, how the first accepted version of the day came: the one that tells whether it was in time. */
export function firstArrivals({ units }: ScopeView): ReadonlyMap<string, Arrival> {
  return new Map(
    units.flatMap(({ code, first }) => (first === null ? [] : [[code, first.source.arrival] as const])),
  );
}
