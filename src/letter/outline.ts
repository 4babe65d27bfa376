import type { LetterText, Span } from './text.ts';

/** The parts of a letter, in their order. */
export interface Parts {
  /** Letterhead, number, day, subject. */
  readonly head: Span;
  /** What stands behind "Kính gửi"; null where the letter addresses nobody. */
  readonly addressees: Span | null;
  readonly body: Span;
}

/** A numbered item, or the text before the first one. `span` is its own text, without the items under it. */
export interface Item {
  readonly span: Span;
  /** "2", "a", "-"; null for the text before the first item. */
  readonly marker: string | null;
  readonly parent: Item | null;
}

const GREETING = /(?<!\p{L})kính g(?:ửi|ởi) ?:?|(?<!\p{L})(?<!công )điện ?:/u;
/** With a capital, behind the end of a sentence or at the beginning of a line. */
const OPENING =
  /^(?:thực hiện|căn cứ|tiếp theo|tiếp tục|nhằm|theo|để|trong|thời gian|hiện nay|vừa qua|qua|tính đến|trước|ngày|sau|với|do|ủy ban nhân dân|ubnd|chủ tịch|ban chỉ đạo|sở|phòng|đề nghị|yêu cầu|đến nay|từ|nhận được|trên cơ sở|xét|thường trực|dịch|tình hình|triển khai|phần|i\.|1\.|1\)|i\.)(?![\p{L}-])/u;
const CLOSING = /(?<!\p{L})nơi nhận ?:|\.\/\./u;

export function partsOf(letter: LetterText): Parts {
  const { folded, text } = letter;
  const closing = CLOSING.exec(folded);
  const end = closing === null ? text.length : closing.index + (closing[0] === './.' ? 3 : 0);
  const greeting = GREETING.exec(folded.slice(0, Math.min(end, 3000)));
  const headEnd = greeting === null ? headEndOf(letter, end) : greeting.index;
  if (greeting === null) {
    return { head: { from: 0, to: headEnd }, addressees: null, body: { from: headEnd, to: end } };
  }
  const from = greeting.index + greeting[0].length;
  const to = openingAfter(letter, from, Math.min(end, from + 2500));
  return { head: { from: 0, to: headEnd }, addressees: { from, to }, body: { from: to, to: end } };
}

/** Where the list of addressees ends and the letter begins. */
function openingAfter(letter: LetterText, from: number, end: number): number {
  for (const start of startsOf(letter, from, end)) {
    const rest = letter.folded.slice(start, start + 30);
    if (
      /^\p{Lu}|^\d|^I/u.test(letter.text.slice(start)) &&
      OPENING.test(rest) &&
      !isAddressee(letter, from, start)
    )
      return start;
  }
  return Math.min(end, from);
}

/** "- Sở Y tế;" in the list itself begins like a letter that the office opens. */
function isAddressee(letter: LetterText, from: number, start: number): boolean {
  const before = letter.folded.slice(from, start).trim();
  const rest = letter.folded.slice(start, start + 160);
  if (before === '' || /(?:^|[;.:,]) ?[-+]$/u.test(before))
    return /^(?:sở|phòng|ủy|ubnd|chủ tịch|ban|thường trực)/u.test(rest);
  return (
    before.endsWith(';') ||
    (/^(?:chủ tịch|ubnd|ủy ban nhân dân|thường trực|sở|phòng|ban)/u.test(rest) &&
      /^[^.:]{0,60}(?:[;]|\.(?: |$))/u.test(rest))
  );
}

/** Beginnings of lines, and of sentences within a line. */
function startsOf(letter: LetterText, from: number, end: number): readonly number[] {
  const within = [...letter.text.slice(from, end).matchAll(/[.;:] +(?=\p{Lu}|\d)/gu)].map(
    (match) => from + match.index + match[0].length,
  );
  return [...new Set([...letter.starts.filter((start) => start >= from && start < end), ...within])].sort(
    (a, b) => a - b,
  );
}

/** Without "Kính gửi": plans and directives begin with their first basis, or their first part. */
function headEndOf(letter: LetterText, end: number): number {
  for (const start of startsOf(letter, 0, Math.min(end, 2500))) {
    const rest = letter.folded.slice(start, start + 30);
    const before = letter.folded.slice(0, start);
    if (!/số ?:|ngày|v\/v|về việc/u.test(before)) continue;
    if (
      /^(?:i\. |1\. |ngày [\d/. ]{3,10},|(?:thực hiện|căn cứ|tiếp theo|nhằm|để|tính đến|hiện nay|trong|thời gian qua|trước|sau khi)(?![\p{L}-]))/u.test(
        rest,
      ) &&
      /^\p{Lu}|^\d/u.test(letter.text.slice(start))
    )
      return start;
  }
  return Math.min(end, letter.starts[Math.min(letter.starts.length - 1, 12)] ?? 0);
}

