import { isValidOn, type Unit } from '../../model/units.ts';
import { stripMarks } from '../fold.ts';
import { type AdminKind, TIER } from './kinds.ts';
import { beginsLonger, type Entry, neighboursOf, numberedOf, type RosterIndex } from './roster-index.ts';
import { squeeze, type Token } from './tokens.ts';

export type MatchHow = 'exact' | 'folded' | 'alias' | 'kind-stripped' | 'bare' | 'near';

/** Whose name a text is. Anything that fits two units is asked, never guessed. */
export type UnitMatch =
  /** `near`: not letter by letter (a letter or a tone differs, or the kind does): say so. The unit may not be valid then. */
  | { readonly kind: 'match'; readonly unit: Unit; readonly how: MatchHow }
  /** Two or more, in roster order. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Unit[] }
  | { readonly kind: 'unknown'; readonly nearest: Unit | null };

export interface MatchContext {
  /** The report day: among lines of one name the valid one is meant. */
  readonly date?: string | null;
  /** Kinds that the form is asked from: they decide between equals, and exclude nothing. */
  readonly kinds?: readonly string[];
  /** Codes of the offices above that the text or its surroundings name: they decide between equals. */
  readonly within?: readonly string[];
  /** Codes that stand beside the name ("00016 Phường Ngọc Hà"): they decide between equals. */
  readonly codes?: readonly string[];
}

/** Words of a text that may name a unit. */
export interface Span {
  readonly tokens: readonly Token[];
  readonly kind: AdminKind | null;
  /** The whole text bears diacritics. */
  readonly toned: boolean;
}

/** Same letters and marks; same letters as far as marks were typed; same letters under other marks. */
type Level = 2 | 1 | 0;

/**
 * The unit that words name, among entries whose letters without marks are the same. Names that agree mark by mark go
 * first, and so do those of the kind that the text says; where the two disagree it is asked.
 */
export function chooseAmong(entries: readonly Entry[], span: Span, context: MatchContext): UnitMatch | null {
  const levels = new Map(entries.map((entry) => [entry, levelOf(entry, span)]));
  const best = Math.max(...levels.values());
  const byMarks = entries.filter((entry) => levels.get(entry) === best);
  const byKind = entries.filter((entry) => levels.get(entry) !== 0 && fitsKind(entry, span.kind));
  const both = byMarks.filter((entry) => fitsKind(entry, span.kind));
  // "xã Tam Quan" for Phường Tam Quan, but a number is a name under its own kind only.
  const sameTier = byMarks.filter(
    (entry) =>
      entry.kind !== null &&
      span.kind !== null &&
      !/^\d+$/.test(entry.words.join('')) &&
      TIER[entry.kind] === TIER[span.kind],
  );
  const chosen = both.length > 0 ? both : [...sameTier, ...byKind];
  const how: MatchHow =
    both.length === 0 || best === 0
      ? 'near'
      : chosen.every((entry) => entry.via !== 'name')
        ? 'alias'
        : best === 1
          ? 'bare'
          : 'kind-stripped';
  return narrowToOne(
    chosen.map((entry) => entry.unit),
    how,
    context,
  );
}

/** One unit, or the question which; null when there is none. */
export function narrowToOne(units: readonly Unit[], how: MatchHow, context: MatchContext): UnitMatch | null {
  let left = distinct(units, context.date ?? null);
  const { date, kinds, within, codes } = context;
  const narrow = (keep: (unit: Unit) => boolean) => {
    const kept = left.length > 1 ? left.filter(keep) : [];
    if (kept.length > 0) left = kept;
  };
  if (codes) narrow((unit) => codes.includes(unit.code));
  if (date) narrow((unit) => isValidOn(unit, date));
  if (kinds) narrow((unit) => kinds.includes(unit.kind));
  if (within) narrow((unit) => unit.parent !== null && within.includes(unit.parent));
  const [unit, second] = left;
  if (unit === undefined) return null;
  return second === undefined ? { kind: 'match', unit, how } : { kind: 'ambiguous', candidates: left };
}

/** One line a code, the one valid on the day where there is one, in roster order. */
function distinct(units: readonly Unit[], date: string | null): readonly Unit[] {
  const byCode = new Map<string, Unit>();
  for (const unit of units) {
    const had = byCode.get(unit.code);
    if (had === undefined || (date !== null && !isValidOn(had, date) && isValidOn(unit, date)))
      byCode.set(unit.code, unit);
  }
  return [...byCode.values()].sort((a, b) => a.line - b.line);
}

