import { fold } from '../text/fold.ts';
import { type LetterText, placesOf, type Span } from './text.ts';

/** The office whose letter it is. */
export interface Issuer extends Span {
  /** "Ủy ban nhân dân huyện Lộc Ninh"; "Sở Thông tin và Truyền thông". */
  readonly name: string;
  /** Words of the committee above, where the head has them: "Ủy ban nhân dân tỉnh Bình Định". */
  readonly above: string | null;
  readonly tier: string | null;
  /** "Lộc Ninh"; null where the name ends with a tier, or has none. */
  readonly place: string | null;
  readonly level: 'commune' | 'district' | 'province' | 'ministry';
}

const MOTTO =
  /cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập ?- ?tự do ?- ?hạnh phúc|đảng cộng sản việt nam/gu;
/** Cities under the centre, from which year on. */
const CENTRAL: { readonly [name: string]: number } = {
  'hà nội': 0,
  'hồ chí minh': 0,
  'hải phòng': 0,
  'đà nẵng': 0,
  'cần thơ': 0,
  huế: 2025,
  'đồng nai': 2026,
};

const TIERS: readonly (readonly [string, Issuer['level']])[] = [
  ['thị trấn', 'commune'],
  ['thị xã', 'district'],
  ['thành phố', 'district'],
  ['đặc khu', 'commune'],
  ['phường', 'commune'],
  ['huyện', 'district'],
  ['quận', 'district'],
  ['tỉnh', 'province'],
  ['xã', 'commune'],
];
const TIER = TIERS.map(([tier]) => tier).join('|');
const COMMITTEE = new RegExp(String.raw`(?:ủy ban nhân dân|ubnd) (${TIER}|tp\.?|tx\.?)(?!\p{L})`, 'gu');

/** The office whose letter it is: the lower of two committees in the head, or the agency under a committee. */
export function issuerIn(letter: LetterText, head: Span, year: number | null): Issuer | null {
  const squeezed = squeeze(withoutMotto(letter, head));
  const committees = [
    ...squeezed.folded.matchAll(new RegExp(COMMITTEE.source.replaceAll(' ', ' +'), 'gu')),
  ].map((match) => {
    const tier = (match[1] ?? '')
      .replace(/ +/g, ' ')
      .replace(/^tp\.?$/, 'thành phố')
      .replace(/^tx\.?$/, 'thị xã');
    const after = squeezed.shown.slice(match.index + match[0].length);
    const place = placeAfter(after);
    return {
      from: squeezed.at(match.index),
      to: squeezed.at(match.index + match[0].length + place.length),
      tier,
      place: titled(place.trim()),
      year,
    };
  });
  const named = committees
    .filter(({ place }) => place !== '')
    .filter((each, n, all) => all.findIndex((other) => other.from === each.from) === n);
  const [first] = named;
  const agency = agencyIn(squeezed, named);
  if (agency !== null) {
    const { from, to, name } = agency;
    const over = first ?? null;
    const own = /(tỉnh|thành phố|thị xã|huyện|quận|xã|phường)\s*$/iu.test(name)
      ? null
      : (over?.place ?? null);
    return {
      from: head.from + from,
      to: head.from + to,
      name,
      above: over === null ? null : committeeName(over),
      tier: over?.tier ?? null,
      place: own ?? over?.place ?? null,
      level: over === null ? 'province' : levelOf(over),
    };
  }
  if (first === undefined) return null;
  const last =
    named.find(
      (each) =>
        each !== first &&
        each.from - first.to < 60 &&
        (rankOf(each) > rankOf(first) || first.tier === 'tỉnh'),
    ) ?? first;
  return {
    from: head.from + last.from,
    to: head.from + last.to,
    name: committeeName(last),
    above: last === first ? null : committeeName(first),
    tier: last.tier,
    place: last.place,
    level: last !== first && levelOf(last) === 'province' ? 'district' : levelOf(last),
  };
}

interface Squeezed {
  readonly folded: string;
  readonly shown: string;
  readonly at: (index: number) => number;
}

/** The head with blanks where the words of the state stand, so that the lines of the left column come together. */
function withoutMotto(letter: LetterText, head: Span): Pick<Squeezed, 'folded' | 'shown'> {
  let shown = letter.text.slice(head.from, head.to);
  const folded = letter.folded.slice(head.from, head.to).replace(MOTTO, (words, at: number) => {
    const blanks = ' '.repeat(words.length);
    shown = shown.slice(0, at) + blanks + shown.slice(at + words.length);
    return blanks;
  });
  return { folded, shown };
}

/** The words without the gaps that the motto leaves between the lines of the left column. */
function squeeze({ folded, shown }: Pick<Squeezed, 'folded' | 'shown'>): Squeezed {
  const kept: number[] = [];
  for (let at = 0; at < folded.length; at += 1)
    if (folded[at] !== ' ' || folded[at - 1] !== ' ') kept.push(at);
  return {
    folded: kept.map((at) => folded[at]).join(''),
    shown: kept.map((at) => shown[at]).join(''),
    at: (index) => kept[index] ?? (kept.at(-1) ?? -1) + 1,
  };
}

interface Named {
  /** Of the letter, where it says it. */
  readonly year: number | null;
  readonly tier: string;
  readonly place: string;
}

function committeeName({ tier, place }: Named): string {
  return `Ủy ban nhân dân ${tier} ${place}`;
}

function levelOf({ tier, place, year }: Named): Issuer['level'] {
  const central = tier === 'thành phố' ? CENTRAL[fold(place)] : undefined;
  if (central !== undefined && (year ?? 9999) >= central) return 'province';
  return TIERS.find(([name]) => name === tier)?.[1] ?? 'district';
}

