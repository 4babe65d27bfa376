import type { ClauseContext } from './clause.ts';
import { factsOf } from './fact.ts';
import type { Head } from './head.ts';
import type { Report } from './report.ts';
import type { Span } from './text.ts';

export interface Bound extends Span {
  readonly date: string;
  readonly sure: boolean;
}

/**
 * The days of reporting: what an order to report says of them, else the first day of a stated peak week or campaign, else
 * the day of the letter. The end of a peak week is no end of reports.
 */
export function periodOf(
  seen: ClauseContext,
  reports: readonly Report[],
  head: Head,
): { readonly from: Bound | null; readonly to: Bound | null } {
  const units = reports.filter(({ by }) => by === 'units');
  const to = units.map(({ when }) => when.to).find((day) => day !== null) ?? null;
  const ends = to === null ? null : { ...to, sure: true };
  const begins = units.map(({ when }) => when.from).find((day) => day !== null) ?? null;
  if (begins !== null) return { from: { ...begins, sure: true }, to: ends };
  for (const period of factsOf(seen.facts, 'period')) {
    const before = seen.letter.folded.slice(Math.max(0, period.from - 60), period.from);
    if (
      /(?:cao điểm|đợt|chiến dịch|thời gian(?: thực hiện| triển khai)?:?|ra quân|tháng hành động)[^.;]*$/u.test(
        before,
      )
    )
      return { from: { from: period.from, to: period.to, date: period.first, sure: true }, to: ends };
  }
  const start = factsOf(seen.facts, 'day', seen.parts.body).find((day) =>
    /(?:kể từ|bắt đầu(?: thực hiện| triển khai| báo cáo)? (?:từ|vào)?) ?$/u.test(
      seen.letter.folded.slice(Math.max(0, day.from - 34), day.from),
    ),
  );
  if (start !== undefined)
    return { from: { from: start.from, to: start.to, date: start.date, sure: true }, to: ends };
  const { date } = head;
  const whole = date !== null && date.date.length === 10;
  return { from: whole ? { from: date.from, to: date.to, date: date.date, sure: true } : null, to: ends };
}
