import type { CellValue as ExcelValue, Workbook } from 'exceljs';
import { firstTotal } from '../../intake/fill/check.ts';
import { address, type CellValue, columnName } from '../../model/grid.ts';
import type { FormField, FormPage } from '../../view/blank.ts';
import { type Canvas, heightOf, lastColumn, put, setHeight, widthOf } from './canvas.ts';
import { input } from './form-head.ts';
import { sumFormula, totalFormula, validationOf } from './form-rules.ts';
import { BODY, GRID, headStyle, textStyle } from './style.ts';

/** Most pixels of a picture, and points of the row that it stands in. */
const PICTURE = { width: 210, height: 150 };
const PICTURE_ROW = 120;

/** What is written on the dotted line of the printed form. */
const DOTTED = { bottom: { style: 'dotted', color: { argb: 'FF404040' } } } as const;

/** Labels on the left, what is to be filled in on the right. */
export function putLines(canvas: Canvas, page: FormPage, workbook: Workbook): void {
  const to = lastColumn(canvas);
  const first = canvas.next;
  const addressOf = (id: string): string | null => {
    const at = page.fields.findIndex(({ field }) => field.id === id);
    return at === -1 ? null : address(first - 1 + at, to);
  };
  page.fields.forEach((each, n) => {
    const row = first + n;
    const value = page.values[each.field.id] ?? null;
    // A picture that is only spoken of is told in the line of its label, where intake looks for it.
    const told = each.field.type === 'picture' && value?.kind === 'text' ? ` ${value.text}` : '';
    const label = `- ${each.label.replace(/[.:]\s*$/, '')}:${told}`;
    put(canvas, { top: row, from: 0, to: to - 1 }, label, textStyle('left'));
    setHeight(canvas, row, Math.max(22, heightOf(label, widthOf(canvas, 0, to - 1), 13)));
    const horizontal = each.field.type === 'count' ? 'right' : 'left';
    const border = each.field.type === 'picture' ? GRID : DOTTED;
    const style = { ...textStyle(horizontal), border, ...format(each) };
    const own = address(row - 1, to);
    const cell = canvas.sheet.getCell(row, to + 1);
    if (each.sumOf !== null) {
      const parts = each.sumOf.flatMap((id) => addressOf(id) ?? []);
      cell.style = style;
      cell.value = formulaOf(sumFormula(parts), value);
      return;
    }
    cell.style = input(style, page);
    cell.value = told === '' ? excelValue(value) : null;
    cell.dataValidation = validationOf(each, page, own, addressOf);
    if (each.field.type === 'picture') setHeight(canvas, row, PICTURE_ROW);
    const picture = page.pictures.get(each.field.id);
    if (picture === undefined) return;
    setHeight(canvas, row, PICTURE_ROW);
    // exceljs takes the bytes as they are; its own type of a buffer is older than Node's.
    const image = workbook.addImage({ buffer: Buffer.from(picture.bytes) as never, extension: picture.kind });
    canvas.sheet.addImage(image, { tl: { col: to + 0.05, row: row - 0.95 }, ext: PICTURE });
  });
  canvas.next = first + page.fields.length;
}

/** The head, the rows, and the totals by formula. */
export function putTable(canvas: Canvas, page: FormPage): void {
  putColumnHeads(canvas, page);
  const top = canvas.next;
  const count = Math.max(1, page.rows.length);
  for (let n = 0; n < count; n += 1) putRow(canvas, page, top + n, n);
  canvas.next = top + count;
  putTotals(canvas, page, top, canvas.next - 1);
}

function putColumnHeads(canvas: Canvas, page: FormPage): void {
  const row = canvas.next;
  let height = 22;
  page.fields.forEach(({ label }, col) => {
    put(canvas, { top: row, from: col, to: col }, label, headStyle());
    height = Math.max(height, heightOf(label, widthOf(canvas, col, col), BODY, true));
  });
  setHeight(canvas, row, height);
  canvas.head = { first: row, last: row };
  canvas.next += 1;
}

function putRow(canvas: Canvas, page: FormPage, row: number, n: number): void {
  const addressOf = (id: string): string | null => {
    const at = page.fields.findIndex(({ field }) => field.id === id);
    return at === -1 ? null : address(row - 1, at);
  };
  const cells = page.rows[n] ?? {};
  let height = 20;
  page.fields.forEach((each, col) => {
    const { type, id } = each.field;
    const value = cells[id] ?? null;
    const horizontal = type === 'count' ? 'right' : type === 'ordinal' || type === 'mark' ? 'center' : 'left';
    const style = { ...textStyle(horizontal, { size: BODY }), border: GRID, ...format(each) };
    const cell = canvas.sheet.getCell(row, col + 1);
    if (each.sumOf !== null) {
      cell.style = style;
      cell.value = formulaOf(sumFormula(each.sumOf.flatMap((part) => addressOf(part) ?? [])), value);
      return;
    }
    cell.style = type === 'ordinal' ? { ...style, protection: { locked: false } } : input(style, page);
    cell.value = type === 'ordinal' ? n + 1 : excelValue(value);
    if (value?.kind === 'text') {
      height = Math.max(height, heightOf(value.text, widthOf(canvas, col, col), BODY));
    }
    if (type !== 'ordinal') cell.dataValidation = validationOf(each, page, address(row - 1, col), addressOf);
  });
  setHeight(canvas, row, height);
}

function putTotals(canvas: Canvas, page: FormPage, top: number, bottom: number): void {
  const first = firstTotal(page.form);
  if (first <= 0) return;
  const row = canvas.next;
  const style = { ...textStyle('center', { size: BODY, bold: true }), border: GRID };
  put(canvas, { top: row, from: 0, to: first - 1 }, page.totalLabel, style);
  page.fields.slice(first).forEach((each, n) => {
    const cell = canvas.sheet.getCell(row, first + n + 1);
    cell.style = { ...style, ...textStyle('right', { size: BODY, bold: true }), ...format(each) };
    if (each.field.type !== 'count') return;
    const value = page.values[each.field.id] ?? null;
    const letter = columnName(first + n);
    // One running total for all rows has no rows to be summed from.
    const typed = page.rows.length === 0 && value !== null;
    cell.value = typed
      ? excelValue(value)
      : formulaOf(totalFormula(`${letter}${top}:${letter}${bottom}`, each.counting), value);
  });
  setHeight(canvas, row, 22);
  canvas.next += 1;
}

function format({ field: { type } }: FormField): { readonly numFmt: string } {
  return {
    numFmt: type === 'count' ? '#,##0' : type === 'ordinal' ? '0' : type === 'date' ? 'dd/mm/yyyy' : '@',
  };
}

function formulaOf(formula: string, value: CellValue | null): ExcelValue {
  return { formula, result: value?.kind === 'number' ? value.number : '' };
}

function excelValue(value: CellValue | null): ExcelValue {
  switch (value?.kind) {
    case 'number':
      return value.number;
    case 'text':
      return value.text;
    case 'date':
      return new Date(`${value.iso.slice(0, 10)}T00:00:00Z`);
    default:
      return null;
  }
}
