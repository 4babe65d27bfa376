import type { Fact, Group } from '../fact.ts';
import { type LetterText, placesOf } from '../text.ts';

const COMMUNE = `(?:thị trấn|đặc khu|phường|(?<!thị )xã(?! hội| đoàn| đội| viên))`;
const DISTRICT = `(?:thị xã|thành phố|quận|huyện(?! ủy| đoàn| đội))`;
const AND = `(?: ?(?:,|/|-|và|hoặc|;) ?| )(?:các |ubnd (?:các )?)?`;
const MANY = String.raw`(?:(?:các|những|toàn bộ|tất cả(?: các)?|mỗi|từng|\d{1,3}(?:/\d{1,3})?) )`;

const HAMLETS = new Set(['thôn', 'ấp', 'khóm', 'khu phố', 'tổ dân phố']);

interface Pattern {
  readonly pattern: RegExp;
  readonly group: (words: string) => Group | null;
}

/** Kinds of the roster for the agencies of a province, by the letter's own words; below a province all are "cơ quan". */
const AGENCIES: readonly (readonly [string, string])[] = [
  ['ban đảng', 'ban Đảng'],
  ['văn phòng tỉnh ủy', 'ban Đảng'],
  ['ngành dọc', 'ngành dọc'],
  ['doanh nghiệp nhà nước', 'doanh nghiệp nhà nước'],
  ['đơn vị sự nghiệp', 'đơn vị sự nghiệp'],
  ['hội đặc thù', 'hội đặc thù'],
  ['mặt trận', 'đoàn thể'],
  ['đoàn thể', 'đoàn thể'],
  ['hội', 'đoàn thể'],
  ['sở', 'sở ngành'],
  ['phòng', 'sở ngành'],
  ['ban ngành', 'sở ngành'],
  ['ban', 'sở ngành'],
  ['ngành', 'sở ngành'],
  ['cơ quan chuyên môn', 'sở ngành'],
  ['cơ quan', 'sở ngành'],
  ['báo', 'báo đài'],
  ['đài', 'báo đài'],
];
const AGENCY = `(?:ban đảng(?: (?:tỉnh|thành) ủy)?|văn phòng tỉnh ủy|cơ quan ngành dọc|ngành dọc|doanh nghiệp nhà nước|đơn vị sự nghiệp(?: công lập)?|hội đặc thù|cơ quan chuyên môn|phòng chuyên môn|ủy ban mặt trận|mặt trận(?: tổ quốc)?|đoàn thể|ban ngành|cơ quan(?! (?:nhà nước|truyền thông|báo chí))|phòng(?! (?:họp|chống|dịch|khám))|sở|ban(?! (?:chỉ đạo|quản lý|hành))|ngành|hội(?! (?:nghị|trường))|tổ chức chính trị(?: ?- ?xã hội)?|đơn vị trực thuộc|đơn vị(?! (?:nào|khác)))`;

