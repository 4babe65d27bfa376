import { stripMarks } from '../../text/fold.ts';
import { numberInWords } from '../../text/number/spelled.ts';
import type { Fact } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';

const PART = `(?:,? (?:buổi )?(sáng|trưa|chiều|tối))?`;
/** 15h, 15h00, 15 giờ, 15 giờ 00 phút, 15g00, 15:00, 3 giờ rưỡi chiều. */
const IN_DIGITS = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(\d{1,2}) ?(?:(?:giờ|h|g)(?!\p{L})(?: ?(\d{2})(?!\d| ?[./-] ?\d| ?%)(?: ?(?:phút(?!\p{L})|ph(?!\p{L})|'))?)?|:(\d{2})(?!\d)(?: ?(?:giờ|h|phút)(?!\p{L}))?)(?: (rưỡi|chẵn|đúng))?${PART}`,
  'gu',
);
/** Mười lăm giờ, ba giờ chiều. */
const IN_WORDS = new RegExp(
  String.raw`(?<!\p{L})((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm|tư)(?: (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm|tư)){0,2}) giờ(?: (rưỡi|chẵn|đúng))?(?! đồng hồ)${PART}`,
  'gu',
);

/** Hours of the day as offices write them, as HH:MM. */
export function hours(letter: LetterText): readonly Fact[] {
  const digits = [...placesOf(letter, IN_DIGITS)].map(
    ({ from, to, 1: hour, 2: minute, 3: other, 4: half, 5: part }) => ({
      from,
      to,
      time: timeOf(Number(hour), half === 'rưỡi' ? 30 : Number(minute ?? other ?? 0), part),
    }),
  );
  const words = [...placesOf(letter, IN_WORDS)].map(({ from, to, 1: said = '', 2: half, 3: part }) => ({
    from,
    to,
    time: timeOf(numberInWords(stripMarks(said)) ?? 99, half === 'rưỡi' ? 30 : 0, part),
  }));
  return [...digits, ...words].map((found): Fact => ({ ...found, kind: 'hour' }));
}

/** "3 giờ chiều" is 15:00; "15 giờ chiều" as well. Null for what is no hour of a day. */
function timeOf(hour: number, minute: number, part: string | undefined): string | null {
  const late = part === 'chiều' || (part === 'tối' && hour >= 5) || (part === 'trưa' && hour < 3);
  const full = late && hour < 12 ? hour + 12 : hour;
  if (full > 23 || minute > 59) return null;
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
