import { dateClaims } from '../intake/parse/date-claims.ts';
import { unitClaims } from '../intake/parse/unit-claims.ts';
import { EMBEDDED_SHEET } from '../model/embedded-sheet.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import { address, type Workbook } from '../model/grid.ts';
import type { Claim, DateClaim, ReportFigure } from '../model/report.ts';
import type { Summary } from '../model/summary.ts';
import type { SummaryContent } from '../model/summary-content.ts';
import { dataFindings, differences, findingsOf } from './compare.ts';

import { contentOfEmbedded, contentOfTables } from './contents.ts';
import {
  type Embedded,
  type EmbeddedExcess,
  type EmbeddedFault,
  embeddedSheet,
  readEmbedded,
} from './embedded.ts';
import { sumFindings } from './summed.ts';
import { isSummaryTable, type VisibleTable, visibleTables } from './visible.ts';
import { countsOf, placementOf, type VisibleCounts } from './visible-counts.ts';
import { type ShownReceipts, shownReceipts } from './visible-receipts.ts';

/** Another office's summary workbook as a report; whose and for which day is decided after, as for any report. */
export interface SummaryReport {
  /** Id of the form of summaries. */
  readonly form: string;
  /** The first sheet of it. */
  readonly sheet: string;
  readonly content: SummaryContent;
  /** The totals, by measure. */
  readonly figures: ReadonlyMap<string, ReportFigure>;
  readonly unitClaims: readonly Claim[];
  readonly dateClaims: readonly DateClaim[];
  /** Places carry sheet and cell. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a summary workbook: the hidden data first, checked against the visible tables; with `visible` also one without
 * hidden data, whose times are of `zone`. Null for a workbook that is no summary.
 */
export function readSummary(
  workbook: Workbook,
  forms: ReadonlyMap<string, Form>,
  { visible, zone }: { readonly visible: boolean; readonly zone: string },
): SummaryReport | null {
  const all = [...forms.values()];
  const own = all.find(({ layout }) => layout === 'summary');
  if (own === undefined) return null;
  const hidden = embeddedSheet(workbook);
  if (hidden === null && !visible) return null;
  const leaf = all.filter(({ layout }) => layout !== 'summary');
  const embedded = readEmbedded(workbook);
  if (embedded !== null && typeof embedded !== 'string' && !('limit' in embedded))
    return ofEmbedded(embedded, visibleTables(workbook, leaf, own, embedded.summary), own);
  const tables = visibleTables(workbook, leaf, own, null);
  const found = withoutData(embedded);
  const sure = hidden === null ? tables.filter((table) => isSummaryTable(table, leaf)) : tables;
  return ofTables(sure, shownReceipts(workbook, leaf, own, zone), own, found);
}

/** Why the tables alone were read; a summary over a limit is not counted. */
function withoutData(embedded: null | EmbeddedFault | EmbeddedExcess): Finding {
  if (embedded === null) return finding('report/summary-visible-only', {}, {});
  const at = { sheet: EMBEDDED_SHEET };
  return typeof embedded === 'string'
    ? finding('report/summary-data-unreadable', at, { reason: embedded })
    : finding('file/limit', at, embedded);
}

function ofEmbedded(embedded: Embedded, tables: readonly VisibleTable[], own: Form): SummaryReport {
  const { summary } = embedded;
  const { authority } = summary.campaign;
  const edited = dataFindings(embedded);
  return {
    form: own.id,
    sheet: tables[0]?.sheet.name ?? EMBEDDED_SHEET,
    content: contentOfEmbedded(embedded, tables),
    figures: totalsOf(summary, tables),
    unitClaims: [{ source: 'template', text: authority, at: null }],
    dateClaims: [{ source: 'template', iso: summary.date, text: summary.date, at: null }],
    findings: [
      ...findingsOf(differences(summary, tables)),
      // What was edited need not add up.
      ...(edited.length > 0 ? edited : sumFindings(embedded, tables)),
    ],
  };
}

function totalsOf(summary: Summary, tables: readonly VisibleTable[]): ReadonlyMap<string, ReportFigure> {
  const totals = new Map<string, ReportFigure>();
  for (const { form, total } of summary.scopes) {
    const table = tables.find((each) => each.form.id === form);
    for (const [measure, { value }] of Object.entries(total.figures)) {
      if (!totals.has(measure)) totals.set(measure, { value, ...totalPlace(table, measure), counting: null });
    }
  }
  return totals;
}

function totalPlace(table: VisibleTable | undefined, measure: string): { sheet: string; cells: string } {
  const cell = table?.total?.cells.get(measure);
  if (table === undefined || cell === undefined) return { sheet: EMBEDDED_SHEET, cells: 'A3' };
  return { sheet: table.sheet.name, cells: address(cell.row, cell.col) };
}

function ofTables(
  tables: readonly VisibleTable[],
  receipts: ShownReceipts,
  own: Form,
  found: Finding,
): SummaryReport | null {
  const [first] = tables;
  if (first === undefined) return null;
  const { sheet, head } = first;
  const placement = placementOf(first);
  const end = (first.total?.row ?? first.units.at(-1)?.row ?? head.bottom) + 1;
  const read = tables.map((table) => [table, countsOf(table)] as const);
  return {
    form: own.id,
    sheet: sheet.name,
    content: contentOfTables(read, receipts),
    figures: totalsShown(read),
    unitClaims: unitClaims(sheet, placement, end),
    dateClaims: dateClaims(sheet, placement, end, null).claims,
    findings: [found, ...read.flatMap(([, { findings }]) => findings)],
  };
}

/** Totals that the tables themselves show; a formula without a stored result shows none. */
function totalsShown(
  tables: readonly (readonly [VisibleTable, VisibleCounts])[],
): ReadonlyMap<string, ReportFigure> {
  const totals = new Map<string, ReportFigure>();
  for (const [table, { totals: shown }] of tables) {
    for (const [measure, value] of shown) {
      totals.set(measure, { value, ...totalPlace(table, measure), counting: null });
    }
  }
  return totals;
}
