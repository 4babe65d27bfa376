import { type Asker, openAsker } from '../../console/ask.ts';
import type { Context } from '../../console/command.ts';
import type { AdminList } from '../../load/admin-lists.ts';
import { openCampaign } from '../../load/folder.ts';
import { placeLabel, places } from '../../load/places.ts';
import type { Campaign, Collect, Due, Target } from '../../model/campaign.ts';
import { isDate } from '../../model/time.ts';
import { profileNames } from '../../templates.ts';
import { parseDay } from '../../text/date.ts';
import { hamletLines } from '../../text/hamlets.ts';
import { adapted, authorityOf, lowerKind, type OfficePlace } from '../../text/office.ts';
import { writeCampaignYaml } from '../../write/campaign-yaml.ts';
import {
  filesOf,
  type NewFolder,
  newFolder,
  profileCampaign,
  rosterFor,
  slug,
  usualProfile,
} from './making.ts';

export interface Asking {
  readonly asker: Asker;
  readonly context: Context;
}

/** Makes a campaign by asking: one of the shipped profiles, or a new one from a letter, question by question. */
export async function askNew(
  context: Context,
  given: OfficePlace | null,
  typed: string | undefined,
  list: AdminList,
): Promise<NewFolder> {
  const { words, io } = context;
  const said = words.fill.init;
  const asker = await openAsker(context, said.instead(profileNames().join('|')));
  const asking = { asker, context };
  if (given === null) {
    const profiles: { value: string | null; name: string }[] = [];
    for (const value of profileNames()) {
      const { campaign } = await openCampaign(io, value, []);
      profiles.push({ value, name: `${campaign.name} (${value})` });
    }
    const profile = await asker.choose<string | null>(said.which, [
      { value: null, name: said.fromLetter },
      ...profiles,
    ]);
    if (profile !== null) return newFolder(context, profile, null, await askFolder(asking, typed, profile));
  }
  const place = await askHamlets(asking, given ?? (await askPlace(asking, list)));
  for (;;) {
    const campaign = await askCampaign(asking, place);
    asker.say(`\n${writeCampaignYaml(campaign, words)}`);
    const units = await rosterFor(context, campaign, place, usualProfile(place));
    asker.say(said.roster(units.length));
    const right = await asker.choose(said.right, [
      { value: true, name: words.fill.ask.yes },
      { value: false, name: said.again },
    ]);
    if (!right) continue;
    return {
      folder: await askFolder(asking, typed, slug(place.name)),
      listed: place.listed,
      files: filesOf(campaign, units, words),
    };
  }
}

async function askFolder(
  { asker, context }: Asking,
  typed: string | undefined,
  proposed: string,
): Promise<string> {
  if (typed !== undefined) return typed;
  const folder = await asker.text(context.words.fill.init.folder, { initial: proposed });
  return folder === '' ? proposed : folder;
}

async function askPlace({ asker, context }: Asking, list: AdminList): Promise<OfficePlace> {
  const said = context.words.fill.init;
  const levels = (['commune', 'district', 'province'] as const).filter(
    (level) => places(level, list).length > 0,
  );
  const level = await asker.choose<OfficePlace['level']>(
    said.level,
    levels.map((value) => ({ value, name: said[value] })),
  );
  return asker.find(
    said.place,
    places(level, list).map((value) => ({ value, name: placeLabel(value) })),
  );
}

/** Hamlets and schools of a commune, typed or pasted one a line until a blank one. */
async function askHamlets({ asker, context }: Asking, place: OfficePlace): Promise<OfficePlace> {
  if (place.level !== 'commune' || place.units.length > 0) return place;
  const said = context.words.fill.init;
  const names: string[] = [];
  for (;;) {
    const typed = await asker.text(names.length === 0 ? said.hamlets : said.moreHamlets(names.length));
    if (typed === '' && hamletLines(names, place.code).length > 0) break;
    names.push(...typed.split(/[\r\n;]+/));
  }
  return { ...place, units: hamletLines(names, place.code) };
}

async function askCampaign(asking: Asking, place: OfficePlace): Promise<Campaign> {
  const { asker, context } = asking;
  const said = context.words.fill.init;
  const base = adapted((await profileCampaign(context, usualProfile(place))).campaign, place);
  const name = await asker.text(said.name, {
    initial: `${base.name.split(',')[0]}, ${lowerKind(place.name)}`,
  });
  const department = await asker.text(said.department, { initial: base.authority.department ?? '' });
  const authority = authorityOf(place, department === '' ? null : department);
  const number = await asker.text(said.number);
  const date = await askDay(asking, said.letterDate);
  const basis = await asker.text(said.basis);
  const from = await askDay(asking, said.from);
  const to = await askDay(asking, said.to);
  const collect: Collect[] = [];
  for (const each of base.collect) {
    const asked = await askCollect(asking, each);
    if (asked !== null) collect.push(asked);
  }
  const targets: Target[] = [];
  for (const target of usualTargets(collect)) targets.push(...(await askTargets(asking, target)));
  const forward = await askForward(asking, authority.parent ?? '');
  return {
    ...base,
    name,
    authority,
    directive: { number: number === '' ? null : number, date, basis: basis === '' ? [] : [basis] },
    period: { from, to },
    collect: collect.length > 0 ? collect : base.collect,
    targets,
    forward,
  };
}

