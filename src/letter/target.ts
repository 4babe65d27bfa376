import { addDays } from '../model/time.ts';
import type { Clause, ClauseContext } from './clause.ts';
import type { LetterSubject } from './collect.ts';
import { tiedToReport } from './deadline.ts';
import { type FactOf, factsOf } from './fact.ts';
import type { Entry, LetterTarget, Proof } from './proposal.ts';
import type { LetterText, Span } from './text.ts';

/** What makes the rate behind it a goal, a report, or a condition: the last one before the rate decides. */
const MOODS: readonly (readonly [RegExp, 'goal' | 'told' | 'if'])[] = [
  [
    /phấn đấu|đảm bảo|bảo đảm|mục tiêu|chỉ tiêu|tiến tới|yêu cầu|quán triệt|tối thiểu|ít nhất|hoàn thành|vận động|phải (?:đạt|có)|cần đạt|nâng tỷ lệ|để đạt|đạt từ|đạt trên|chỉ đạo|tổ chức cho/gu,
    'goal',
  ],
  [
    /tính đến|theo thống kê|theo số liệu|theo báo cáo|qua thống kê|hiện nay|hiện tại|(?<!thực |phát )hiện (?:mới|huyện|tỉnh|thị xã|toàn|có|đạt)|xếp thứ|đến nay|đến thời điểm|mới đạt|mới có|mới chỉ|chỉ đạt|chỉ có|chiếm|đã (?:đạt|có|cài)|chưa đạt|còn thấp|kết quả|thống kê|tỷ lệ (?:này|cài đặt hiện)|xếp hạng|bình quân|tăng|giảm/gu,
    'told',
  ],
  [
    /khi có|nếu có|khi đạt|nếu đạt|phát huy hiệu quả|hiệu quả (?:chỉ )?khi|với điều kiện|theo khuyến cáo|theo các chuyên gia/gu,
    'if',
  ],
];

const PEOPLE: readonly (readonly [RegExp, 'smartphone_users' | 'population' | 'adults' | 'staff'])[] = [
  [/cán bộ|công chức|viên chức|người lao động|cbccvc|cbcc|nhân viên|đảng viên/u, 'staff'],
  [/(?:người trưởng thành|từ (?:đủ )?18 tuổi(?: trở lên)?|trong độ tuổi trưởng thành|người lớn)/u, 'adults'],
  [/điện thoại thông minh|smartphone|thuê bao di động thông minh|máy thông minh/u, 'smartphone_users'],
  [/dân số/u, 'population'],
];

/** Targets of a letter, and what it leaves open of them. */
export function targetEntries(
  seen: ClauseContext,
  about: LetterSubject,
  asksReport: boolean,
): readonly Entry<LetterTarget>[] {
  const entries: Entry<LetterTarget>[] = [];
  for (const clause of seen.clauses) {
    const ownSubject = about.isOwn(seen.letter.folded.slice(clause.item.span.from, clause.item.span.to));
    let base: Base | null = null;
    const rates = factsOf(seen.facts, 'rate', clause);
    for (const [n, rate] of rates.entries()) {
      const mood = moodAt(seen.letter, clause, rate);
      if (mood !== null && mood !== 'goal') continue;
      const end = rates[n + 1]?.from ?? clause.to;
      const own: Base | null =
        baseOf(seen.letter, { from: rate.to, to: end }) ??
        baseBefore(seen.letter, clause, rate, rates[n - 1]);
      base = own ?? base;
      const entry = entryOf(seen, clause, rate, base, ownSubject, {
        from: rates[n - 1]?.to ?? clause.from,
        to: end,
      });
      if (entry !== null) entries.push(entry);
    }
    entries.push(...wholeStaff(seen, clause, ownSubject, asksReport));
  }
  return distinct(entries);
}

function moodAt(letter: LetterText, clause: Span, rate: Span): 'goal' | 'told' | 'if' | null {
  const before = letter.folded.slice(clause.from, rate.from);
  let best: { at: number; mood: 'goal' | 'told' | 'if' } | null = null;
  for (const [pattern, mood] of MOODS) {
    for (const match of before.matchAll(pattern)) {
      const at = match.index + match[0].length;
      if (best === null || at > best.at) best = { at, mood };
    }
  }
  const after = letter.folded.slice(rate.to, Math.min(clause.to, rate.to + 60));
  if (
    /^ ?(?:trở lên )?(?:so với|dân số toàn quốc)|^[^,;.]{0,50}(?:đã cài đặt|là đạt yêu cầu)/u.test(after) &&
    best?.mood !== 'goal'
  )
    return 'told';
  if (/(?:tăng|giảm)(?: thêm| ít nhất| tối thiểu)? ?$/u.test(before)) return 'told';
  return best?.mood ?? null;
}

