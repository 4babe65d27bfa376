import type { Stated } from '../model/report.ts';
import { bare, fold } from './fold.ts';

/** What words say of a report that comes in several files. */
export type PartWords = Omit<Stated, 'edition'>;

export const NO_PART: PartWords = { number: null, of: null, supplement: false, place: null };

const NUMBERED =
  /(?<!\p{L})ph[aầ]n (?:th[uứ] )?(\d{1,2}|[ivx]{1,4})(?: ?(?:\/|tr[eê]n|c[uủ]a) ?(\d{1,2}))?(?![\p{L}\d])/u;
const OF_SEVERAL = /\((\d{1,2}) ?\/ ?(\d{1,2})\)/u;
const SUPPLEMENT = /(?<!\p{L})(bổ sung|bo sung)(?!\p{L})/u;
const DASHES = /[_\-–.]+/g;
const DATE = /(?<!\d)\d{1,2}[-./]\d{1,2}([-./]\d{2,4})?(?!\d)/g;
const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** What a name or a line of a title says. Dashes and underscores of file names are spaces. */
export function partWords(text: string): PartWords {
  const name = text.replace(/\.[a-z0-9]{2,5}$/i, '');
  const line = fold(name.replace(DASHES, ' '));
  const named = NUMBERED.exec(line);
  const counted = OF_SEVERAL.exec(line);
  const number = named === null ? null : numberOf(named[1] ?? '');
  const of = named?.[2] ?? null;
  const slash = counted !== null && Number(counted[1]) <= Number(counted[2]) && Number(counted[2]) > 1;
  return {
    number: number ?? (slash ? Number(counted[1]) : null),
    of: of !== null ? Number(of) : slash ? Number(counted[2]) : null,
    supplement: SUPPLEMENT.test(line) && !isAmending(line),
    place: placeIn(bare(name.replace(DATE, ' ').replace(DASHES, ' '))),
  };
}

/** The first text that says something decides each of them. */
export function joinParts(all: readonly PartWords[]): PartWords {
  const numbered = all.find(({ number }) => number !== null);
  return {
    number: numbered?.number ?? null,
    of: numbered?.of ?? null,
    supplement: all.some(({ supplement }) => supplement),
    place: all.find(({ place }) => place !== null)?.place ?? null,
  };
}

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) || null;
  const at = ROMAN.indexOf(text);
  return at === -1 ? null : at + 1;
}

/** "sửa đổi, bổ sung" is said of rules and plans, not of a list. */
function isAmending(line: string): boolean {
  return /(sửa đổi|sua doi),? (và |va )?(bổ sung|bo sung)/u.test(line);
}

/** Words of a hamlet before its name; a tổ is one by its number only ("tổ Covid cộng đồng" is none). */
const HAMLET =
  /(?<![a-z])(thon|khu pho|kp|khu vuc|ap|khom|xom|buon|lang|to dan pho|tdp)[ :]+(?:so )?(?<name>[a-z0-9]+(?: [a-z0-9]+){0,2})|(?<![a-z])(?:to|khu)[ :]+(?:so )?(?<number>\d{1,3})(?!\d)/g;
/** "xã Hoài Hảo cũ", "xã cũ Hoài Hảo", "xã Hoài Hảo (cũ)". */
const OLD =
  /(?<![a-z])(?:xa|phuong|thi tran) (?:cu (?<after>[a-z]+(?: [a-z0-9]+)?)|(?<name>[a-z]+(?: [a-z0-9]+){0,3}?) ?\(?cu\)?(?![a-z]))/;
/** What stands behind such a word where it is no name. */
const NO_NAME =
  /^(khu|xa|phuong|to|ap|va|hoac|nay|cua|tren|trong|ngay|thang|nam|doi|tong|tinh|huyen|cac|moi|so)\b/;
const ENDS = / (ngay|thang|xa|phuong|huyen|lan|phan)( .*)?$/;

function placeIn(line: string): string | null {
  for (const { groups = {} } of line.matchAll(HAMLET)) {
    if (groups.number !== undefined) return groups.number;
    const name = ` ${groups.name ?? ''}`.replace(ENDS, '').trim();
    if (name !== '' && !NO_NAME.test(name)) return name;
  }
  const old = OLD.exec(line)?.groups ?? {};
  return old.name ?? old.after ?? null;
}
