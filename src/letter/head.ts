import { isDate } from '../model/time.ts';
import { type Issuer, issuerIn } from './issuer.ts';
import type { LetterText, Span } from './text.ts';

/** What the letterhead says. Values are null where it does not. */
export interface Head {
  readonly issuer: Issuer | null;
  readonly place: (Span & { readonly name: string }) | null;
  /** "787/UBND-VX", "/UBND-VX". */
  readonly number: (Span & { readonly number: string }) | null;
  /** yyyy-mm-dd, yyyy-mm, yyyy. */
  readonly date: (Span & { readonly date: string }) | null;
  readonly subject: (Span & { readonly subject: string }) | null;
}

const NUMBER = /(?<!\p{L})số ?: ?([\d.… ]*[a-z]?) ?\/ ?([\p{L}\d]+(?: ?[&-] ?[\p{L}\d.]+)*)/u;
const DATE =
  /([\p{L} .-]{2,40}?), ?(?:hồi [\d giờhphút:]{2,20}, ?|hồi [\d giờhphút:]{2,20} )?ngày ?([\d.…_ ]*?) ?tháng ?([\d.…_ ]*?) ?năm ?(\d{4})|([\p{L} .-]{2,40}?), ?ngày ?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})/u;
/** The kind of document in capitals, a line of its own in the head. */
const TITLE = /(?<!\p{L})(?:KẾ HOẠCH|CHỈ THỊ|THÔNG BÁO|HƯỚNG DẪN|PHƯƠNG ÁN|CÔNG ĐIỆN(?: KHẨN)?) (?=\p{L})/u;
const SUBJECT = /(?<!\p{L})(?:v\/v|về việc|v\/v:) ?:?/u;

/** Reads the head. `text` may have the two columns of a letterhead one after the other, or line by line side by side. */
export function readHead(letter: LetterText, head: Span): Head {
  const date = dateIn(letter, head);
  const number = numberIn(letter, head);
  const year = date === null || date.date === null ? null : Number(date.date.slice(0, 4));
  return {
    issuer:
      issuerIn(letter, { from: head.from, to: number?.from ?? head.to }, year) ??
      issuerIn(letter, head, year),
    place: date?.place ?? null,
    number,
    date: date === null || date.date === null ? null : { from: date.from, to: date.to, date: date.date },
    subject: subjectIn(letter, head, date),
  };
}

function numberIn(letter: LetterText, head: Span): Head['number'] {
  const found = NUMBER.exec(letter.folded.slice(head.from, head.to));
  if (found === null) return null;
  const from = head.from + found.index;
  const to = from + found[0].length;
  const printed = letter.text.slice(from, to);
  const [digits = '', ...rest] = printed.replace(/^\p{L}+ ?: ?/u, '').split('/');
  const cut = rest.join('/').replace(/\s+/g, '');
  return { from, to, number: `${digits.replace(/[^\d\p{L}]/gu, '')}/${cut}` };
}

function dateIn(letter: LetterText, head: Span) {
  const found = DATE.exec(letter.folded.slice(head.from, head.to));
  if (found === null) return null;
  const from = head.from + found.index;
  const [day = '', month = '', year = ''] = found[4] === undefined ? found.slice(6, 9) : found.slice(2, 5);
  const two = (text: string): string => text.replace(/\D/g, '').padStart(2, '0');
  const whole = [year, two(month), two(day)].join('-');
  const part = `${year}-${two(month)}`;
  const date = isDate(whole)
    ? whole
    : isDate(`${part}-01`) && /\d/.test(month) && !/\d/.test(day)
      ? part
      : /\d/.test(month)
        ? null
        : year;
  const comma = from + (found[1] ?? found[5] ?? '').length;
  const lineStart = Math.max(from, letter.starts.findLast((start) => start < comma) ?? from);
  const name = /(?:\p{Lu}\p{Ll}+ ?){1,4}(?:\p{Ll}{2,6})?$/u
    .exec(letter.text.slice(lineStart, comma))?.[0]
    .trim();
  const at = comma - (name?.length ?? 0);
  return {
    from: at,
    to: from + found[0].length,
    date,
    place: name === undefined ? null : { from: at, to: at + name.length, name },
  };
}

/** The words behind "V/v", or under the name of the kind of document, without the day that two columns put between them. */
function subjectIn(letter: LetterText, head: Span, date: Span | null): Head['subject'] {
  const found =
    SUBJECT.exec(letter.folded.slice(head.from, head.to)) ??
    TITLE.exec(letter.text.slice(head.from, head.to));
  if (found === null) return null;
  const from = head.from + found.index + found[0].length;
  const rest = letter.text.slice(from, head.to);
  const end =
    from +
    (/(?:KHẨN|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|CỘNG H(?:ÒA|OÀ)|Độc lập|Kính gửi|KÍNH GỬI|Kính gởi|(?<![\p{L}])\p{Lu}{2,}(?: \p{Lu}{2,}){2})/u.exec(
      rest,
    )?.index ?? rest.length);
  const between = date !== null && date.from >= from && date.to <= end;
  const words = between
    ? `${letter.text.slice(from, date.from)} ${letter.text.slice(date.to, end)}`
    : letter.text.slice(from, end);
  const subject = words
    .replace(/\s+/g, ' ')
    .replace(/[ .;:-]+$/u, '')
    .trim();
  return subject === '' ? null : { from, to: between && date.to >= end - 2 ? date.from : end, subject };
}
