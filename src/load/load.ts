import { posix } from 'node:path';
import type { Correction } from '../day/corrections.ts';
import { type Day, dayOf } from '../day/day.ts';
import type { Io, LedgerTrouble } from '../io.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { compareFindings, finding } from '../model/finding.ts';
import { type ChainCheck, holding, type RecordedDecision, type SentRecord } from '../model/ledger.ts';
import type { Instant, Submission } from '../model/submission.ts';
import { addDays } from '../model/time.ts';
import { type Altered, alteredFindings, alteredOf, chainFindings } from './altered.ts';
import { asOfOf, type DateChoice, dateFor } from './date.ts';
import { readWalks, walksOf } from './days.ts';
import { decided } from './decisions.ts';
import { openCampaign } from './folder.ts';
import { baseOf, withinInbox } from './inbox.ts';
import { type Memory, readMemory } from './memory.ts';
import { type Opener, opener } from './open.ts';
import { type Keeper, keeperOf } from './reading-cache.ts';
import { receivedLists } from './received.ts';
import { compareWithSent, seriesWithSent } from './sent.ts';
import { type SeenFile, submitter } from './submit.ts';

/** What a command asks for; every field as typed on the command line. */
export interface LoadRequest {
  readonly paths: readonly string[];
  /** Paths from which the campaign is looked for; the paths themselves where absent. */
  readonly near?: readonly string[];
  readonly campaign: string | undefined;
  readonly date: string | undefined;
  readonly asOf: string | undefined;
  readonly progress: (done: number, total: number) => void;
  /** Decisions that are not recorded: what would be if they were. */
  readonly assuming?: readonly RecordedDecision[];
  /** Absolute paths that are still being written: they are left for a later run. */
  readonly leave?: ReadonlySet<string>;
}

/** All that a command needs to know of a campaign on a day: the day itself, and what disk and ledger say of it. */
export interface Batch extends Day {
  /** Absolute folder under which inbox/ and outbox/ lie. */
  readonly base: string;
  readonly dateFrom: DateChoice['dateFrom'];
  readonly decisions: readonly RecordedDecision[];
  /** All summaries of this day that were ever sent, in order: their names are taken, whatever moment is looked at. */
  readonly marked: readonly SentRecord[];
  /** Those whose figures stand for a moment up to the as-of time. */
  readonly sent: readonly SentRecord[];
  /** What is no longer as the last of these says. */
  readonly corrections: readonly Correction[];
  /** Whether anything differs from it that its reader would see: a figure, a status, a time. */
  readonly differs: boolean;
  readonly trouble: LedgerTrouble | null;
  /** Of the day and the day before: what lies under the name of something that was sent, and is not that. */
  readonly altered: readonly Altered[];
  readonly chain: ChainCheck;
  /** Files of the day that came after the as-of moment: no view before it knows of them. */
  readonly later: number;
  /** The day's files on the disk. */
  readonly files: readonly SeenFile[];
  /** What a run that writes adds to the ledger: files first seen (a view of the past has none), readings to be kept. */
  readonly newEntries: readonly LedgerEntry[];
}

/** THE way in: campaign, paths, inbox and ledger → everything as of a moment. Throws a UserError. */
export async function load(io: Io, request: LoadRequest): Promise<Batch> {
  const folder = await openCampaign(io, request.campaign, request.near ?? request.paths);
  const memory = await readMemory(io, folder.root);
  try {
    return await loadWith(io, request, folder, assuming(memory, request.assuming ?? []));
  } finally {
    memory.close();
  }
}

/** The campaign and the day that `load` would speak of, without reading the day. Throws a UserError. */
export async function dayFor(
  io: Io,
  request: LoadRequest,
): Promise<DateChoice & { readonly folder: CampaignFolder }> {
  const folder = await openCampaign(io, request.campaign, request.near ?? request.paths);
  const memory = await readMemory(io, folder.root);
  const files = opener(io, folder, keeperOf(io, memory));
  try {
    const base = baseOf(io, folder.root);
    const zone = folder.campaign.timezone;
    const asOf = asOfOf(request.asOf, zone, io.now());
    const paths = withinInbox(io, base, folder.root, request.paths);
    return { ...(await dateFor(io, { ...request, paths }, base, zone, asOf, files.open)), folder };
  } finally {
    files.close();
    memory.close();
  }
}