type BaseOf = (typeof PEOPLE)[number][1];

/** Of whom a rate is, and where that is said. */
interface Base extends Span {
  readonly of: BaseOf;
}

function basesIn(letter: LetterText, { from, to }: Span): readonly Base[] {
  const words = letter.folded.slice(from, to);
  return PEOPLE.flatMap(([pattern, of]) => {
    const found = pattern.exec(words);
    return found === null ? [] : [{ of, from: from + found.index, to: from + found.index + found[0].length }];
  }).sort((a, b) => a.from - b.from);
}

/** Behind the rate, within its part of the sentence: staff only where they come first. */
function baseOf(letter: LetterText, { from, to }: Span): Base | null {
  const stop = letter.folded.slice(from, Math.min(to, from + 160)).search(/[;.]/u);
  const found = basesIn(letter, { from, to: stop < 0 ? Math.min(to, from + 160) : from + stop });
  const [first] = found;
  if (first?.of === 'staff' && first.from - from < 60) return first;
  return found.find(({ of }) => of !== 'staff') ?? null;
}

/** "tỷ lệ người dùng điện thoại thông minh cài đặt đạt 60%": the people stand before the rate. */
function baseBefore(letter: LetterText, clause: Span, rate: Span, last: Span | undefined): Base | null {
  return (
    basesIn(letter, { from: Math.max(last?.to ?? clause.from, rate.from - 160), to: rate.from }).at(-1) ??
    null
  );
}

function entryOf(
  seen: ClauseContext,
  clause: Clause,
  rate: FactOf<'rate'>,
  base: Base | null,
  ownSubject: boolean,
  around: Span,
): Entry<LetterTarget> | null {
  const by = dayOf(seen, clause, rate, around);
  const near = base !== null && base.from >= around.from && base.to <= around.to ? base : rate;
  const quote = { from: Math.min(rate.from, near.from), to: Math.max(rate.to, near.to) };
  const about = seen.letter.folded.slice(clause.from, clause.to);
  if (!ownSubject)
    return { kind: 'open', point: { ...quote, key: '', candidates: [] }, known: { reach: rate.reach } };
  if (!/cài|sử dụng|bluezone/u.test(about)) return null;
  const told = { reach: rate.reach, ...(by === null ? {} : { by: by.date }) };
  if (base === null)
    return {
      kind: 'open',
      point: { ...quote, key: 'of', candidates: ['smartphone_users', 'population', 'adults'] },
      known: told,
    };
  const value = {
    ...(base.of === 'staff' ? STAFF : { scope: 'residents', measure: 'installed', of: base.of }),
    ...told,
  };
  const sure = Number.parseFloat(rate.reach) > 0 && Number.parseFloat(rate.reach) <= 100;
  const proofs: Proof[] = [
    { ...quote, key: 'reach', sure },
    { from: base.from, to: base.to, key: 'of', sure: true },
    ...(by === null ? [] : [{ from: by.from, to: by.to, key: 'by', sure: by.sure }]),
  ];
  return { kind: 'settled', value: { id: '', ...value }, proofs };
}

const STAFF = { scope: 'staff', measure: 'staff_installed', of: 'staff_with_smartphone' };

type By = Span & { readonly date: string; readonly sure: boolean };

/** The last day that counts. A day that a report is due on is none. */
function dayOf(seen: ClauseContext, clause: Clause, rate: Span, around: Span): By | null {
  const reported = new Set(tiedToReport(seen, clause, clause).map(({ from }) => from));
  const days = factsOf(seen.facts, 'day', clause)
    .filter((day) => !reported.has(day.from))
    .flatMap((day) => byOf(seen.letter, clause, day));
  const near = days.filter(({ from }) => from >= around.from && from < around.to);
  const after = near.find(({ from }) => from > rate.to);
  const before = near.findLast(({ to }) => to <= rate.from);
  if (after !== undefined && before !== undefined)
    return /^[^,;]*$/u.test(seen.letter.text.slice(before.to, rate.from)) ||
      seen.letter.text.slice(before.to, rate.from).length < 90
      ? before
      : after;
  const own = after ?? before;
  if (own !== undefined) return own;
  // "Đến hết ngày 31/8 có 60% dân số và 75% người từ 18 tuổi": one day before the first rate is for all.
  const [firstRate] = factsOf(seen.facts, 'rate', clause);
  const [lead] = days;
  if (lead !== undefined && firstRate !== undefined && lead.to <= firstRate.from) return lead;
  return days.length > 0 ? null : leadOfSentence(seen, clause);
}

