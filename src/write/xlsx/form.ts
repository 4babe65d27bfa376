import type { Workbook, Worksheet } from 'exceljs';
import type { FormPage } from '../../view/blank.ts';
import { widthsOf } from '../form-widths.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { putLines, putTable } from './form-body.ts';
import { putHead, putSignature } from './form-head.ts';
import { finishPackage, UNPACKED } from './package.ts';
import { FONT } from './style.ts';

const INCH = 25.4;

/**
 * An official form as a workbook: what is to be filled in is unlocked, the rest protected without a password. The same
 * page gives the same bytes.
 */
export async function writeXlsxForm(page: FormPage): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const made = new Date(`${page.date ?? '2021-01-01'}T00:00:00Z`);
  Object.assign(workbook, {
    creator: 'bluezone-report',
    lastModifiedBy: 'bluezone-report',
    title: page.titles.join(' '),
    keywords: page.edition,
    created: made,
    modified: made,
    language: 'vi',
  });
  const sheet = addSheet(workbook, page);
  const canvas = canvasOf(sheet, { widths: widthsOf(page), spans: new Map() });
  sheet.columns = canvas.columns.widths.map((width) => ({ width }));
  putHead(canvas, page);
  if (page.form.layout === 'table') putTable(canvas, page);
  else putLines(canvas, page, workbook);
  putSignature(canvas, page);
  finishSheet(canvas, page);
  await protect(sheet);
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer(UNPACKED)), new Map());
}

function addSheet(workbook: Workbook, page: FormPage): Worksheet {
  return workbook.addWorksheet(page.name.replace(/[*?:/\\[\]']/g, ' ').slice(0, 31));
}

function finishSheet({ sheet, columns, next, head }: Canvas, page: FormPage): void {
  const right = sheet.getColumn(columns.widths.length).letter;
  sheet.pageSetup = {
    paperSize: 9,
    orientation: columns.widths.reduce((sum, width) => sum + width, 0) > 100 ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      left: 30 / INCH,
      right: 15 / INCH,
      top: 20 / INCH,
      bottom: 20 / INCH,
      header: 10 / INCH,
      footer: 10 / INCH,
    },
    printArea: `A$1:${right}$${next - 1}`,
    ...(head === null ? {} : { printTitlesRow: `${head.last}:${head.last}` }),
  };
  const edition = page.words.fill.form.edition(page.form.name.vi, page.form.version);
  sheet.headerFooter = {
    differentFirst: true,
    oddHeader: `&C&"${FONT},Regular"&13&P`,
    oddFooter: `&R&"${FONT},Italic"&8${edition}`,
    firstFooter: `&R&"${FONT},Italic"&8${edition}`,
  };
  sheet.views = [
    head === null
      ? { showGridLines: false, state: 'normal' }
      : { showGridLines: false, state: 'frozen', ySplit: head.last },
  ];
}

/** Against slips, not against people: no password. Rows may be added and taken out, pictures pasted. */
async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
}