const MARKERS: readonly { readonly rank: number; readonly pattern: RegExp }[] = [
  { rank: 0, pattern: /^(?:phần )?([IVX]{1,5})[.)/] ?(?=[\p{Lu}"“])/u },
  { rank: 0, pattern: /^(?:Điều|ĐIỀU) (\d{1,2})[.:] ?/u },
  { rank: 2, pattern: /^(\d{1,2}\.\d{1,2})[.)]? (?=\p{Lu})/u },
  { rank: 1, pattern: /^(\d{1,2})[.)/] ?(?=[\p{Lu}"“])/u },
  { rank: 3, pattern: /^([a-hđ])[.)/] ?(?=\p{Lu})/u },
  { rank: 4, pattern: /^([-•*–]) ?(?=\p{Lu})/u },
  { rank: 5, pattern: /^(\+) ?(?=\p{L})/u },
];

/** The items of the body in their order, the text before the first one first. Numbers count only in their turn. */
export function itemsOf(letter: LetterText, body: Span): readonly Item[] {
  const items: Item[] = [];
  const open: { rank: number; item: Item }[] = [];
  const last = new Map<number, string>();
  let begun: { marker: string | null; rank: number; from: number } = {
    marker: null,
    rank: -1,
    from: body.from,
  };
  const close = (to: number): void => {
    while (open.length > 0 && (open.at(-1)?.rank ?? -1) >= begun.rank && begun.rank >= 0) open.pop();
    const item: Item = {
      marker: begun.marker,
      span: { from: begun.from, to },
      parent: open.at(-1)?.item ?? null,
    };
    if (begun.rank >= 0) open.push({ rank: begun.rank, item });
    items.push(item);
  };
  for (const start of markerPlaces(letter, body)) {
    const rest = letter.text.slice(start, Math.min(start + 24, body.to));
    const found = MARKERS.map(({ rank, pattern }) => ({ rank, match: pattern.exec(rest) })).find(
      ({ match }) => match !== null,
    );
    const marker = found?.match?.[1];
    if (found === undefined || marker === undefined) continue;
    if (!isNext(found.rank, last.get(found.rank), marker)) continue;
    close(start);
    last.set(found.rank, marker);
    for (const rank of last.keys()) if (rank > found.rank) last.delete(rank);
    begun = { marker, rank: found.rank, from: start + (found.match?.[0].length ?? 0) };
  }
  close(body.to);
  return items;
}

/** Beginnings of lines, and what follows the end of a sentence. */
function markerPlaces(letter: LetterText, body: Span): readonly number[] {
  const inside = [
    ...letter.text
      .slice(body.from, body.to)
      .matchAll(/[.;:] +(?=\d{1,2}[.)/] ?\p{Lu}|[a-hđ]\) ?\p{Lu}|[-–+] ?\p{Lu}|[IVX]{1,4}\. ?\p{Lu})/gu),
  ];
  const places = [
    ...inside.map((match) => body.from + match.index + match[0].length),
    ...letter.starts.filter((start) => start >= body.from && start < body.to),
  ];
  return [...new Set([body.from, ...places])].sort((a, b) => a - b);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** "15." at the beginning of a line that a day was cut at is no item behind item 2. */
function isNext(rank: number, last: string | undefined, marker: string): boolean {
  if (rank >= 4) return true;
  if (rank === 3) return last === undefined ? marker === 'a' : marker > last;
  if (rank === 2) return true;
  const number = (text: string): number => (/^\d/.test(text) ? Number(text) : ROMAN.indexOf(text) + 1);
  const before = last === undefined ? 0 : number(last);
  return number(marker) === before + 1 || number(marker) === before + 2;
}

const ABBREVIATED = /(?:^|[\s(])(?:tp|tt|tx|p|q|h|ths|gs|bs|ts|đ\/c|v\.v|st|no|số \d{1,3})$/u;

/** Sentences and what stands between semicolons, in their order. Signs within brackets divide nothing. */
export function clausesOf(letter: LetterText, span: Span): readonly Span[] {
  const clauses: Span[] = [];
  let from = span.from;
  let depth = 0;
  const push = (to: number): void => {
    if (letter.text.slice(from, to).trim() !== '') clauses.push({ from, to });
    from = to;
  };
  for (let at = span.from; at < span.to; at += 1) {
    const sign = letter.text[at] ?? '';
    if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0 && at - from < 400) continue;
    else if (sign === ';' || (/[.!?]/.test(sign) && isEnd(letter, at))) push(at + 1);
    else if (
      sign === ' ' &&
      isLineStart(letter, at + 1) &&
      /^(?:Báo cáo|Giao |Kết quả thực hiện|Định kỳ|Yêu cầu|Đề nghị) ?/u.test(
        letter.text.slice(at + 1, at + 24),
      )
    )
      push(at + 1);
  }
  push(span.to);
  return clauses;
}

function isLineStart(letter: LetterText, at: number): boolean {
  return letter.starts.includes(at);
}

/** A full stop that ends: not in "20.8.2021", "TP. Quy Nhơn", "15.00". */
function isEnd(letter: LetterText, at: number): boolean {
  const after = letter.text.slice(at + 1, at + 4);
  if (!/^(?:[")”]? +["“(+-]?\s?[\p{Lu}\d]|[")”]?\s*$|\/\.)/u.test(after) && after.trim() !== '') return false;
  return !ABBREVIATED.test(letter.folded.slice(Math.max(0, at - 8), at));
}
