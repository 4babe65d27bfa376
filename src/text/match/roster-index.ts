import type { Roster, Unit } from '../../model/units.ts';
import { clean, fold } from '../fold.ts';
import { type AdminKind, adminKind, kindAt, TIER } from './kinds.ts';
import { squeeze, type Token, type TokenText, tokenise } from './tokens.ts';

/** One way to name a unit: its name without the kind word, an alias, or the initials of an agency. */
export interface Entry {
  readonly unit: Unit;
  readonly via: 'name' | 'alias' | 'initials';
  readonly words: readonly string[];
  readonly bareWords: readonly string[];
  /** Null for agencies and enterprises, whose names have no kind word to take off. */
  readonly kind: AdminKind | null;
}

/** The roster by everything that may name a unit, made once and asked often. */
export interface RosterIndex {
  readonly roster: Roster;
  /** By the name as it stands in the roster, cleaned. */
  readonly exact: ReadonlyMap<string, readonly Unit[]>;
  /** By the fold of the name. */
  readonly folded: ReadonlyMap<string, readonly Unit[]>;
  /** By the fold of an alias. */
  readonly alias: ReadonlyMap<string, readonly Unit[]>;
  readonly code: ReadonlyMap<string, readonly Unit[]>;
  /** By words without marks and spaces. */
  readonly squeezed: ReadonlyMap<string, readonly Entry[]>;
  /** Tokens of the longest way to name a unit. */
  readonly longest: number;
  readonly tiers: ReadonlySet<'commune' | 'district' | 'province'>;
  /** Squeezed names of the offices above, without kind words. */
  readonly above: ReadonlySet<string>;
  /** What near matches need; made when first asked for. */
  readonly neighbours: { made: Neighbours | null };
}

interface Neighbours {
  /** Entries by their letters, and by their letters less one. */
  readonly deletions: ReadonlyMap<string, readonly Entry[]>;
  /** The squeezed beginnings of longer names: "đông hải" of Đông Hải 1. */
  readonly beginnings: ReadonlySet<string>;
  /** Entries by their letters less a last word that is one letter or a number: Long Khánh A and B by "long khánh". */
  readonly numbered: ReadonlyMap<string, readonly Entry[]>;
}

/**
 * `above` names the offices over the units (the campaign's authority and its parent): a line that says only such a name
 * ("Lộc Ninh, ngày …") is weak evidence for a unit that bears it too.
 */
export function indexRoster(roster: Roster, above: readonly string[] = []): RosterIndex {
  const exact = new Map<string, Unit[]>();
  const folded = new Map<string, Unit[]>();
  const alias = new Map<string, Unit[]>();
  const code = new Map<string, Unit[]>();
  const squeezed = new Map<string, Entry[]>();
  const tiers = new Set<'commune' | 'district' | 'province'>();
  let longest = 1;
  const add = (entry: Entry) => {
    put(squeezed, squeeze(entry.bareWords), entry);
    longest = Math.max(longest, entry.words.length);
  };
  for (const unit of roster.units) {
    put(exact, clean(unit.name), unit);
    put(folded, fold(unit.name), unit);
    put(code, unit.code, unit);
    const name = entryOf(unit, unit.name, 'name');
    add(name);
    if (name.kind !== null) tiers.add(TIER[name.kind]);
    else for (const other of agencyEntries(unit)) add(other);
    for (const text of unit.aliases) {
      put(alias, fold(text), unit);
      const entry = entryOf(unit, text, 'alias');
      if (entry.words.length > 0) add(entry);
    }
  }
  return {
    roster,
    exact,
    folded,
    alias,
    code,
    squeezed,
    longest,
    tiers,
    above: new Set(above.flatMap(namesAbove)),
    neighbours: { made: null },
  };
}

/** The entries that tokens name without regard to marks; "và" counts only where the roster's name has it. */
export function lookUp(
  index: RosterIndex,
  tokens: readonly Token[],
): { entries: readonly Entry[]; tokens: readonly Token[] } | null {
  const entries = index.squeezed.get(squeeze(tokens.map((token) => token.bare)));
  if (entries !== undefined) return { entries, tokens };
  const less = tokens.filter((token) => token.folded !== 'và' && token.folded !== 'va');
  const agencies =
    less.length < tokens.length ? index.squeezed.get(squeeze(less.map((token) => token.bare))) : undefined;
  const named = agencies?.filter((entry) => entry.kind === null) ?? [];
  return named.length === 0 ? null : { entries: named, tokens: less };
}