function rankOf(named: Named): number {
  return { ministry: 0, province: 1, district: 2, commune: 3 }[levelOf(named)];
}

/** The place behind a tier: words in capitals, or that begin with one; ends at a number, a sign, or another office. */
function placeAfter(text: string): string {
  const found =
    /^(?: \p{Lu}[\p{L}\d’'-]*){1,5}/u.exec(text)?.[0] ?? /^ (?:\d{1,2})(?= |$)/u.exec(text)?.[0] ?? '';
  const words = found.split(' ').filter((word) => word !== '');
  const stop = words.findIndex(
    (word, n) =>
      /^(?:ỦY|UỶ|UBND|SỞ|PHÒNG|BAN|VĂN|CỘNG|SỐ|Số|KHẨN|HỎA|CÔNG|KẾ|ĐIỆN|V|THÔNG|CHỦ|Ủy|Độc|CHỈ|QUYẾT|HƯỚNG|BÁO)$/u.test(
        word,
      ) &&
      n > 0 &&
      !isNameWord(words, n),
  );
  const kept = stop < 0 ? words : words.slice(0, stop);
  return kept.length === 0 ? '' : ` ${kept.join(' ')}`;
}

/** "QUẢNG BAN" does not exist, but "PHƯỜNG VĂN" may: only these pairs begin another line. */
function isNameWord(words: readonly string[], n: number): boolean {
  const pair = `${words[n]} ${words[n + 1] ?? ''}`;
  return !/^(?:ỦY BAN|UỶ BAN|UBND|SỞ |PHÒNG |BAN CHỈ|BAN QUẢN|VĂN PHÒNG|CỘNG H|SỐ|Số|KHẨN|HỎA TỐC|CÔNG (?:ĐIỆN|VĂN|AN)|KẾ HOẠCH|ĐIỆN|V |THÔNG BÁO|CHỦ TỊCH|Ủy ban|Độc lập|CHỈ THỊ|QUYẾT ĐỊNH|HƯỚNG DẪN|BÁO CÁO)/u.test(
    `${pair} `,
  );
}

const AGENCY_HEAD =
  /(?<!\p{L})(?:SỞ|PHÒNG|BAN CHỈ ĐẠO|BAN CHỈ HUY|VĂN PHÒNG|CÔNG AN|CHI CỤC|TRUNG TÂM|Sở|Phòng|Ban Chỉ đạo) [\p{Lu}\p{L} ,&-]+/u;

function agencyIn(
  squeezed: Squeezed,
  named: readonly (Named & Span)[],
): (Span & { readonly name: string }) | null {
  const found = AGENCY_HEAD.exec(squeezed.shown);
  if (found === null) return null;
  let words = found[0].replace(
    / (?:SỐ|Số|KẾ HOẠCH|CÔNG ĐIỆN|THÔNG BÁO|HƯỚNG DẪN|CỘNG|V\/v|KHẨN|HỎA TỐC)(?: .*)?$/u,
    '',
  );
  const raw = words.trim();
  if (raw !== raw.toUpperCase()) words = raw;
  const at = squeezed.at(found.index);
  // A department that the body names has no letterhead.
  if (found.index > 220) return null;
  const over = named.find(({ from }) => squeezed.at(0) <= from && from < at);
  if (over === undefined && !/^(?:SỞ|BAN|PHÒNG)/u.test(raw)) return null;
  return { from: at, to: squeezed.at(found.index + raw.length), name: cased(raw) };
}

const CASED: readonly string[] = [
  'Sở Thông tin và Truyền thông',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Nông nghiệp và Môi trường',
  'Sở Khoa học và Công nghệ',
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Công Thương',
  'Sở Xây dựng',
  'Phòng Văn hóa và Thông tin',
  'Phòng Y tế',
  'Phòng Giáo dục và Đào tạo',
  'Phòng Văn hóa - Xã hội',
];

/** A name printed in capitals, as it stands in a sentence. */
function cased(name: string): string {
  const known = CASED.find((each) => fold(each) === fold(name));
  if (known !== undefined) return known;
  if (name !== name.toUpperCase()) return name;
  const lower = name.toLowerCase().replace(/covid/u, 'COVID');
  const tiered = new RegExp(`(?:^|\\s)(${TIER})\\s+(.+)$`, 'u').exec(lower);
  const base = tiered === null ? lower : lower.slice(0, lower.length - (tiered[2] ?? '').length);
  const headed = base
    .replace(/^ban chỉ (?=đạo|huy)/u, 'Ban Chỉ ')
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase());
  return tiered === null ? headed : `${headed}${titled(tiered[2] ?? '')}`;
}

/** "LỘC NINH", "Hồng ngự" → "Lộc Ninh", "Hồng Ngự". */
export function titled(place: string): string {
  return place.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (first) => first.toUpperCase());
}

/** Committees that the letter names in full: for the one above. */
export function committeesNamed(
  letter: LetterText,
  tier: string,
): readonly (Span & { readonly place: string })[] {
  const pattern = new RegExp(String.raw`(?:ủy ban nhân dân|ubnd) ${tier}(?!\p{L})`, 'gu');
  return [...placesOf(letter, pattern)].flatMap(({ from, to }) => {
    const place = /^(?: \p{Lu}\p{L}*){1,4}/u.exec(letter.text.slice(to))?.[0] ?? '';
    return place === '' ? [] : [{ from, to: to + place.length, place: place.trim() }];
  });
}
