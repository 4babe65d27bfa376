import type { CommandSpec, Context, Plan } from '../../console/command.ts';
import { locksAtOnce } from '../../console/locked.ts';
import { opening, screenFor, start } from '../../console/start.ts';
import type { LedgerEntry } from '../../ledger/append.ts';
import type { Batch } from '../../load/load.ts';
import type { SeenFile } from '../../load/submit.ts';
import type { TakenFile } from '../../load/take-in.ts';
import { UserError } from '../../model/error.ts';
import { formatInstant } from '../../model/time.ts';

/**
 * `receive [paths...]`: takes files in from elsewhere and records arrivals in the ledger without summing; a second run
 * adds nothing.
 */
export const receive: CommandSpec = {
  name: 'receive',
  operands: ['[paths...]'],
  flags: ['campaign', 'date', 'json', 'dryRun'],
  options: ['--at <time>', '--channel <name>', '--on-behalf'],
  // What comes from elsewhere is dated, and asked about, before anybody is held up.
  locks: async (context, operands, options) =>
    (await outsiders(context, operands[0] as readonly string[])).length > 0
      ? null
      : locksAtOnce(context, operands, options),
  async run(context, [operands], options) {
    const paths = operands as readonly string[];
    const outside = await outsiders(context, paths);
    if (outside.length === 0) return recording(context, paths, [], options);
    const { takingIn } = await import('./take-in.ts');
    const inside = paths.filter((path) => !outside.includes(path));
    return takingIn(context, outside, inside, (dated, taken, places) =>
      recording(dated, [...inside, ...places], taken, options),
    );
  },
};

/** Those of the paths that lie outside the campaign. Without a campaign folder the run tells what is missing. */
async function outsiders({ io, flags }: Context, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const { campaignRoot } = await import('../../load/folder.ts');
  const { isOutside } = await import('../../load/take-in.ts');
  const root = campaignRoot(io, flags.campaign, paths);
  return root === null ? [] : paths.filter((path) => isOutside(io, root, path));
}

/** Records what lies in the campaign. `taken` is what was copied there just before. */
async function recording(
  context: Context,
  paths: readonly string[],
  taken: readonly TakenFile[],
  options: { readonly [name: string]: unknown },
): Promise<Plan> {
  const { words, flags } = context;
  const batch = await start(context, paths);
  if (batch.folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'receive' });
  if (batch.trouble !== null && flags.dryRun !== true)
    throw new UserError({ kind: 'ledger', fault: batch.trouble.fault });
  const stated = await statedOf(batch, options);
  const named = paths.length > 0;
  const said = batch.files.map((file) => ({ file, stated: named ? stated : statedAnew(file, stated) }));
  const lines = said.map(({ file, stated: own }) => lineOf(batch, file, own));
  const entries = said
    .filter(({ file, stated: own }) => saysMore(file, own))
    .map(({ file, stated: own }) => statedEntry(file, own));
  const { writeJson } = await import('../../write/json.ts');
  const { receivedTable } = await import('../../view/received.ts');
  const { takenTable } = await import('../../view/taken.ts');
  const { terminalTable } = await import('../../write/terminal/table.ts');
  const screen = await screenFor(context);
  const counted = words.status.received(lines.filter(({ news }) => news).length, lines.length, named);
  const tables = [
    ...(taken.length === 0 ? [] : [takenTable(taken, words)]),
    ...(lines.length === 0 ? [] : [receivedTable(lines, batch.date, words)]),
  ].map((table) => `${terminalTable(table, words, screen).lines.join('\n')}\n\n`);
  const json = {
    schema: 'bluezone-report/receipts@1',
    date: batch.date,
    ...(taken.length === 0 ? {} : { taken }),
    files: lines,
  };
  const isLeft = taken.some(({ to, how }) => to === null && how !== 'list' && how !== 'link');
  return {
    out: flags.json === true ? writeJson(json) : `${tables.join('')}${counted}\n`,
    err: opening(context, batch),
    files: [],
    ledger: [...batch.newEntries, ...entries],
    ledgerNeeded: true,
    root: batch.folder.root,
    exit: isLeft ? 1 : 0,
  };
}

/** What the command line says of every file of the run. */
interface Stated {
  readonly at: number | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
}

async function statedOf(batch: Batch, options: { readonly [name: string]: unknown }): Promise<Stated> {
  const { parseInstant } = await import('../../load/arrival.ts');
  const { at, channel, onBehalf } = options as { at?: string; channel?: string; onBehalf?: boolean };
  const instant = at === undefined ? null : parseInstant(at.trim(), batch.folder.campaign.timezone);
  if (at !== undefined && instant === null) throw new UserError({ kind: 'bad-as-of', text: at });
  return { at: instant, channel: channel ?? null, onBehalf: onBehalf === true };
}

/** Of a whole day only what is not known yet is stated: the files that came at 14:00 did not come again at 15:30. */
function statedAnew({ before, known }: SeenFile, { at, channel, onBehalf }: Stated): Stated {
  return {
    at: before.stated === null ? at : null,
    channel: before.channel === null ? channel : null,
    onBehalf: onBehalf && !known,
  };
}

function saysMore({ before }: SeenFile, { at, channel, onBehalf }: Stated): boolean {
  return (
    (at !== null && at !== before.stated) ||
    (channel !== null && channel !== before.channel) ||
    (onBehalf && !before.onBehalf)
  );
}

function statedEntry({ receipt }: SeenFile, { at, channel, onBehalf }: Stated): LedgerEntry {
  return { kind: 'receipt', receipt: { ...receipt, statedAt: at, channel, onBehalf } };
}

/** A file as it stands after this run: what is said now wins over what was known. */
function lineOf(batch: Batch, file: SeenFile, stated: Stated) {
  const { receipt, known } = file;
  const line = batch.settled.find(
    ({ path }) => path === receipt.path || path.startsWith(`${receipt.path}!/`),
  );
  const at = stated.at ?? line?.arrival.at ?? null;
  return {
    path: receipt.path,
    sha256: receipt.sha256,
    receivedAt: at === null ? null : formatInstant(at, batch.folder.campaign.timezone),
    evidence: stated.at === null ? (line?.arrival.evidence ?? null) : ('at' as const),
    channel: stated.channel ?? line?.arrival.channel ?? null,
    onBehalf: stated.onBehalf || line?.arrival.onBehalf === true,
    news: !known || saysMore(file, stated),
  };
}
