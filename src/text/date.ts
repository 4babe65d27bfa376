import { isDate } from '../model/time.ts';
import { stripMarks } from './fold.ts';

/** A day named in a text: as yyyy-mm-dd, as written, and where (in the NFC form of the text). */
export interface FoundDate {
  readonly iso: string;
  readonly text: string;
  readonly index: number;
}

export interface DateContext {
  /** Year of a day that is written without one ("16/8"); without it such days are not found. */
  readonly year?: number;
  /** The text is the name of a file, folder or sheet: `16-8`, `16.8`, `16_8`, `20210816`, `160821` are days there. */
  readonly name?: boolean;
}

/**
 * The days that a text names, in the order of the text. Day before month, as Vietnamese officials write: `16/8/2021`,
 * `16.08.21`, `ngày 16 tháng 8 năm 2021`, with or without tones and capitals; or `2021-08-16`. What is no day of the
 * calendar (`31/2/2021`, `8/16/2021`) is not found, and never turned round. "Tháng 8 năm 2021" names no day.
 */
export function findDates(text: string, context: DateContext = {}): readonly FoundDate[] {
  return scan(text, context).flatMap(({ iso, ...where }) => (iso === null ? [] : [{ iso, ...where }]));
}

/** What is written as a day with its year but is none of the calendar (`31/2/2021`, `8/16/2021`), as written. */
export function findImpossibleDates(text: string): readonly string[] {
  return scan(text, {}).flatMap((found) => (found.iso === null ? [found.text] : []));
}

function scan(text: string, context: DateContext) {
  const source = text.normalize('NFC');
  let left = stripMarks(source).toLowerCase();
  if (context.name) left = left.replace(NUMBERED, (match) => ' '.repeat(match.length));
  const found: { iso: string | null; text: string; index: number }[] = [];
  for (const { pattern, read, only } of PATTERNS) {
    if (only === 'name' && !context.name) continue;
    left = left.replace(pattern, (match: string, ...rest: unknown[]) => {
      const groups = rest.slice(0, -2) as (string | undefined)[];
      const index = rest.at(-2) as number;
      const iso = read(groups, context.year);
      const written = source.slice(index, index + match.length);
      if (iso !== null || /\d{4}/.test(match)) found.push({ iso, text: written, index });
      // What was read, or cannot be a day, is not read again in parts.
      return '\u0001'.repeat(match.length);
    });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The day that the whole text is, as yyyy-mm-dd; null when it is none, or more than one. */
export function parseDay(text: string, context: DateContext = {}): string | null {
  const trimmed = text.normalize('NFC').trim();
  const [first] = findDates(trimmed, { ...context, name: true });
  return first !== undefined && first.text.length === trimmed.length ? first.iso : null;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly only?: 'name';
  readonly read: (groups: readonly (string | undefined)[], year: number | undefined) => string | null;
}

type Groups = readonly (string | undefined)[];

/** In names: "Mẫu 02", "lần 2", "số 5" are no parts of a day. */
const NUMBERED = /(?<![a-z])(?:mau|lan|so|bm|m|v)[ ._-]*\d{1,2}(?!\d)(?=[^/]|$)/g;
const BEFORE = String.raw`(?<!\d|\d[./-])`;
const AFTER = String.raw`(?!\d|[./-]\d)`;

/** Strongest first. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern:
      /(?:ngay ?)?(?<!\d)(\d{1,2}) ?[,-]? ?thang ?(\d{1,2})(?!\d)(?: ?[,/-]? ?(?:nam)? ?(\d{4}|\d{2}(?!\d| ?(?:[._]{2}|…)))(?!\d))?/g,
    read: dayMonthYear,
  },
  {
    pattern: new RegExp(String.raw`${BEFORE}(\d{4})([-/._])(\d{1,2})\2(\d{1,2})${AFTER}`, 'g'),
    read: ([y, , m, d]) => dayOf(Number(y), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(
      String.raw`(?:ngay ?)?${BEFORE}(\d{1,2}) ?[-/._] ?(\d{1,2}) ?[-/._] ?(\d{4}|\d{2})${AFTER}`,
      'g',
    ),
    read: dayMonthYear,
  },
  {
    pattern: new RegExp(String.raw`ngay[ ._-]?(\d{1,2})[-/._](\d{1,2})${AFTER}`, 'g'),
    read: dayMonthYear,
  },
  {
    pattern: new RegExp(String.raw`${BEFORE}(\d{1,2})/(\d{1,2})(?![\d/]|[.-]\d)`, 'g'),
    read: dayMonthYear,
  },
  { only: 'name', pattern: /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/g, read: compactEight },
  { only: 'name', pattern: /(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)/g, read: compactSix },
  { only: 'name', pattern: /ngay[ ._-]?(\d{2})(\d{2})(?!\d)/g, read: dayMonthYear },
  {
    only: 'name',
    pattern: new RegExp(String.raw`(?<![a-z])${BEFORE}(\d{1,2})[-._](\d{1,2})${AFTER}`, 'g'),
    read: dayMonthYear,
  },
];

function dayMonthYear([d, m, y]: Groups, year: number | undefined): string | null {
  const full = y === undefined ? year : y.length === 2 ? 2000 + Number(y) : Number(y);
  return full === undefined ? null : dayOf(full, Number(m), Number(d));
}

/** yyyymmdd or ddmmyyyy: of years 2000 to 2099 never both. */
function compactEight([a = '', b = '', c = '']: Groups): string | null {
  const yearFirst = a === '20' ? dayOf(Number(a + b), Number(c.slice(0, 2)), Number(c.slice(2))) : null;
  return yearFirst ?? (c.startsWith('20') ? dayOf(Number(c), Number(b), Number(a)) : null);
}

/** ddmmyy or yymmdd, the one that falls into the year at hand. */
function compactSix([a, b, c]: Groups, year: number | undefined): string | null {
  if (year === undefined) return null;
  if (2000 + Number(c) === year) return dayOf(year, Number(b), Number(a));
  return 2000 + Number(a) === year ? dayOf(year, Number(b), Number(c)) : null;
}

/** Reports and bases are of this or the last century; other years are numbers of something else. */
function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}
