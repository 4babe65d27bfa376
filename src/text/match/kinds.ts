import type { TokenText } from './tokens.ts';

/** Kinds of administrative unit, and the level that they belong to (đặc khu since 1/7/2025, thị trấn and districts before). */
export type AdminKind =
  | 'xã'
  | 'phường'
  | 'thị trấn'
  | 'đặc khu'
  | 'huyện'
  | 'quận'
  | 'thị xã'
  | 'thành phố'
  | 'tỉnh';

export const TIER: { readonly [K in AdminKind]: 'commune' | 'district' | 'province' } = {
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  'thành phố': 'district',
  tỉnh: 'province',
};

/** Spellings: tone by tone, without tones, and short. The longest that fits is taken. */
const SPELLINGS: readonly (readonly [string, AdminKind])[] = [
  ['thị trấn', 'thị trấn'],
  ['thi tran', 'thị trấn'],
  ['tt', 'thị trấn'],
  ['ttr', 'thị trấn'],
  ['đặc khu', 'đặc khu'],
  ['dac khu', 'đặc khu'],
  ['thị xã', 'thị xã'],
  ['thi xa', 'thị xã'],
  ['tx', 'thị xã'],
  ['thành phố', 'thành phố'],
  ['thanh pho', 'thành phố'],
  ['tp', 'thành phố'],
  ['xã', 'xã'],
  ['xa', 'xã'],
  ['x', 'xã'],
  ['phường', 'phường'],
  ['phuong', 'phường'],
  ['p', 'phường'],
  ['huyện', 'huyện'],
  ['huyen', 'huyện'],
  ['h', 'huyện'],
  ['quận', 'quận'],
  ['quan', 'quận'],
  ['q', 'quận'],
  ['tỉnh', 'tỉnh'],
  ['tinh', 'tỉnh'],
];

const BY_FIRST = new Map<string, { readonly rest: string | null; readonly kind: AdminKind }[]>();
for (const [spelling, kind] of SPELLINGS) {
  const [first = '', rest = null] = spelling.split(' ');
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { rest, kind }]);
}

export interface KindWord {
  readonly kind: AdminKind;
  /** Tokens that it takes. */
  readonly length: number;
}

/**
 * The kind word that stands at a token, if one does. In a text with tones "quan" is no "quận"; "TT" after "&" is
 * "thông tin"; the h of 15h00 is an hour.
 */
export function kindAt({ tokens, toned }: TokenText, at: number): KindWord | null {
  const token = tokens[at];
  if (token === undefined || token.joined) return null;
  for (const { rest, kind } of BY_FIRST.get(token.folded) ?? []) {
    const next = tokens[at + 1];
    if (rest !== null) {
      const same = next?.gap === 'none' && next.folded === rest;
      if (same && !(toned && isBareSpelling(`${token.folded} ${rest}`))) return { kind, length: 2 };
    } else if (
      token.folded.length === 1
        ? !token.glued && next?.gap === 'none'
        : !(toned && isBareSpelling(token.folded))
    ) {
      return { kind, length: 1 };
    }
  }
  return null;
}

const SHORT = new Set(['tt', 'ttr', 'tx', 'tp']);

function isBareSpelling(spelling: string): boolean {
  return /^[a-z ]+$/.test(spelling) && !SHORT.has(spelling);
}

/** The kind that units.csv states, when it is one of the administrative kinds. */
export function adminKind(kind: TokenText): AdminKind | null {
  const found = kindAt(kind, 0);
  return found !== null && found.length === kind.tokens.length ? found.kind : null;
}
