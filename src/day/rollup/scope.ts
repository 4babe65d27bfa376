import type { Target } from '../../model/campaign.ts';
import { gap, type Ratio, ratioOf } from '../../model/ratio.ts';
import type { ScopeSummary, UnitFigure, UnitLine } from '../../model/summary.ts';
import { formatInstant } from '../../model/time.ts';
import { completenessOf } from '../completeness.ts';
import { ranks, targetState } from '../targets.ts';
import { totalDelta, unitDelta } from './delta.ts';
import { pacesOf } from './pace.ts';
import type { ScopeView } from './rollup.ts';
import { coverage, totalCoverage, totalFigures, totalPair, unitPair } from './sums.ts';
import type { UnitDay } from './unit-day.ts';

/** One scope of the summary: completeness, total, targets and a line a unit of the roster. */
export function summariseScope(view: ScopeView): ScopeSummary {
  const { plan, folder, units, unitsOn } = view;
  const coverages = plan.shares.map((share) => totalCoverage(units, share, folder));
  const since = view.reportDays.findLast((day) => day < view.date);
  return {
    id: plan.id,
    form: plan.form.id,
    provisional: view.provisional,
    completeness: completenessOf(units.map(({ standing }) => standing.status)),
    total: {
      figures: totalFigures(plan, units),
      coverage: coverages[0] ?? null,
      coverages,
      delta:
        since === undefined
          ? null
          : totalDelta(plan, { since, date: view.date }, units, unitsOn(since), folder),
    },
    targets: plan.targets.map((target) => stateOf(target, view)),
    units: unitLines(view),
    ...(view.senders.length === 0 ? {} : { senders: view.senders }),
  };
}

function stateOf(target: Target, view: ScopeView) {
  const { plan, folder, date, units } = view;
  const pair = totalPair(units, target, folder);
  const paces = plan.once ? null : pacesOf(target, view);
  const have = ratioOf(pair.numerator, pair.denominator);
  return targetState(target, have, date, paces, folder.campaign.period.to);
}

function unitLines(view: ScopeView): UnitLine[] {
  const { plan, folder, units } = view;
  const [first] = plan.shares;
  const places = ranks(units.map((unit) => (first === undefined ? null : ranked(ratio(unit, first)))));
  const entries = view.book.get(plan.form.id);
  return units.map((unit, index) => {
    const coverages = plan.shares.map((share) => coverage(share, unitPair(unit, share)));
    const { status, receivedAt, minutesLate } = unit.standing;
    return {
      code: unit.code,
      name: unit.name,
      status,
      receivedAt: receivedAt === null ? null : formatInstant(receivedAt, folder.campaign.timezone),
      minutesLate,
      figures: figuresOf(unit),
      coverage: coverages[0] ?? null,
      coverages,
      delta: unitDelta(plan, unit, entries ?? new Map()),
      gaps: gapsOf(unit, plan.targets),
      rank: places[index] ?? null,
      attempt: view.attempts.get(unit.code) ?? null,
    };
  });
}

function figuresOf({ values, entry, carried }: UnitDay): { readonly [measure: string]: UnitFigure } {
  if (entry === null) return {};
  const { date } = entry.source;
  return Object.fromEntries([...values].map(([measure, value]) => [measure, { value, date, carried }]));
}

/** By target, null for one whose base or measure the unit lacks; null where it lacks them all. */
function gapsOf(
  unit: UnitDay,
  targets: readonly Target[],
): { readonly [target: string]: number | null } | null {
  const gaps = targets.map((target) => {
    const have = ratio(unit, target);
    return [target.id, have === null ? null : gap(have, target.reach)] as const;
  });
  const known = targets.length === 0 ? unit.values.size > 0 : gaps.some(([, short]) => short !== null);
  return known ? Object.fromEntries(gaps) : null;
}

/** A figure above its base is doubtful: it takes no place from another unit. */
function ranked(ratio: Ratio | null): Ratio | null {
  return ratio !== null && ratio.num > ratio.den ? null : ratio;
}

function ratio(unit: UnitDay, share: { readonly measure: string; readonly of: string }): Ratio | null {
  const { numerator, denominator } = unitPair(unit, share);
  return ratioOf(numerator, denominator);
}
