import type { Context, Plan } from '../../console/command.ts';
import { openCampaign } from '../../load/folder.ts';
import { UserError } from '../../model/error.ts';
import { profileNames } from '../../templates.ts';
import { newFolder, planOf } from './making.ts';
import { listFor, type PlaceOptions, placeOf } from './place.ts';

/** A shipped profile, a place of the administrative list, or what is asked for, as a folder to be written. */
export async function makeCampaign(
  context: Context,
  [first, second]: readonly [string | undefined, string | undefined],
  options: PlaceOptions,
): Promise<Plan> {
  const isProfile = first !== undefined && profileNames().includes(first);
  const firstDay = isProfile ? (await openCampaign(context.io, first, [])).campaign.period.from : null;
  const list = listFor(context, options.list, firstDay);
  const place = await placeOf(context, options, list);
  if (first !== undefined && !isProfile && (place === null || second !== undefined)) {
    await openCampaign(context.io, first, []);
    throw new UserError({ kind: 'bad-choice', name: '[profile]', text: first, known: profileNames() });
  }
  const profile = isProfile ? first : null;
  const folder = isProfile ? second : first;
  if (profile === null && (place === null || context.io.terminal !== undefined)) {
    const { askNew } = await import('./asking.ts');
    return planOf(context, await askNew(context, place, folder, list));
  }
  return planOf(context, await newFolder(context, profile, place, folder));
}
