import type { Workbook } from 'exceljs';
import { sealOf } from '../../levels/embedded.ts';
import { MANIFEST_COLUMN } from '../../levels/seal.ts';
import { EMBEDDED_SHEET } from '../../model/embedded-sheet.ts';
import type { Block, Page, SummaryPages } from '../../view/page.ts';
import type { Table } from '../../view/table.ts';
import type { Travelling } from '../../view/travelling.ts';
import { breakPages } from './breaks.ts';
import { type Canvas, canvasOf, gap, lastColumn, putLine } from './canvas.ts';
import { type PlacedChart, putChart } from './charts.ts';
import { sheetColumns } from './columns.ts';
import { putLetterhead, putSignature, putSubjectRule } from './official.ts';
import { finishPackage, type SheetDrawings, UNPACKED } from './package.ts';
import { manifestOf } from './seal.ts';
import { FONT, textStyle } from './style.ts';
import { putTable } from './table.ts';

/** The summary workbook (contract section 4). The same book gives the same bytes. */
export async function writeXlsx(book: Travelling<SummaryPages>): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const made = new Date(book.asOf);
  Object.assign(workbook, {
    creator: book.author,
    lastModifiedBy: book.author,
    title: book.title,
    created: made,
    modified: made,
    language: book.language,
  });
  const drawn = new Map(book.pages.map((page) => putPage(workbook, page)));
  putEmbedded(workbook, book.embedded);
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer(UNPACKED)), drawn);
}

const INCH = 25.4;

/** Gives the name of the sheet's part in the package, with what is to be drawn on it. */
function putPage(workbook: Workbook, page: Page): readonly [string, SheetDrawings] {
  const sheet = workbook.addWorksheet(page.name);
  const columns = sheetColumns(page);
  sheet.columns = columns.widths.map((width) => ({ width }));
  const canvas = canvasOf(sheet, columns);
  const charts = page.blocks.flatMap((block) => putBlock(canvas, block, page) ?? []);
  const right = sheet.getColumn(lastColumn(canvas) + 1).letter;
  const pages = breakPages(canvas, charts);
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pages,
    horizontalCentered: true,
    firstPageNumber: 1,
    margins: {
      left: 30 / INCH,
      right: 15 / INCH,
      top: 20 / INCH,
      bottom: 20 / INCH,
      header: 10 / INCH,
      footer: 10 / INCH,
    },
    printArea: `A$1:${right}$${canvas.next - 1}`,
    ...(canvas.head === null ? {} : { printTitlesRow: `${canvas.head.first}:${canvas.head.last}` }),
  };
  // Page numbers stand centred at the top, none on page 1 (Nghị định 30, Phụ lục I).
  sheet.headerFooter = { differentFirst: true, oddHeader: `&C&"${FONT},Regular"&13&P` };
  // At 85 % the frozen letterhead and head leave room for the units on a small laptop; tables before it would not.
  const view = { showGridLines: false, zoomScale: 85 };
  const [first] = page.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  sheet.views = [
    canvas.head === null || first?.main !== true
      ? { ...view, state: 'normal' }
      : { ...view, state: 'frozen', ySplit: canvas.head.last },
  ];
  return [`xl/worksheets/sheet${sheet.id}.xml`, { charts, bars: canvas.bars }];
}

function putBlock(canvas: Canvas, block: Block, page: Page): PlacedChart | null {
  switch (block.kind) {
    case 'letterhead':
      putLetterhead(canvas, block);
      break;
    case 'title':
      for (const line of block.lines) putLine(canvas, line, textStyle('center', { size: 14, bold: true }));
      // Only what begins as a letter has the rule of one.
      if (page.blocks.some(({ kind }) => kind === 'letterhead'))
        putSubjectRule(canvas, block.lines.at(-1) ?? '');
      break;
    case 'text':
      putText(canvas, block);
      break;
    case 'table':
      putTable(canvas, block.table, block.main);
      break;
    case 'signature':
      putSignature(canvas, block);
      break;
    case 'chart':
      return putChart(canvas, block.chart, tableOf(page, block.chart.table));
  }
  return null;
}

function tableOf(page: Page, id: string): Table | undefined {
  return page.blocks
    .flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    .find((table) => table.id === id);
}

function putText(canvas: Canvas, block: Extract<Block, { kind: 'text' }>): void {
  switch (block.style) {
    case 'as-of':
      putLine(canvas, block.text, textStyle('center', { size: 13, italic: true }));
      gap(canvas, 6);
      break;
    case 'lead':
      putLine(canvas, block.text, textStyle('left', { size: 13 }));
      gap(canvas, 6);
      break;
    case 'heading':
      gap(canvas, 8);
      canvas.kept.add(canvas.next - 1).add(canvas.next);
      putLine(canvas, block.text, textStyle('left', { size: 13, bold: true }));
      break;
    case 'small':
      // Not alone on a page: the row before it may be the gap under a chart.
      canvas.kept.add(canvas.next - 1).add(canvas.next - 2);
      putLine(canvas, block.text, textStyle('left', { size: 11, italic: true }));
      break;
  }
}

/** A cell holds at most 32,767 characters. */
const PIECE = 30_000;

/** Column A: the data. B1: their seal. Column C: the seals of the visible cells. */
function putEmbedded(workbook: Workbook, cells: readonly string[]): void {
  if (cells.length === 0) return;
  const manifest = manifestOf(workbook);
  const sheet = workbook.addWorksheet(EMBEDDED_SHEET, { state: 'hidden' });
  cells.forEach((text, index) => {
    sheet.getCell(index + 1, 1).value = text;
  });
  sheet.getCell(1, 2).value = sealOf(cells.slice(2).join(''));
  for (let at = 0; at < manifest.length; at += PIECE) {
    sheet.getCell(1 + at / PIECE, MANIFEST_COLUMN + 1).value = manifest.slice(at, at + PIECE);
  }
}
