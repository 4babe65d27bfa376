import { posix } from 'node:path';
import type { Io } from '../io.ts';
import { embeddedSheet } from '../levels/embedded.ts';
import { type BookCheck, checkBook, inOrder } from '../levels/verify/book.ts';
import { type Difference, difference } from '../levels/verify/difference.ts';
import { recomputedDifferences, sourceDifferences } from '../levels/verify/recomputed.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';
import { sha256Of } from '../model/hash.ts';
import type { SentRecord } from '../model/ledger.ts';
import type { Summary } from '../model/summary.ts';
import { read } from '../read/read.ts';
import { absolute, openCampaign, shippedForms } from './folder.ts';
import { load } from './load.ts';
import { readMemory } from './memory.ts';

/** A summary workbook held against itself, the received files and the ledger. */
export interface Verification {
  /** Relative to the current folder where it lies below it. */
  readonly file: string;
  readonly sha256: string;
  /** What the file says that it is; null without readable data. */
  readonly summary: Summary | null;
  readonly book: Omit<BookCheck, 'differences' | 'tables' | 'embedded'>;
  /** `none`: no campaign folder is at hand. `other`: the one at hand is another campaign's. */
  readonly campaign: 'same' | 'other' | 'none';
  /** Name of the campaign at hand. */
  readonly campaignName: string | null;
  /** The record of the very bytes, or of a summary of this name and day with other bytes. */
  readonly sent: SentRecord | null;
  /** In the order of sheets, rows and columns. */
  readonly differences: readonly Difference[];
}

/** Opens a summary workbook and says what differs. Throws a UserError for a file that is no summary. */
export async function verifySummary(
  io: Io,
  typed: string,
  campaign: string | undefined,
  progress: (done: number, total: number) => void,
): Promise<Verification> {
  const path = absolute(io, typed);
  if (io.files.info(path)?.kind !== 'file') throw new UserError({ kind: 'path-not-found', path: typed });
  const bytes = io.files.read(path);
  const sha256 = sha256Of(bytes);
  const workbook = (await read(posix.basename(path), bytes))[0]?.workbook ?? null;
  const folder = await campaignAtHand(io, campaign, path);
  if (workbook === null) throw new UserError({ kind: 'not-a-summary', path: typed });
  const { embedded, tables, differences, ...book } = checkBook(workbook, folder?.forms ?? shippedForms());
  if (embeddedSheet(workbook) === null && tables.length === 0)
    throw new UserError({ kind: 'not-a-summary', path: typed });
  const summary = embedded?.summary ?? null;
  const isSame =
    summary !== null &&
    folder !== null &&
    folder.campaign.name === summary.campaign.name &&
    folder.campaign.authority.name === summary.campaign.authority;
  const found = [...differences];
  let sent: SentRecord | null = null;
  if (isSame && folder.root !== null) {
    const request = { paths: [], campaign: folder.root, date: summary.date, asOf: summary.asOf, progress };
    const day = await load(io, request);
    found.push(
      ...recomputedDifferences(summary, day.summary, tables),
      ...sourceDifferences(summary, embedded?.level ?? null, day.summary, day.settled, workbook),
    );
    sent = await sentRecord(io, folder.root, posix.basename(path), sha256, summary.date);
    if (sent !== null && sent.sha256 !== sha256)
      found.push(difference('sent', {}, { shown: sent.sha256.slice(0, 12) }));
  }
  return {
    file: path.startsWith(`${io.cwd}/`) ? posix.relative(io.cwd, path) : path,
    sha256,
    summary,
    book,
    campaign: folder?.root == null ? 'none' : isSame || summary === null ? 'same' : 'other',
    campaignName: folder?.campaign.name ?? null,
    sent,
    differences: inOrder(found, workbook),
  };
}

/** The campaign that `-c` names or the file lies in; null where there is none. */
async function campaignAtHand(
  io: Io,
  flag: string | undefined,
  path: string,
): Promise<CampaignFolder | null> {
  try {
    return await openCampaign(io, flag, [path]);
  } catch (error) {
    const isNone = error instanceof UserError && error.problem.kind === 'no-campaign';
    if (isNone) return null;
    throw error;
  }
}

/** What the ledger keeps of this file: of its bytes, else of a file of its name for its day. */
async function sentRecord(
  io: Io,
  root: string,
  name: string,
  sha256: string,
  date: string,
): Promise<SentRecord | null> {
  const memory = await readMemory(io, root);
  memory.close();
  return (
    memory.sent.find((each) => each.sha256 === sha256) ??
    memory.sent.findLast((each) => each.name === name && each.date === date) ??
    null
  );
}
