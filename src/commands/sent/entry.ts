import { posix } from 'node:path';
import type { PlannedFile } from '../../console/command.ts';
import type { LedgerEntry } from '../../ledger/append.ts';
import type { Instant } from '../../model/submission.ts';
import type { Summary } from '../../model/summary.ts';

/** What the ledger keeps of a summary that goes out: its bytes, and the figures that a later run is held against. */
export function sentEntry(
  { date, asOf, scopes }: Pick<Summary, 'date' | 'asOf' | 'scopes'>,
  { path, bytes }: PlannedFile,
  sentAt: Instant,
  number: string | null,
): LedgerEntry {
  const data = JSON.stringify({ date, asOf, scopes });
  return { kind: 'sent', date, sentAt, number, name: posix.basename(path), bytes, data };
}
