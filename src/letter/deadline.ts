import type { Clause, ClauseContext } from './clause.ts';
import { type FactOf, factsOf } from './fact.ts';
import type { LetterDue } from './proposal.ts';
import type { LetterText, Span } from './text.ts';

/** What a clause says of when something is reported. */
export interface ReportingTime {
  readonly every: 'day' | 'once' | null;
  readonly due: LetterDue | null;
  /** Keys below the entry: `every`, `due.time`, `due.date`, `due.rule`. */
  readonly proofs: readonly (Span & { readonly key: string; readonly sure: boolean })[];
  readonly open: (Span & { readonly key: string; readonly candidates: readonly string[] }) | null;
  /** First and last day of reporting, where the clause says them. */
  readonly from: (Span & { readonly date: string }) | null;
  readonly to: (Span & { readonly date: string }) | null;
}

const RULE =
  /(?<!\p{L})(chậm nhất|muộn nhất|trễ nhất|không (?:được |để )?(?:quá|sau|muộn hơn|chậm hơn|trễ hơn|chậm quá|muộn quá)|hạn cuối(?: cùng)?|hạn chót|đến hết|hết|trước)((?: (?:cùng|là|vào|đến|lúc|ngày|hết|trước|thời điểm|mốc|giờ|khi|hàng ngày|hằng ngày)| ?:)*) ?$/u;

type Rule = LetterDue['rule'];

/** The word of rule before an hour or a day: null without one, and for two that contradict each other. */
function ruleBefore(letter: LetterText, at: number): (Span & { readonly rule: Rule | null }) | null {
  const from = Math.max(0, at - 60);
  const found = RULE.exec(letter.folded.slice(from, at));
  if (found === null) return null;
  const before = found[1] === 'trước';
  const both = !before && / trước/u.test(found[2] ?? '');
  const left =
    before &&
    /(?:chậm nhất|muộn nhất|không quá)[^,.;]{0,12}$/u.test(letter.folded.slice(from, from + found.index));
  return {
    from: from + found.index,
    to: at,
    rule: both || left ? null : before ? 'before' : 'no-later-than',
  };
}

function ruleAfter(letter: LetterText, at: number): (Span & { readonly rule: Rule }) | null {
  const found = /^[^,.;()]{0,30}? là (?:hạn|thời hạn|giờ|mốc) (?:cuối|chót)/u.exec(
    letter.folded.slice(at, at + 60),
  );
  return found === null ? null : { from: at, to: at + found[0].length, rule: 'no-later-than' };
}

