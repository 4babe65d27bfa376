import type { BodyKind, Fact } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';

const TIER = '(?:tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)';
/** Fields of departments, as folded; the longest that fits is the name. */
const FIELDS = [
  'văn hóa, thể thao và du lịch',
  'văn hóa, khoa học và thông tin',
  'văn hóa, thể thao, du lịch và thông tin',
  'văn hóa - thông tin và thể thao',
  'văn hóa - thông tin và truyền thanh',
  'văn hóa và thông tin',
  'văn hóa - thông tin',
  'văn hóa - xã hội',
  'văn hóa và xã hội',
  'văn hóa thông tin',
  'văn hóa và thể thao',
  'thông tin và truyền thông',
  'lao động - thương binh và xã hội',
  'lao động, thương binh và xã hội',
  'lao động thương binh và xã hội',
  'nông nghiệp và phát triển nông thôn',
  'nông nghiệp và môi trường',
  'tài nguyên và môi trường',
  'giáo dục và đào tạo',
  'khoa học và công nghệ',
  'khoa học và đổi mới sáng tạo',
  'kế hoạch và đầu tư',
  'tài chính - kế hoạch',
  'tài chính và kế hoạch',
  'kinh tế và hạ tầng',
  'kinh tế - hạ tầng',
  'kinh tế, hạ tầng và đô thị',
  'giao thông vận tải',
  'quản lý đô thị',
  'công thương',
  'xây dựng',
  'tài chính',
  'kinh tế',
  'nội vụ',
  'y tế',
  'tư pháp',
  'dân tộc và tôn giáo',
  'dân tộc',
  'ngoại vụ',
  'du lịch',
  'công nghệ thông tin',
  'bảo trợ xã hội',
].sort((a, b) => b.length - a.length);
const FIELD = FIELDS.join('|');

/** Names of agencies that go on over commas and "và", and where their names end. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly body: BodyKind }[] = [
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:chủ tịch |thường trực |văn phòng (?:hđnd|hội đồng nhân dân)? ?(?:&|và|-)? ?)?(?:ubnd|ủy ban nhân dân) ${TIER}(?!\p{L}|,? ?(?:các|phường|xã|thị trấn)(?!\p{L}))`,
      'gu',
    ),
    body: 'committee',
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(?:phòng|sở) (?:${FIELD})(?!\p{L})`, 'gu'),
    body: 'department',
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:ban chỉ đạo(?! (?:các|thực hiện nghiêm))(?: [^;.():]{0,90}?)? ${TIER}|ban chỉ huy (?:[^;.():]{0,90}?) ${TIER}|(?:ban thường vụ |thường trực )?(?:huyện|thị|tỉnh|thành|quận|đảng) ủy|thường trực hđnd ${TIER})(?!\p{L})`,
      'gu',
    ),
    body: 'other',
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:công an|quân sự|ban chỉ huy quân sự|bộ chỉ huy quân sự|thanh tra|bảo hiểm xã hội|hội nông dân|hội liên hiệp phụ nữ|hội cựu chiến binh|liên đoàn lao động|huyện đoàn|thị đoàn|thành đoàn|tỉnh đoàn|đoàn tncs hồ chí minh|(?:ủy ban mttq|ubmttqvn|mttq|ủy ban mặt trận tổ quốc)(?: việt nam)?|bưu điện|viễn thông|điện lực|đài (?:phát thanh|truyền thanh|truyền hình|ptth|tt-th)[\p{L} -]{0,25}?|chi cục (?:[\p{L} ]{2,30}?)|trung tâm (?:y tế|${FIELD}|[\p{L} ,-]{2,50}?)|văn phòng(?: (?:ubnd|hđnd)(?: ?(?:-|và|&) ?ubnd)?)?) ${TIER}(?!\p{L})`,
      'gu',
    ),
    body: 'other',
  },
  {
    pattern:
      /(?<!\p{L})(?:bộ (?:y tế|nội vụ|công an|thông tin và truyền thông|khoa học và công nghệ|nông nghiệp và môi trường)|thủ tướng chính phủ|văn phòng chính phủ|trung tâm y tế|văn phòng (?:hđnd|hội đồng nhân dân) ?(?:-|và|&) ?(?:ubnd|ủy ban nhân dân)|tổng cục [\p{L} ]{3,30})(?!\p{L})/gu,
    body: 'other',
  },
  // A department whose field no list knows: to the next sign, verb or small connective.
  {
    pattern:
      /(?<!\p{L}|các )(?:phòng|sở)(?= [\p{L}&]+)(?: (?!(?:và (?:các|ubnd|báo|gửi|phòng|sở)|để|trước|chậm|muộn|hằng|hàng|theo|tổng|chủ|phối|có|tham|trong|tại|qua|là|thực|tiếp|đôn|báo|gửi|triển|kiểm|hướng|tăng|đẩy|ban|khám|họp|học|chống|dịch|ngành|các|chuyên|trực|liên|chức)(?!\p{L}))[\p{L}&-]+){1,7}/gu,
    body: 'guessed',
  },
];

const CAPITAL = String.raw`\p{Lu}[\p{L}\d]*`;
/** "tỉnh Bình Phước": the place after the tier. */
const PLACE_NAME = new RegExp(String.raw`^(?: ${CAPITAL}){1,4}(?![\p{L}\d])`, 'u');

/** Single offices that the letter names, with the place that follows their tier. */
export function bodies(letter: LetterText): readonly Fact[] {
  return PATTERNS.flatMap(({ pattern, body }) =>
    [...placesOf(letter, pattern)].flatMap(({ from, to }): Fact[] => {
      // "cơ sở nhất là", "phòng họp": a name has capitals.
      if (
        (body === 'department' || body === 'guessed') &&
        !/^\p{L}+ \p{Lu}/u.test(letter.text.slice(from, to))
      )
        return [];
      const tiered = new RegExp(`${TIER}$`, 'u').test(letter.folded.slice(from, to));
      const place = tiered ? (PLACE_NAME.exec(letter.text.slice(to))?.[0] ?? '') : '';
      const end = to + place.length;
      return [{ from, to: end, kind: 'body', name: letter.text.slice(from, end), body }];
    }),
  );
}
