import { fold } from './fold.ts';
import { aliens, hasOwnLetter, isDense, type Letters, weigh } from './letters.ts';
import { fromMojibake } from './mojibake.ts';
import { remembering } from './remembering.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromViscii } from './viscii.ts';
import { fromVni } from './vni.ts';
import { fromWindows1258 } from './windows-1258.ts';

export type LegacyEncoding = 'tcvn3' | 'vni' | 'mojibake' | 'windows-1258' | 'viscii';

/** `sure` says what told the encoding: the font's name, the statistics of letters, or a name of the roster. */
export interface Rescued {
  /** NFC. */
  readonly text: string;
  readonly encoding: LegacyEncoding | null;
  readonly sure: 'font' | 'letters' | 'roster' | null;
}

export interface RescueHints {
  /** Name of the cell's font: `.VnTime`, `VNI-Times`. */
  readonly font?: string | undefined;
  /** Folds of names that are to be expected: units with and without their kinds. */
  readonly known?: ReadonlySet<string> | undefined;
}

/**
 * One text by itself, as Unicode. Only text that is no good Vietnamese as it stands is changed, and only into what is:
 * by its font; else when two of its words become syllables (one, where the rest are), or a known name appears. For a
 * whole document `rescueWorkbook` knows more.
 */
export function rescue(raw: string, hints: RescueHints = {}): Rescued {
  if (hints.known === undefined || fontEncoding(hints.font) !== null) return judged(raw, hints);
  return judgedBefore(hints.known)(raw);
}

/** What a text was judged to be where no font tells, by the names that were expected: labels and hamlets come in every file. */
const judgements = new WeakMap<ReadonlySet<string>, (text: string) => Rescued>();
const MOST_TEXTS = 20_000;

function judgedBefore(known: ReadonlySet<string>): (text: string) => Rescued {
  const before = judgements.get(known);
  if (before !== undefined) return before;
  const judge = remembering((text) => judged(text, { known }), MOST_TEXTS);
  judgements.set(known, judge);
  return judge;
}

function judged(raw: string, hints: RescueHints): Rescued {
  const text = raw.normalize('NFC');
  const own = { text, encoding: combinesTones(raw) ? ('windows-1258' as const) : null };
  const asIs: Rescued = { ...own, sure: own.encoding && 'letters' };
  if (!/[\u0080-\uffff]/.test(text) && capitalFont(hints.font) === false) return asIs;
  if (hasOwnLetter(text)) return asIs;
  const byFont = rescueByFont(raw, hints);
  if (byFont !== null) return byFont;
  if (hints.known?.has(fold(text))) return asIs;
  const before = weigh(text);
  if (before.bad.length === 0 && !hints.known) return asIs;
  let best: { text: string; encoding: LegacyEncoding; after: Letters; lost: number } | null = null;
  for (const encoding of ENCODINGS) {
    const read = readAs(raw, encoding);
    if (read === null || read === text) continue;
    if (hints.known?.has(fold(read))) return { text: read, encoding, sure: 'roster' };
    const after = weigh(read);
    if (!isClear(text, before, read, after, encoding)) continue;
    const lost = goodLost(before, after);
    if (
      best === null ||
      lost < best.lost ||
      (lost === best.lost && after.good.length > best.after.good.length)
    )
      best = { text: read, encoding, after, lost };
  }
  return best === null ? asIs : { text: best.text, encoding: best.encoding, sure: 'letters' };
}

export const ENCODINGS: readonly LegacyEncoding[] = ['mojibake', 'tcvn3', 'vni', 'windows-1258', 'viscii'];

/** The text if it was in that encoding; null when it cannot have been. */
export function readAs(text: string, encoding: LegacyEncoding): string | null {
  if (encoding === 'mojibake') return fromMojibake(text)?.normalize('NFC') ?? null;
  if (hasOwnLetter(text)) return null;
  switch (encoding) {
    case 'tcvn3':
      return fromTcvn3(text, false);
    case 'vni':
      return fromVni(text);
    case 'viscii':
      return fromViscii(text);
    case 'windows-1258':
      return fromWindows1258(text);
  }
}

/** The encoding that a font's name tells, or null. */
export function fontEncoding(font: string | undefined): 'tcvn3' | 'vni' | null {
  if (font === undefined) return null;
  if (/^(?:\.vn|vn(?:time|arial|avant|book|helve|courier))/i.test(font)) return 'tcvn3';
  return /^vni[-\s]/i.test(font) ? 'vni' : null;
}

/** Whether a TCVN3 font draws small letters as capitals: `.VnTimeH`. */
function capitalFont(font: string | undefined): boolean {
  return fontEncoding(font) === 'tcvn3' && /[a-z]H$/.test(font ?? '');
}

/** Null when the font tells nothing, or the text is Unicode in spite of it. */
function rescueByFont(text: string, { font, known }: RescueHints): Rescued | null {
  const encoding = fontEncoding(font);
  if (encoding === null || hasOwnLetter(text)) return null;
  const read = encoding === 'vni' ? fromVni(text) : fromTcvn3(text, capitalFont(font));
  if (read === text) return null;
  // Where the font is not installed people type and see Unicode in it.
  const before = weigh(text);
  const after = weigh(read);
  const better = after.good.length - after.bad.length - (before.good.length - before.bad.length);
  if (
    (better < 0 && mended(before, encoding) === 0) ||
    (better === 0 && known?.has(fold(text)) && !known.has(fold(read)))
  )
    return null;
  return { text: read, encoding, sure: 'font' };
}

/** Bad words became syllables, and none became bad. */
export function isBetter(before: Letters, after: Letters): boolean {
  return before.bad.length > 0 && after.bad.length === 0 && after.good.length > before.good.length;
}

/** How many words that were right as they stood became others: the right reading leaves most of them alone. */
function goodLost(before: Letters, after: Letters): number {
  const left = new Set(after.good);
  return before.good.filter((word) => !left.has(word)).length;
}

/** Better, and no accident: bytes that happen to be UTF-8, several words, or Vietnamese beside it. */
function isClear(
  text: string,
  before: Letters,
  read: string,
  after: Letters,
  encoding: LegacyEncoding,
): boolean {
  if (encoding === 'mojibake') return after.bad.length <= before.bad.length && aliens(read) < aliens(text);
  if (!isBetter(before, after)) return false;
  if (after.foreign > after.plain + after.good.length) return false;
  const gained = new Set(after.good).size - new Set(before.good).size;
  return gained >= 2 || (after.plain > 0 && after.foreign === 0) || before.bad.some(isDense);
}

/** How many bad words, and words of signs alone ("§«"), become syllables each for itself. */
export function mended({ bad, signs }: Letters, encoding: LegacyEncoding): number {
  return [...bad, ...signs].filter((word) => weigh(readAs(word, encoding) ?? '').good.length > 0).length;
}

/** Letters of windows-1258: ê with a tone mark of its own. Text that is decomposed throughout (NFD) is none. */
function combinesTones(text: string): boolean {
  return /[ăâêôơưđĂÂÊÔƠƯĐ][\u0300\u0301\u0303\u0309\u0323]/.test(text);
}
