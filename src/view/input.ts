import type { Correction } from '../day/corrections.ts';
import type { ScopeDays } from '../day/rollup/statuses.ts';
import type { DaySeries } from '../day/series.ts';
import type { Words } from '../lang/lang.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import type { Finding } from '../model/finding.ts';
import type { LevelData } from '../model/level.ts';
import type { Arrival, SettledSubmission } from '../model/submission.ts';
import type { FigureSource, Summary } from '../model/summary.ts';

/** All that the views stand on. They add nothing to the figures: what is printed is what the Summary says. */
export interface ViewInput {
  readonly summary: Summary;
  readonly sources: readonly FigureSource[];
  readonly folder: CampaignFolder;
  /** The day's, in path order: what was received and what became of it. */
  readonly submissions: readonly SettledSubmission[];
  /** Names of the sheets of each file that figures or findings come from, by path. */
  readonly sheets: ReadonlyMap<string, readonly string[]>;
  /** The day's, in contract order. */
  readonly findings: readonly Finding[];
  /** Marks and pictures of the report that counts (it may be an earlier day's): scope → unit → field → given. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, boolean>>>;
  /** One a scope that has at least two days of figures. */
  readonly series: readonly DaySeries[];
  /** Who reported when on the days before, for each scope that is asked daily. */
  readonly statuses: readonly ScopeDays[];
  /** How the first accepted version of the day came: scope → unit → arrival. */
  readonly firsts: ReadonlyMap<string, ReadonlyMap<string, Arrival>>;
  /** What "all is well" may claim: rules applied, reports they were applied to. */
  readonly checked: { readonly rules: number; readonly reports: number };
  /** Number of this correction of a summary that was sent, or null. */
  readonly supplement: number | null;
  /** What changed since the last summary of this day that was sent. */
  readonly corrections: readonly Correction[];
  /** The channel that each unit last used, by code. */
  readonly channels: ReadonlyMap<string, string>;
  /** What the summary tells the next level beside its figures. */
  readonly level: LevelData;
  readonly words: Words;
}
