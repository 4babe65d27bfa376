import type { CampaignFolder } from '../../model/campaign.ts';
import type { RosterLines } from '../../model/roster-lines.ts';
import type { RosterIndex } from '../../text/match/roster-index.ts';

/** What identifying stands on: made once for a campaign, asked for every report. */
export interface Registry {
  readonly folder: CampaignFolder;
  readonly lines: RosterLines;
  readonly index: RosterIndex;
  /** Codes of the collecting office and the one above it, where the roster lists them. */
  readonly office: ReadonlySet<string>;
}
