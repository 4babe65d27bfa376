import { type Finding, severityOf } from '../model/finding.ts';
import { groupedBy } from '../model/grouped.ts';
import { type DecidedSubmission, isCounted } from '../model/submission.ts';
import { arrivedBefore } from './arrival-order.ts';
import { stageFilter, withoutConsequences } from './grouping.ts';

/** What became of an earlier file's points in the unit's next one. Not grouped; errors and warnings only. */
export interface Points {
  /** Points of the earlier file that the newer one no longer has. */
  readonly fixed: readonly Finding[];
  /** Points that are still there, as the newer file has them. */
  readonly remains: readonly Finding[];
  readonly fresh: readonly Finding[];
}

export interface Closing extends Points {
  readonly newer: DecidedSubmission;
  readonly earlier: DecidedSubmission;
}

/**
 * For each report of a day that follows another of its unit and form: what was fixed, what remains and what is new. The
 * one before it on the same day is its earlier one, whatever became of it; of an earlier day only one that was
 * not counted, since points about another day's figures close by themselves. In the order of `settled`.
 */
export function closingsOf(settled: readonly DecidedSubmission[], date: string): readonly Closing[] {
  const own = bySender(settled);
  return settled.flatMap((newer) => {
    if (newer.folderDate !== date || newer.unit === null || newer.outcome === 'duplicate') return [];
    const earlier = earlierOf(newer, own(newer));
    if (earlier === null) return [];
    const points = compare(earlier.findings, newer.findings);
    return points.fixed.length + points.remains.length === 0 ? [] : [{ newer, earlier, ...points }];
  });
}

/** The reports of the same unit and form as a given one, in the order of `settled`. */
export function bySender(
  settled: readonly DecidedSubmission[],
): (one: DecidedSubmission) => readonly DecidedSubmission[] {
  const keyOf = ({ unit, form }: DecidedSubmission) => JSON.stringify([unit, form]);
  const senders = groupedBy(settled, keyOf);
  return (one) => senders.get(keyOf(one)) ?? [];
}

function earlierOf(newer: DecidedSubmission, own: readonly DecidedSubmission[]): DecidedSubmission | null {
  const before = own
    .filter((each) => each.sha256 !== newer.sha256 && each.outcome !== 'duplicate' && isBefore(each, newer))
    .sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
  const last = before.at(-1) ?? null;
  if (last === null || last.folderDate === newer.folderDate) return last;
  return last.standing === 'rejected' || last.standing === 'undecided' ? last : null;
}

/** Whether a report came before another one of its unit: an earlier day's always did; of one day the arrivals must tell. */
export function isBefore(a: DecidedSubmission, b: DecidedSubmission): boolean {
  if (a.folderDate !== b.folderDate) return a.folderDate < b.folderDate;
  return arrivedBefore(a, b);
}

/**
 * What was counted in the place of a file's reports, of which none was: a later version of each. Nothing is asked about
 * such a file any more. Null where one of its reports still waits for its correction.
 */
export function replacementOf(
  reports: readonly DecidedSubmission[],
  ownOf: ReturnType<typeof bySender>,
): DecidedSubmission | null {
  if (reports.some(isCounted)) return null;
  const newer = reports.map((each) =>
    each.unit === null ? undefined : ownOf(each).find((other) => isCounted(other) && isBefore(each, other)),
  );
  return newer.every((each) => each !== undefined) ? (newer[0] ?? null) : null;
}

/**
 * A point is the same one when it is the same finding at the same cell, or the same finding that says the same in the same
 * column (a row was put in above it). Without a cell it is the same finding about the same field.
 */
export function compare(earlier: readonly Finding[], newer: readonly Finding[]): Points {
  const left = told(earlier);
  const open = told(newer);
  const remains = new Set<Finding>();
  for (const keyOf of [placeKey, textKey]) {
    for (const found of open) {
      const key = keyOf(found);
      const same = remains.has(found) || key === null ? -1 : left.findIndex((each) => keyOf(each) === key);
      if (same < 0) continue;
      left.splice(same, 1);
      remains.add(found);
    }
  }
  return {
    fixed: left,
    remains: open.filter((found) => remains.has(found)),
    fresh: open.filter((found) => !remains.has(found)),
  };
}

function told(findings: readonly Finding[]): Finding[] {
  return withoutConsequences(stageFilter(findings)).filter(
    (found) => severityOf(found) !== 'note' && !found.code.startsWith('campaign/'),
  );
}

/** Sheets are not compared: a report stands on one sheet, which senders rename from day to day. */
function placeKey({ code, at, facts }: Finding): string {
  return JSON.stringify(at.cell === undefined ? [code, subjectOf(facts)] : [code, at.cell]);
}

function textKey({ code, at, facts }: Finding): string | null {
  return at.cell === undefined ? null : JSON.stringify([code, at.col, at.heading, facts]);
}

/** The facts that say what a finding is about; the others say how it is. */
const SUBJECT = ['form', 'field', 'fields', 'measure', 'base', 'sheet'];

function subjectOf(facts: Finding['facts']): readonly unknown[] {
  const known = facts as { readonly [name: string]: unknown };
  return SUBJECT.map((name) => known[name] ?? null);
}
