import { posix } from 'node:path';
import type { Io } from '../io.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';
import { type FindingCode, finding } from '../model/finding.ts';
import type { CountingMode } from '../model/form.ts';
import { sha256Of } from '../model/hash.ts';
import type { Stated } from '../model/report.ts';
import { bare, fold } from '../text/fold.ts';
import { knownNames } from '../text/match/known.ts';
import { partsOfName } from '../text/office.ts';
import { VERSION } from '../version.ts';
import { type OpenFailure, type ReceivedFile, unopened } from './inbox.ts';
import type { OpenedFile, OpenedReport } from './opened.ts';
import { type Opening, openBytes } from './opening.ts';
import { withoutOffice } from './other-days.ts';
import { type Opened, type Pool, poolOf } from './pool.ts';
import { hashedPlace } from './prints.ts';
import { digest, type Keeper } from './reading-cache.ts';

/** Opens files of one campaign, each at most once a run; an unchanged file comes from the cache. */
export interface Opener {
  open(file: ReceivedFile, counting?: CountingMode): Promise<OpenedFile>;
  /** The same for many: they are opened in several threads where that pays, and given in their order. */
  all(files: readonly ReceivedFile[]): AsyncIterable<readonly [ReceivedFile, OpenedFile]>;
  /** Ends the threads. */
  close(): void;
}

/**
 * Bytes of files that were not in the cache after which threads are started: reading them took about as long as starting
 * a thread does, so no run is much longer for it.
 */
const MANY_BYTES = 400_000;
/** Cores from which several threads pay: on two they cost a sixth more work, and no run was seen to end sooner. */
const CORES = 3;
/** Bytes of a file that has the memory of a thread to itself: should it take too much, the run goes on. */
const BIG = 2_000_000;
/** Files that are open and were not asked for yet. */
const AHEAD = 24;

interface Begun {
  readonly result: Promise<OpenedFile>;
  settled: boolean;
}

export function opener(io: Io, folder: CampaignFolder, keeper: Keeper): Opener {
  const { key } = keeper;
  const { campaign, forms } = folder;
  const names = knownNames(folder.roster);
  const setup = setupOf(folder, names, key);
  const begun = new Map<string, Begun>();
  let office: ReturnType<Io['office']> | null = null;
  let bytesRead = 0;
  let pool: Pool | null = null;
  const here = async (file: Opening): Promise<Opened> => {
    office ??= io.office();
    return { opened: await openBytes(file, { folder, key, names, office: await office }), fallen: false };
  };
  /** In a thread where there is much to do and one has room; there is no LibreOffice in it. */
  const make = async (file: Opening): Promise<Opened> => {
    const size = file.bytes.length;
    bytesRead += size;
    const { threads } = io;
    const pays = size > BIG || (bytesRead > MANY_BYTES && threads !== undefined && threads.cores >= CORES);
    if (pool === null && threads !== undefined && pays)
      pool = poolOf(threads, { folder: { campaign, forms }, key, names });
    const made = pool && pays && (size > BIG || pool.hasRoom) ? await pool.open(file) : null;
    return made === null || says(made.opened, 'file/doc-not-converted') ? here(file) : made;
  };
  const begin = (file: ReceivedFile, counting?: CountingMode): Begun => {
    const called = JSON.stringify([file.path, counting ?? null]);
    const before = begun.get(called);
    if (before !== undefined) return before;
    const name = posix.basename(file.path);
    const { folderDate } = file;
    const keyOf = (sha256: string): string => digest([sha256, name, setup, counting ?? null, folderDate]);
    const result = unlessUnopened(io, file, () =>
      keeper.through(file, keyOf, async (bytes, sha256) => {
        const made = await make({ name, folderDate, bytes, sha256, counting });
        return { made: withOldPlaces(made.opened, folder, folderDate, key), lasting: isLasting(made) };
      }),
    );
    const one: Begun = { result, settled: false };
    const settle = (): void => {
      one.settled = true;
    };
    // Whoever asks for it meets its error.
    result.then(settle, settle);
    begun.set(called, one);
    return one;
  };
  return {
    open: (file, counting) => begin(file, counting).result,
    all: async function* (files) {
      let next = 0;
      for (const [n, file] of files.entries()) {
        const one = begin(file);
        next = Math.max(next, n + 1);
        // While a thread is at it, this one does not wait: it gives the threads what they can take, then opens one itself.
        while (pool && !one.settled && next < files.length && next - n < AHEAD) {
          const more = files[next++];
          if (more !== undefined) begin(more);
          await turn();
        }
        yield [file, await one.result];
      }
    },
    close: () => pool?.close(),
  };
}

/** Lets the answers of threads in. */
function turn(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}

/** A file that cannot be opened is one document that says so: it stops no other. */
async function unlessUnopened(
  io: Io,
  file: ReceivedFile,
  open: () => Promise<OpenedFile>,
): Promise<OpenedFile> {
  if (file.fault !== undefined) return unopenedFile(file.fault);
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof UserError) || error.problem.kind !== 'cannot-read') throw error;
    return unopenedFile(unopened(io, error.problem.reason));
  }
}

function unopenedFile(why: OpenFailure): OpenedFile {
  const found =
    why === 'locked' ? finding('file/locked', {}, {}) : finding('file/unreadable', {}, { reason: why });
  const document = { inner: '', sha256: '', mailDate: null, sheets: [], findings: [found], reports: [] };
  return { sha256: '', documents: [document], statedDates: [] };
}

/** What could not be read for want of a program on this machine, or of its time, may be read another day. */
function isLasting({ opened, fallen }: Opened): boolean {
  return !fallen && !says(opened, 'file/doc-not-converted') && !says(opened, 'file/timeout');
}

function says({ documents }: OpenedFile, about: FindingCode): boolean {
  return documents.some(({ findings }) => findings.some(({ code }) => code === about));
}

/** What a file says of places, by the roster of the day. */
function withOldPlaces(opened: OpenedFile, folder: CampaignFolder, day: string, key: Uint8Array): OpenedFile {
  const told = (report: OpenedReport): OpenedReport =>
    report.summary === undefined && report.stated.place === null
      ? { ...report, stated: hashedPlace(withOldPlace(report, folder, day), key) }
      : report;
  const documents = opened.documents.map((each) => ({ ...each, reports: each.reports.map(told) }));
  return { ...opened, documents };
}

/** A letterhead of an old commune speaks of that part of the unit that it has become. */
function withOldPlace(
  { stated, unitClaims }: OpenedReport,
  { otherDays, roster }: CampaignFolder,
  day: string,
): Stated {
  const current = new Set(roster.units.map(({ name }) => fold(name)));
  const old = unitClaims
    .map(({ text }) => withoutOffice(fold(text)))
    .find((name) => !current.has(name) && otherDays?.(name, day)?.later === false);
  return old === undefined ? stated : { ...stated, place: bare(partsOfName(old).place) };
}

/** Raised when an OpenedFile holds something new: an older reading lacks it. */
const SHAPE = 22;

/**
 * What a cached reading depends on besides the file: the program, the forms, how they count, the zone, the names
 * expected, and the key of its hashes.
 */
function setupOf({ campaign, forms }: CampaignFolder, names: ReadonlySet<string>, key: Uint8Array): string {
  const counting = campaign.collect.map(({ form, counting: mode }) => [form, mode]);
  const keyed = sha256Of(key);
  return digest([
    ...[VERSION, SHAPE, [...forms.values()], counting, campaign.timezone, campaign.period.from],
    ...[[...names], keyed],
  ]);
}
