import type { Fact } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';

const MANY = '(?:0?[2-9]|hai|ba|bốn)';
/** Rhythms that campaign.yaml has no word for. */
const OTHER = new RegExp(
  [
    String.raw`(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày \d{1,2})(?:,? ?(?:và )?(?:thứ )?(?:hai|ba|tư|năm|sáu|bảy|[2-7]|chủ nhật))* (?:hằng|hàng|mỗi|của) (?:tuần|tháng|quý)`,
    `(?:hằng|hàng|mỗi|từng|theo|một) (?:tuần|tháng|quý|năm)`,
    String.raw`(?:\d+ )?lần ?/ ?(?:tuần|tháng|quý)`,
    String.raw`(?:tuần|tháng|quý) ?/ ?(?:\d+ )?lần`,
    `${MANY} (?:lần|đợt|buổi) ?(?:/|mỗi|một|trong)? ?ngày`,
    `ngày ${MANY} lần`,
    String.raw`${MANY} ngày ?(?:/|một|báo cáo)? ?(?:\d+ )?(?:lần|/)`,
    String.raw`(?<!lần )thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?! \p{L}*(?:hạng|bậc))`,
    'chủ nhật',
    'cách ngày',
    'thường xuyên',
    'đột xuất',
    '(?:đầu|giữa|cuối) (?:tuần|tháng|quý)',
    'định kỳ (?:tuần|tháng|quý)',
  ]
    .map((each) => String.raw`(?<!\p{L})(?:${each})(?!\p{L})`)
    .join('|'),
  'gu',
);
const DAILY =
  /(?<!\p{L})(?:(?:hằng|hàng|mỗi|từng) ngày|định kỳ (?:theo )?ngày|(?:0?1|một) lần ?(?:\/|mỗi|một|trong) ?ngày|ngày (?:0?1|một) lần|báo cáo ngày(?= (?:về|gửi|trước)))(?!\p{L})/gu;
const VAGUE =
  /(?<!\p{L})(?:cuối (?:giờ|buổi|ngày|mỗi ngày)(?: (?:chiều|sáng|làm việc|hành chính))*|đầu giờ(?: (?:chiều|sáng))?|trong ngày(?! ?\d)|giờ hành chính|sớm nhất|hết giờ làm việc)(?!\p{L})/gu;

/** How often: daily, or otherwise; and hours that are none ("cuối ngày"). */
export function rhythms(letter: LetterText): readonly Fact[] {
  return [
    ...[...placesOf(letter, OTHER)].map(
      ({ from, to }): Fact => ({ from, to, kind: 'often', every: 'other' }),
    ),
    ...[...placesOf(letter, VAGUE)].map(({ from, to }): Fact => ({ from, to, kind: 'vague' })),
    ...[...placesOf(letter, DAILY)].map(({ from, to }): Fact => ({ from, to, kind: 'often', every: 'day' })),
  ];
}
