import type { Batch, LoadRequest } from '../load/load.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { formatInstant } from '../model/time.ts';
import { idleCollections, isInPeriod } from '../model/timeliness.ts';
import type { Screen } from '../write/terminal/paint.ts';
import type { Context } from './command.ts';

/**
 * The way in, with the flags that every command of a day shares. `near` are paths that only tell where the campaign is.
 * Throws a UserError.
 */
export async function start(
  context: Context,
  paths: readonly string[],
  near: readonly string[] = paths,
): Promise<Batch> {
  const { load } = await import('../load/load.ts');
  return load(context.io, requestOf(context, paths, near));
}

/** What `start` asks for. */
export function requestOf(
  { flags, progress }: Context,
  paths: readonly string[],
  near: readonly string[],
): LoadRequest {
  return { paths, near, campaign: flags.campaign, date: flags.date, asOf: flags.asOf, progress };
}

/** What stderr says first: which date was used, files that came too late for the moment asked for, and a ledger that could not be read. */
export function opening(context: Context, batch: Batch): string {
  const { words, flags } = context;
  const used = flags.quiet === true ? '' : `${words.commands.dateUsed[batch.dateFrom](batch.date)}\n`;
  const later =
    batch.later === 0 || flags.quiet === true
      ? ''
      : `${words.commands.laterFiles(batch.later, formatInstant(batch.asOf, batch.folder.campaign.timezone))}\n`;
  const trouble = batch.trouble === null ? '' : `${words.commands.ledgerTrouble[batch.trouble.fault]}\n`;
  const spoilt = spoiltLines(batch);
  const folder = campaignLines(context, batch.folder, batch.date);
  return used + later + trouble + folder + (spoilt === 0 ? '' : `${words.commands.ledgerSpoilt(spoilt)}\n`);
}

/** What every command says of a campaign on a day: collections that nobody owes; unless `quiet`, a day outside its period. */
export function campaignLines(
  { words: { doctor, commands }, flags }: Context,
  { campaign, roster }: CampaignFolder,
  date: string,
): string {
  const idle = idleCollections(campaign, roster.units).map(({ form, from }) =>
    doctor.check({ kind: 'collect-empty', state: 'bad', form, from }),
  );
  const isSaid = flags.quiet !== true && !isInPeriod(campaign, date);
  return [...idle, ...(isSaid ? [commands.outsidePeriod(date, campaign.period)] : [])]
    .map((line) => `${line}\n`)
    .join('');
}

/** Lines of the ledger that are not as they were recorded; one at least where nothing can be checked. */
function spoiltLines({ chain: { lines, cut, otherKey } }: Batch): number {
  return lines.length + cut + (otherKey ? 1 : 0);
}

/** The screen that a report is drawn for: the result goes to stdout; under `--json` it is told on stderr instead. */
export async function screenFor({ io, flags }: Context): Promise<Screen> {
  const { screenOf } = await import('../write/terminal/paint.ts');
  return screenOf(flags.json === true ? io.err : io.out, io.env, {
    noColor: flags.color === false,
    verbose: flags.verbose === true,
    quiet: flags.quiet === true,
  });
}
