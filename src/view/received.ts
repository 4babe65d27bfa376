import type { Words } from '../lang/lang.ts';
import type { ArrivalEvidence } from '../model/outcome.ts';
import { column } from './scope/columns.ts';
import { cell, type Table } from './table.ts';

/** A file of the day as the ledger knows it. `receivedAt` is ISO 8601; null for one that came after the as-of time. */
export interface ReceivedLine {
  readonly path: string;
  readonly receivedAt: string | null;
  readonly evidence: ArrivalEvidence | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
  /** Recorded by this run. */
  readonly news: boolean;
}

/** What `receive` prints: which file came when, and how that is known. */
export function receivedTable(lines: readonly ReceivedLine[], date: string, words: Words): Table {
  const heads = words.view.column;
  const said = words.status;
  return {
    id: 'received',
    columns: [
      column('file', 'text', said.file, { width: 30, grow: true }),
      column('receivedAt', 'instant', heads.receivedAt, { width: 16 }),
      column('evidence', 'text', heads.evidence, { width: 18, drop: 1 }),
      column('channel', 'text', heads.channel, { width: 12, drop: 2 }),
      column('news', 'text', said.recorded, { width: 12, drop: 3 }),
    ],
    rows: lines.map((line) => ({
      role: 'item',
      cells: {
        file: cell(line.path.replace(`inbox/${date}/`, '')),
        receivedAt: cell(line.receivedAt),
        evidence: cell(
          line.evidence === null ? null : words.view.evidence[line.evidence],
          line.evidence === 'file-time' ? 'weak' : undefined,
        ),
        channel: cell(
          [line.channel ?? '', line.onBehalf ? said.onBehalf : ''].filter((part) => part !== '').join(', '),
        ),
        news: cell(line.news ? said.now : said.before),
      },
    })),
  };
}