function fitsKind(entry: Entry, kind: AdminKind | null): boolean {
  return kind === null || entry.kind === kind;
}

function levelOf(entry: Entry, { tokens, toned }: Span): Level {
  if (tokens.length !== entry.words.length) {
    const glued = tokens.map((token) => token.folded).join('');
    if (toned && glued === entry.words.join('')) return 2;
    return glued === stripMarks(glued) || glued === entry.words.join('') ? 1 : 0;
  }
  let level: Level = toned ? 2 : 1;
  for (const [i, { folded, bare }] of tokens.entries()) {
    const word = entry.words[i] ?? '';
    if (folded === word) continue;
    if (folded !== bare && folded !== withoutTone(word)) return 0;
    level = 1;
  }
  return level;
}

function withoutTone(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}

/**
 * The unit whose name is one letter from the words, when no other unit's is. Numbers and single letters (Long Khánh A,
 * Phường 1) are what tells units apart, so they are never changed, and neither is the number of words.
 */
export function chooseNear(index: RosterIndex, span: Span, context: MatchContext): UnitMatch | null {
  const words = span.tokens.map((token) => token.bare);
  if (words.join('').length < 5 || beginsLonger(index, words)) return null;
  const typed = words.join(' ');
  const close = [...neighboursOf(index, words)].filter((entry) =>
    withinOneEdit(typed, entry.bareWords.join(' ')),
  );
  if (close.every((entry) => editedWord(words, entry.bareWords) === null)) return null;
  const units = close.map((entry) => entry.unit);
  if (new Set(units.map((unit) => unit.code)).size > 1)
    return { kind: 'ambiguous', candidates: distinct(units, context.date ?? null) };
  const told = close.some(
    (entry) => fitsKind(entry, span.kind) && isSlip(editedWord(words, entry.bareWords)),
  );
  return told ? narrowToOne(units, 'near', context) : null;
}

/** Words that the roster has not as a name: which of Long Khánh A and B is asked, else the one most like them is named. */
export function noSuchName(index: RosterIndex, words: readonly string[], context: MatchContext): UnitMatch {
  const numbered = numberedOf(index, words).map((entry) => entry.unit);
  const candidates = distinct(numbered, context.date ?? null);
  if (candidates.length > 1) return { kind: 'ambiguous', candidates };
  return { kind: 'unknown', nearest: candidates[0] ?? nearestUnit(index, words) };
}

/** The roster's unit that looks most like the words, to be named in the question; null when none is close. */
function nearestUnit(index: RosterIndex, words: readonly string[]): Unit | null {
  const near = [...neighboursOf(index, words)];
  const sameLength = near.find((entry) => entry.bareWords.length === words.length);
  const close = (sameLength ?? near[0])?.unit;
  if (close !== undefined) return close;
  // A longer or shorter name: Hoài Châu for Hoài Châu Bắc.
  for (let length = words.length - 1; length >= 2; length -= 1) {
    const begun = index.squeezed.get(squeeze(words.slice(0, length)))?.[0];
    if (begun !== undefined) return begun.unit;
  }
  return null;
}

/** The one word that differs by one letter, as typed and as known; null when more or nothing differs. */
function editedWord(a: readonly string[], b: readonly string[]): readonly [string, string] | null {
  if (a.length !== b.length) return null;
  let edited: readonly [string, string] | null = null;
  for (const [i, word] of a.entries()) {
    const other = b[i] ?? '';
    if (word === other) continue;
    if (edited !== null || !withinOneEdit(word, other)) return null;
    if (word.length < 2 || other.length < 2 || /\d/.test(word + other)) return null;
    edited = [word, other];
  }
  return edited;
}

/** One letter of a short syllable makes another syllable (Ân, Tân; Hải, Hảo), unless it is i for y. */
function isSlip(edited: readonly [string, string] | null): boolean {
  if (edited === null) return false;
  const [typed, known] = edited;
  return Math.max(typed.length, known.length) > 3 || typed.replace(/y$/, 'i') === known.replace(/y$/, 'i');
}

function withinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? at + 1 : at;
  return short.slice(rest) === long.slice(at + 1);
}
