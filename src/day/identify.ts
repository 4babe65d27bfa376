import type { CampaignFolder } from '../model/campaign.ts';
import { type Finding, finding, type Place } from '../model/finding.ts';
import type { Claim, DateClaim } from '../model/report.ts';
import { lineNear, lineOn, rosterLinesOf } from '../model/roster-lines.ts';
import { collectOf } from '../model/timeliness.ts';
import { indexRoster } from '../text/match/roster-index.ts';
import { matchUnit } from '../text/match.ts';
import { dateOfReport } from './identify/date.ts';
import { namesOf } from './identify/names.ts';
import type { Registry } from './identify/registry.ts';
import { unitOfReport } from './identify/unit.ts';

export function registryOf(folder: CampaignFolder): Registry {
  const { authority } = folder.campaign;
  const above = [authority.name, authority.place, authority.parent].filter((name) => name !== null);
  const index = indexRoster(folder.roster, above);
  const office = above.flatMap((name) => {
    const match = matchUnit(name, index);
    return match.kind === 'match' && (match.how === 'exact' || match.how === 'folded')
      ? [match.unit.code]
      : [];
  });
  return { folder, lines: rosterLinesOf(folder.roster), index, office: new Set(office) };
}

/** One report with everything that may say whose and of which day it is. */
export interface IdentityClaims {
  readonly form: string;
  readonly unitClaims: readonly Claim[];
  readonly dateClaims: readonly DateClaim[];
  /** Relative to the campaign folder; for the places of findings. */
  readonly path: string;
  /** Set where the file holds several reports. */
  readonly sheet: string | null;
  /** Its path below the date folder (`tam quan/bc.xlsx`, `a.zip!/b.xlsx`): folders and archives, then the file's name. */
  readonly inside: string;
  readonly folderDate: string;
  /** Recorded decisions: they stand above anything that was read. */
  readonly decided?: { readonly unit?: string; readonly date?: string };
}

export interface Identity {
  /** Code; null where it is unknown or in doubt. */
  readonly unit: string | null;
  /** Its own date, else the folder's. */
  readonly date: string;
  /** Those that make it undecided or rejected among them. */
  readonly findings: readonly Finding[];
}

/**
 * Whose report it is and of which day: by what stands in it, then its file name, then its folders. They must agree;
 * where they do not, or nothing names a unit of the roster beyond doubt, it is asked, never guessed (contract section 3).
 */
export function identify(report: IdentityClaims, registry: Registry): Identity {
  const { folder, lines } = registry;
  const place = { file: report.path, ...(report.sheet === null ? {} : { sheet: report.sheet }) };
  const names = namesOf(report.inside);
  const kinds = folder.campaign.collect.flatMap(({ form, from }) => (form === report.form ? from : []));
  const decided = report.decided?.unit;
  const whose =
    decided === undefined
      ? unitOfReport(report, names, kinds, registry, place)
      : { unit: lines.has(decided) ? decided : null, findings: unknownDecision(decided, registry, place) };
  const line = whose.unit === null ? null : lineNear(lines, whose.unit, report.folderDate);
  const once = line !== null && collectOf(folder.campaign, report.form, line.kind)?.every === 'once';
  const when = dateOfReport(report, names, once, place);
  return {
    unit: whose.unit,
    date: when.date,
    findings: [
      ...whose.findings,
      ...(whose.unit === null ? [] : owing(whose.unit, when.date, report.form, registry, place)),
      ...when.findings,
    ],
  };
}

function unknownDecision(code: string, { lines }: Registry, place: Place): Finding[] {
  return lines.has(code) ? [] : [finding('unit/unknown', place, { text: code, nearest: null })];
}

/** Whether the unit is asked for this form, and is one on that day. */
function owing(code: string, date: string, form: string, registry: Registry, place: Place): Finding[] {
  const { folder, lines } = registry;
  const line = lineNear(lines, code, date);
  if (line === null) return [];
  const at = { ...place, unit: code };
  if (collectOf(folder.campaign, form, line.kind) === null) {
    const forms = new Set(folder.campaign.collect.map((collect) => collect.form));
    const expected = [...forms].filter((id) => collectOf(folder.campaign, id, line.kind) !== null);
    return [finding('form/not-asked', at, { form, unitName: line.name, expected })];
  }
  return lineOn(lines, code, date) === null ? [finding('unit/not-valid', at, { name: line.name, date })] : [];
}
