import { learn } from '../levels/learn.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import type { LevelData } from '../model/level.ts';
import type { Arrival, DecidedSubmission, Instant, Submission } from '../model/submission.ts';
import type { FigureSource, FileLine, Summary } from '../model/summary.ts';
import { formatInstant } from '../model/time.ts';
import { campaignOn } from '../model/timeliness.ts';
import { compareAcross } from './across/across.ts';
import { acrossDay } from './across/day.ts';
import { conclude } from './outcome.ts';
import { post } from './post.ts';
import { levelOf } from './rollup/carry.ts';
import { scopeFindings } from './rollup/findings.ts';
import { rollUp, type ScopeView } from './rollup/rollup.ts';
import { summariseScope } from './rollup/scope.ts';
import { daySeries } from './rollup/series.ts';
import { sourcesOf } from './rollup/sources.ts';
import { firstArrivals, type ScopeDays, statusesOf } from './rollup/statuses.ts';
import { NO_RULINGS, type Rulings } from './rulings.ts';
import type { DaySeries } from './series.ts';
import { chooseVersions } from './versions.ts';

/** A report day of a campaign as it is known at a moment: what became of every report, and what they add up to. */
export interface Day {
  readonly folder: CampaignFolder;
  /** The campaign with the units and forms that other offices' summaries tell of. */
  readonly learnt: CampaignFolder;
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly asOf: Instant;
  /** Everything that arrived up to the as-of time, for this day and every other that was read, in path order. */
  readonly settled: readonly DecidedSubmission[];
  /** The day's, in path order: what was received and what became of it. */
  readonly submissions: readonly DecidedSubmission[];
  /** Contract section 3, all but the findings, which `lang/` puts into words. */
  readonly summary: Omit<Summary, 'findings'>;
  /** Those of the day's files and of the sums themselves, in contract order, not grouped. */
  readonly findings: readonly Finding[];
  /** Where every unit's figure came from, in the order of scopes, units and measures. */
  readonly sources: readonly FigureSource[];
  /** Marks and pictures of the report that counts (it may be an earlier day's): scope → unit → field → given. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, boolean>>>;
  /** One a scope that has at least two days of figures. */
  readonly series: readonly DaySeries[];
  /** Who reported when on the days before: one a scope that is asked daily, from its second day on. */
  readonly statuses: readonly ScopeDays[];
  /** How the first accepted version of the day came: scope → unit → arrival. */
  readonly firsts: ReadonlyMap<string, ReadonlyMap<string, Arrival>>;
  /** What the summary tells the next level beside its figures. */
  readonly level: LevelData;
}

/**
 * The figures of a day as they are known at the as-of time (contract section 3). They depend on the campaign folder, the
 * reports and the recorded decisions alone, not on the order of the reports.
 */
export function dayOf(
  submissions: readonly Submission[],
  whole: CampaignFolder,
  date: string,
  asOf: Instant,
  rulings: Rulings = NO_RULINGS,
): Day {
  const folder = { ...whole, campaign: campaignOn(whole.campaign, date) };
  const known = chooseVersions(submissions, { folder, asOf, rulings });
  const own = post(known.versions);
  const learnt = learn(own, folder, date, asOf);
  const settled = conclude(known, compareAcross(acrossDay(folder, own, date, learnt)));
  const ofDay = settled.filter(({ folderDate }) => folderDate === date);
  const ofFiles = new Set(ofDay.flatMap(({ findings }) => findings));
  const { views, senders } = rollUp({ folder, own, learnt, ofDay, date, asOf });
  const { campaign } = folder;
  return {
    folder,
    learnt: learnt.folder,
    date,
    asOf,
    settled,
    submissions: ofDay,
    summary: {
      schema: 'bluezone-report/summary@1',
      campaign: { name: campaign.name, authority: campaign.authority.name },
      date,
      asOf: formatInstant(asOf, campaign.timezone),
      provisional: senders.provisional || views.some(({ provisional }) => provisional),
      scopes: views.map(summariseScope),
      files: ofDay.map(fileLine),
    },
    findings: [...ofFiles, ...views.flatMap(scopeFindings)].sort(compareFindings),
    sources: views.flatMap(sourcesOf),
    given: new Map(views.map((view) => [view.plan.id, givenOf(view)])),
    series: views.flatMap((view) => daySeries(view) ?? []),
    statuses: views.flatMap((view) => statusesOf(view) ?? []),
    firsts: new Map(views.map((view) => [view.plan.id, firstArrivals(view)])),
    level: levelOf(views),
  };
}

function fileLine({ path, sha256, sheet, outcome, unit, form, date }: DecidedSubmission): FileLine {
  return { path, sha256, ...(sheet === null ? {} : { sheet }), outcome, unit, form, date };
}

function givenOf({ units }: ScopeView): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  return new Map(
    units.flatMap(({ code, entry }) => (entry === null ? [] : [[code, entry.source.given] as const])),
  );
}
