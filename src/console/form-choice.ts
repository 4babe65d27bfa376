import type { Io } from '../io.ts';
import type { CampaignFolder, Collect } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';
import type { Form } from '../model/form.ts';
import { lineNear, rosterLinesOf } from '../model/roster-lines.ts';
import { dateOf, isDate } from '../model/time.ts';
import { collectOf } from '../model/timeliness.ts';
import type { Unit } from '../model/units.ts';
import { parseDay } from '../text/date.ts';
import { bare } from '../text/fold.ts';
import { indexRoster } from '../text/match/roster-index.ts';
import { matchUnit } from '../text/match.ts';
import { nearest } from '../text/nearest.ts';
import type { FormPageInput } from '../view/blank.ts';

/** The forms of a campaign that people fill in, in the order of campaign.yaml. */
export function formsOf({ campaign, forms }: CampaignFolder): readonly Form[] {
  const ids = [...new Set(campaign.collect.map(({ form }) => form))];
  return ids.flatMap((id) => forms.get(id) ?? []).filter(({ layout }) => layout !== 'summary');
}

/** A form by its id or name ("mau-02", "mẫu 02"); without a name those of the campaign. Throws a UserError. */
export function formsNamed(folder: CampaignFolder, typed: string | undefined): readonly Form[] {
  if (typed === undefined) return formsOf(folder);
  const key = (text: string): string => bare(text).replace(/[^a-z0-9]/g, '');
  const known = [...folder.forms.values()].filter(({ layout }) => layout !== 'summary');
  const form = known.find(({ id, name }) => [id, name.vi, name.en].some((each) => key(each) === key(typed)));
  if (form !== undefined) return [form];
  throw new UserError({ kind: 'bad-choice', name: '[form]', text: typed, known: known.map(({ id }) => id) });
}

/** A unit by its code or a name that fits no other, as it is on a day. Throws a UserError. */
export function unitNamed({ roster }: CampaignFolder, typed: string, date: string): Unit {
  const match = matchUnit(typed, indexRoster(roster), { date });
  const line = match.kind === 'match' ? lineNear(rosterLinesOf(roster), match.unit.code, date) : null;
  if (line !== null) return line;
  const near = match.kind === 'ambiguous' ? (match.candidates[0]?.name ?? null) : null;
  const names = roster.units.flatMap(({ code, name }) => [code, name]);
  throw new UserError({ kind: 'no-such-unit', text: typed, nearest: near ?? nearest(typed, names) });
}

/** The units that owe a form on a day, in roster order. */
export function unitsOwing(
  { campaign, roster }: CampaignFolder,
  form: string,
  date: string,
): readonly Unit[] {
  const lines = rosterLinesOf(roster);
  return [...lines.keys()].flatMap((code) => {
    const line = lines
      .get(code)
      ?.find(({ validFrom, validTo }) => (validFrom ?? date) <= date && date <= (validTo ?? date));
    return line !== undefined && collectOf(campaign, form, line.kind) !== null ? [line] : [];
  });
}

/** A typed date, else today in the campaign's zone; before the campaign begins, its first day. Throws a UserError. */
export function dateNamed(io: Io, { campaign }: CampaignFolder, typed: string | undefined): string {
  const today = dateOf(io.now(), campaign.timezone);
  if (typed === undefined)
    return campaign.period.from !== null && today < campaign.period.from ? campaign.period.from : today;
  const date = isDate(typed) ? typed : parseDay(typed, { year: Number(today.slice(0, 4)) });
  if (date === null) throw new UserError({ kind: 'bad-date', text: typed });
  return date;
}

/** What the campaign says of a form beside the form itself, for its page. */
export function pageSetup(
  { campaign }: CampaignFolder,
  form: Form,
  unit: Unit | null,
): Pick<FormPageInput, 'every' | 'officePlace' | 'committees'> {
  const own = unit === null ? null : collectOf(campaign, form.id, unit.kind);
  const collects: readonly Collect[] =
    own === null ? campaign.collect.filter((each) => each.form === form.id) : [own];
  return {
    every: collects.some(({ every }) => every === 'day') ? 'day' : 'once',
    officePlace: campaign.authority.place,
    committees: collects.some(({ from }) => from.some((kind) => COMMUNES.has(kind))),
  };
}

const COMMUNES = new Set(['xã', 'phường', 'thị trấn']);