/** Others, by the letter's own word. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/chủ đầu tư/u, 'chủ đầu tư'],
  [/doanh nghiệp|nhà máy|xí nghiệp|công ty|cơ sở sản xuất|cơ sở kinh doanh/u, 'doanh nghiệp'],
  [/trường|cơ sở giáo dục/u, 'trường học'],
  [/trạm y tế/u, 'trạm y tế'],
  [/cơ sở y tế|bệnh viện/u, 'cơ sở y tế'],
  [/hợp tác xã/u, 'hợp tác xã'],
  [/ban quản lý/u, 'ban quản lý'],
  [/tổ dân phố/u, 'tổ dân phố'],
  [/khu phố/u, 'khu phố'],
  [/thôn/u, 'thôn'],
  [/ấp/u, 'ấp'],
  [/khóm/u, 'khóm'],
];

/** The more telling first: what one takes, the next does not read. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d]|\p{L}-)${MANY}?${COMMUNE}(?:${AND}${COMMUNE})*(?!\p{L})`,
      'gu',
    ),
    group: (words) => administrative('communes', words, ['thị trấn', 'đặc khu', 'phường', 'xã']),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d]|\p{L}-)${MANY}?${DISTRICT}(?:${AND}${DISTRICT})*(?!\p{L})`,
      'gu',
    ),
    group: (words) => administrative('districts', words, ['thị xã', 'thành phố', 'quận', 'huyện']),
  },
  {
    pattern:
      /(?<!\p{L})(?:(?:các|tất cả(?: các)?|thủ trưởng(?: các)?|lãnh đạo(?: các)?) )?(?:cơ quan|sở|ban|phòng|ngành|đơn vị)(?:,? (?:và )?(?:các )?(?:cơ quan|sở|ban|phòng|ngành|đoàn thể|tổ chức|đơn vị))*,? (?:và )?(?:các )?địa phương(?!\p{L})/gu,
    group: () => ({ kind: 'meant', whom: 'all' }),
  },
  {
    pattern: /(?<!\p{L})(?:các|từng|mỗi) địa phương(?!\p{L})/gu,
    group: () => ({ kind: 'meant', whom: 'local' }),
  },
  {
    pattern: /(?<!\p{L})(?:ubnd|ủy ban nhân dân|chính quyền) (?:cấp xã|cơ sở|các cấp)(?!\p{L})/gu,
    group: () => ({ kind: 'meant', whom: 'communes' }),
  },
  {
    pattern: /(?<!\p{L})các cơ quan,? (?:và )?(?:các )?đơn vị(?! sự nghiệp)(?!\p{L})/gu,
    group: () => ({ kind: 'meant', whom: 'agencies' }),
  },
  {
    pattern: /(?<!\p{L})các đơn vị(?! sự nghiệp| trực thuộc|,)(?!\p{L})/gu,
    group: () => ({ kind: 'meant', whom: 'all' }),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:các|những|tất cả(?: các)?|thủ trưởng(?: các)?) ${AGENCY}(?:(?: ?[,;-] ?| và | )(?:các )?${AGENCY})*(?!\p{L})|(?<!\p{L})${AGENCY}(?:(?: ?[,-] ?| và )(?:các )?${AGENCY})+(?!\p{L})`,
      'gu',
    ),
    group: agencies,
  },
  {
    pattern: /(?<!\p{L})báo [\p{L} ]{2,20}, đài (?:ptth|pt-th|phát thanh)[\p{L} -]{0,30}/gu,
    group: () => ({ kind: 'agencies', kinds: ['báo đài'] }),
  },
  {
    pattern:
      /(?<!\p{L})(?:(?:các )?chủ đầu tư|các (?:doanh nghiệp|nhà máy|xí nghiệp|công ty|cơ sở (?:sản xuất|kinh doanh|giáo dục|y tế)|trường(?: học)?|bệnh viện|trạm y tế|hợp tác xã|ban quản lý|thôn|ấp|khóm|khu phố|tổ dân phố)(?:,? (?:và )?(?:các )?(?:doanh nghiệp|nhà máy|xí nghiệp|công ty|cơ sở (?:sản xuất(?:,? kinh doanh)?|kinh doanh)|thôn|ấp|khóm|khu phố|tổ dân phố))*)(?!\p{L})/gu,
    group: (words) => {
      const kinds = OTHERS.flatMap(([pattern, kind]) => (pattern.test(words) ? [kind] : []));
      if (kinds.length === 0) return null;
      // Under a commune they speak for the residents, as communes do under a district.
      return { kind: kinds.every((kind) => HAMLETS.has(kind)) ? 'communes' : 'others', kinds };
    },
  },
];

/** One commune or district named alone ("UBND thị xã") is no group: it takes "các", a number, or two kinds. */
function administrative(
  kind: 'communes' | 'districts',
  words: string,
  known: readonly string[],
): Group | null {
  let left = words;
  const found: { at: number; name: string }[] = [];
  for (const name of known) {
    const at = left.search(new RegExp(String.raw`(?<!\p{L})${name}(?!\p{L})`, 'u'));
    if (at < 0) continue;
    found.push({ at, name });
    left = left.replace(new RegExp(String.raw`(?<!\p{L})${name}(?!\p{L})`, 'gu'), (same) =>
      ' '.repeat(same.length),
    );
  }
  const many = /^(?:các|những|toàn bộ|tất cả|mỗi|từng|\d)/u.test(words);
  if (found.length === 0 || (found.length === 1 && !many)) return null;
  return { kind, kinds: found.sort((a, b) => a.at - b.at).map(({ name }) => name) };
}

/** In the order of the text. */
function agencies(words: string): Group | null {
  let left = words;
  const found: { readonly at: number; readonly kind: string }[] = [];
  for (const [word, kind] of AGENCIES) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left = left.replaceAll(word, ' '.repeat(word.length));
    found.push({ at, kind });
  }
  const kinds = [...new Set(found.sort((a, b) => a.at - b.at).map(({ kind }) => kind))];
  return kinds.length === 0 ? null : { kind: 'agencies', kinds };
}

/** Those whom a letter speaks to, as groups. */
export function groups(letter: LetterText): readonly Fact[] {
  return PATTERNS.flatMap(({ pattern, group }) =>
    [...placesOf(letter, pattern)].flatMap(({ from, to, 0: words }): Fact[] => {
      const found = group(words);
      return found === null ? [] : [{ from, to, kind: 'group', group: found }];
    }),
  );
}
