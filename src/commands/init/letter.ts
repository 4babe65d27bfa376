import { posix } from 'node:path';
import { openAsker } from '../../console/ask.ts';
import type { Context, Plan } from '../../console/command.ts';
import type { OpenLetter } from '../../letter/read-letter.ts';
import { absolute, campaignOf } from '../../load/folder.ts';
import { openLetter } from '../../load/letter.ts';
import { placeOfOffice } from '../../load/places.ts';
import type { Campaign } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import type { RosterLine } from '../../text/roster-line.ts';
import { letterResult } from '../../view/letter.ts';
import { writeJson } from '../../write/json.ts';
import { writeLetterYaml } from '../../write/letter-yaml.ts';
import { writeUnitsCsv } from '../../write/units-csv.ts';
import { type NewFolder, planOf, rosterFor, slug, usualProfile } from './making.ts';
import { listFor } from './place.ts';
import { reviewLetter } from './review.ts';

/**
 * `init --letter <file> [folder]`: with `--json` what the letter orders, nothing written; with `--yes` the campaign of all
 * that is settled; on a terminal each proposal is asked.
 */
export async function initFromLetter(
  context: Context,
  file: string,
  folder: string | undefined,
  yes: boolean,
): Promise<Plan> {
  const { io, flags, words } = context;
  const open = await openLetter(io, file);
  if (flags.json === true) return showLetter(open);
  if (!yes && io.terminal === undefined)
    throw new UserError({ kind: 'no-terminal', instead: words.letter.instead });
  const root = absolute(io, folder ?? '.');
  if (io.files.info(posix.join(root, 'campaign.yaml')) !== null) {
    const { amendCampaign } = await import('./amend.ts');
    return amendCampaign(context, open, root, yes);
  }
  if (yes || io.terminal === undefined) return planOf(context, await folderOf(context, open, file, folder));
  const asker = await openAsker(context, words.letter.instead);
  const reviewed = await reviewLetter(context, asker, open);
  const made = await folderOf(context, reviewed, file, folder);
  const typed = folder ?? (await asker.text(words.fill.init.folder, { initial: made.folder }));
  return planOf(context, { ...made, folder: typed === '' ? made.folder : typed });
}

/** What the letter orders, with the place of every value; nothing is written. */
function showLetter(open: OpenLetter): Plan {
  return { out: writeJson(letterResult(open)), err: '', files: [], ledger: [], root: null, exit: 0 };
}

/** The campaign of a letter, with the roster of its place. */
export async function folderOf(
  context: Context,
  open: OpenLetter,
  file: string,
  folder: string | undefined,
): Promise<NewFolder> {
  const yaml = writeLetterYaml(open, posix.basename(file), context.words);
  const campaign = campaignOf('campaign.yaml', yaml);
  const { units, listed } = await unitsOf(context, campaign);
  const encoder = new TextEncoder();
  return {
    folder: folder ?? slug(campaign.authority.place ?? campaign.authority.name),
    listed,
    files: [
      { name: 'campaign.yaml', bytes: encoder.encode(yaml) },
      { name: 'units.csv', bytes: encoder.encode(writeUnitsCsv(units)) },
    ],
  };
}

/** The units of the office's area by the administrative list, its agencies as suggestions; one line to be put right where no list knows it. */
async function unitsOf(
  context: Context,
  campaign: Campaign,
): Promise<{ readonly units: readonly RosterLine[]; readonly listed: string | null }> {
  const { words } = context;
  const firstDay = campaign.period.from ?? campaign.directive.date;
  const place = placeOfOffice(campaign.authority, listFor(context, undefined, firstDay));
  const units = place === null ? [] : await rosterFor(context, campaign, place, usualProfile(place));
  if (units.length > 0) return { units, listed: place?.listed ?? null };
  const unknown = [
    { code: 'DV01', name: words.letter.unknownUnit, kind: 'cơ quan', parent: '', note: words.letter.noUnits },
  ];
  return { units: unknown, listed: null };
}
