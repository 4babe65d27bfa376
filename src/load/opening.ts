import { posix } from 'node:path';
import { intake } from '../intake/intake.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { type Finding, finding, moved } from '../model/finding.ts';
import type { CountingMode } from '../model/form.ts';
import type { Report, Stated } from '../model/report.ts';
import type { Document } from '../read/document.ts';
import type { Office } from '../read/office.ts';
import { read } from '../read/read.ts';
import { rescueWorkbook } from '../text/rescue-workbook.ts';
import { joinStated, statedBy } from '../text/stated.ts';
import { withoutPersons } from './cached.ts';
import { openSummary } from './open-summary.ts';
import type { OpenedDocument, OpenedFile, OpenedReport } from './opened.ts';
import { hashedPlace, phonesOf, rowPrints } from './prints.ts';

/** A file to be opened; plain data, so that another thread can do it. */
export interface Opening {
  /** Without its folders. */
  readonly name: string;
  readonly folderDate: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** A decision on how its rows count. */
  readonly counting: CountingMode | undefined;
}

/** What of a campaign its files are opened by: plain data. */
export type CampaignRules = Pick<CampaignFolder, 'campaign' | 'forms'>;

/** What all files of a campaign are opened with. */
export interface Tools {
  readonly folder: CampaignRules;
  /** The key of the hashes of persons' numbers. */
  readonly key: Uint8Array;
  /** Folds of the names that files may hold in an old encoding. */
  readonly names: ReadonlySet<string>;
  readonly office: Office | null;
}

/** From the bytes of a file to what is kept of it: the same for the same bytes, in whatever thread. */
export async function openBytes(
  { name, folderDate, bytes, sha256, counting }: Opening,
  { folder, key, names, office }: Tools,
): Promise<OpenedFile> {
  const documents: (OpenedDocument & Pick<Document, 'role'>)[] = [];
  for (const document of await read(name, bytes, { office })) {
    const inner = document.path.slice(name.length);
    const rescued = document.workbook === null ? null : rescueWorkbook(document.workbook, names);
    const summary = document.workbook === null ? null : openSummary(document.workbook, folder);
    const taken =
      rescued === null || summary !== null
        ? { reports: [], findings: [] }
        : intake(rescued.workbook, folder.forms, {
            counting: (form) => counting ?? countingOf(folder, form),
            told: counting === undefined ? 'campaign' : 'decision',
            day: folderDate,
            from: folder.campaign.period.from ?? `${folderDate.slice(0, 4)}-07-01`,
          });
    const tallies = (rescued?.rescued ?? []).map((tally) => finding('file/text-rescued', {}, tally));
    const named = statedBy(document.path.split('!/').map((step) => posix.basename(step)));
    const reports =
      summary === null
        ? taken.reports.map((report) => reduced(report, named, key))
        : [{ ...summary, stated: named }];
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
  const dates = documents.flatMap(({ reports }) =>
    reports.flatMap(({ dateClaims }) => dateClaims.map(({ iso }) => iso)),
  );
  return withoutPersons({ sha256, documents: bearing(documents), statedDates: [...new Set(dates)] });
}

/** Of a text and the workbooks inside it, those that hold a report: the letter around one is none, nor is a list inside one. */
function bearing(documents: readonly (OpenedDocument & Pick<Document, 'role'>)[]): readonly OpenedDocument[] {
  const reported = documents.some(({ role, reports }) => role !== undefined && reports.length > 0);
  return documents
    .filter(({ role, reports }) => !reported || role === undefined || reports.length > 0)
    .map(({ role: _, ...document }) => document);
}

/** How the campaign says that the rows of a form count, when all that collect it say the same. */
export function countingOf(folder: CampaignRules, form: string): CountingMode {
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

function reduced(report: Report, named: Stated, key: Uint8Array): OpenedReport {
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
    stated: hashedPlace(joinStated(named, report.stated), key),
  };
}
