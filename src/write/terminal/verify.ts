import type { Words } from '../../lang/lang.ts';
import type { Difference } from '../../levels/verify/difference.ts';
import { paintFor, type Screen } from './paint.ts';
import { wrap } from './text.ts';

/** What `verify` prints: a line a place that differs, over what was held against what. */
export interface VerifyReport {
  readonly name: string;
  readonly differences: readonly Difference[];
  readonly figures: number;
  readonly formulas: number;
  /** Whole sentences. */
  readonly remarks: readonly string[];
}

export function writeVerify(report: VerifyReport, words: Words, screen: Screen): string {
  const { verify } = words.levels;
  const paint = paintFor(screen);
  const { name, differences, figures, formulas } = report;
  const verdict =
    differences.length === 0 ? verify.right(name, figures, formulas) : verify.wrong(name, differences.length);
  return [
    ...wrap(verdict, screen.columns).map(paint.bold),
    ...differences.flatMap((each) => wrap(`- ${lineOf(each, words)}`, screen.columns, '  ')),
    ...report.remarks.flatMap((text) => wrap(text, screen.columns)),
    '',
  ].join('\n');
}

/** "Tổng hợp!D15 (Phường Tam Quan, số người đã cài đặt): ghi 2.165, …" */
export function lineOf(each: Difference, words: Words): string {
  const { verify } = words.levels;
  const { sheet, cell, unit, measure, kind } = each;
  const place = sheet === null ? verify.wholeFile : cell === null ? sheet : `${sheet}!${cell}`;
  const about = [unit, measure === null ? null : (words.levels.measures[measure] ?? measure)].filter(
    (part) => part !== null,
  );
  const text = (value: string | null): string =>
    value === null ? verify.blank : /^\d+$/.test(value) ? words.view.number.count(Number(value)) : value;
  const said = verify.kind[kind](text(each.shown), text(each.expected));
  return `${place}${about.length === 0 ? '' : ` (${about.join(', ')})`}: ${said}.`;
}
