import { clean, fold } from './fold.ts';
import type { RosterLine } from './roster-line.ts';

/** What a commune collects from, by the words that its name begins with; longer words first. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:tổ dân phố|to dan pho|tdp)\b/, 'tổ dân phố'],
  [/^(?:khu phố|khu pho|kp)(?=[\s.\d]|$)/, 'khu phố'],
  [/^(?:thôn|thon)(?=[\s.\d]|$)/, 'thôn'],
  [/^(?:ấp|ap)\s/, 'ấp'],
  [/^(?:buôn|buon)\s/, 'buôn'],
  [/^(?:làng|lang|plei)\s/, 'làng'],
  [/^(?:bản)\s/, 'bản'],
  [/^(?:khóm|khom)(?=[\s.\d]|$)/, 'khóm'],
  [/^(?:khu vực|khu)(?=[\s.\d]|$)/, 'khu'],
  [/^(?:xóm|xom)(?=[\s.\d]|$)/, 'xóm'],
  [/^(?:tổ)(?=[\s.\d]|$)/, 'tổ'],
  [/^(?:trường|truong|th|thcs|thpt|mầm non|mẫu giáo|mn)\s/, 'trường học'],
  [
    /^(?:công ty|cong ty|cty|doanh nghiệp|dntn|hợp tác xã|htx|nhà máy|chi nhánh|hộ kinh doanh)\s/,
    'doanh nghiệp',
  ],
];

/** Kinds of hamlets: their reports are of residents. The others report their own staff. */
export const HAMLET_KINDS: ReadonlySet<string> = new Set(
  KINDS.map(([, kind]) => kind).filter((kind) => kind !== 'trường học' && kind !== 'doanh nghiệp'),
);

const SHORT: { readonly [kind: string]: string } = { 'khu phố': 'KP', 'tổ dân phố': 'TDP' };
const HEADS =
  /^(?:stt|tt|tên|họ và tên|đơn vị|địa bàn|thôn, khu phố|danh sách.*|tên (?:thôn|khu phố|tổ|đơn vị).*)$/;

/**
 * Names that were typed or pasted, one each, as roster lines under a commune, with codes made from its own. Running
 * numbers, heads and names that come again are left out.
 */
export function hamletLines(names: readonly string[], commune: string): readonly RosterLine[] {
  const seen = new Set<string>();
  const kept = names
    .map((name) => clean(name).replace(/^(?:\d+[.)]|[-–+*•])\s*/, ''))
    .filter((name) => {
      const key = fold(name);
      return /\p{L}/u.test(name) && !HEADS.test(key) && !seen.has(key) && seen.add(key);
    });
  const digits = Math.max(2, String(kept.length).length);
  return kept.map((name, n) => {
    const kind = KINDS.find(([words]) => words.test(fold(name)))?.[1] ?? 'cơ quan';
    const code = `${commune}-${String(n + 1).padStart(digits, '0')}`;
    return { code, name, kind, parent: commune, note: '', aliases: aliasesOf(name, kind) };
  });
}

/** "Khu phố 5" is written KP 5, and the other way round. */
function aliasesOf(name: string, kind: string): readonly string[] {
  const short = SHORT[kind];
  if (short === undefined) return [];
  const said = clean(name);
  const whole = fold(said).startsWith(kind);
  const rest = said.slice(whole ? kind.length : short.length).replace(/^[\s.]*(?:số\s+)?/i, '');
  return rest === '' ? [] : [`${whole ? short : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`} ${rest}`];
}
