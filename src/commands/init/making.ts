import { posix } from 'node:path';
import type { Context, Plan, PlannedFile } from '../../console/command.ts';
import type { Words } from '../../lang/lang.ts';
import { REFORM } from '../../load/admin-lists.ts';
import { absolute, campaignOf, openCampaign } from '../../load/folder.ts';
import { unitsOver } from '../../load/reform.ts';
import type { Campaign } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import { dateOf, daysBetween } from '../../model/time.ts';
import type { Unit } from '../../model/units.ts';
import { templateBytes } from '../../templates.ts';
import { stripMarks } from '../../text/fold.ts';
import { adapted, agenciesFor, type OfficePlace, partsOfName } from '../../text/office.ts';
import type { RosterLine } from '../../text/roster-line.ts';
import { writeCampaignYaml } from '../../write/campaign-yaml.ts';
import { writeUnitsCsv } from '../../write/units-csv.ts';

/** A campaign folder to be made: where, and what goes into it. */
export interface NewFolder {
  /** As typed or proposed, relative to the current folder. */
  readonly folder: string;
  /** The day of the administrative list that its units are from; null where no list was used. */
  readonly listed: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** A profile as it is shipped; with a place, its letter as another office would put it. */
export async function newFolder(
  context: Context,
  profile: string | null,
  place: OfficePlace | null,
  folder: string | undefined,
): Promise<NewFolder> {
  if (place === null && profile !== null) {
    const files = ['campaign.yaml', 'units.csv'].map((name) => ({
      name,
      bytes: templateBytes(`campaigns/${profile}/${name}`),
    }));
    return { folder: folder ?? profile, listed: null, files };
  }
  if (place === null) throw new Error('neither profile nor place');
  const from = profile ?? usualProfile(place);
  const own = adapted((await profileCampaign(context, from)).campaign, place);
  const campaign = profile === null ? withoutLetter(own) : own;
  return {
    folder: folder ?? slug(place.name),
    listed: place.listed,
    files: filesOf(campaign, await rosterFor(context, campaign, place, from), context.words),
  };
}

/** The profile whose forms and agencies a new campaign begins with. */
export function usualProfile({ level, listed }: OfficePlace): string {
  if (level !== 'province') return 'hoai-nhon-2021';
  return listed >= REFORM ? 'gia-lai-2026' : 'dong-nai-2020';
}

export async function profileCampaign(
  { io }: Context,
  profile: string,
): Promise<{ readonly campaign: Campaign; readonly agencies: readonly RosterLine[] }> {
  const { campaign, roster } = await openCampaign(io, profile, []);
  return { campaign, agencies: roster.units.map(lineOf) };
}

function lineOf({ code, name, kind, parent, note }: Unit): RosterLine {
  return { code, name, kind, parent: parent ?? '', note: note ?? '' };
}

/** Deadlines, days and targets are a letter's: without one there are none. */
function withoutLetter(campaign: Campaign): Campaign {
  return {
    ...campaign,
    period: { from: null, to: null },
    collect: campaign.collect.map((collect) => ({ ...collect, due: null })),
    targets: [],
    forward: campaign.forward.map(({ to }) => ({ to, due: null })),
  };
}

/** A rural district has other agencies than a town: no Phòng Quản lý đô thị, but a Huyện đoàn. */
function agenciesOf(place: OfficePlace): string {
  return partsOfName(place.name).kind === 'huyện' ? 'loc-ninh-2020' : usualProfile(place);
}

/** The units of the place, and the agencies that the campaign asks, as suggestions from a profile of an office like it. */
export async function rosterFor(
  context: Context,
  campaign: Campaign,
  place: OfficePlace,
  profile: string,
): Promise<readonly RosterLine[]> {
  if (place.level === 'commune') return place.units;
  const named = await profileCampaign(context, profile);
  const { authority } = named.campaign;
  const office = authority.name.replace(/^Ủy ban nhân dân /, '');
  const alike = authority.level === place.level && partsOfName(office).kind === partsOfName(place.name).kind;
  const base = alike ? named : await profileCampaign(context, agenciesOf(place));
  const asked = new Set(campaign.collect.flatMap(({ from }) => from));
  const kinds = new Set(base.agencies.map(({ kind }) => kind));
  const others = authority.level === place.level ? named.agencies.filter(({ kind }) => !kinds.has(kind)) : [];
  const agencies = [
    ...agenciesFor(base.agencies, place, base.campaign.authority),
    ...agenciesFor(others, place, authority),
  ];
  const units = unitsOver(place, campaign.period, context.words.fill.init.parted);
  return [...units, ...agencies.filter((unit) => asked.has(unit.kind))];
}

export function filesOf(campaign: Campaign, units: readonly RosterLine[], words: Words): NewFolder['files'] {
  const encoder = new TextEncoder();
  return [
    { name: 'campaign.yaml', bytes: encoder.encode(writeCampaignYaml(campaign, words)) },
    { name: 'units.csv', bytes: encoder.encode(writeUnitsCsv(units)) },
  ];
}

/** "Thị xã Hoài Nhơn" → hoai-nhon: a folder name for any disk. */
export function slug(name: string): string {
  const { place } = partsOfName(name);
  return (
    stripMarks(place)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'dot-moi'
  );
}

export function planOf({ io, words, flags }: Context, { folder, listed, files }: NewFolder): Plan {
  const root = absolute(io, folder);
  const said = words.fill.init;
  const note = { name: 'doc-truoc.txt', bytes: new TextEncoder().encode(`\uFEFF${said.note}\n`) };
  const planned = [...files, note].map(({ name, bytes }): PlannedFile => {
    const path = posix.join(root, name);
    if (io.files.info(path) !== null)
      throw new UserError({ kind: 'already-there', path: posix.join(folder, name) });
    return { path, bytes };
  });
  const from = listed === null ? '' : `${said.listed(listed)}\n`;
  const yaml = files.find(({ name }) => name === 'campaign.yaml');
  const campaign = yaml === undefined ? null : campaignOf(yaml.name, new TextDecoder().decode(yaml.bytes));
  const today = campaign === null ? '' : dayLine(campaign, dateOf(io.now(), campaign.timezone), words);
  const err = flags.quiet === true ? '' : `${from}${today}${said.next(folder)}\n`;
  return { out: '', err, files: planned, ledger: [], root: null, exit: 0 };
}

/** What day it is for a campaign: before it begins, its nth day, or after it; empty where it has no first day. */
function dayLine({ period: { from, to } }: Campaign, today: string, { fill: { init } }: Words): string {
  if (from === null) return '';
  if (today < from) return `${init.beforePeriod(today, from)}\n`;
  return `${to !== null && today > to ? init.afterPeriod(today, to) : init.inPeriod(today, daysBetween(from, today) + 1)}\n`;
}
