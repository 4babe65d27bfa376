import type { Registry } from '../day/identify/registry.ts';
import { identify, registryOf } from '../day/identify.ts';
import { asideOf, bookSheets } from '../day/workbook-sheets.ts';
import { checkWithUnit } from '../intake/intake.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { effectOf, type Finding, moved } from '../model/finding.ts';
import { isUnopened } from '../model/findings/file.ts';
import type { CountingMode } from '../model/form.ts';
import type { Receipt, RecordedDecision } from '../model/ledger.ts';
import { lineNear, type RosterLines } from '../model/roster-lines.ts';
import type { Arrival, Instant, Submission } from '../model/submission.ts';
import { partWords } from '../text/part.ts';
import { NOTHING_STATED } from '../text/stated.ts';
import { arrivalOf, type ListedArrival } from './arrival.ts';
import { rulingsOn } from './decisions.ts';
import type { ReceivedFile } from './inbox.ts';
import { type Memory, type RememberedReceipt, rememberedOf } from './memory.ts';
import type { Opener } from './open.ts';
import type { OpenedDocument, OpenedFile, OpenedReport } from './opened.ts';

export interface Submitter {
  /** The lines of `files` that a file gives, and the receipt to record. */
  submit(
    file: ReceivedFile,
    opened: OpenedFile,
    listed: ListedArrival | null,
  ): Promise<readonly Submission[]>;
  /** Receipts of the files that the ledger had not seen. */
  readonly newEntries: readonly LedgerEntry[];
  readonly files: readonly SeenFile[];
}

/** A file on the disk as a receipt of this moment, and whether the ledger had seen it before. */
export interface SeenFile {
  readonly folderDate: string;
  readonly receipt: Receipt;
  readonly known: boolean;
  /** What was remembered of it before this run. */
  readonly before: RememberedReceipt;
}

interface Setup {
  readonly folder: CampaignFolder;
  readonly registry: Registry;
  readonly memory: Memory;
  readonly opener: Opener;
}

/**
 * Turns opened files into submissions: arrival, unit, day and standing. `seenAt` is null for a view that records nothing;
 * `isThere` says whether a path, relative like `files`, still exists.
 */
export function submitter(
  folder: CampaignFolder,
  memory: Memory,
  opener: Opener,
  seenAt: Instant | null,
  isThere: (path: string) => boolean,
): Submitter {
  const setup: Setup = { folder, registry: registryOf(folder), memory, opener };
  const news: LedgerEntry[] = [];
  const files: SeenFile[] = [];
  const seen = new Map<string, string[]>();
  /** Where bytes lie, as far as the ledger and this run have seen them. */
  const pathsOf = ({ path, sha256 }: Pick<Receipt, 'path' | 'sha256'>): readonly string[] => {
    const read = [...(seen.get(sha256) ?? []), path];
    seen.set(sha256, read);
    return [...read, ...(memory.receipts.get(sha256) ?? []).map((each) => each.path).filter(isThere)];
  };
  return {
    newEntries: news,
    files,
    submit: async (file, opened, listed) => {
      const bytes = { path: file.shown, sha256: opened.sha256, size: file.size };
      const { known, ...before } = rememberedOf(memory, bytes, pathsOf(bytes));
      // A file that moved takes along what was recorded under the name that it lost.
      const receipt = {
        ...bytes,
        seenAt: (known ? seenAt : (before.firstSeen ?? seenAt)) ?? 0,
        statedAt: known ? null : before.stated,
        channel: known ? null : before.channel,
        onBehalf: !known && before.onBehalf,
      };
      // Nothing can be remembered of bytes that nobody could read.
      const isOpen = opened.sha256 !== '';
      if (isOpen && seenAt !== null && !known) news.push({ kind: 'receipt', receipt });
      if (isOpen) files.push({ folderDate: file.folderDate, receipt, known, before });
      const lines: Submission[] = [];
      for (const [n, document] of opened.documents.entries()) {
        const arrival = arrivalOf({
          ...before,
          listed,
          mailDate: document.mailDate,
          firstSeen: isOpen ? (before.firstSeen ?? seenAt) : null,
          fileTime: file.modified,
        });
        const ruled = await recount(setup, file, n, document);
        lines.push(...linesOf(setup, file, ruled, arrival));
      }
      return lines;
    },
  };
}

/** A decision on how rows count asks for another reading of the file: of all of it, or of one sheet. */
async function recount(
  setup: Setup,
  file: ReceivedFile,
  n: number,
  document: OpenedDocument,
): Promise<OpenedDocument> {
  const about = { path: file.shown + document.inner, sha256: document.sha256 };
  const whole = rulingsOn(setup.memory.holding, { ...about, sheet: null }).counting;
  const again = async (mode: CountingMode) => (await setup.opener.open(file, mode)).documents[n];
  const counted = whole === null ? document : ((await again(whole)) ?? document);
  if (counted.reports.length < 2) return counted;
  const reports: OpenedReport[] = [];
  for (const [index, report] of counted.reports.entries()) {
    const { counting } = rulingsOn(setup.memory.holding, { ...about, sheet: report.sheet });
    const other = counting === null ? undefined : (await again(counting))?.reports[index];
    reports.push(other?.sheet === report.sheet ? other : report);
  }
  return { ...counted, reports };
}

