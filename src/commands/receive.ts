import type { CommandSpec } from '../console/command.ts';
import { locksAtOnce } from '../console/locked.ts';
import { opening, screenFor, start } from '../console/start.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import type { Batch } from '../load/load.ts';
import type { SeenFile } from '../load/submit.ts';
import { UserError } from '../model/error.ts';
import { formatInstant } from '../model/time.ts';

/** `receive [paths...]`: records arrivals in the ledger without summing; a second run adds nothing. */
export const receive: CommandSpec = {
  name: 'receive',
  operands: ['[paths...]'],
  flags: ['campaign', 'date', 'json', 'dryRun'],
  options: ['--at <time>', '--channel <name>', '--on-behalf'],
  locks: locksAtOnce,
  async run(context, [paths], options) {
    const { words, flags } = context;
    const batch = await start(context, paths as readonly string[]);
    if (batch.folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'receive' });
    if (batch.trouble !== null && flags.dryRun !== true)
      throw new UserError({ kind: 'ledger', fault: batch.trouble.fault });
    const stated = await statedOf(batch, options);
    const named = (paths as readonly string[]).length > 0;
    const said = batch.files.map((file) => ({ file, stated: named ? stated : statedAnew(file, stated) }));
    const lines = said.map(({ file, stated: own }) => lineOf(batch, file, own));
    const entries = said
      .filter(({ file, stated: own }) => saysMore(file, own))
      .map(({ file, stated: own }) => statedEntry(file, own));
    const { writeJson } = await import('../write/json.ts');
    const { receivedTable } = await import('../view/received.ts');
    const { terminalTable } = await import('../write/terminal/table.ts');
    const counted = words.status.received(lines.filter(({ news }) => news).length, lines.length);
    const table = terminalTable(
      receivedTable(lines, batch.date, words),
      words,
      await screenFor(context),
    ).lines.join('\n');
    const report = lines.length === 0 ? `${counted}\n` : `${table}\n\n${counted}\n`;
    const json = { schema: 'bluezone-report/receipts@1', date: batch.date, files: lines };
    return {
      out: flags.json === true ? writeJson(json) : report,
      err: opening(context, batch),
      files: [],
      ledger: [...batch.news, ...entries],
      ledgerNeeded: true,
      root: batch.folder.root,
      exit: 0,
    };
  },
};

/** What the command line says of every file of the run. */
interface Stated {
  readonly at: number | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
}

async function statedOf(batch: Batch, options: { readonly [name: string]: unknown }): Promise<Stated> {
  const { parseInstant } = await import('../load/arrival.ts');
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