function assuming(memory: Memory, more: readonly RecordedDecision[]): Memory {
  if (more.length === 0) return memory;
  const recorded = [...memory.recorded, ...more];
  return { ...memory, recorded, holding: holding(recorded) };
}

async function loadWith(io: Io, request: LoadRequest, given: CampaignFolder, memory: Memory): Promise<Batch> {
  const { folder, rulings } = decided(given, memory.holding);
  const keeper = keeperOf(io, memory);
  const files = opener(io, folder, keeper);
  try {
    return await loadFrom(io, request, { folder, rulings, memory, keeper, opener: files });
  } finally {
    files.close();
  }
}

interface Sources {
  readonly folder: CampaignFolder;
  readonly rulings: ReturnType<typeof decided>['rulings'];
  readonly memory: Memory;
  readonly keeper: Keeper;
  readonly opener: Opener;
}

async function loadFrom(
  io: Io,
  request: LoadRequest,
  { folder, rulings, memory, keeper, opener }: Sources,
): Promise<Batch> {
  const zone = folder.campaign.timezone;
  const now = io.now();
  const asOf = asOfOf(request.asOf, zone, now);
  const base = baseOf(io, folder.root);
  const named = (on?: string) => withinInbox(io, base, folder.root, request.paths, on);
  const { date, dateFrom } = await dateFor(io, { ...request, paths: named() }, base, zone, asOf, opener.open);
  const keeps = folder.root !== null && memory.trouble === null;
  // A view of the past only looks, and what cannot be recorded was not seen: neither makes a file "first seen" now.
  const seenAt = keeps && request.asOf === undefined ? now : null;
  const isThere = (path: string): boolean => io.files.info(posix.join(base, path)) !== null;
  const { submit, newEntries: news, files } = submitter(folder, memory, opener, seenAt, isThere);
  const { walks, findings } = withoutLeft(
    walksOf(io, base, { date, paths: named(date) }, memory.holding),
    request.leave ?? new Set(),
  );
  const received = receivedLists(io, base, zone, keeper);
  const read = await readWalks(walks, opener, received, submit, request.progress);
  const day = dayOf(read.submissions, folder, date, asOf, rulings);
  const marked = memory.sent.filter((each) => each.date === date);
  const since = compareWithSent(marked, day.summary, asOf, memory.holding);
  const altered = await alteredOf(io, base, memory.sent, [date, addDays(date, -1)]);
  const told = [...alteredFindings(altered), ...chainFindings(memory.chain, memory.recorded, date)];
  return {
    ...day,
    base,
    dateFrom,
    series: seriesWithSent(day.series, memory.sent, asOf),
    findings: [...findings, ...read.findings, ...day.findings, ...since.findings, ...told].sort(
      compareFindings,
    ),
    sent: since.sent,
    corrections: since.corrections,
    differs: since.differs,
    decisions: memory.recorded,
    marked,
    altered,
    chain: memory.chain,
    trouble: memory.trouble,
    later: laterFiles(read.submissions, date, asOf),
    files: files.filter(({ folderDate }) => folderDate === date),
    newEntries: keeps ? [...news, ...keeper.newEntries()] : [],
  };
}

/** How many files of a day came after a moment. */
function laterFiles(submissions: readonly Submission[], date: string, asOf: Instant): number {
  const later = submissions.filter(({ folderDate, arrival }) => folderDate === date && arrival.at > asOf);
  return new Set(later.map(({ path }) => path.split('!/')[0])).size;
}

/** The walks without the files to be left, and a note for each of the asked day's. */
function withoutLeft({ walks, findings }: ReturnType<typeof walksOf>, leave: ReadonlySet<string>) {
  const left = walks
    .filter(({ asked }) => asked)
    .flatMap(({ files }) => files.filter(({ path }) => leave.has(path)));
  return {
    walks: walks.map((walk) => ({ ...walk, files: walk.files.filter(({ path }) => !leave.has(path)) })),
    findings: [
      ...findings,
      ...left.map(({ shown }) => finding('file/left-alone', { file: shown }, { reason: 'changing' })),
    ],
  };
}
