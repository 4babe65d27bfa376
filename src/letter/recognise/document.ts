import type { Fact } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';

export const DOCUMENT_NOUNS =
  'công văn|công điện|kế hoạch|quyết định|chỉ thị|thông báo(?: kết luận)?|thông tư|nghị quyết|nghị định|văn bản|tờ trình|báo cáo|hướng dẫn|kết luận|chương trình|đề án|phương án|giấy mời|thông tri';
const DAY = String.raw`(?:,? ?(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|,? ?ngày ?\d{1,2} tháng ?\d{1,2} năm ?\d{4})`;
/** A document by its number, with its day. */
export const DOCUMENT = String.raw`(?:${DOCUMENT_NOUNS})(?: (?:khẩn|hỏa tốc))? số ?:? ?[\d.…]*[a-z]? ?/ ?[\p{L}\d/&-]+(?: ?- ?\p{L}+)?${DAY}?`;
const PATTERN = new RegExp(String.raw`(?<!\p{L})${DOCUMENT}`, 'gu');

/** Documents that the letter names by their numbers: what they say of hours and days is theirs. */
export function documents(letter: LetterText): readonly Fact[] {
  return [...placesOf(letter, PATTERN)].map(({ from, to }) => ({ from, to, kind: 'document' }));
}