/** Reads the hours, days and rhythms that were tied to a duty. `anchor`: what is quoted where none is there. */
export function whenOf(seen: ClauseContext, tied: readonly TimeFact[], anchor: Span): ReportingTime {
  const { letter } = seen;
  const hours = tied.filter((each): each is FactOf<'hour'> => each.kind === 'hour');
  const often = tied.filter((each): each is FactOf<'often'> => each.kind === 'often');
  const vague = tied.find((each) => each.kind === 'vague');
  const days = tied.filter((each): each is FactOf<'day'> => each.kind === 'day');
  const periods = tied.filter((each): each is FactOf<'period'> => each.kind === 'period');
  const daily = often.find(({ every }) => every === 'day');
  const other = often.find(({ every }) => every === 'other');
  const starts = days.filter((day) =>
    /(?:kể từ|từ|bắt đầu)(?: hết)? ?$/u.test(letter.folded.slice(Math.max(0, day.from - 10), day.from)),
  );
  const isEnd = (day: Span): boolean =>
    daily !== undefined &&
    /(?:đến|tới)(?: hết)? ?$/u.test(letter.folded.slice(Math.max(0, day.from - 10), day.from));
  const ends = days.filter((day) => !starts.includes(day) && isEnd(day));
  const dues = days.filter((day) => !starts.includes(day) && !ends.includes(day));
  const [period] = periods;
  const from = starts[0] ?? (period === undefined ? null : { ...period, date: period.first });
  const to =
    ends[0] ?? (period === undefined || daily === undefined ? null : { ...period, date: period.last });
  const bounds = { from: from === null ? null : spanDate(from), to: to === null ? null : spanDate(to) };
  const nothing = { every: null, due: null, proofs: [], ...bounds };
  const open = (key: string, at: Span, candidates: readonly string[] = []): ReportingTime => ({
    ...nothing,
    open: { ...spanOf(at), key, candidates },
  });

  if (other !== undefined) return open('every', other);
  const times = [...new Set(hours.map(({ time }) => time))];
  const [hour] = hours;
  if (hours.length > 0 && times.includes(null)) return open('due.time', hour ?? anchor);
  if (times.length > 1)
    return open(
      'due.time',
      hour ?? anchor,
      times.flatMap((time) => time ?? []),
    );
  if (vague !== undefined && hour === undefined) return open('due.time', vague);
  const dates = [...new Set(dues.map(({ date }) => date))];
  const [day] = dues;
  if (dates.length > 1) return open('due.date', day ?? anchor, dates);
  if (hour === undefined && day === undefined) {
    if (daily === undefined) return open('every', anchor, ['day', 'once']);
    return { ...nothing, every: 'day', proofs: [{ ...spanOf(daily), key: 'every', sure: true }], open: null };
  }
  const moment = hour ?? day ?? anchor;
  const ruled =
    (hour === undefined ? null : ruleBefore(letter, hour.from)) ??
    (day === undefined ? null : ruleBefore(letter, day.from)) ??
    ruleAfter(letter, (day ?? hour ?? anchor).to);
  const whole = {
    from: Math.min(ruled?.from ?? moment.from, moment.from),
    to: Math.max(moment.to, daily?.from === moment.to + 1 ? daily.to : moment.to),
  };
  if (ruled === null || ruled.rule === null) return open('due.rule', whole, ['before', 'no-later-than']);
  if (daily === undefined && day === undefined) return open('every', whole, ['day', 'once']);
  if (daily !== undefined && day !== undefined)
    return open('every', { from: Math.min(daily.from, day.from), to: Math.max(daily.to, day.to) }, [
      'day',
      'once',
    ]);
  const due: LetterDue = {
    ...(day === undefined ? {} : { date: day.date }),
    ...(hour === undefined || hour.time === null ? {} : { time: hour.time }),
    rule: ruled.rule,
  };
  return {
    ...bounds,
    every: daily === undefined ? 'once' : 'day',
    due,
    proofs: [
      { ...spanOf(daily ?? day ?? moment), key: 'every', sure: true },
      ...(hour === undefined ? [] : [{ ...whole, key: 'due.time', sure: true }]),
      ...(day === undefined
        ? []
        : [{ from: Math.min(ruled.from, day.from), to: day.to, key: 'due.date', sure: true }]),
      { ...whole, key: 'due.rule', sure: true },
    ],
    open: null,
  };
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

function spanDate({ from, to, date }: Span & { readonly date: string }) {
  return { from, to, date };
}

/** A fact that says when. */
export type TimeFact = FactOf<'hour'> | FactOf<'day'> | FactOf<'period'> | FactOf<'often'> | FactOf<'vague'>;

/**
 * The hours, days and rhythms of a stretch that belong to reporting: those whose nearest word of doing is one of
 * reporting. What stands at the head of its part of the sentence ("trước 16h30 hằng ngày, tổng hợp …") looks forward.
 */
export function tiedToReport(seen: ClauseContext, clause: Clause, span: Span): readonly TimeFact[] {
  const { facts, letter } = seen;
  const duties = factsOf(facts, 'duty', clause);
  const tied: TimeFact[] = [];
  for (const fact of facts) {
    if (fact.from < span.from || fact.to > span.to || !isTime(fact)) continue;
    if (dutyOf(letter, clause, duties, fact)?.duty === 'report') tied.push(fact);
  }
  return tied;
}

function isTime(fact: { readonly kind: string }): fact is TimeFact {
  return ['hour', 'day', 'period', 'often', 'vague'].includes(fact.kind);
}

/** Words that a deadline consists of: between it and the sign before it nothing else may stand for it to look forward. */
const LEADING =
  /^[\s,(:+-]*(?:(?:và|đồng thời|định kỳ|trước|chậm nhất|muộn nhất|trễ nhất|không quá|là|vào|lúc|đến|hết|ngày|riêng|cứ|thời hạn|hạn|giờ|phút|hằng|hàng|mỗi|thời gian|từ|kể từ|bắt đầu|\d[\d:h/.-]*)(?:\s|$|,\s?))*$/u;

function dutyOf(letter: LetterText, clause: Span, duties: readonly FactOf<'duty'>[], fact: Span) {
  const segment = segmentStart(letter, clause, fact.from);
  const before = duties.filter((duty) => duty.to <= fact.from);
  const after = duties.find((duty) => duty.from >= fact.to);
  const inSegment = before.filter((duty) => duty.from >= segment);
  const nearest = leading(before, inSegment);
  if (nearest !== undefined) return nearest;
  const fronted = LEADING.test(letter.folded.slice(segment, fact.from));
  const close = after !== undefined && !/[.;]/u.test(letter.folded.slice(fact.to, after.from));
  if (fronted && close && after?.duty === 'report') return after;
  if (before.length === 0) return after;
  return reportObject(letter, before) ?? before.at(-1);
}

/** Within one part of a sentence: "báo cáo kết quả triển khai thực hiện trước 15 giờ" is about reporting, whatever its object says. */
function leading(before: readonly FactOf<'duty'>[], inSegment: readonly FactOf<'duty'>[]) {
  if (inSegment.length === 0) return undefined;
  const report = inSegment.find(({ duty }) => duty === 'report');
  if (report === undefined) return inSegment.at(-1);
  const last = inSegment.at(-1);
  return last !== undefined && before.includes(last) ? report : undefined;
}

/** The last reporting, where all that was said since is its object. */
function reportObject(letter: LetterText, before: readonly FactOf<'duty'>[]) {
  const last = before.findLast(({ duty }) => duty === 'report');
  const final = before.at(-1);
  if (last === undefined || final === undefined) return undefined;
  const object = /^ (?:kết quả|tình hình|tiến độ|số liệu|công tác|việc|danh sách|nội dung)[^,;.]*$/u.test(
    letter.folded.slice(last.to, final.to),
  );
  return last === final || object ? last : undefined;
}

/** Where the part of a sentence begins that holds a place: behind a comma, a bracket, or "và" before another thing to do. */
function segmentStart(letter: LetterText, clause: Span, at: number): number {
  const left = letter.folded.slice(clause.from, at);
  const marks = [
    ...left.matchAll(
      /, |\(|\) |: | và (?=(?:gửi|báo cáo|tổng hợp|phát|họp|tổ chức|hoàn thành|nộp)(?!\p{L}))|(?<!\p{L})đồng thời /gu,
    ),
  ];
  const last = marks.at(-1);
  return last === undefined ? clause.from : clause.from + last.index + last[0].length;
}
