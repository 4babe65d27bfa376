import type { ClaimSource } from '../../model/findings/unit.ts';
import type { CellRef } from '../../model/grid.ts';
import { lineNear } from '../../model/lines.ts';
import type { Claim } from '../../model/report.ts';
import type { MatchContext, UnitMatch } from '../../text/match/choose.ts';
import { findUnits, matchUnit } from '../../text/match.ts';
import type { Registry } from '../identify.ts';
import type { Names } from './names.ts';

/** One name that stands somewhere: the units that it can mean. */
export interface Evidence {
  readonly source: ClaimSource;
  readonly text: string;
  readonly at: CellRef | null;
  /** One is sure, several are in doubt, none is a unit's name that the roster lacks. */
  readonly codes: readonly string[];
  /** Not letter by letter: without tones, or with one letter changed. */
  readonly near: boolean;
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
  // An office above that is named somewhere tells units of one name apart.
  const within = [...new Set(first.strong.flatMap(({ codes }) => (codes.length === 1 ? codes : [])))];
  const inDoubt = first.strong.some(({ codes }) => codes.length > 1);
  return inDoubt && within.length > 0 ? read(claims, { ...context, within }, registry) : first;
}

function read(claims: readonly Claim[], context: MatchContext, { index }: Registry) {
  const strong: Evidence[] = [];
  const weak: Evidence[] = [];
  for (const { source, text, at } of claims) {
    if (source === 'template' || source === 'decision') {
      strong.push({ source, text, at, ...meaning(matchUnit(text, index, context)) });
      continue;
    }
    for (const found of findUnits(text, index, context)) {
      const evidence = { source, text: found.text, at, ...meaning(found.match) };
      (found.weak ? weak : strong).push(evidence);
    }
  }
  return { strong, weak };
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

/** The unit's name on the day. */
export function nameOf(code: string, date: string, { lines }: Registry): string {
  return lineNear(lines, code, date)?.name ?? code;
}
