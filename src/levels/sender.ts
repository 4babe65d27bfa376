import type { CampaignFolder } from '../model/campaign.ts';
import type { CountedReport, Entry, EntryIndex } from '../model/entry.ts';
import { compareText } from '../model/finding.ts';
import type { LevelEntry } from '../model/level.ts';
import { lineNear, type RosterLines } from '../model/roster-lines.ts';
import type { ContentScope, ContentUnit } from '../model/summary-content.ts';
import { fold } from '../text/fold.ts';

/** What one office says in its summaries up to a day. */
export interface Sender {
  readonly code: string;
  /** Form of its summaries. */
  readonly form: string;
  /** How many units stand above it in the roster: the nearer to the source, the more its word counts. */
  readonly depth: number;
  /** By form id. */
  readonly scopes: ReadonlyMap<string, SenderScope>;
}

export interface SenderScope {
  readonly scope: Omit<ContentScope, 'units'>;
  /** The report day of the newest summary: what units owe is said for that day. */
  readonly day: string;
  readonly units: readonly SenderUnit[];
}

export interface SenderUnit {
  readonly unit: ContentUnit;
  readonly entries: readonly SenderEntry[];
}

/** A leaf's report with the summary that it was read from. */
export interface SenderEntry {
  readonly entry: LevelEntry;
  readonly unit: ContentUnit;
  readonly summary: CountedReport;
}

/** The offices that sent summaries which count up to the day, in roster order. */
export function sendersOf(
  book: EntryIndex,
  folder: CampaignFolder,
  lines: RosterLines,
  date: string,
): Sender[] {
  const order = new Map([...lines.keys()].map((code, n) => [code, n]));
  const place = (code: string): number => order.get(code) ?? order.size;
  const said = new Map<string, Entry[]>();
  for (const [form, units] of book) {
    if (folder.forms.get(form)?.layout !== 'summary') continue;
    for (const [code, entries] of units) {
      const own = entries.filter((entry) => entry.counts && entry.day <= date);
      if (own.length > 0) said.set(code, [...(said.get(code) ?? []), ...own]);
    }
  }
  return [...said]
    .sort(([a], [b]) => place(a) - place(b) || compareText(a, b))
    .map(([code, entries]) => ({
      code,
      form: entries[0]?.source.form ?? '',
      depth: depthOf(lines, code, date),
      scopes: foldSummaries([...entries].sort((a, b) => compareText(a.day, b.day))),
    }));
}

function depthOf(lines: RosterLines, code: string, date: string): number {
  return ancestorsOf(lines, code, date).length;
}

/** Codes of the units above a unit, from the nearest; also of those that the roster does not list. */
export function ancestorsOf(lines: RosterLines, code: string, date: string): readonly string[] {
  const above: string[] = [];
  let parent = lineNear(lines, code, date)?.parent ?? null;
  while (parent !== null && parent !== code && !above.includes(parent)) {
    above.push(parent);
    parent = lineNear(lines, parent, date)?.parent ?? null;
  }
  return above;
}

/** The newest summary says which units there are; one that carries no history leaves that of the older ones standing. */
function foldSummaries(entries: readonly Entry[]): ReadonlyMap<string, SenderScope> {
  const scopes = new Map<string, SenderScope>();
  for (const { day, source } of entries) {
    for (const { units, ...scope } of source.summary?.scopes ?? []) {
      const before = new Map(scopes.get(scope.form.id)?.units.map((each) => [each.unit.code, each]));
      const heard = units.map((unit) => hearUnit(dated(unit, day), scope.full, source, before));
      scopes.set(scope.form.id, { scope, day, units: heard });
    }
  }
  return scopes;
}

/** A table that names no day is of the day of its report. */
function dated(unit: ContentUnit, day: string): ContentUnit {
  if (unit.entries.every((entry) => entry.day !== '')) return unit;
  return {
    ...unit,
    entries: unit.entries.map((entry) => (entry.day === '' ? { ...entry, day, date: day } : entry)),
  };
}

function hearUnit(
  said: ContentUnit,
  full: boolean,
  summary: CountedReport,
  before: ReadonlyMap<string, SenderUnit>,
): SenderUnit {
  const known = said.code === '' ? byName(before, nameOf(said)) : before.get(said.code);
  const unit = known !== undefined && said.code === '' ? { ...said, ...identityOf(known.unit) } : said;
  const entries = unit.entries.map((entry) => ({ entry, unit, summary }));
  const days = new Set(unit.entries.map(({ day }) => day));
  const older = full ? [] : (known?.entries ?? []).filter(({ entry }) => !days.has(entry.day));
  return { unit, entries: [...older, ...entries].sort((a, b) => compareText(a.entry.day, b.entry.day)) };
}

/** What a table without codes does not know of a unit that an older summary named. */
function identityOf({ code, lines, once }: ContentUnit): Pick<ContentUnit, 'code' | 'lines' | 'once'> {
  return { code, lines, once };
}

function byName(units: ReadonlyMap<string, SenderUnit>, name: string): SenderUnit | undefined {
  return [...units.values()].find(({ unit }) => fold(nameOf(unit)) === fold(name));
}

/** The unit's last name. */
export function nameOf(unit: ContentUnit): string {
  return unit.lines.at(-1)?.name ?? unit.code;
}
