import { bare } from '../../text/fold.ts';

/**
 * Ways of writing the same thing in labels, without tones. Several syllables become one word, so that "cơ" of "cơ quan"
 * is not taken for "có", and abbreviations become what they stand for.
 */
const PHRASES: readonly (readonly [string, string])[] = [
  ['dien thoai thong minh', 'smartphone'],
  ['dt thong minh', 'smartphone'],
  ['dtdd thong minh', 'smartphone'],
  ['dttm', 'smartphone'],
  ['smart phone', 'smartphone'],
  ['can bo', 'cb'],
  ['cong chuc', 'cc'],
  ['vien chuc', 'vc'],
  ['nguoi lao dong', 'nld'],
  ['lao dong', 'nld'],
  ['nhan vien', 'nld'],
  ['ld', 'nld'],
  ['cbccvcnld', 'cb cc vc nld'],
  ['cbccvc', 'cb cc vc'],
  ['cbcnv', 'cb cc nld'],
  ['cbcc', 'cb cc'],
  ['ccvc', 'cc vc'],
  ['so dien thoai', 'so dienthoai'],
  ['so dt', 'so dienthoai'],
  ['sdt', 'so dienthoai'],
  ['dtdd', 'dienthoai'],
  ['dien thoai', 'dienthoai'],
  ['dt', 'dienthoai'],
  ['so thu tu', 'stt'],
  ['so tt', 'stt'],
  ['tt', 'stt'],
  ['co quan', 'coquan'],
  ['don vi', 'donvi'],
  ['blue zone', 'bluezone'],
  ['bluzone', 'bluezone'],
  ['app', 'ungdung'],
  ['ung dung', 'ungdung'],
  ['phan mem', 'ungdung'],
  ['cai dat', 'cai'],
  ['ma qr code', 'qr'],
  ['ma qrcode', 'qr'],
  ['qr code', 'qr'],
  ['qrcode', 'qr'],
  ['ma qr', 'qr'],
  ['luy ke', 'luyke'],
  ['cong don', 'luyke'],
  ['ho va ten', 'hoten'],
  ['ho ten', 'hoten'],
  ['dia chi', 'diachi'],
  ['khu pho', 'khupho'],
];

const REPLACEMENT = new Map(PHRASES);
const PHRASE = new RegExp(
  `\\b(?:${PHRASES.map(([from]) => from)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
  'g',
);

/** "- ", "1. ", "a) ", "(2) ", "II. " before a label. */
const ENUMERATOR = /^(?:[-–—+*•●▪◦·]+\s*|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)/]\s*(?=[^\d\s]))+/i;
/** Days and hours, which change from report to report. */
const DATES =
  /\b(?:ngay )?\d{1,2}(?: ?\/ ?\d{1,2}(?: ?\/ ?\d{2,4})?|[.-]\d{1,2}[.-]\d{4})\b|\bngay \d{1,2} thang \d{1,2}(?: nam \d{4})?|\b\d{1,2} ?(?:h|g|gio|:) ?(?:\d{2})?\b/g;

/** Words that tell no label from another. */
const FILLERS = new Set(
  'cua tai o va cac la duoc theo nguoi trong do gom ca (nguoi) tinh ung den ngay nay nguoi/'.split(' '),
);

/** The words of a label in one spelling, without bullets, dates and punctuation. */
export function labelWords(label: string): readonly string[] {
  const text = bare(label.replace(ENUMERATOR, '')).replace(DATES, ' ');
  const plain = text.replace(/[^a-z0-9%]+/g, ' ').trim();
  return plain
    .replace(PHRASE, (phrase) => REPLACEMENT.get(phrase) ?? phrase)
    .split(' ')
    .filter(Boolean);
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** Words that turn a label into another one: "chưa cài đặt", "tỷ lệ cài đặt". */
const OPPOSITES: readonly string[] = [
  'chua',
  'khong',
  'ty le',
  'ti le',
  'phan tram',
  '%',
  'con lai',
  'con thieu',
  'chi tieu',
  'ke hoach',
  'ghi chu',
  'nu',
];

/** The opposites, and words of the same kind given by a form, that stand in the words. */
export function opposites(words: readonly string[], more: readonly string[]): readonly string[] {
  const line = ` ${words.join(' ')} `;
  return [...OPPOSITES, ...more].filter((each) => line.includes(` ${each} `));
}

/** Equal, or one letter apart in words long enough to bear it. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 1 || /\d/.test(a + b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