/** A day or blank, typed as one likes; yyyy-mm-dd. */
export async function askDay({ asker, context }: Asking, message: string): Promise<string | null> {
  const read = (text: string): string | null => (isDate(text) ? text : parseDay(text));
  const text = await asker.text(message, {
    check: (typed) =>
      typed === '' || read(typed) !== null
        ? null
        : context.words.problems['bad-date']({ kind: 'bad-date', text: typed }),
  });
  return text === '' ? null : read(text);
}

/** What the letter asks of the units of one line: daily, once, or nothing. */
async function askCollect(asking: Asking, base: Collect): Promise<Collect | null> {
  const { asker, context } = asking;
  const said = context.words.fill.init;
  const every = await asker.choose<'day' | 'once' | null>(
    said.every(base.from.join(', '), said.forms(base.form)),
    [
      { value: 'day', name: said.daily },
      { value: 'once', name: said.once },
      { value: null, name: said.never },
    ],
  );
  if (every === null) return null;
  return { ...base, every, due: await askDue(asking, every === 'once') };
}

export async function askDue(asking: Asking, withDate: boolean): Promise<Due | null> {
  const { asker, context } = asking;
  const said = context.words.fill.init;
  const date = withDate ? await askDay(asking, said.dueDate) : null;
  if (withDate && date === null) return null;
  const typed = await asker.text(said.dueTime, {
    check: (text) => (text === '' || timeOf(text) !== null ? null : said.badTime),
  });
  const time = timeOf(typed);
  if (date === null && time === null) return null;
  const rule = await asker.choose<Due['rule']>(said.rule, [
    { value: 'before', name: said.before },
    { value: 'no-later-than', name: said.noLater },
  ]);
  return { date, time, rule };
}

/** 15:00, 15h, 15h30, 15 → 15:00, 15:00, 15:30, 15:00; null for what is no hour. */
function timeOf(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*(?:h|giờ|:|g)\s*(\d{2})?)?$/i.exec(text.trim());
  const [hour, minute] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)];
  return hour > 23 || minute > 59
    ? null
    : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

type TargetOf = Pick<Target, 'scope' | 'measure' | 'of'>;

function usualTargets(collect: readonly Collect[]): readonly TargetOf[] {
  const forms = new Set(collect.map(({ form }) => form));
  const residents = { scope: 'residents', measure: 'installed', of: 'smartphone_users' };
  const staff = { scope: 'staff', measure: 'staff_installed', of: 'staff_with_smartphone' };
  return [
    ...(forms.has('mau-02') || forms.has('tong-hop') ? [residents] : []),
    ...(forms.has('mau-01') ? [staff] : []),
  ];
}

/** Percentages until a blank one: a letter may set 60 % for one day and 90 % for another. */
async function askTargets(asking: Asking, target: TargetOf): Promise<readonly Target[]> {
  const { asker, context } = asking;
  const said = context.words.fill.init;
  const targets: Target[] = [];
  for (;;) {
    const typed = await asker.text(said.target(said.targetOf(target.scope), targets.length > 0), {
      check: (text) => (text === '' || shareOf(text) !== null ? null : said.badPercent),
    });
    const reach = shareOf(typed);
    if (reach === null) return targets;
    const by = await askDay(asking, said.by);
    const id = `${target.scope}-${typed.replace(/[^\d]+/g, '-').replace(/^-|-$/g, '')}`;
    if (targets.every((other) => other.id !== id)) targets.push({ id, ...target, reach, by });
  }
}

/** 60, 60%, 62,5% as an exact share. */
function shareOf(text: string): Target['reach'] | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim());
  if (match === null) return null;
  const part = match[2] ?? '';
  return { num: Number(`${match[1]}${part}`), den: 10 ** (2 + part.length) };
}

async function askForward(asking: Asking, parent: string): Promise<Campaign['forward']> {
  const typed = await asking.asker.text(asking.context.words.fill.init.forwardTo, { initial: parent });
  const to = typed
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return to.length === 0 ? [] : [{ to, due: await askDue(asking, false) }];
}