function linesOf(
  setup: Setup,
  file: ReceivedFile,
  document: OpenedDocument,
  arrival: Arrival,
): readonly Submission[] {
  const path = file.shown + document.inner;
  const { sha256, sheets } = document;
  const common = { path, sha256, sheets, arrival, folderDate: file.folderDate };
  const ofDocument = placed(document.findings, path);
  if (document.reports.length === 0) {
    const effect = effectOf(ofDocument);
    const standing = effect === 'counted' ? 'rejected' : effect;
    const none = {
      sheet: null,
      form: null,
      scope: null,
      unit: ofDocument.some(isUnopened) ? unitNamed(setup, file, path) : null,
      date: null,
      figures: new Map(),
      given: new Map(),
      phones: [],
      rows: [],
      stated: NOTHING_STATED,
    };
    return [{ ...common, ...none, standing, findings: ofDocument }];
  }
  const several = document.reports.length > 1;
  const book = bookSheets(
    document.reports.map((report) => ({
      report,
      ...reportOf(setup, file, document, report, path, several ? report.sheet : null),
    })),
    file.folderDate,
  );
  const known = book.kept;
  // What is wrong with the file is its unit's to put right, where all that it holds is one unit's.
  const units = new Set(known.map(({ unit }) => unit));
  const [owner = null] = units.size === 1 ? units : [];
  return known.map(({ report, unit, date, findings: own }, n) => {
    const findings = [...(n === 0 ? owned(ofDocument, owner) : []), ...own, ...asideOf(book, n, path)];
    const effect = effectOf(findings);
    return {
      ...common,
      sheet: several ? report.sheet : null,
      form: report.form,
      scope: setup.folder.forms.get(report.form)?.scope ?? null,
      unit,
      date,
      figures: new Map(report.figures),
      given: new Map(report.given),
      phones: report.phones,
      rows: report.rows,
      stated: isHamlet(setup.registry.lines, unit, date) ? { ...report.stated, place: null } : report.stated,
      standing: effect === 'counted' ? 'accepted' : effect,
      findings,
      ...(report.summary === undefined ? {} : { summary: report.summary }),
    };
  });
}

/** The unit that the names of a file and of its folders tell beyond doubt. */
function unitNamed({ folder, registry }: Setup, file: ReceivedFile, path: string): string | null {
  const { inFolder: inside, folderDate } = file;
  const named = { unitClaims: [], dateClaims: [], path, sheet: null, inside, folderDate };
  const units = folder.campaign.collect.map(({ form }) => {
    const { unit, findings } = identify({ ...named, form }, registry);
    return findings.some(({ code }) => code.startsWith('unit/')) ? null : unit;
  });
  const [only, ...more] = new Set(units.filter((unit) => unit !== null));
  return more.length === 0 ? (only ?? null) : null;
}

/** A hamlet that reports itself names no part of itself. */
function isHamlet(lines: RosterLines, unit: string | null, date: string): boolean {
  const line = unit === null ? null : lineNear(lines, unit, date);
  return line !== null && [`${line.kind} 1`, line.name].some((text) => partWords(text).place !== null);
}

interface Known {
  readonly unit: string | null;
  readonly date: string;
  readonly findings: readonly Finding[];
}

function reportOf(
  { folder, registry, memory }: Setup,
  file: ReceivedFile,
  document: OpenedDocument,
  report: OpenedReport,
  path: string,
  sheet: string | null,
): Known {
  const ruled = rulingsOn(memory.holding, { path, sha256: document.sha256, sheet });
  const identity = identify(
    {
      form: report.form,
      unitClaims: report.unitClaims,
      dateClaims: report.dateClaims,
      path,
      sheet,
      inside: file.inFolder + document.inner,
      folderDate: file.folderDate,
      decided: {
        ...(ruled.unit === null ? {} : { unit: ruled.unit }),
        ...(ruled.date === null ? {} : { date: ruled.date }),
      },
    },
    registry,
  );
  const line = identity.unit === null ? null : lineNear(registry.lines, identity.unit, identity.date);
  const form = folder.forms.get(report.form);
  const against =
    line === null || form === undefined
      ? []
      : checkWithUnit({ form, figures: new Map(report.figures) }, line);
  const findings = [...placed(report.findings, path), ...placed(against, path), ...identity.findings];
  return { unit: identity.unit, date: identity.date, findings: owned(findings, identity.unit) };
}

function owned(findings: readonly Finding[], unit: string | null): readonly Finding[] {
  if (unit === null) return findings;
  return findings.map((found) => moved(found, { unit, ...found.at }));
}

function placed(findings: readonly Finding[], file: string): readonly Finding[] {
  return findings.map((found) => moved(found, { ...found.at, file }));
}

/** Decisions that name a report which no file of the run holds any more. */
export function idleDecisions(
  holding: readonly RecordedDecision[],
  submissions: readonly Submission[],
): readonly RecordedDecision[] {
  const there = new Set(submissions.map(({ sha256 }) => sha256));
  return holding.filter(({ decision }) => 'report' in decision && !there.has(decision.report.sha256));
}
