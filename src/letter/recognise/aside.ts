import type { Fact } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';
import { DOCUMENT } from './document.ts';

const CLOCK = String.raw`\d{1,2} ?(?:giờ(?!\p{L})|[hg](?!\p{L})|:(?=\d))(?: ?\d{2}(?!\d|[./]\d))?(?: ?phút)?`;
const DAY = String.raw`(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?`;
const SAYS =
  '(?:(?:đã|được|như)? ?(?:nêu|quy định|yêu cầu|ghi|ấn định|thông báo|đề ra) (?:tại|trong|ở|theo)|tại|theo|của|trong)';

/**
 * The hour that a letter replaces ("thay cho 16 giờ tại Công văn số …"), the moment of a figure ("tính đến 17h00 ngày
 * 14/8"), spans of hours, hours that count from something.
 */
const PATTERNS: readonly RegExp[] = [
  // "thay cho 16 giờ tại Công văn số 758/UBND-VX quy định …", up to the document where one is named.
  new RegExp(
    String.raw`(?<!\p{L})thay (?:cho|thế cho|thế|vì|đổi so với)(?:[^.;()]*?${DOCUMENT}|[^,.;()]*)`,
    'gu',
  ),
  /(?<!\p{L})(?:trước đây|trước kia|thời gian cũ|giờ cũ|quy định cũ)(?! \d+ ngày)[^,.;()]*/gu,
  new RegExp(
    `(?:(?:trước|chậm nhất|muộn nhất|hạn|mốc|lúc|là) )*${CLOCK}[^,.;()]{0,25}? ${SAYS} ${DOCUMENT}`,
    'gu',
  ),
  new RegExp(`${DOCUMENT} (?:đã )?(?:quy định|yêu cầu|nêu|ấn định)[^,.;()]*`, 'gu'),
  new RegExp(
    `(?<=(?:điều chỉnh|thay đổi|chuyển|sửa đổi|đổi|dời|lùi|rút)[^.;]{0,90} )từ (?:trước |mốc |chậm nhất )*${CLOCK}[^.;]{0,40}?(?= (?:sang|thành|lên|xuống|còn|về|đến) )`,
    'gu',
  ),
  new RegExp(`[^,.;()]*${CLOCK}[^,.;()]*(?:không còn áp dụng|hết hiệu lực|bãi bỏ|hủy bỏ|bỏ mốc)`, 'gu'),
  new RegExp(
    String.raw`(?<!\p{L})(?:tính|lũy kế|số liệu|cập nhật|chốt(?: số liệu)?|thống kê|kết quả)(?: [\p{L} ]{0,30}?)? (?:đến|tới|lúc|vào)(?: thời điểm| hết| lúc| ngày)* ?(?:${CLOCK},? ?)?(?:${DAY})?(?: (?:hằng|hàng) ngày)?(?= |,|\.|;|\)|$)`,
    'gu',
  ),
  // Hours and days from one to another.
  new RegExp(`(?:từ )?${CLOCK} ?(?:-|đến|tới) ?${CLOCK}`, 'gu'),
  new RegExp(
    String.raw`(?<!\p{L})(?:trong vòng|trong thời gian|trong|sau|từ|kể từ|cách nhau|khoảng|tối thiểu|ít nhất|mỗi|bắt đầu từ|bắt đầu lúc) (?:lúc )?${CLOCK}`,
    'gu',
  ),
  new RegExp(
    `(?<!(?:trước|nhất|quá|vào|lúc|đến|là|hết|ngày) )${CLOCK} ?(?:/ ?ngày|đồng hồ|một ngày|mỗi ngày)`,
    'gu',
  ),
];

/** Only what holds an hour or a day is worth a fact: other words stay to be read. */
const TELLING = /\d ?(?:giờ|h|g|:)|\d ?[/.-] ?\d/;

export function asides(letter: LetterText): readonly Fact[] {
  return PATTERNS.flatMap((pattern) =>
    [...placesOf(letter, pattern)]
      .filter(([words]) => TELLING.test(words))
      .map(({ from, to }): Fact => ({ from, to, kind: 'aside' })),
  );
}
