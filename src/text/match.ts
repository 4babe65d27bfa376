import type { Unit } from '../model/units.ts';
import { clean, fold } from './fold.ts';
import {
  chooseAmong,
  chooseNear,
  type MatchContext,
  narrowToOne,
  noSuchName,
  type Span,
  type UnitMatch,
} from './match/choose.ts';
import { type FoundUnit, findSpans, officePrefix } from './match/find.ts';
import { kindAt } from './match/kinds.ts';
import { lookUp, type RosterIndex } from './match/roster-index.ts';
import { type TokenText, tokenise } from './match/tokens.ts';

/**
 * The unit whose name a text is: a cell of a form, a sheet name, a folder, an answer. Letter by letter; then whatever
 * the case and tone placement; then an alias; then without the kind word and the office ("UBND xã"); then without
 * tones; then with one letter changed. The last two only where no other unit of the roster fits as well. A text that
 * also says other things is searched for the one unit that it names.
 */
export function matchUnit(text: string, index: RosterIndex, context: MatchContext = {}): UnitMatch {
  const said = tokenise(text);
  const whole = narrowFirst(context, [
    [index.exact.get(clean(text)), 'exact'],
    [index.code.get(clean(text)), 'exact'],
    [said.toned ? index.folded.get(fold(text)) : undefined, 'folded'],
    [index.alias.get(fold(text)), 'alias'],
  ]);
  return whole ?? matchWords(said, index, context) ?? matchInside(text, said, index, context);
}

/**
 * The units that a longer text names (a letterhead line, a title, a file name), from left to right, the longest name
 * first: in "Hoài Châu Bắc" there is no Hoài Châu. Names of offices above, persons' names and the motto are passed over.
 */
export function findUnits(
  text: string,
  index: RosterIndex,
  context: MatchContext = {},
): readonly FoundUnit[] {
  return findSpans(tokenise(text), index, context);
}

function narrowFirst(
  context: MatchContext,
  tries: readonly (readonly [readonly Unit[] | undefined, 'exact' | 'folded' | 'alias'])[],
): UnitMatch | null {
  for (const [units, how] of tries) {
    const settled = units === undefined ? null : narrowToOne(units, how, context);
    if (settled !== null) return settled;
  }
  return null;
}

/** The whole text is a name, with or without its office and kind. */
function matchWords(said: TokenText, index: RosterIndex, context: MatchContext): UnitMatch | null {
  const from = officePrefix(said.tokens, 0);
  const word = kindAt(said, from);
  const spans: Span[] = [];
  if (word !== null && from + word.length < said.tokens.length)
    spans.push({ tokens: said.tokens.slice(from + word.length), kind: word.kind, toned: said.toned });
  if (from < said.tokens.length)
    spans.push({ tokens: said.tokens.slice(from), kind: null, toned: said.toned });
  for (const span of spans) {
    // A bare number names nothing: "1" is not Phường 1.
    if (span.kind === null && span.tokens.every((token) => /^\d/.test(token.folded))) continue;
    const known = lookUp(index, span.tokens);
    const match =
      known === null ? null : chooseAmong(known.entries, { ...span, tokens: known.tokens }, context);
    if (match !== null) return match;
  }
  for (const span of spans) {
    const near = chooseNear(index, span, context);
    if (near !== null) return near;
  }
  return null;
}

function matchInside(text: string, said: TokenText, index: RosterIndex, context: MatchContext): UnitMatch {
  const units = new Map<string, Unit>();
  let match: UnitMatch | null = null;
  for (const found of findUnits(text, index, context)) {
    if (found.match.kind === 'match') {
      match = found.match;
      units.set(found.match.unit.code, found.match.unit);
    } else if (found.match.kind === 'ambiguous')
      for (const unit of found.match.candidates) units.set(unit.code, unit);
  }
  if (units.size === 1 && match !== null) return match;
  if (units.size > 1)
    return { kind: 'ambiguous', candidates: [...units.values()].sort((a, b) => a.line - b.line) };
  const from = officePrefix(said.tokens, 0);
  const start = from + (kindAt(said, from)?.length ?? 0);
  return noSuchName(
    index,
    said.tokens.slice(start).map((token) => token.bare),
    context,
  );
}
