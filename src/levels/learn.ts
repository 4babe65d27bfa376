import type { CampaignFolder } from '../model/campaign.ts';
import type { EntryIndex } from '../model/entry.ts';
import type { Form } from '../model/form.ts';
import type { LevelForm, LevelObligation } from '../model/level.ts';
import { type RosterLines, rosterLinesOf } from '../model/roster-lines.ts';
import type { Instant } from '../model/submission.ts';
import { type CodesHere, codesHere } from './codes.ts';
import { type Doubt, ofOwnUnits, ofSoundReports } from './doubts.ts';
import { type DoubleReport, joinBooks, type SummaryClaim, type SummaryClaims } from './join.ts';
import { withLearntLines } from './learnt-roster.ts';
import { type Sender, type SenderUnit, sendersOf } from './sender.ts';

/** A leaf unit that summaries speak of. */
export interface LearntUnit {
  readonly code: string;
  /** The office whose summary is believed about it. */
  readonly sender: string;
  /** Form of that summary. */
  readonly form: string;
  /**
   * What it owes on `day`, the day of that office's newest summary, and when what is asked once was due; of another day
   * nothing is known but the sender's own duty.
   */
  readonly day: string;
  readonly owes: LevelObligation;
  readonly once: boolean;
}

/** By form id, then by code, in the order of senders and of their lists. */
export type LearntUnits = ReadonlyMap<string, ReadonlyMap<string, LearntUnit>>;

/** A campaign with what its summaries tell: units, forms and reports that the own roster and inbox do not have. */
export interface Learnt {
  readonly folder: CampaignFolder;
  readonly units: LearntUnits;
  /** The own reports and those of the summaries; of a unit and day that came from two sources one counts. */
  readonly book: EntryIndex;
  /** Units that came from two sources. */
  readonly doubleReports: readonly DoubleReport[];
  /** What summaries say that is not taken over. */
  readonly doubts: readonly Doubt[];
}

export const NOTHING_LEARNT: LearntUnits = new Map();

/**
 * What the accepted summaries up to a day add to a campaign (contract section 4). Of an office its newest summary is
 * believed; of a unit that came from several sources its own file before any summary, then the office nearest to it. Of each
 * unit it must hold what would hold if its report had come by itself as of the same time.
 */
export function learn(own: EntryIndex, folder: CampaignFolder, date: string, asOf: Instant): Learnt {
  const lines = rosterLinesOf(folder.roster);
  const senders = sendersOf(own, folder, lines, date);
  if (senders.length === 0)
    return { folder, units: NOTHING_LEARNT, book: own, doubleReports: [], doubts: [] };
  const claimed = tellings(senders, codesHere(senders, folder, lines, date), lines);
  const forms = formsOf(folder, senders);
  const owned = ofOwnUnits(claimed, folder, lines);
  const roster = withLearntLines(folder, lines, owned.told);
  const { told, doubts } = ofSoundReports(owned.told, { forms, lines: rosterLinesOf(roster), asOf });
  const { book, crossings } = joinBooks(own, told, { forms, folder, date });
  return {
    folder: { ...folder, forms, roster },
    units: unitsOf(told),
    book,
    doubleReports: crossings,
    doubts: [...owned.doubts, ...doubts],
  };
}

/** Who says what of each unit: by form, then code; of several the nearest office first. */
function tellings(
  senders: readonly Sender[],
  codeHere: CodesHere,
  own: RosterLines,
): ReadonlyMap<string, SummaryClaims> {
  const told = new Map<string, Map<string, SummaryClaim[]>>();
  for (const sender of senders) {
    const codes = codesOf(sender, codeHere);
    for (const [form, scope] of sender.scopes) {
      const units = told.get(form) ?? new Map();
      told.set(form, units);
      for (const unit of scope.units) {
        const code = codeHere(sender.code, unit.unit);
        const mapped = { ...unit, unit: withParents(unit.unit, sender, codes, own) };
        units.set(code, [...(units.get(code) ?? []), { sender, scope, unit: mapped }]);
      }
    }
  }
  for (const units of told.values()) {
    for (const all of units.values()) all.sort((a, b) => b.sender.depth - a.sender.depth);
  }
  return told;
}

/** Codes here of all units of a sender, by the code that they have there. */
function codesOf(sender: Sender, codeHere: CodesHere): ReadonlyMap<string, string> {
  const units = [...sender.scopes.values()].flatMap((scope) => scope.units);
  return new Map(units.map(({ unit }) => [unit.code, codeHere(sender.code, unit)]));
}

/** What stands above a unit at the sender is a unit of the sender, one of the own roster, or the sender itself. */
function withParents(
  unit: SenderUnit['unit'],
  sender: Sender,
  codes: ReadonlyMap<string, string>,
  own: RosterLines,
): SenderUnit['unit'] {
  const above = (parent: string | null): string =>
    parent === null ? sender.code : (codes.get(parent) ?? (own.has(parent) ? parent : sender.code));
  return {
    ...unit,
    lines: unit.lines.map((line) => ({
      ...line,
      parent: above(line.parent),
      ...(line.successor === undefined ? {} : { successor: codes.get(line.successor) ?? line.successor }),
    })),
  };
}

function unitsOf(told: ReadonlyMap<string, SummaryClaims>): LearntUnits {
  const forms = new Map<string, Map<string, LearntUnit>>();
  for (const [form, units] of told) {
    const learnt = new Map<string, LearntUnit>();
    forms.set(form, learnt);
    for (const [code, [first]] of units) {
      if (first === undefined) continue;
      const { owes, once } = first.unit.unit;
      const { code: sender, form: summary } = first.sender;
      learnt.set(code, { code, sender, form: summary, day: first.scope.day, owes, once });
    }
  }
  return forms;
}

/** The own forms, and those that only the senders know. */
function formsOf(folder: CampaignFolder, senders: readonly Sender[]): ReadonlyMap<string, Form> {
  const forms = new Map(folder.forms);
  for (const { scopes } of senders) {
    for (const [id, { scope }] of scopes) if (!forms.has(id)) forms.set(id, formOf(scope.form));
  }
  return forms;
}

function formOf(form: LevelForm): Form {
  return { ...form, titles: [], subject: null, layout: 'lines', fields: [], rules: [], source: '' };
}
