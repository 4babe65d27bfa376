import { stripMarks } from '../../text/fold.ts';
import { numberInWords } from '../../text/number/spelled.ts';
import type { Fact } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';

const RANGE = /\d{1,3}(?:[.,]\d{1,2})? ?%? ?(?:-|đến) ?\d{1,3}(?:[.,]\d{1,2})? ?(?:%|phần trăm)/gu;
const IN_DIGITS = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,4})?) ?(?:%|phần trăm)/gu;
const IN_WORDS =
  /(?<!\p{L})((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm|tư|trăm)(?: (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm|tư|trăm)){0,4}) phần trăm/gu;

/** Percentages, as campaign.yaml writes them. A span ("60-70%") is no one rate and is left aside. */
export function rates(letter: LetterText): readonly Fact[] {
  return [
    ...[...placesOf(letter, RANGE)].map(({ from, to }): Fact => ({ from, to, kind: 'aside' })),
    ...[...placesOf(letter, IN_DIGITS)].map(
      ({ from, to, 1: number = '' }): Fact => ({
        from,
        to,
        kind: 'rate',
        reach: `${number.replace(/^0+(?=\d)/, '')}%`,
      }),
    ),
    ...[...placesOf(letter, IN_WORDS)].flatMap(({ from, to, 1: said = '' }): Fact[] => {
      const number = numberInWords(stripMarks(said));
      return number === null ? [] : [{ from, to, kind: 'rate', reach: `${number}%` }];
    }),
  ];
}
