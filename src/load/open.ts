import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { intake } from '../intake/intake.ts';
import type { Io } from '../io.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';
import { type Finding, finding, moved } from '../model/finding.ts';
import type { CountingMode } from '../model/form.ts';
import type { Report, Stated } from '../model/report.ts';
import type { Document } from '../read/document.ts';
import type { Office } from '../read/office.ts';
import { read } from '../read/read.ts';
import { bare, fold } from '../text/fold.ts';
import { knownNames } from '../text/match/known.ts';
import { partsOfName } from '../text/office.ts';
import { rescueWorkbook } from '../text/rescue-workbook.ts';
import { joinStated, statedBy } from '../text/stated.ts';
import { VERSION } from '../version.ts';
import { withoutPersons } from './cached.ts';
import { type OpenFailure, type ReceivedFile, unopened } from './inbox.ts';
import { openSummary } from './open-summary.ts';
import type { OpenedDocument, OpenedFile, OpenedReport } from './opened.ts';
import { withoutOffice } from './other-days.ts';
import { hashedPlace, phonesOf, rowPrints } from './prints.ts';
import { digest, type Keeper } from './reading-cache.ts';

export type Opener = (file: ReceivedFile, counting?: CountingMode) => Promise<OpenedFile>;

/** Opens files of one campaign, each at most once a run; an unchanged file comes from the cache. */
export function opener(io: Io, folder: CampaignFolder, keeper: Keeper): Opener {
  const { key } = keeper;
  const setup = setupOf(folder, key);
  const opened = new Map<string, OpenedFile>();
  const tools = { folder, key, names: knownNames(folder.roster), office: io.office() };
  return async (file, counting) => {
    const name = JSON.stringify([file.path, counting ?? null]);
    const before = opened.get(name);
    if (before !== undefined) return before;
    const keyOf = (sha256: string): string =>
      digest([sha256, posix.basename(file.path), setup, counting ?? null, file.folderDate]);
    const result = await unlessUnopened(io, file, () =>
      keeper.through(file, keyOf, async (bytes, sha256) => {
        const made = withoutPersons(await openBytes(file, bytes, sha256, tools, counting));
        return { made, lasting: isLasting(made) };
      }),
    );
    opened.set(name, result);
    return result;
  };
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

interface Tools {
  readonly folder: CampaignFolder;
  readonly key: Uint8Array;
  /** Folds of the names that files may hold in an old encoding. */
  readonly names: ReadonlySet<string>;
  readonly office: Promise<Office | null>;
}

/** What could not be read for want of a program on this machine, or of its time, may be read another day. */
const PASSING: ReadonlySet<string> = new Set(['file/doc-not-converted', 'file/timeout']);

function isLasting({ documents }: OpenedFile): boolean {
  return !documents.some(({ findings }) => findings.some(({ code }) => PASSING.has(code)));
}

async function openBytes(
  file: ReceivedFile,
  bytes: Uint8Array,
  sha256: string,
  { folder, key, names, office }: Tools,
  counting: CountingMode | undefined,
): Promise<OpenedFile> {
  const documents: (OpenedDocument & Pick<Document, 'role'>)[] = [];
  const dates = new Set<string>();
  for (const document of await read(posix.basename(file.path), bytes, { office: await office })) {
    const inner = document.path.slice(posix.basename(file.path).length);
    const rescued = document.workbook === null ? null : rescueWorkbook(document.workbook, names);
    const summary = document.workbook === null ? null : openSummary(document.workbook, folder);
    const taken =
      rescued === null || summary !== null
        ? { reports: [], findings: [] }
        : intake(rescued.workbook, folder.forms, {
            counting: (form) => counting ?? countingOf(folder, form),
            told: counting === undefined ? 'campaign' : 'decision',
            day: file.folderDate,
            from: folder.campaign.period.from ?? `${file.folderDate.slice(0, 4)}-07-01`,
          });
    const tallies = (rescued?.rescued ?? []).map((tally) => finding('file/text-rescued', {}, tally));
    const named = statedBy(document.path.split('!/').map((step) => posix.basename(step)));
    const reports =
      summary === null
        ? taken.reports.map((report) => {
            const stated = withOldPlace(joinStated(named, report.stated), report, folder, file.folderDate);
            return reduced(report, hashedPlace(stated, key), key);
          })
        : [{ ...summary, stated: named }];
    for (const { dateClaims } of reports) for (const { iso } of dateClaims) dates.add(iso);
    documents.push({
      inner,
      sha256: document.sha256,
      mailDate: document.mailDate,
      sheets: (rescued?.workbook ?? document.workbook)?.sheets.map(({ name }) => name) ?? [],
      findings: withoutFile([
        ...document.findings,
        ...(summary === null ? [...tallies, ...taken.findings] : []),
      ]),
      reports,
      ...(document.role === undefined ? {} : { role: document.role }),
    });
  }
  return { sha256, documents: bearing(documents), statedDates: [...dates] };
}

/** Of a text and the workbooks inside it, those that hold a report: the letter around one is none, nor is a list inside one. */
function bearing(documents: readonly (OpenedDocument & Pick<Document, 'role'>)[]): readonly OpenedDocument[] {
  const reported = documents.some(({ role, reports }) => role !== undefined && reports.length > 0);
  return documents
    .filter(({ role, reports }) => !reported || role === undefined || reports.length > 0)
    .map(({ role: _, ...document }) => document);
}

/** How the campaign says that the rows of a form count, when all that collect it say the same. */
export function countingOf(folder: CampaignFolder, form: string): CountingMode {
  const modes = new Set(
    folder.campaign.collect.filter((each) => each.form === form).map((each) => each.counting),
  );
  const [only] = modes;
  return only !== undefined && modes.size === 1 ? only : 'auto';
}

function withoutFile(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((found) => {
    const { file: _, ...at } = found.at;
    return moved(found, at);
  });
}

/** A letterhead of an old commune speaks of that part of the unit that it has become. */
function withOldPlace(
  stated: Stated,
  { unitClaims }: Report,
  { otherDays, roster }: CampaignFolder,
  day: string,
): Stated {
  if (stated.place !== null) return stated;
  const current = new Set(roster.units.map(({ name }) => fold(name)));
  const old = unitClaims
    .map(({ text }) => withoutOffice(fold(text)))
    .find((name) => !current.has(name) && otherDays?.(name, day)?.later === false);
  return old === undefined ? stated : { ...stated, place: bare(partsOfName(old).place) };
}

function reduced(report: Report, stated: Stated, key: Uint8Array): OpenedReport {
  return {
    form: report.placement.form.id,
    sheet: report.placement.sheet,
    figures: [...report.figures],
    given: [...report.given],
    unitClaims: report.unitClaims,
    dateClaims: report.dateClaims,
    findings: withoutFile(report.findings),
    phones: phonesOf(report, key),
    rows: rowPrints(report, key),
    stated,
  };
}

/** Raised when an OpenedFile holds something new: an older reading lacks it. */
const SHAPE = 22;

/**
 * What a cached reading depends on besides the file: the program, the forms, how they count, the zone, the names
 * expected, and the key of its hashes.
 */
function setupOf({ campaign, forms, roster }: CampaignFolder, key: Uint8Array): string {
  const counting = campaign.collect.map(({ form, counting: mode }) => [form, mode]);
  const names = [...knownNames(roster)];
  const keyed = createHash('sha256').update(key).digest('hex');
  return digest([
    ...[VERSION, SHAPE, [...forms.values()], counting, campaign.timezone, campaign.period.from],
    ...[names, keyed],
  ]);
}
