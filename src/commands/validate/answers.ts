import { bySender, type Closing, closingsOf, type Points, replacementOf } from '../../day/closing.ts';
import type { Batch } from '../../load/load.ts';
import { groupedBy } from '../../model/grouped.ts';
import type { Outcome } from '../../model/outcome.ts';
import { lineNear, type RosterLines, rosterLinesOf } from '../../model/roster-lines.ts';
import type { DecidedSubmission } from '../../model/submission.ts';
import { formatInstant } from '../../model/time.ts';
import { collectOf, type Deadline, deadlineOn, isPast } from '../../model/timeliness.ts';
import { toldFindings } from '../../view/annotation.ts';
import type { ReplyDue, ReportFate, Returned } from '../../view/reply.ts';

/** A file that its sender gets an answer about. */
export interface Answer extends Returned {
  /** As in `files` of the summary. */
  readonly path: string;
  /** The received file that it is, or lies in; and its name inside that one. */
  readonly outer: string;
  readonly inner: string | null;
  /** `good`: nothing is asked, but the points of the file before are settled. */
  readonly how: 'reply-only' | 'good';
  /** The newer file that was counted in its place. */
  readonly answeredBy: string | null;
}

/**
 * By path: every file of the day that asks something of its sender, or that settles what was asked. Copies of others and
 * versions that were counted and replaced are left out.
 */
export function answersOf(batch: Batch): ReadonlyMap<string, Answer> {
  const closings = closingsOf(batch.settled, batch.date);
  const lines = rosterLinesOf(batch.folder.roster);
  const asked = batch.submissions.filter(
    ({ outcome }) => outcome !== 'duplicate' && outcome !== 'superseded',
  );
  const closingsBy = groupedBy(closings, ({ newer }) => newer.path);
  const findingsBy = groupedBy(batch.findings, ({ at }) => at.file ?? '');
  const sender = bySender(batch.submissions);
  const answers = new Map<string, Answer>();
  for (const [path, own] of groupedBy(asked, (submission) => submission.path)) {
    const closing = joined(closingsBy.get(path) ?? []);
    const findings = findingsBy.get(path) ?? [];
    const faulty = toldFindings(findings).length > 0;
    if (!faulty && closing === null) continue;
    answers.set(path, {
      path,
      ...placeOf(batch, path),
      name: path,
      reports: own.map((submission) => fateOf(lines, submission, batch.date)),
      findings,
      due: dueOf(batch, lines, own),
      closing,
      how: faulty ? 'reply-only' : 'good',
      answeredBy: replacementOf(own, sender)?.path ?? null,
    });
  }
  return answers;
}

/** A file may hold the reports of several forms. */
function joined(closings: readonly Closing[]): Points | null {
  if (closings.length === 0) return null;
  return {
    fixed: closings.flatMap(({ fixed }) => fixed),
    remains: closings.flatMap(({ remains }) => remains),
    fresh: closings.flatMap(({ fresh }) => fresh),
  };
}

function placeOf({ files }: Batch, path: string): Pick<Answer, 'outer' | 'inner'> {
  if (!path.includes('!/')) return { outer: path, inner: null };
  const outer = files.find(({ receipt }) => path.startsWith(`${receipt.path}!/`))?.receipt.path;
  return outer === undefined ? { outer: path, inner: null } : { outer, inner: path.slice(outer.length + 2) };
}

function fateOf(lines: RosterLines, { sheet, unit, outcome }: DecidedSubmission, date: string): ReportFate {
  const unitName = unit === null ? null : (lineNear(lines, unit, date)?.name ?? unit);
  return { sheet, unitName, fate: FATES[outcome] };
}

const FATES: { readonly [O in Outcome]: ReportFate['fate'] } = {
  accepted: 'counted',
  'accepted-with-warnings': 'counted',
  rejected: 'held',
  undecided: 'held',
  superseded: 'counted',
  duplicate: 'counted',
  ignored: 'ignored',
};

/**
 * When the correction is wanted: by the next deadline of what the file's units owe, of the report's form where it is known;
 * at once when all of these have passed. Null where the unit is unknown or owes nothing by a day (contract section 4).
 */
function dueOf(
  { folder, date, asOf }: Batch,
  lines: RosterLines,
  own: readonly DecidedSubmission[],
): ReplyDue {
  const { campaign } = folder;
  const deadlines = own
    .flatMap(({ form, unit }) => {
      const line = unit === null ? null : lineNear(lines, unit, date);
      if (line === null) return [];
      const forms = form === null ? campaign.collect.map((collect) => collect.form) : [form];
      return [...new Set(forms)].flatMap((id) => collectOf(campaign, id, line.kind) ?? []);
    })
    .map(({ due, every }) => deadlineOn(due, every, date, campaign.timezone))
    .filter((each): each is Deadline => each !== null)
    .sort((a, b) => a.at - b.at);
  const next = deadlines.find((each) => !isPast(asOf, each));
  if (next === undefined) return deadlines.length === 0 ? null : 'now';
  const shown = (at: number) => formatInstant(at, campaign.timezone);
  return { at: shown(next.at), rule: next.rule, asOf: shown(asOf) };
}
