import type { LearntUnit } from '../../levels/learn.ts';
import { owedBy, timelinessFor, type UnitObligation } from '../../levels/obligation.ts';
import type { Campaign, CampaignFolder, Collect } from '../../model/campaign.ts';
import type { Entry, EntryIndex } from '../../model/entry.ts';
import { basesOn, predecessorsOf } from '../../model/mergers.ts';
import { lineNear, lineOn, type RosterLines } from '../../model/roster-lines.ts';
import type { Instant } from '../../model/submission.ts';
import { collectOf, type Deadline, deadlineOn, type Timeliness } from '../../model/timeliness.ts';
import type { Unit } from '../../model/units.ts';
import { baseOf, isBase, type ScopePlan } from './plan.ts';
import { standInFor } from './stand-in.ts';

/** One unit of a scope on one day: what it owes, what it gave and what stands in for it. */
export interface UnitDay {
  readonly code: string;
  readonly name: string;
  /** Its line that is valid on the day, with the bases of the day. */
  readonly line: Unit | null;
  readonly owed: UnitObligation;
  readonly standing: Timeliness;
  /** Asked once: what came stays valid, and there is no change by the day. */
  readonly once: boolean;
  /** Codes of the units of the scope below it; with any, its own figures are not posted. */
  readonly below: readonly string[];
  /** The version that came first, which tells whether the day's report was in time. */
  readonly first: Entry | null;
  /** The report whose figures stand for the day; also where they are not posted. */
  readonly entry: Entry | null;
  /** The report is an earlier day's. */
  readonly carried: boolean;
  readonly values: ReadonlyMap<string, number>;
}

export interface DayInput {
  readonly folder: CampaignFolder;
  readonly book: EntryIndex;
  readonly asOf: Instant;
}

/**
 * The units of a scope on a day, in roster order: all whose kind the form is collected from, valid or not, and those
 * that summaries speak of.
 */
export function unitDays(plan: ScopePlan, date: string, input: DayInput): UnitDay[] {
  const { campaign } = input.folder;
  const below = childrenOn(plan, date, campaign);
  const deadlines = new Map(
    campaign.collect.map((collect) => [
      collect,
      deadlineOn(collect.due, collect.every, date, campaign.timezone),
    ]),
  );
  return [...plan.lines.keys()].flatMap((code) => {
    const asked = askedOf(plan, code, date, campaign);
    return asked === null ? [] : unitDay(plan, asked, date, input, below.get(code) ?? [], deadlines);
  });
}

/** A unit of the scope: the campaign asks it, or a summary speaks of it, or both. */
interface Asked {
  readonly near: Unit;
  readonly collect: Collect | null;
  readonly learnt: LearntUnit | null;
}

function askedOf(plan: ScopePlan, code: string, date: string, campaign: Campaign): Asked | null {
  const near = lineNear(plan.lines, code, date);
  if (near === null) return null;
  const collect = collectOf(campaign, plan.form.id, near.kind, date);
  const learnt = plan.learnt.get(code) ?? null;
  return collect === null && learnt === null ? null : { near, collect, learnt };
}

function unitDay(
  plan: ScopePlan,
  { near, collect, learnt }: Asked,
  date: string,
  input: DayInput,
  below: readonly string[],
  deadlines: ReadonlyMap<Collect, Deadline | null>,
): UnitDay {
  const { code, name } = near;
  const { campaign } = input.folder;
  const line = withBases(lineOn(plan.lines, code, date), plan.lines, date);
  const once = collect === null ? learnt?.once === true : collect.every === 'once';
  const entries = input.book.get(plan.form.id)?.get(code) ?? [];
  const own = entries.filter(({ day }) => (once ? day <= date : day === date));
  const owed = owedBy({ collect, learnt, line, date, deadlines, lines: plan.lines }, input.folder);
  const entriesOf = (unit: string) => input.book.get(plan.form.id)?.get(unit) ?? [];
  const stand =
    line === null || campaign.missing === 'exclude'
      ? null
      : (standInFor(plan.lines, code, date, entriesOf)?.entry ?? null);
  const entry = line === null ? null : (stand ?? entryOn(entries, date, once, campaign.missing));
  const carried = stand !== null || (entry !== null && !once && entry.day < date);
  return {
    code,
    name,
    line,
    owed,
    standing: timelinessFor(owed, own, input.asOf),
    once,
    below,
    first: own.reduce<Entry | null>(
      (best, each) => (best === null || arrival(each) < arrival(best) ? each : best),
      null,
    ),
    entry,
    carried,
    values: below.length > 0 ? new Map() : valuesOf(plan, entry, carried),
  };
}

/** A unit that took others over has their bases where it has none of its own. */
function withBases(line: Unit | null, lines: RosterLines, date: string): Unit | null {
  if (line === null || predecessorsOf(lines, line.code, date).length === 0) return line;
  return { ...line, bases: basesOn(lines, line.code, date) ?? line.bases };
}

function arrival({ source }: Entry): Instant {
  return source.arrival.at;
}

/** The report that stands for a day: the day's own, for once the last one, else (carry-forward) the last earlier one. */
function entryOn(
  entries: readonly Entry[],
  date: string,
  once: boolean,
  missing: Campaign['missing'],
): Entry | null {
  const last = entries.findLast(({ day, counts }) => counts && day <= date) ?? null;
  return last === null || once || last.day === date || missing === 'carry-forward' ? last : null;
}

/** A count of the one day does not stand in for another day. */
function valuesOf(plan: ScopePlan, entry: Entry | null, carried: boolean): Map<string, number> {
  const values = new Map<string, number>();
  for (const { id, cumulative } of plan.form.measures) {
    const figure = entry?.source.figures.get(id);
    if (figure !== undefined && (cumulative || !carried)) values.set(id, figure.value);
  }
  return values;
}

/** Units of the scope by the units above them that are in it too, through any units between. Only leaves post. */
function childrenOn(plan: ScopePlan, date: string, campaign: Campaign): Map<string, string[]> {
  const inScope = (code: string) => {
    const line = lineOn(plan.lines, code, date);
    return line !== null && (plan.learnt.has(code) || collectOf(campaign, plan.form.id, line.kind) !== null);
  };
  const below = new Map<string, string[]>();
  for (const code of plan.lines.keys()) {
    if (!inScope(code)) continue;
    const passed = new Set([code]);
    let parent = lineOn(plan.lines, code, date)?.parent ?? null;
    while (parent !== null && !passed.has(parent)) {
      passed.add(parent);
      if (inScope(parent)) below.set(parent, [...(below.get(parent) ?? []), code]);
      parent = lineOn(plan.lines, parent, date)?.parent ?? null;
    }
  }
  return below;
}

/** What a unit gives for a measure or a base of its share; null where it is unknown. */
export function amountOf(unit: UnitDay, id: string): number | null {
  return isBase(id) ? baseOf(unit.line, id) : (unit.values.get(id) ?? null);
}