/** "Bảo đảm đến hết ngày 20/8, 100% cán bộ …; tối thiểu 60% người dân …": one day for both parts of the sentence. */
function leadOfSentence(seen: ClauseContext, clause: Clause): By | null {
  const previous = seen.clauses[seen.clauses.findIndex((each) => each.from === clause.from) - 1];
  if (previous === undefined || previous.item !== clause.item || seen.letter.text[previous.to - 1] !== ';')
    return null;
  const [rate] = factsOf(seen.facts, 'rate', previous);
  const [day] = factsOf(seen.facts, 'day', previous).flatMap((each) => byOf(seen.letter, previous, each));
  return rate !== undefined && day !== undefined && day.to <= rate.from ? day : null;
}

function byOf(letter: LetterText, clause: Span, day: FactOf<'day'>): readonly By[] {
  const before = letter.folded.slice(Math.max(clause.from, day.from - 30), day.from);
  const told =
    /(đến hết|đến cuối|đến|tới|vào|trong|hết|chậm nhất(?: là)?|muộn nhất(?: là)?|không quá|trước)(?: ngày| hết)? ?$/u.exec(
      before,
    );
  if (told === null || /tính đến (?:ngày )?$/u.test(before)) return [];
  const early = told[1] === 'trước';
  const from = Math.max(clause.from, day.from - told[0].length);
  return [{ from, to: day.to, date: early ? addDays(day.date, -1) : day.date, sure: true }];
}

const WHOLE =
  /(?<!\p{L})(?:toàn thể|toàn bộ|tất cả)(?: các)? (?:cán bộ|công chức|viên chức|cbccvc|cbcc|người lao động)[^.;]{0,120}?cài(?: đặt)?(?!\p{L})/u;

/** All of the staff, without a rate: 100%, to be looked at. */
function wholeStaff(
  seen: ClauseContext,
  clause: Clause,
  ownSubject: boolean,
  asksReport: boolean,
): readonly Entry<LetterTarget>[] {
  const found = ownSubject ? WHOLE.exec(seen.letter.folded.slice(clause.from, clause.to)) : null;
  if (found === null || factsOf(seen.facts, 'rate', clause).length > 0) return [];
  const at = { from: clause.from + found.index, to: clause.from + found.index + found[0].length };
  const value = { id: '', ...STAFF, reach: '100%' };
  // Where nobody is asked for a report nobody would measure it.
  if (!asksReport)
    return [{ kind: 'open', point: { ...at, key: '', candidates: ['staff-100'] }, known: value }];
  return [{ kind: 'settled', value, proofs: [{ ...at, key: 'reach', sure: false }] }];
}

/** Names them, the ones of residents first, and leaves out what is said twice. */
function distinct(entries: readonly Entry<LetterTarget>[]): readonly Entry<LetterTarget>[] {
  const settled: Extract<Entry<LetterTarget>, { kind: 'settled' }>[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'settled') continue;
    const same = settled.findIndex(
      ({ value }) => value.of === entry.value.of && value.reach === entry.value.reach,
    );
    const other = settled[same];
    if (other === undefined) settled.push(entry);
    else if (other.value.by === undefined && entry.value.by !== undefined) settled[same] = entry;
  }
  const sorted = [
    ...settled.filter(({ value }) => value.scope !== 'staff'),
    ...settled.filter(({ value }) => value.scope === 'staff'),
  ];
  // Where one rate is set over several bases, the one over smartphone users has the plain name.
  const ranked = [...sorted].sort(
    (a, b) => Number(b.value.of === 'smartphone_users') - Number(a.value.of === 'smartphone_users'),
  );
  const ids = new Map<object, string>();
  for (const entry of ranked) {
    const short = `${entry.value.scope}-${entry.value.reach.replace('%', '').replace(/[.,]/, '-')}`;
    ids.set(entry, [...ids.values()].includes(short) ? `${short}-${entry.value.of}` : short);
  }
  const named = sorted.map((entry) => ({ ...entry, value: { ...entry.value, id: ids.get(entry) ?? '' } }));
  return [...named, ...entries.filter(({ kind }) => kind === 'open')];
}
