import { bare } from '../../text/fold.ts';
import { numberInWords } from '../../text/number/spelled.ts';

/** A sum that a line of the page states: of the people who installed, or (`list`) of those on the list. */
export interface Stated {
  readonly value: number;
  readonly list: boolean;
}

export const PEOPLE = '(?:nguoi(?: dan)?|truong hop|cong dan|dong chi|nhan khau)';
const LIST = new RegExp(
  `\\b(?:danh sach|bang|bieu)(?: nay| tren)?(?: (?:gom|co|gom co|tong cong|tat ca|chot|la))+ (?:co )?(.{1,60}?) ${PEOPLE}\\b`,
);
const IN_WORDS = new RegExp(`\\b(?:viet )?bang chu ?[:.]? ?(.{2,70}?)(?: ${PEOPLE})?(?: chan)? ?[.)]*$`);
const SUM = /^(?:\(?[*+-] ?)*(?:tong so|tong cong|tong|luy ke|cong)\b/;
/** Words that the line of a sum may be made of: any other word says that something else is summed. */
const WORDS = new Set(
  'tong so cong luy ke nguoi dan can bo truong hop da cai dat duoc ung dung app phan mem bluezone tren dia ban toan xa phuong thi tran den nay het tinh thoi diem hien tai ngay la co cua trong danh sach va su'.split(
    ' ',
  ),
);
export const MOMENT =
  /(?:ngay )?(?<![\d.])\d{1,2}(?:[/-]\d{1,2}(?:[/-]\d{2,4})?|\.\d{1,2}\.\d{4})(?!\d)|\d{1,2} ?(?:h|g|gio)(?: ?\d{2})?(?: phut)?\b|ngay \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?)?|nam \d{4}/g;
const MAY_BE = /danh s|b[ảaằ]ng|bi[ểe]u|t[ổo]ng|l[ũu][yỹ]|c[ộo]ng/i;

/** "Danh sách này có 60 (sáu mươi) người", "Tổng số người đã cài đặt: 1.500", "Bằng chữ: một nghìn năm trăm người"; null for any other line. */
export function statedSum(text: string): Stated | null {
  if (text.length > 160 || !MAY_BE.test(text)) return null;
  const line = bare(text).replace(MOMENT, ' ').replace(/\s+/g, ' ').trim();
  const list = LIST.exec(line)?.[1];
  if (list !== undefined) return told(list, true);
  const words = IN_WORDS.exec(line)?.[1];
  if (words !== undefined && (SUM.test(line) || /^\(?(?:viet )?bang chu/.test(line))) {
    const value = numberInWords(words);
    return value === null ? null : { value, list: false };
  }
  if (!SUM.test(line) || !/\bcai\b/.test(line)) return null;
  const numbers = line.match(/\d[\d.]*/g) ?? [];
  const rest = line.replace(/\d[\d.]*|[():,;.+*-]/g, ' ').split(' ');
  if (numbers.length !== 1 || !rest.every((word) => word === '' || WORDS.has(word))) return null;
  return told(numbers[0] ?? '', false);
}

/** Digits, words, or both where they agree. */
function told(text: string, list: boolean): Stated | null {
  const digits = /\d[\d.]*/.exec(text)?.[0];
  if (digits === undefined) {
    const value = numberInWords(text.trim());
    return value === null ? null : { value, list };
  }
  if (!/^\d{1,7}$|^\d{1,3}(?:\.\d{3}){1,2}$/.test(digits.replace(/\.$/, ''))) return null;
  return { value: Number(digits.replaceAll('.', '')), list };
}
