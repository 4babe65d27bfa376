import { compareAcross, withFindings } from '../core/across/across.ts';
import { acrossDay } from '../core/across/day.ts';
import type { CampaignFolder } from '../core/campaign.ts';
import { parseDay } from '../core/date.ts';
import { post } from '../core/entry.ts';
import { UserError } from '../core/error.ts';
import { compareFindings, compareText, type Finding } from '../core/finding.ts';
import type { RecordedDecision, SentRecord } from '../core/ledger.ts';
import { type RollUp, rollUp } from '../core/rollup/rollup.ts';
import type { Instant, SettledSubmission, Submission } from '../core/submission.ts';
import { dateOf, isDate } from '../core/time.ts';
import { settle } from '../core/versions.ts';
import type { Io, LedgerTrouble } from '../io.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import { parseInstant } from './arrival.ts';
import { decided } from './decisions.ts';
import { absolute, openCampaign } from './folder.ts';
import { baseOf, dateFolderOf, inboxDates, inboxFiles, namedFiles, type ReceivedFile } from './inbox.ts';
import { type Memory, recall } from './memory.ts';
import { type OpenedFile, opener } from './open.ts';
import { readReceivedList } from './received.ts';
import { type SeenFile, submitter } from './submit.ts';

/** What a command asks for; every field as typed on the command line. */
export interface LoadRequest {
  readonly paths: readonly string[];
  readonly campaign: string | undefined;
  readonly date: string | undefined;
  readonly asOf: string | undefined;
  readonly progress: (done: number, total: number) => void;
}

/** All that a command needs to know of a campaign on a day. */
export interface Batch {
  readonly folder: CampaignFolder;
  /** Absolute folder under which inbox/ and outbox/ lie. */
  readonly base: string;
  readonly date: string;
  readonly dateFrom: 'flag' | 'folder' | 'files' | 'today';
  readonly asOf: Instant;
  /** Everything that arrived up to the as-of time, for this day and every other that was read. */
  readonly settled: readonly SettledSubmission[];
  readonly rollUp: RollUp;
  /** Those of the day and of the campaign's own files, in contract order, not grouped. */
  readonly findings: readonly Finding[];
  readonly decisions: readonly RecordedDecision[];
  readonly sent: readonly SentRecord[];
  readonly trouble: LedgerTrouble | null;
  /** The day's files on the disk. */
  readonly files: readonly SeenFile[];
  /** What a run that writes adds to the ledger: files first seen, readings to be kept. */
  readonly news: readonly LedgerEntry[];
}

/** THE way in: campaign, paths, inbox and ledger → everything as of a moment. Throws a UserError. */
export async function load(io: Io, request: LoadRequest): Promise<Batch> {
  const folder = await openCampaign(io, request.campaign, request.paths);
  const memory = await recall(io, folder.root);
  try {
    return await loadWith(io, request, folder, memory);
  } finally {
    memory.close();
  }
}

async function loadWith(io: Io, request: LoadRequest, read: CampaignFolder, memory: Memory): Promise<Batch> {
  const { folder, rulings } = decided(read, memory.holding);
  const zone = folder.campaign.timezone;
  const now = io.now();
  const asOf = asOfOf(request.asOf, zone, now);
  const base = baseOf(io, folder.root);
  const open = opener(io, folder, memory);
  const { date, dateFrom } = await dateFor(io, request, base, zone, now, open);
  const inbox = inboxDates(io, base);
  const findings: Finding[] = [...inbox.findings];
  // A view of the past only looks: it makes no file "first seen" now.
  const live = request.asOf === undefined && folder.root !== null;
  const submissions: Submission[] = [];
  const days = [...new Set([...inbox.dates.filter((day) => day <= date), date])].sort(compareText);
  const walks = days.map((day) =>
    day === date && request.paths.length > 0
      ? namedFiles(io, base, day, request.paths)
      : inboxFiles(io, base, day),
  );
  const total = walks.reduce((sum, { files }) => sum + files.length, 0);
  const { submit, news, files, phonesOf } = submitter(folder, memory, open, live ? now : null);
  let done = 0;
  for (const [n, walk] of walks.entries()) {
    const day = days[n] ?? date;
    const received = await readReceivedList(io, base, day, zone);
    if (day === date) findings.push(...walk.findings, ...received.findings, ...received.unknown(walk.files));
    for (const file of walk.files) {
      const listed = received.arrivals.get(file.inFolder.normalize('NFC')) ?? null;
      submissions.push(...(await submit(file, await open(file), listed)));
      request.progress(++done, total);
    }
  }
  const alone = settle(submissions, { folder, asOf, rulings });
  const across = compareAcross(acrossDay(folder, post(alone, folder), date, phonesOf));
  const settled = withFindings(alone, across);
  const rolled = rollUp({ folder, date, asOf, settled });
  return {
    folder,
    base,
    date,
    dateFrom,
    asOf,
    settled,
    rollUp: rolled,
    findings: [...findings, ...rolled.findings].sort(compareFindings),
    decisions: memory.recorded,
    sent: memory.sent,
    trouble: memory.trouble,
    files: files.filter(({ folderDate }) => folderDate === date),
    news: live ? [...news, ...open.news()] : [],
  };
}

function asOfOf(typed: string | undefined, zone: string, now: Instant): Instant {
  if (typed === undefined) return now;
  const at = parseInstant(typed.trim(), zone);
  if (at === null) throw new UserError({ kind: 'bad-as-of', text: typed });
  return at;
}

type DateChoice = Pick<Batch, 'date' | 'dateFrom'>;

/** `--date`, else the drop folder's name, else the one date that the files state, else today (contract section 2). */
async function dateFor(
  io: Io,
  request: LoadRequest,
  base: string,
  zone: string,
  now: Instant,
  open: (file: ReceivedFile) => Promise<OpenedFile>,
): Promise<DateChoice> {
  const today = dateOf(now, zone);
  if (request.date !== undefined) {
    const date = isDate(request.date)
      ? request.date
      : parseDay(request.date, { year: Number(today.slice(0, 4)) });
    if (date === null) throw new UserError({ kind: 'bad-date', text: request.date });
    return { date, dateFrom: 'flag' };
  }
  if (request.paths.length === 0) return { date: today, dateFrom: 'today' };
  const folders = new Set(request.paths.flatMap((path) => dateInPath(io, base, path) ?? []));
  if (folders.size > 1) throw new UserError({ kind: 'several-dates', dates: [...folders].sort(compareText) });
  const [named] = folders;
  if (named !== undefined) return { date: named, dateFrom: 'folder' };
  const stated = new Set<string>();
  for (const file of namedFiles(io, base, today, request.paths).files) {
    for (const day of (await open(file)).statedDates) stated.add(day);
  }
  const [only] = stated;
  if (only !== undefined && stated.size === 1) return { date: only, dateFrom: 'files' };
  return { date: today, dateFrom: 'today' };
}

/** The date in the name of the drop folder: inbox/<date>/, or any folder on the way whose name is a date. */
function dateInPath(io: Io, base: string, path: string): string | null {
  const at = absolute(io, path);
  const inbox = dateFolderOf(base, at);
  if (inbox !== null) return inbox.slice(-10);
  const info = io.files.info(at);
  if (info === null) throw new UserError({ kind: 'path-not-found', path });
  const names = at.split('/').slice(0, info.kind === 'folder' ? undefined : -1);
  return names.findLast(isDate) ?? null;
}
