import { posix } from 'node:path';
import type { Io } from '../../io.ts';
import { inboxDates, inboxFiles } from '../../load/inbox.ts';
import type { Campaign } from '../../model/campaign.ts';
import type { SentRecord } from '../../model/ledger.ts';
import { hasDaily, reportDayBefore, reportDaysBetween } from '../../model/report-days.ts';
import { summaryName } from '../../model/summary-name.ts';
import type { DailyState } from './state.ts';

/** Why a run looks at a day. */
export type Role =
  | 'today'
  /** The report day before had no summary: it gets one now. */
  | 'caught-up'
  /** It had: what came since makes a supplement. */
  | 'revisited';

export interface Days {
  /** In the order in which they are done. */
  readonly days: readonly { readonly date: string; readonly role: Role }[];
  /** Earlier report days that still have no summary; ascending. */
  readonly missed: readonly string[];
}

interface Known {
  readonly campaign: Campaign;
  readonly root: string;
  readonly sent: readonly SentRecord[];
  readonly state: DailyState;
}

/**
 * The days of a run for `today`: the report day before it, as far as anything is known of it, and today. What was missed
 * before that is only listed. Days are known from the first one on that this program remembers; before its first run, by
 * the inbox: an office that begins in the middle of a campaign is told once of the days before.
 */
export function daysOf(io: Io, known: Known, today: string): Days {
  const { campaign, root, sent, state } = known;
  const alone: Days = { days: [{ date: today, role: 'today' }], missed: [] };
  const before = hasDaily(campaign) ? reportDayBefore(campaign, today) : null;
  if (before === null) return alone;
  const isSent = (date: string) => sent.some((each) => each.date === date);
  const dates = inboxDates(io, root).dates.filter((date) => inboxFiles(io, root, date).files.length > 0);
  const remembered = [...sent.map(({ date }) => date), ...Object.keys(state.days)].sort()[0];
  const inbox = dates.find((date) => campaign.period.from === null || date >= campaign.period.from);
  const first = remembered ?? inbox;
  if (first === undefined || before < first) return alone;
  const missed = reportDaysBetween(campaign, first, before).filter(
    (date) => !isSent(date) && !hasSummary(io, root, campaign, date),
  );
  const role: Role = isSent(before) ? 'revisited' : 'caught-up';
  return { days: [{ date: before, role }, ...alone.days], missed };
}

/** Made by a person, perhaps, who did not say that it was sent. */
function hasSummary(io: Io, root: string, campaign: Campaign, date: string): boolean {
  const folder = posix.join(root, 'outbox', date);
  if (io.files.info(folder)?.kind !== 'folder') return false;
  const name = summaryName(campaign, date);
  return io.files.list(folder).some((file) => file.replace(/\.[a-z]+$/, '') === name);
}