/** The entries whose letters are the same as those of the words, or differ in one; what to compare closely. */
export function neighboursOf(index: RosterIndex, bareWords: readonly string[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  for (const key of deletions(bareWords.join(' ')))
    for (const entry of neighbours(index).deletions.get(key) ?? []) found.add(entry);
  return found;
}

/** Whether a longer name of the roster begins with the words. */
export function beginsLonger(index: RosterIndex, bareWords: readonly string[]): boolean {
  return neighbours(index).beginnings.has(squeeze(bareWords));
}

/** The entries that are the words and one letter or number more. */
export function numberedOf(index: RosterIndex, bareWords: readonly string[]): readonly Entry[] {
  return neighbours(index).numbered.get(squeeze(bareWords)) ?? [];
}

function neighbours(index: RosterIndex): Neighbours {
  if (index.neighbours.made !== null) return index.neighbours.made;
  const byLetters = new Map<string, Entry[]>();
  const beginnings = new Set<string>();
  const numbered = new Map<string, Entry[]>();
  for (const entry of [...index.squeezed.values()].flat()) {
    if (entry.via !== 'name') continue;
    for (const key of deletions(entry.bareWords.join(' '))) put(byLetters, key, entry);
    for (let length = 1; length < entry.words.length; length += 1)
      beginnings.add(squeeze(entry.bareWords.slice(0, length)));
    if (entry.words.length > 1 && /^(?:\p{L}|\d+)$/u.test(entry.bareWords.at(-1) ?? ''))
      put(numbered, squeeze(entry.bareWords.slice(0, -1)), entry);
  }
  index.neighbours.made = { deletions: byLetters, beginnings, numbered };
  return index.neighbours.made;
}

/** The text itself and every text with one letter less: two texts one edit apart share one of them. */
function deletions(text: string): Set<string> {
  const keys = new Set([text]);
  for (let i = 0; i < text.length; i += 1) keys.add(text.slice(0, i) + text.slice(i + 1));
  return keys;
}

function entryOf(unit: Unit, text: string, via: Entry['via']): Entry {
  const said = tokenise(text);
  const stated = adminKind(tokenise(unit.kind));
  const word = stated === null && via === 'name' ? null : kindAt(said, 0);
  const takesKind = word !== null && word.length < said.tokens.length;
  return {
    unit,
    via,
    ...wordsOf(said.tokens.slice(takesKind ? word.length : 0)),
    kind: takesKind ? word.kind : stated,
  };
}

/** An agency by its head word and initials (Phòng TC-KH), and without the place at the end of its name. */
function agencyEntries(unit: Unit): Entry[] {
  const said = tokenise(unit.name);
  const place = said.tokens.findIndex(
    (_, at) => at >= 2 && kindAt(said, at) !== null && said.tokens[at + 1]?.bare !== 'hoi',
  );
  const own = place < 0 ? said.tokens : said.tokens.slice(0, place);
  const entries: Entry[] = [];
  if (place >= 0) entries.push({ unit, via: 'name', ...wordsOf(own), kind: null });
  const meant = own.filter((token) => token.folded !== 'và');
  if (meant.length < own.length) entries.push({ unit, via: 'name', ...wordsOf(meant), kind: null });
  const [head, ...rest] = meant;
  if (head !== undefined && rest.length >= 2) {
    const initials = rest.map(({ folded }) => folded[0] ?? '').join('');
    entries.push({
      unit,
      via: 'initials',
      words: [head.folded, initials],
      bareWords: [head.bare, fromLetters(initials)],
      kind: null,
    });
  }
  return entries;
}

function fromLetters(initials: string): string {
  return initials
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

function wordsOf(tokens: readonly Token[]): { words: readonly string[]; bareWords: readonly string[] } {
  return { words: tokens.map((token) => token.folded), bareWords: tokens.map((token) => token.bare) };
}

/** "Ủy ban nhân dân thị xã Hoài Nhơn" → the words after each kind word. */
function namesAbove(text: string): string[] {
  const said: TokenText = tokenise(text);
  return said.tokens.flatMap((_, at) => {
    const word = kindAt(said, at);
    const rest = word === null ? [] : said.tokens.slice(at + word.length);
    return rest.length === 0 ? [] : [squeeze(rest.map((token) => token.bare))];
  });
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
