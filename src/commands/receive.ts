import { UserError } from '../core/error.ts';
import { formatInstant } from '../core/time.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import { parseInstant } from '../load/arrival.ts';
import type { Batch } from '../load/load.ts';
import type { CommandSpec } from './command.ts';
import { opening, screenFor, start } from './start.ts';

/** `receive [paths...]`: records arrivals in the ledger without summing; a second run adds nothing. */
export const receive: CommandSpec = {
  name: 'receive',
  operands: ['[paths...]'],
  flags: ['campaign', 'date', 'json', 'dryRun'],
  options: ['--at <time>', '--channel <name>', '--on-behalf'],
  async run(context, [paths], options) {
    const { words, flags } = context;
    const batch = await start(context, paths as readonly string[]);
    if (batch.folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'receive' });
    const entries = [...batch.news, ...statedEntries(batch, options)];
    const lines = receivedLines(batch, options);
    const { writeJson } = await import('../write/json.ts');
    const { receivedTable } = await import('../view/received.ts');
    const { terminalTable } = await import('../write/terminal-table.ts');
    const said = words.status.received(lines.filter(({ news }) => news).length, lines.length);
    const table = terminalTable(
      receivedTable(lines, batch.date, words),
      words,
      await screenFor(context),
    ).lines.join('\n');
    const report = lines.length === 0 ? `${said}\n` : `${table}\n\n${said}\n`;
    const json = { schema: 'bluezone-report/receipts@1', date: batch.date, files: lines };
    return {
      out: flags.json === true ? writeJson(json) : report,
      err: opening(context, batch),
      files: [],
      ledger: entries,
      root: batch.folder.root,
      exit: 0,
    };
  },
};

interface Stated {
  readonly at: number | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
}

function statedOf(batch: Batch, options: { readonly [name: string]: unknown }): Stated | null {
  const { at, channel, onBehalf } = options as { at?: string; channel?: string; onBehalf?: boolean };
  if (at === undefined && channel === undefined && onBehalf !== true) return null;
  const instant = at === undefined ? null : parseInstant(at.trim(), batch.folder.campaign.timezone);
  if (at !== undefined && instant === null) throw new UserError({ kind: 'bad-as-of', text: at });
  return { at: instant, channel: channel ?? null, onBehalf: onBehalf === true };
}

function statedEntries(batch: Batch, options: { readonly [name: string]: unknown }): readonly LedgerEntry[] {
  const stated = statedOf(batch, options);
  if (stated === null) return [];
  return batch.files.map(({ receipt }) => ({
    kind: 'receipt',
    receipt: { ...receipt, statedAt: stated.at, channel: stated.channel, onBehalf: stated.onBehalf },
  }));
}

/** One line a file as it stands after this run: what `--at` says now wins over what was known. */
function receivedLines(batch: Batch, options: { readonly [name: string]: unknown }) {
  const stated = statedOf(batch, options);
  const zone = batch.folder.campaign.timezone;
  return batch.files.map(({ receipt, known }) => {
    const line = batch.settled.find(
      ({ path }) => path === receipt.path || path.startsWith(`${receipt.path}!/`),
    );
    const at = stated?.at ?? line?.arrival.at ?? null;
    return {
      path: receipt.path,
      sha256: receipt.sha256,
      receivedAt: at === null ? null : formatInstant(at, zone),
      evidence: stated?.at == null ? (line?.arrival.evidence ?? null) : ('at' as const),
      channel: stated?.channel ?? line?.arrival.channel ?? null,
      onBehalf: stated?.onBehalf === true || line?.arrival.onBehalf === true,
      news: !known || stated !== null,
    };
  });
}
