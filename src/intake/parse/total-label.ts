import { bare, fold } from '../../text/fold.ts';

/** Words that follow "tổng", "cộng" in the label of a sum, but not in a name ("Cộng Hòa"). */
const OF =
  'so|cong|toan|trang|luy ke|mang|chuyen|thon|khu pho|ap|khom|to|xa|phuong|nguoi|danh sach|cac|den|ngay|nhom|dot|ca|chung|co|la';
const LABEL = new RegExp(
  `^(?:[ivx]+[.)]\\s*|\\d+[.)]\\s*)?(?:tong cong|tong so|tong|cong|total|tc)` +
    `(?:\\s*\\(?(?:muc |phan )?(?:[ivx]+|\\d{1,2}|[a-h])(?:\\s*(?:[+,]|den|va)\\s*(?:[ivx]+|\\d{1,2}|[a-h]))+\\)?|\\s*\\(?(?:${OF})(?![a-z]).*|\\s*\\([a-z\\d]+(?:\\s*[+,]\\s*[a-z\\d]+)*\\))?\\s*[:.=]*\\s*(?:\\d.*)?$`,
);
/** Told cheaply, since it is asked of every cell: names and hamlets (Trần, Thôn) go no further. */
const MAY_BE = /^[\s\-–+*•(]*(?:(?:[ivx]+|\d+)[.)]\s*)?(?:t[oôồốổỗộòóỏõọc]|c[oôồốổỗộòóỏõọ])/i;
/** Tống and Công are family names. */
const WORD = /(?<!\p{L})(?:tổng|cộng|tong|cong|total|tc)(?!\p{L})/u;
/** "Cộng trang 1": the number is whose sum it is. */
const NUMBERED = /(?:trang|thon|to|ap|khom|xom|khu|pho|nhom|dot|mui|lan|ngay)\s*\d+$/;

/** What stands for a sum in a text: "Tổng", "Cộng trang 1", "Tổng cộng: 45 người" (with the number in it); null for anything else. */
export function totalLabel(text: string): { readonly inline: string | null } | null {
  if (text.length > 80 || !MAY_BE.test(text)) return null;
  const line = bare(text).replace(/^[-–+*•(\s]+/, '');
  if (!LABEL.test(line) || !WORD.test(fold(text))) return null;
  const stated =
    /[:=]\s*(\d.*)$/.exec(text)?.[1] ?? /\s(\d[\d.,]*(?:\s\p{L}[\p{L}\s]*)?)\.?$/u.exec(text)?.[1];
  return { inline: stated === undefined || NUMBERED.test(line) ? null : stated.trim() };
}

const OTHER =
  /\b(?:dien thoai thong minh|smartphone|dttm|thue bao|nhan khau|dan so|so dan|so ho|ho dan|truong thanh|chi tieu|ke hoach|chua cai)\b/;

/** The sum of something else ("Tổng số người có điện thoại thông minh"), which says nothing of the rows. */
export function isOtherTotal(text: string): boolean {
  if (totalLabel(text) === null) return false;
  const line = bare(text);
  return OTHER.test(line) && !/\bda (?:cai|tai)\b/.test(line);
}
