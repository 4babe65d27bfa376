import { learn } from '../../levels/learn.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { type Book, post } from '../../model/entry.ts';
import { compareFindings, type Finding } from '../../model/finding.ts';
import type { LevelData } from '../../model/level.ts';
import type { Arrival, Instant, SettledSubmission } from '../../model/submission.ts';
import type { FigureSource, SenderLine, Summary } from '../../model/summary.ts';
import { formatInstant } from '../../model/time.ts';
import type { DaySeries } from '../series.ts';
import { levelOf } from './carry.ts';
import { scopeFindings } from './findings.ts';
import { planScopes, type ScopePlan } from './plan.ts';
import { summariseScope } from './scope.ts';
import { sendersOn } from './senders.ts';
import { daySeries } from './series.ts';
import { sourcesOf } from './sources.ts';
import { firstArrivals, type ScopeDays, statusesOf } from './statuses.ts';
import { type UnitDay, unitDays } from './unit-day.ts';

export interface RollUpInput {
  readonly folder: CampaignFolder;
  /** Report day, yyyy-mm-dd. */
  readonly date: string;
  readonly asOf: Instant;
  /** What `settle` gave for the same as-of time: of this day, of every earlier one, and of later ones if they are read. */
  readonly settled: readonly SettledSubmission[];
}

export interface RollUp {
  /** All but the findings, which `lang/` puts into words. */
  readonly summary: Omit<Summary, 'findings'>;
  /** Those of the day's files and of the roll-up itself, in contract order. */
  readonly findings: readonly Finding[];
  /** Where every unit's figure came from, in the order of scopes, units and measures. */
  readonly sources: readonly FigureSource[];
  /** The day's submissions, in path order. */
  readonly submissions: readonly SettledSubmission[];
  /** Marks and pictures of the reports that count: scope → unit → field → given. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, boolean>>>;
  /** One a scope that has at least two days of figures. */
  readonly series: readonly DaySeries[];
  /** One a scope that is asked daily, from its second day on. */
  readonly statuses: readonly ScopeDays[];
  /** How the first accepted version of the day came: scope → unit → arrival. */
  readonly firsts: ReadonlyMap<string, ReadonlyMap<string, Arrival>>;
  /** What the summary tells the next level beside its figures. */
  readonly level: LevelData;
  /** The campaign with the units and forms that other offices' summaries tell of. */
  readonly folder: CampaignFolder;
}

/** One scope with its units by day; every day is computed once. */
export interface ScopeView {
  readonly plan: ScopePlan;
  readonly folder: CampaignFolder;
  readonly date: string;
  readonly book: Book;
  readonly units: readonly UnitDay[];
  /** The offices that send summaries. */
  readonly senders: readonly SenderLine[];
  readonly unitsOn: (date: string) => readonly UnitDay[];
  /** Days up to the date that have an accepted report of the form, ascending. */
  readonly reportDays: readonly string[];
}

/**
 * The figures of a day as they are known at the as-of time (contract section 3). They depend on the campaign folder and
 * the submissions alone, not on their order.
 */
export function rollUp(input: RollUpInput): RollUp {
  const { folder, date, asOf, settled } = input;
  const { campaign } = folder;
  const own = post(settled, folder);
  const learnt = learn(own, folder, date);
  const senders = sendersOn({ folder, book: own, asOf }, date);
  const world = { ...input, folder: learnt.folder };
  const views = planScopes(learnt.folder, learnt.units).map((plan) =>
    viewOf(plan, learnt.book, world, senders.lines),
  );
  const submissions = settled.filter(({ folderDate }) => folderDate === date);
  const ofFiles = new Set(submissions.flatMap(({ findings }) => findings));
  return {
    summary: {
      schema: 'bluezone-report/summary@1',
      campaign: { name: campaign.name, authority: campaign.authority.name },
      date,
      asOf: formatInstant(asOf, campaign.timezone),
      provisional:
        senders.provisional || views.some(({ units }) => units.some(({ standing }) => standing.provisional)),
      scopes: views.map(summariseScope),
      files: submissions.map(({ path, sha256, sheet, outcome, unit, form, date: own }) => ({
        path,
        sha256,
        ...(sheet === null ? {} : { sheet }),
        outcome,
        unit,
        form,
        date: own,
      })),
    },
    findings: [...ofFiles, ...views.flatMap(scopeFindings)].sort(compareFindings),
    sources: views.flatMap(sourcesOf),
    submissions,
    given: new Map(views.map((view) => [view.plan.id, givenOf(view)])),
    series: views.flatMap((view) => daySeries(view) ?? []),
    statuses: views.flatMap((view) => statusesOf(view) ?? []),
    firsts: new Map(views.map((view) => [view.plan.id, firstArrivals(view)])),
    level: levelOf(views),
    folder: learnt.folder,
  };
}

function viewOf(
  plan: ScopePlan,
  book: Book,
  { folder, date, asOf }: RollUpInput,
  senders: readonly SenderLine[],
): ScopeView {
  const known = new Map<string, readonly UnitDay[]>();
  const unitsOn = (day: string) => {
    const units = known.get(day) ?? unitDays(plan, day, { folder, book, asOf });
    known.set(day, units);
    return units;
  };
  const entries = [...(book.get(plan.form.id)?.values() ?? [])].flat();
  const days = entries.filter(({ day, counts }) => counts && day <= date).map(({ day }) => day);
  return {
    plan,
    folder,
    date,
    book,
    units: unitsOn(date),
    senders,
    unitsOn,
    reportDays: [...new Set(days)].sort(),
  };
}

function givenOf({ units }: ScopeView): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  return new Map(
    units.flatMap(({ code, entry }) => (entry === null ? [] : [[code, entry.source.given] as const])),
  );
}
