import { stripMarks } from '../fold.ts';
import { kindAt } from './kinds.ts';
import type { TokenText } from './tokens.ts';

const QUALIFIERS = new Set('bắc nam đông tây trung thượng hạ bac dong tay thuong ha ii iii iv vi'.split(' '));

/** Words around a unit's name that are never part of one, with tones and without. */
const USUAL = new Set(
  (
    'báo cáo ngày tháng mẫu số biểu kết quả về việc của tuần lần đợt gửi nộp đến từ mới nhất sửa bổ sung chính thức biểu mẫu số liệu bảng tiến độ phụ lục ' +
    'cài đặt bản thực hiện đã có trong trên tại theo địa danh sách tổng hợp luỹ kế là vào lúc giờ sáng chiều tối đạt'
  ).split(' '),
);
const BARE_USUAL = new Set([
  ...[...USUAL].map(stripMarks),
  ...'bc bluezone file copy final ver version rev zalo ok excel covid app ds bz qr xlsx xls xlsm xlsb ods docx doc csv tsv pdf html htm zip jpg png eml txt xml'.split(
    ' ',
  ),
]);

function isUsual({ tokens, toned }: TokenText, at: number): boolean {
  const word = tokens[at]?.folded ?? '';
  return USUAL.has(word) || (BARE_USUAL.has(word) && !(toned && word === 'lan'));
}

/**
 * The next word makes it another place's name: Hoài Châu | Bắc, Long Khánh | A, Thường Phước | 2, or any word written
 * as part of a name. A sentence that goes on does not.
 */
export function isQualified(said: TokenText, start: number, end: number): boolean {
  const { tokens, toned } = said;
  const next = tokens[end];
  if (next === undefined || next.gap !== 'none' || next.joined) return false;
  const numberFollows = /^\d/.test(tokens[end + 1]?.folded ?? '');
  // "1-8" is a day, "nam 2021" a year.
  if (/^\d/.test(next.folded)) return /^\d$/.test(next.folded) && !numberFollows && !next.glued;
  if (next.folded === 'nam' && numberFollows) return false;
  if (isVersion(said, end)) return false;
  if (/^\p{L}$/u.test(next.folded) && kindAt(said, end) === null) return true;
  if (QUALIFIERS.has(next.folded) && !(toned && /^(?:bac|dong|tay|thuong|ha)$/.test(next.folded)))
    return true;
  if (isUsual(said, end) || kindAt(said, end) !== null) return false;
  if (isMixed(said, start, end)) return isCapital(said, end);
  // All capitals or none: a word or two up to the end of the phrase may belong to the name.
  let after = end;
  while (after - end < 3 && tokens[after]?.gap === 'none' && isNameWord(said, after, /./)) after += 1;
  return after > end && after - end < 3 && (after === tokens.length || tokens[after]?.gap !== 'none');
}

/** v2 at the end of a file's name; in "Long Khánh V" it is a name. */
function isVersion({ tokens }: TokenText, at: number): boolean {
  const number = tokens[at + 1];
  return tokens[at]?.folded === 'v' && number !== undefined && number.glued && /^\d/.test(number.folded);
}

/** The word before it makes it the end of another name: An | Tam Quan. */
export function isTail(said: TokenText, start: number, end: number): boolean {
  const { tokens } = said;
  let before = start;
  while (
    before > 0 &&
    start - before < 3 &&
    tokens[before]?.gap === 'none' &&
    isNameWord(said, before - 1, /[aeiouy]/)
  )
    before -= 1;
  if (before === start) return false;
  return isMixed(said, start, end) ? isCapital(said, start - 1) : start - before < 3;
}

/** Capitals begin the words of the name: those of other words then say whether they belong to it. */
function isMixed(said: TokenText, start: number, end: number): boolean {
  const name = said.text.slice(said.tokens[start]?.start, said.tokens[end - 1]?.end);
  return name !== name.toUpperCase() && name !== name.toLowerCase();
}

function isCapital(said: TokenText, at: number): boolean {
  return /^\p{Lu}/u.test(said.text.slice(said.tokens[at]?.start));
}

/** A word that may be part of a name: no number, none of the usual words; `letters` that it must have. */
function isNameWord(said: TokenText, at: number, letters: RegExp): boolean {
  const word = said.tokens[at]?.bare ?? '';
  return letters.test(word) && !/^\d/.test(word) && !isUsual(said, at) && kindAt(said, at) === null;
}

const SURNAMES = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn đào trịnh trương lương'.split(
    ' ',
  ),
);
const BARE_SURNAMES = new Set(
  'nguyen tran pham huynh hoang phan vo bui duong dinh doan trinh truong'.split(' '),
);

/** "Nguyễn Thị Hoài Hương" is a person, whatever unit is called Hoài Hương. */
export function isPerson({ tokens, toned }: TokenText, start: number): boolean {
  for (let at = start; at > 0 && at > start - 3 && tokens[at]?.gap === 'none'; at -= 1) {
    const before = tokens[at - 1];
    if (before !== undefined && (toned ? SURNAMES : BARE_SURNAMES).has(before.folded)) return true;
  }
  return false;
}
