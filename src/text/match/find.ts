import { isPerson, isQualified, isTail } from './around.ts';
import { chooseAmong, chooseNear, type MatchContext, noSuchName, type UnitMatch } from './choose.ts';
import { type KindWord, kindAt, TIER } from './kinds.ts';
import { lookUp, type RosterIndex } from './roster-index.ts';
import { squeeze, type Token, type TokenText } from './tokens.ts';

export interface FoundUnit {
  /** `unknown` only where a line is nothing but "(UBND) xã …" and the roster has no such name, nor such names with a letter or number more. */
  readonly match: UnitMatch;
  /** As written. */
  readonly text: string;
  /** The text says the kind or the office as well ("xã Hoài Châu", "UBND Hoài Châu"). */
  readonly named: boolean;
  /** Not named, and the office above bears the same name ("Lộc Ninh, ngày …"): take it only if nothing else speaks. */
  readonly weak: boolean;
}

const OFFICES = [
  'uy ban nhan dan',
  'uy ban',
  'ub nhan dan',
  'ubnd',
  'ub',
  'hoi dong nhan dan',
  'hdnd',
  'dang uy',
  'ten don vi',
  'don vi',
  'dia phuong',
].map((office) => office.split(' '));

/** Index of the first token after the words of an office ("Ủy ban nhân dân") that stand at `at`. */
export function officePrefix(tokens: readonly Token[], at: number): number {
  for (const words of OFFICES)
    if (words.every((word, i) => tokens[at + i]?.bare === word)) return at + words.length;
  return at;
}

/** See `findUnits`. */
export function findSpans(said: TokenText, index: RosterIndex, context: MatchContext): readonly FoundUnit[] {
  const { tokens } = said;
  const found: FoundUnit[] = [];
  // After a kind word whose name is not the roster's, what follows is the tail of another name.
  let tail = false;
  let at = 0;
  while (at < tokens.length) {
    const motto = mottoEnd(tokens, at);
    if (motto > at) {
      at = motto;
      tail = false;
      continue;
    }
    if (tokens[at]?.gap !== 'none') tail = false;
    const office = officePrefix(tokens, at);
    const word = kindAt(said, office);
    const after = word === null ? null : afterKind(said, office, word, index, context);
    const plain = tail && office === at ? null : kindless(said, office, office > at, index, context);
    const best = after !== null && (plain === null || after.end >= plain.end) ? after : plain;
    if (best !== null) {
      found.push(best.found);
      at = best.end;
      tail = false;
      continue;
    }
    if (word !== null && !isSociety(tokens, office)) {
      const unknown = unknownLine(said, at, office, word, index, context);
      if (unknown !== null) return [...found, unknown];
      tail = true;
      at = office + word.length;
    } else at = Math.max(office, at + 1);
  }
  return found;
}

interface Hit {
  readonly end: number;
  readonly found: FoundUnit;
}

/** The longest name of the roster right after a kind word. */
function afterKind(
  said: TokenText,
  from: number,
  word: KindWord,
  index: RosterIndex,
  context: MatchContext,
): Hit | null {
  if (!index.tiers.has(TIER[word.kind])) return null;
  const start = from + word.length;
  const most = reach(said, start, index.longest);
  for (const lookNear of [false, true]) {
    for (let end = most; end > start; end -= 1) {
      const span = { tokens: said.tokens.slice(start, end), kind: word.kind, toned: said.toned };
      const known = lookNear ? null : lookUp(index, span.tokens);
      const match = lookNear
        ? chooseNear(index, span, context)
        : known && chooseAmong(known.entries, { ...span, tokens: known.tokens }, context);
      if (match !== null && !isQualified(said, start, end)) return hit(said, from, end, match, true, false);
    }
  }
  return null;
}

