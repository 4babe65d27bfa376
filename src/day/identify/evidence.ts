import type { ClaimSource, NamedUnit } from '../../model/findings/unit.ts';
import type { CellRef } from '../../model/grid.ts';
import type { Claim } from '../../model/report.ts';
import { lineNear } from '../../model/roster-lines.ts';
import type { MatchContext, UnitMatch } from '../../text/match/choose.ts';
import { findUnits, matchUnit } from '../../text/match.ts';
import type { Names } from './names.ts';
import type { Registry } from './registry.ts';

/** One name that stands somewhere: the units that it can mean. */
export interface Evidence {
  readonly source: ClaimSource;
  readonly text: string;
  readonly at: CellRef | null;
  /** One is sure, several are in doubt, none is a unit's name that the roster lacks. */
  readonly codes: readonly string[];
  /** Not letter by letter: without tones, or with one letter changed. */
  readonly near: boolean;
  /** "xã Hoài Sơn cũ", "xã Hoài Sơn (cũ)": said of what was, not of an office. */
  readonly old: boolean;
  /** For a name that the roster lacks: the closest name that it has. */
  readonly nearest: string | null;
}

export type Group = 'content' | 'file-name' | 'folder';

export function groupOf(source: ClaimSource): Group {
  return source === 'file-name' || source === 'folder' ? source : 'content';
}

/** All names, those apart that the office above bears as well: they count only where nothing else speaks. */
export function evidenceOf(
  report: { readonly unitClaims: readonly Claim[]; readonly folderDate: string },
  names: Names,
  kinds: readonly string[],
  registry: Registry,
): { readonly strong: readonly Evidence[]; readonly weak: readonly Evidence[] } {
  const claims: Claim[] = [
    ...report.unitClaims,
    { source: 'file-name', text: names.file, at: null },
    ...names.folders.map((text): Claim => ({ source: 'folder', text, at: null })),
  ];
  const context = { date: report.folderDate, kinds };
  const first = read(claims, context, registry);
  if (!first.strong.some(({ codes }) => codes.length > 1)) return first;
  // An office above that is named somewhere, or the code in the name of the file, tells units of one name apart.
  const within = [...new Set(first.strong.flatMap(({ codes }) => (codes.length === 1 ? codes : [])))];
  const codes = [names.file, ...names.folders].flatMap((name) => codesIn(name, registry));
  return read(claims, { ...context, within, codes }, registry);
}

/** Codes of the roster that stand in a name as words of their own. Short ones are numbers of anything: a day, a copy. */
function codesIn(name: string, { index }: Registry): readonly string[] {
  const words = name.match(/[\p{L}\d]+/gu) ?? [];
  return words.filter((word) => word.length >= 3 && !/^(?:19|20)\d\d$/.test(word) && index.code.has(word));
}

function read(claims: readonly Claim[], context: MatchContext, { index }: Registry) {
  const strong: Evidence[] = [];
  const weak: Evidence[] = [];
  for (const { source, text, at } of claims) {
    if (source === 'template' || source === 'decision') {
      strong.push({ source, text, at, old: false, ...meaning(matchUnit(text, index, context)) });
      continue;
    }
    for (const found of findUnits(text, index, context)) {
      const old = isOld(text, found.text);
      const evidence = { source, text: found.text, at, old, ...meaning(found.match) };
      (found.weak ? weak : strong).push(evidence);
    }
  }
  return { strong, weak };
}

function isOld(line: string, name: string): boolean {
  const after = line.slice(line.indexOf(name) + name.length);
  return /^\s*\(?\s*cũ(?!\p{L})/iu.test(after.normalize('NFC'));
}

function meaning(match: UnitMatch): Pick<Evidence, 'codes' | 'near' | 'nearest'> {
  switch (match.kind) {
    case 'match':
      return { codes: [match.unit.code], near: match.how === 'bare' || match.how === 'near', nearest: null };
    case 'ambiguous':
      return { codes: match.candidates.map(({ code }) => code), near: false, nearest: null };
    case 'unknown':
      return { codes: [], near: false, nearest: match.nearest?.name ?? null };
  }
}

/** A unit among others that it must be told apart from: its code, and what it belongs to, where another has its name. */
export function toldApart(codes: readonly string[], date: string, registry: Registry): readonly NamedUnit[] {
  const names = codes.map((code) => nameOf(code, date, registry));
  return codes.map((code, n) => {
    const name = names[n] ?? code;
    if (names.every((other, k) => k === n || other !== name || codes[k] === code)) return { name };
    const parent = lineNear(registry.lines, code, date)?.parent ?? null;
    return { name, code, ...(parent === null ? {} : { parent: nameOf(parent, date, registry) }) };
  });
}

/** The unit's name on the day. */
export function nameOf(code: string, date: string, { lines }: Registry): string {
  return lineNear(lines, code, date)?.name ?? code;
}
