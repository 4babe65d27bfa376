import type { Fact } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';
import { DOCUMENT } from './document.ts';

/** "(theo mẫu 02 gửi kèm)", "Biểu số 3", "theo Phụ lục I", "mẫu tại Thông tư số …". */
const FORM = new RegExp(
  String.raw`(?<!\p{L})(?:theo )?(?:các )?(?:biểu mẫu|mẫu biểu|mẫu|biểu|đề cương|phụ lục)(?: báo cáo)?(?: (?:số )?(\d{1,2}|[ivx]{1,4})(?![\p{L}\d%]))?(?<tail>(?: (?:đính kèm|gửi kèm|kèm theo|ban hành kèm theo|ban hành kèm|của|tại|theo|do)(?: (?:${DOCUMENT}|[^,.;()]{0,60}))?)?)`,
  'gu',
);

/** Mẫu 01 and Mẫu 02 as the letter numbers them; null for a form that is somebody else's or has no number. */
export function forms(letter: LetterText): readonly Fact[] {
  return [...placesOf(letter, FORM)].flatMap(({ from, to, 0: words, 1: number, groups: parts }): Fact[] => {
    const tail = parts?.tail ?? '';
    const foreign =
      /thông tư|nghị định|quyết định|công văn|hướng dẫn|(?:của|do|tại) (?:bộ|sở|ubnd tỉnh|tỉnh|cấp trên|công an|phòng)/u.test(
        tail,
      );
    const told = /^(?:theo )?(?:các )?(?:mẫu|biểu mẫu|mẫu biểu)/u.test(words);
    if (number === undefined && tail === '' && !/^theo /u.test(words)) return [];
    if (foreign) return [{ from, to, kind: 'form', form: 'foreign' }];
    const form =
      told && number !== undefined && /^\d+$/.test(number) ? `mau-${number.padStart(2, '0')}` : null;
    return [{ from, to, kind: 'form', form: form ?? (number === undefined ? null : 'foreign') }];
  });
}
