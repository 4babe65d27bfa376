import type { CampaignFolder } from '../model/campaign.ts';
import type { LevelLine } from '../model/level.ts';
import type { RosterLines } from '../model/roster-lines.ts';
import type { ContentUnit } from '../model/summary-content.ts';
import { type BASE_IDS, isValidOn, type Roster, type Unit, type UnitBases } from '../model/units.ts';
import type { SummaryClaims } from './join.ts';

/** `Unit.line` of a unit that no line of units.csv names: a summary did. */
const NO_LINE = 0;

/** Whether a line was learnt from a summary: it stands in no units.csv here. */
export function isLearnt(line: Unit): boolean {
  return line.line === NO_LINE;
}

/**
 * The own roster, then the units that only summaries name. A base that the own roster does not know is filled from the
 * summaries, unless the office has its own for the whole area.
 */
export function withLearntLines(
  folder: CampaignFolder,
  lines: RosterLines,
  told: ReadonlyMap<string, SummaryClaims>,
): Roster {
  const known = new Map<string, ContentUnit>();
  for (const units of told.values()) {
    for (const [code, [first]] of units) {
      if (first !== undefined && !known.has(code)) known.set(code, first.unit.unit);
    }
  }
  const own = folder.roster.units.map((unit) => {
    const said = known.get(unit.code);
    return said === undefined ? unit : { ...unit, bases: filled(unit, said, folder) };
  });
  const learnt = [...known].flatMap(([code, unit]) =>
    lines.has(code) ? [] : unit.lines.map((line) => unitOf(code, line)),
  );
  return { units: [...own, ...learnt] };
}

function filled(unit: Unit, said: ContentUnit, { campaign }: CampaignFolder): UnitBases {
  const day = unit.validTo ?? unit.validFrom;
  const line =
    (day === null ? undefined : said.lines.find((each) => isValidOn({ ...unit, ...each }, day))) ??
    said.lines.at(-1);
  const base = (id: (typeof BASE_IDS)[number]): number | null =>
    unit.bases[id] ?? (campaign.bases?.[id] === undefined ? (line?.bases[id] ?? null) : null);
  return {
    smartphone_users: base('smartphone_users'),
    population: base('population'),
    adults: base('adults'),
  };
}

function unitOf(code: string, { name, kind, parent, bases, validFrom, validTo, successor }: LevelLine): Unit {
  return {
    code,
    name,
    kind,
    parent,
    aliases: [],
    bases,
    baseDate: null,
    baseSource: null,
    contactName: null,
    contactPhone: null,
    validFrom,
    validTo,
    successor: successor ?? null,
    note: null,
    line: NO_LINE,
  };
}
