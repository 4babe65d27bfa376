import { type Correction, correctionsOf, standsAs } from '../day/corrections.ts';
import { type DaySeries, withSent } from '../day/series.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { RecordedDecision, SentRecord } from '../model/ledger.ts';
import type { Instant } from '../model/submission.ts';
import type { Summary } from '../model/summary.ts';

/** The figures that a summary which was sent carried. */
export type SentFigures = Pick<Summary, 'date' | 'asOf' | 'scopes'>;

/** The figures of a record, and the moment that they stand for: when they were sent at the latest. */
export function figuresOf({ data, sentAt }: SentRecord): { figures: SentFigures; at: Instant } {
  const figures = JSON.parse(data) as SentFigures;
  const made = Date.parse(figures.asOf);
  return { figures, at: Number.isNaN(made) ? sentAt : Math.min(made, sentAt) };
}

/** What is otherwise than in the last summary of the day that was sent; a look at a moment before it has none. */
export function compareWithSent(
  marked: readonly SentRecord[],
  summary: Omit<Summary, 'findings'>,
  asOf: Instant,
  holding: readonly RecordedDecision[],
): {
  readonly sent: readonly SentRecord[];
  readonly corrections: readonly Correction[];
  readonly differs: boolean;
  readonly findings: readonly Finding[];
} {
  const known = marked.map((record) => ({ record, ...figuresOf(record) })).filter(({ at }) => at <= asOf);
  const last = known.at(-1)?.figures;
  const corrections = last === undefined ? [] : correctionsOf(last, summary, holding);
  return {
    sent: known.map(({ record }) => record),
    corrections,
    differs: last !== undefined && !standsAs(last, summary),
    findings: corrections.flatMap(unexplained),
  };
}

function unexplained({ unit, name, measure, from, to, reason }: Correction): readonly Finding[] {
  if (reason !== null) return [];
  return [finding('across/changed-after-sent', { unit }, { unitName: name, measure, from, to })];
}

/** The series of a roll-up with what was last sent for each of their days, as of a moment. */
export function seriesWithSent(
  series: readonly DaySeries[],
  records: readonly SentRecord[],
  asOf: Instant,
): readonly DaySeries[] {
  const days = new Set(series.flatMap((each) => each.days));
  const sent = new Map<string, SentFigures['scopes']>();
  for (const record of records) {
    if (!days.has(record.date)) continue;
    const { figures, at } = figuresOf(record);
    if (at <= asOf) sent.set(record.date, figures.scopes);
  }
  return sent.size === 0 ? series : series.map((each) => withSent(each, sent));
}
