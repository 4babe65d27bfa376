import { type Finding, finding, type Place } from '../../model/finding.ts';
import type { ClaimSource, NamedUnit } from '../../model/findings/unit.ts';
import { address } from '../../model/grid.ts';
import type { Claim } from '../../model/report.ts';
import { lineNear, lineOn, type RosterLines } from '../../model/roster-lines.ts';
import { collectOf } from '../../model/timeliness.ts';
import { type Evidence, evidenceOf, groupOf, nameOf, toldApart } from './evidence.ts';
import type { Names } from './names.ts';
import type { Registry } from './registry.ts';

export interface UnitEvidence {
  readonly form: string;
  readonly unitClaims: readonly Claim[];
  readonly folderDate: string;
}

export interface UnitResult {
  readonly unit: string | null;
  readonly findings: readonly Finding[];
}

/**
 * The unit that content, file name and folders name together. A name of an office above another named unit is no claim,
 * nor is one that is not asked for the form beside one that is, nor a file or folder name that no unit has.
 */
export function unitOfReport(
  report: UnitEvidence,
  names: Names,
  kinds: readonly string[],
  registry: Registry,
  place: Place,
): UnitResult {
  const { strong, weak } = evidenceOf(report, names, kinds, registry);
  const spoken = whereNothingElse('aside', relevant(strong, report, registry));
  const evidence = withoutParts(spoken, report, registry);
  const sure = evidence.filter(({ codes }) => codes.length === 1);
  const unknown = evidence.filter((e) => e.codes.length === 0 && groupOf(e.source) === 'content');
  const agreed = agreement(evidence);
  const [code] = agreed;
  // A name of another day is one letter from a unit of this one now and then: it is not that unit.
  const near = sure.some((e) => !e.near) ? [] : sure;
  const old = ofAnotherDay(code ?? null, unknown, near, report, registry, place);
  if (old !== null) return { unit: null, findings: [old] };
  if (agreed.length === 1 && code !== undefined && unknown.length === 0) {
    return { unit: code, findings: nearMatch(code, evidence, report, registry, place) };
  }
  if (sure.length > 0 || (agreed.length === 0 && evidence.some(({ codes }) => codes.length > 1))) {
    return { unit: null, findings: [disagree([...evidence], report, registry, place)] };
  }
  if (agreed.length > 1) return ambiguous(agreed, evidence, report, registry, place);
  const named = unknown[0];
  if (named !== undefined) return { unit: null, findings: [unknownUnit(named, place)] };
  const [only] = weak;
  if (only !== undefined) return unitOfWeak(weak, report, registry, place);
  const [lost] = evidence;
  const found = lost === undefined ? finding('unit/none', place, {}) : unknownUnit(lost, place);
  return { unit: null, findings: [found] };
}

/**
 * A name that the map of another day has letter by letter, although this one has not: what it became or was made of is a
 * question, never taken for the whole. Only where units of the roster have to do with it, those that other names agree on;
 * `near` are names that would otherwise be taken for a unit that is spelled almost so.
 */
function ofAnotherDay(
  agreed: string | null,
  unknown: readonly Evidence[],
  near: readonly Evidence[],
  report: UnitEvidence,
  registry: Registry,
  place: Place,
): Finding | null {
  const { lines, folder } = registry;
  for (const each of [...unknown, ...near]) {
    const other = folder.otherDays?.(each.text, report.folderDate) ?? null;
    if (other === null) continue;
    const units = other.units.filter(({ code }) => lineOn(lines, code, report.folderDate) !== null);
    const agrees = agreed === null || near.includes(each) || units.some(({ code }) => code === agreed);
    if (units.length === 0 || !agrees) continue;
    const { since, later } = other;
    const named = units.map(({ name, part }) => ({ name, part }));
    return finding('unit/other-day', placeOf(each, place), { text: each.text, since, later, units: named });
  }
  return null;
}

function unitOfWeak(
  weak: readonly Evidence[],
  report: UnitEvidence,
  registry: Registry,
  place: Place,
): UnitResult {
  const codes = [...new Set(weak.flatMap((e) => e.codes))];
  const [code] = codes;
  if (codes.length === 1 && code !== undefined) {
    return { unit: code, findings: nearMatch(code, weak, report, registry, place) };
  }
  return ambiguous(codes, weak, report, registry, place);
}

/**
 * The codes that every place which speaks can mean. Within the content every sure name must be the same; a file name or
 * a folder may name several units of which one is meant.
 */
function agreement(evidence: readonly Evidence[]): string[] {
  const limits: ReadonlySet<string>[] = [];
  for (const group of ['content', 'file-name', 'folder'] as const) {
    const own = evidence.filter((e) => groupOf(e.source) === group && e.codes.length > 0);
    if (group === 'content') limits.push(...own.map(({ codes }) => new Set(codes)));
    else if (own.length > 0) limits.push(new Set(own.flatMap(({ codes }) => codes)));
  }
  const [first, ...others] = limits;
  return [...(first ?? [])].filter((code) => others.every((limit) => limit.has(code)));
}