/** The longest name of the roster at a token, where no kind word says what it is. */
function kindless(
  said: TokenText,
  start: number,
  named: boolean,
  index: RosterIndex,
  context: MatchContext,
): Hit | null {
  const sure = reach(said, start, index.longest);
  const most = reach(said, start, index.longest, true);
  for (let end = most; end > start; end -= 1) {
    const tokens = said.tokens.slice(start, end);
    const key = squeeze(tokens.map((token) => token.bare));
    const same = lookUp(index, tokens) ?? (tokens.length === 1 ? unglue(key, tokens, index) : null);
    const known = same !== null && end > sure ? withComma(same) : same;
    if (known === null || key.length < 4 || /^[\d ]+$/.test(key)) continue;
    const match = chooseAmong(
      known.entries,
      { tokens: known.tokens, kind: null, toned: said.toned },
      context,
    );
    if (match === null || (match.kind === 'match' && match.how === 'near')) continue;
    if (isQualified(said, start, end) || (!named && (isPerson(said, start) || isTail(said, start, end))))
      return null;
    return hit(said, start, end, match, named, !named && index.above.has(key));
  }
  return null;
}

function hit(
  said: TokenText,
  start: number,
  end: number,
  match: UnitMatch,
  named: boolean,
  weak: boolean,
): Hit {
  const text = said.text.slice(said.tokens[start]?.start, said.tokens[end - 1]?.end);
  return { end, found: { match, text, named, weak } };
}

/**
 * How far a name that begins at a token may go: to the next hard stop, over commas where they are allowed, and no longer
 * than the longest name.
 */
function reach({ text, tokens }: TokenText, start: number, longest: number, commas = false): number {
  // Glued and camel-cased names may take more tokens than the roster's spelling.
  const most = Math.min(tokens.length, start + longest + 2);
  const stops = (at: number) =>
    tokens[at]?.gap === 'hard' &&
    !(commas && /^\s*,\s*$/.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start)));
  let end = Math.min(start + 1, tokens.length);
  while (end < most && !stops(end)) end += 1;
  return end;
}

/** Names of agencies hold commas ("Sở Văn hóa, Thể thao và Du lịch"); two places with a comma between them are two. */
function withComma(known: NonNullable<ReturnType<typeof lookUp>>): typeof known | null {
  const agencies = known.entries.filter((entry) => entry.kind === null);
  return agencies.length === 0 ? null : { ...known, entries: agencies };
}

/** `xahoaichau`, `ubndphuongtamquan`: the kind glued before the name. */
function unglue(key: string, tokens: readonly Token[], index: RosterIndex) {
  const name = /^(?:ubnd)?(?:xa|phuong|thitran|tt)(.{5,})$/.exec(key)?.[1] ?? /^ubnd(.{5,})$/.exec(key)?.[1];
  const entries = name === undefined ? undefined : index.squeezed.get(name);
  return entries === undefined ? null : { entries, tokens };
}

/** "xã hội" is society. */
function isSociety(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.bare === 'xa' && tokens[at + 1]?.bare === 'hoi';
}

const MOTTOS = ['cong hoa xa hoi chu nghia viet nam', 'doc lap tu do hanh phuc'].map((motto) =>
  motto.split(' '),
);

function mottoEnd(tokens: readonly Token[], at: number): number {
  const motto = MOTTOS.find((words) => words.every((word, i) => tokens[at + i]?.bare === word));
  return at + (motto?.length ?? 0);
}

/** A line that is nothing but "(UBND) xã …", of the level that the roster lists, and no name of it. */
function unknownLine(
  said: TokenText,
  from: number,
  office: number,
  word: KindWord,
  index: RosterIndex,
  context: MatchContext,
): FoundUnit | null {
  const { tokens } = said;
  const start = office + word.length;
  if (from !== 0 || !index.tiers.has(TIER[word.kind])) return null;
  let end = start;
  while (
    end < tokens.length &&
    tokens[end]?.gap === 'none' &&
    !(/^\d{2,}/.test(tokens[end]?.folded ?? '') || kindAt(said, end))
  )
    end += 1;
  if (end === start || end - start > 4) return null;
  const words = tokens.slice(start, end).map((token) => token.bare);
  // The collecting office stands over its units on every letterhead; where it collects districts too, it is none of them.
  if (TIER[word.kind] !== 'commune' && index.above.has(squeeze(words))) return null;
  return hit(said, office, end, noSuchName(index, words, context), true, false).found;
}
