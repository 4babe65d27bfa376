import { findDates } from '../../text/date.ts';
import type { Fact } from '../fact.ts';
import type { LetterText } from '../text.ts';

/** Words after which "20/8" is a day, and not two of three. */
const LED = /(?:ngày|đến|tới|trước|hết|vào|từ|nhất|quá|sau|là|cuối|-) ?\(?$/u;

/** Days, and spans of days ("từ ngày 16/8 đến ngày 22/8"). `year` is that of the letter, for days without one. */
export function days(letter: LetterText, year: number | null): readonly Fact[] {
  const found = findDates(letter.text, year === null ? {} : { year })
    .map(({ iso, text, index }) => ({ from: index, to: index + text.length, date: iso, text }))
    .filter(
      ({ from, text }) =>
        /ngày|\d{4}|tháng/i.test(text) || LED.test(letter.folded.slice(Math.max(0, from - 12), from)),
    );
  const facts: Fact[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const day = found[at];
    const next = found[at + 1];
    if (day === undefined) continue;
    const between = next === undefined ? '' : letter.folded.slice(day.to, next.from);
    const before = letter.folded.slice(Math.max(0, day.from - 12), day.from);
    if (
      next !== undefined &&
      /(?:^|[ (])(?:kể )?từ $/u.test(before) &&
      /^,? ?(?:-|đến|tới)(?: hết)? ?$/u.test(between)
    ) {
      facts.push({ from: day.from, to: next.to, kind: 'period', first: day.date, last: next.date });
      at += 1;
    } else facts.push({ from: day.from, to: day.to, kind: 'day', date: day.date });
  }
  return facts;
}
