import type { UnitObligation } from '../../levels/obligation.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import type { Entry } from '../../model/entry.ts';
import type {
  LevelData,
  LevelEntry,
  LevelFigure,
  LevelForm,
  LevelLine,
  LevelObligation,
  LevelUnit,
} from '../../model/level.ts';
import { formatInstant } from '../../model/time.ts';
import type { Unit } from '../../model/units.ts';
import { travellingSheet } from '../../text/sheet-name.ts';
import type { ScopeView } from './rollup.ts';
import type { UnitDay } from './unit-day.ts';

/** Enough of a hash to tell the files of a campaign apart; the same digits stand on the sheet `Nguồn`. */
const HASH_DIGITS = 12;

/** What the summary of these scopes tells the office above. */
export function levelOf(views: readonly ScopeView[]): LevelData {
  return {
    schema: 'bluezone-report/level@1',
    scopes: views.map((view) => ({
      id: view.plan.id,
      form: formOf(view),
      units: view.units.map((unit) => unitOf(unit, view)),
    })),
  };
}

function formOf({ plan: { form } }: ScopeView): LevelForm {
  const { id, version, scope, name, sheetTitle, measures, defaultBase } = form;
  return { id, version, scope, name, sheetTitle, measures, defaultBase };
}

function unitOf(unit: UnitDay, view: ScopeView): LevelUnit {
  const { plan, book, date } = view;
  const zone = view.folder.campaign.timezone;
  const entries = (book.get(plan.form.id)?.get(unit.code) ?? []).filter(({ day }) => day <= date);
  return {
    code: unit.code,
    once: unit.once,
    lines: (plan.lines.get(unit.code) ?? []).map(lineOf),
    owes: owesOf(unit.owed, zone),
    entries: entries.map((entry) => entryOf(entry, entry === unit.entry, view.folder)),
  };
}

function lineOf({ name, kind, parent, bases, validFrom, validTo, successor }: Unit): LevelLine {
  const line = { name, kind, parent, bases, validFrom, validTo };
  return successor === null ? line : { ...line, successor };
}

/** Why a unit is exempt stays here: it may speak of people. */
function owesOf(owed: UnitObligation, zone: string): LevelObligation {
  switch (owed.kind) {
    case 'due': {
      const { deadline } = owed;
      return {
        kind: 'due',
        deadline: deadline === null ? null : { at: formatInstant(deadline.at, zone), rule: deadline.rule },
      };
    }
    case 'exempt':
      return { kind: 'exempt' };
    case 'not-required':
    case 'stated':
      return owed;
  }
}

function entryOf(
  { day, counts, source, via }: Entry,
  standing: boolean,
  { campaign, forms }: CampaignFolder,
): LevelEntry {
  const { date, arrival, version, sha256, figures, given, sheets } = source;
  const travels = (sheet: string): string => travellingSheet(sheet, sheets, forms.values());
  const figure = ({ value, sheet, cells, counting }: LevelFigure): LevelFigure =>
    standing
      ? {
          value,
          ...(sheet && cells ? { sheet: travels(sheet), cells } : {}),
          ...(counting ? { counting } : {}),
        }
      : { value };
  return {
    day,
    date,
    at: via !== undefined && via.entry.at === null ? null : formatInstant(arrival.at, campaign.timezone),
    evidence: arrival.evidence,
    version,
    counts,
    sha256: sha256.slice(0, HASH_DIGITS),
    figures: counts ? Object.fromEntries([...figures].map(([measure, each]) => [measure, figure(each)])) : {},
    ...(standing && given.size > 0 ? { given: Object.fromEntries(given) } : {}),
  };
}