/** Without the offices above other named units, and without what is not asked for the form where a name beside it is. */
function relevant(all: readonly Evidence[], report: UnitEvidence, registry: Registry): Evidence[] {
  const { lines, folder, office } = registry;
  const named = new Set(all.flatMap(({ codes }) => codes));
  const above = new Set([...named].flatMap((code) => ancestors(lines, code, report.folderDate)));
  if ([...named].some((code) => !office.has(code))) for (const code of office) above.add(code);
  const asked = (code: string) => {
    const line = lineNear(lines, code, report.folderDate);
    return line !== null && collectOf(folder.campaign, report.form, line.kind) !== null;
  };
  const askedIn = new Set(all.filter(({ codes }) => codes.some(asked)).map(({ source }) => groupOf(source)));
  return all.flatMap((evidence) => {
    if (evidence.codes.length === 0) return [evidence];
    const below = evidence.codes.filter((code) => !above.has(code));
    const codes = askedIn.has(groupOf(evidence.source)) ? below.filter(asked) : below;
    return codes.length === 0 ? [] : [{ ...evidence, codes }];
  });
}

/**
 * Headers and boxes are copied along with an old file and seldom looked at: they speak where the page itself names no unit,
 * and then only of units that there are.
 */
function whereNothingElse(source: ClaimSource, evidence: readonly Evidence[]): readonly Evidence[] {
  const speaks = evidence.some((e) => e.source !== source && groupOf(e.source) === 'content');
  return evidence.filter((e) => e.source !== source || (!speaks && e.codes.length > 0));
}

/**
 * A page whose head names its unit may say which old commune of it it is of: "(địa bàn xã Hoài Sơn cũ)" under "phường Hoài
 * Nhơn Bắc" is no second unit, nor one that is spelled almost so. An old commune of another unit contradicts, as before.
 */
function withoutParts(
  evidence: readonly Evidence[],
  report: UnitEvidence,
  { folder }: Registry,
): readonly Evidence[] {
  const named = evidence.filter(
    ({ source, codes, near, old }) => groupOf(source) === 'content' && codes.length === 1 && !near && !old,
  );
  const units = new Set(named.flatMap(({ codes }) => codes));
  if (units.size === 0) return evidence;
  return evidence.filter((each) => {
    if (!each.old && !each.near) return true;
    const other = folder.otherDays?.(each.text, report.folderDate) ?? null;
    if (other !== null) return !other.units.some(({ code }) => units.has(code));
    // Merged before our first map, where no unit of today bears that very name.
    return !each.old || (each.codes.length > 0 && !each.near);
  });
}

function ancestors(lines: RosterLines, code: string, date: string): string[] {
  const found: string[] = [];
  let parent = lineNear(lines, code, date)?.parent ?? null;
  while (parent !== null && parent !== code && !found.includes(parent)) {
    found.push(parent);
    parent = lineNear(lines, parent, date)?.parent ?? null;
  }
  return found;
}

/** A note where no place writes the name letter by letter. */
function nearMatch(
  code: string,
  evidence: readonly Evidence[],
  report: UnitEvidence,
  registry: Registry,
  place: Place,
): Finding[] {
  const own = evidence.filter(({ codes }) => codes.includes(code));
  const [first] = own;
  if (first === undefined || own.some(({ near, codes }) => !near && codes.length === 1)) return [];
  const name = nameOf(code, report.folderDate, registry);
  return [finding('unit/near-match', { ...placeOf(first, place), unit: code }, { text: first.text, name })];
}

function ambiguous(
  codes: readonly string[],
  evidence: readonly Evidence[],
  report: UnitEvidence,
  registry: Registry,
  place: Place,
): UnitResult {
  const first = evidence.find((e) => e.codes.some((code) => codes.includes(code)));
  const candidates = toldApart(codes, report.folderDate, registry);
  const at = first === undefined ? place : placeOf(first, place);
  return { unit: null, findings: [finding('unit/ambiguous', at, { text: first?.text ?? '', candidates })] };
}

function disagree(
  evidence: readonly Evidence[],
  report: UnitEvidence,
  registry: Registry,
  place: Place,
): Finding {
  const said = evidence.filter(({ source, codes }) => codes.length > 0 || groupOf(source) === 'content');
  const sure = said.flatMap(({ codes: [code, ...others] }) => (code && others.length === 0 ? [code] : []));
  const units = new Map(toldApart(sure, report.folderDate, registry).map((named, n) => [sure[n], named]));
  const claims: (NamedUnit & { source: ClaimSource })[] = [];
  for (const { source, codes, text } of said) {
    const named = (codes.length === 1 ? units.get(codes[0]) : undefined) ?? { name: text };
    if (!claims.some((c) => c.source === source && c.name === named.name && c.code === named.code))
      claims.push({ source, ...named });
  }
  return finding('unit/disagree', place, { claims });
}

function unknownUnit(evidence: Evidence, place: Place): Finding {
  return finding('unit/unknown', placeOf(evidence, place), {
    text: evidence.text,
    nearest: evidence.nearest,
  });
}

function placeOf({ at }: Evidence, place: Place): Place {
  if (at === null) return place;
  return { ...place, sheet: at.sheet, cell: address(at.row, at.col), row: at.row, col: at.col };
}
