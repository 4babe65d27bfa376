import type { Style } from 'exceljs';
import type { FormPage } from '../../view/blank.ts';
import {
  type Canvas,
  gap,
  heightOf,
  lastColumn,
  partAt,
  put,
  putLine,
  setHeight,
  widthOf,
} from './canvas.ts';
import { clip, DAYS } from './form-rules.ts';
import { fill, textStyle } from './style.ts';

const CENTRE = (size: number, font = {}) => textStyle('center', { size, ...font });
/** What is to be filled in is a little yellow; on a grey printer it is white. */
const GROUND = fill('FFFBEB');

/** A cell that is to be filled in. */
export function input(style: Partial<Style>, page: FormPage): Partial<Style> {
  return { ...style, protection: { locked: false }, ...(page.blank ? { fill: GROUND } : {}) };
}

/** Letterhead, place and date, title: all over the labels or the table. */
export function putHead(canvas: Canvas, page: FormPage): void {
  const part = partAt(canvas, 0.42);
  const left = { from: 0, to: part - 1 };
  const right = { from: part, to: lastColumn(canvas) };
  put(canvas, { top: 1, ...left }, page.code, textStyle('left', { size: 9, color: { argb: 'FF595959' } }));
  put(canvas, { top: 1, ...right }, page.mark, textStyle('right', { size: 12, bold: true }));
  canvas.next = 2;
  putOffice(canvas, page, left);
  put(canvas, { top: 2, ...right }, page.nation, CENTRE(12, { bold: true }));
  put(canvas, { top: 3, ...right }, page.motto, CENTRE(13, { bold: true, underline: true }));
  setHeight(canvas, 2, Math.max(18, heightOf(page.nation, widthOf(canvas, right.from, right.to), 12, true)));
  canvas.next = 4;
  gap(canvas, 8);
  const dateRow = canvas.next;
  put(canvas, { top: dateRow, ...right }, null, input(CENTRE(13, { italic: true }), page));
  setHeight(canvas, dateRow, 20);
  canvas.next += 1;
  gap(canvas, 10);
  for (const line of page.titles) putLine(canvas, line, CENTRE(14, { bold: true }));
  putDates(canvas, page, dateRow, right.from);
  gap(canvas, 8);
}

function putOffice(canvas: Canvas, page: FormPage, left: { from: number; to: number }): void {
  const { form } = page.words.fill;
  const width = widthOf(canvas, left.from, left.to);
  const style = CENTRE(12, { bold: true });
  const own = page.unit === null ? input(style, page) : style;
  const lower = page.unit ?? (page.committee === null ? form.agency : form.dots);
  const row = page.committee === null ? 2 : 3;
  if (page.committee !== null) put(canvas, { top: 2, ...left }, page.committee, style);
  // An agency's name may need both lines.
  put(canvas, { top: row, bottom: 3, ...left }, lower, own);
  setHeight(canvas, 3, Math.max(20, heightOf(lower, width, 12, true) - (page.committee === null ? 18 : 0)));
  if (page.unit !== null) return;
  canvas.sheet.getCell(row, left.from + 1).dataValidation = {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formulae: [200],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: form.unit,
    prompt: clip(form.unitHint, 220),
  };
}

/** The day of a daily report stands in its title, as a date; the line with the place follows it. Else it stands there itself. */
function putDates(canvas: Canvas, page: FormPage, placeRow: number, placeColumn: number): void {
  const { form } = page.words.fill;
  const { sheet } = canvas;
  const placeCell = sheet.getCell(placeRow, placeColumn + 1);
  const place = page.place ?? form.dots;
  const day = page.date === null ? null : new Date(`${page.date}T00:00:00Z`);
  const quoted = place.replaceAll('"', '');
  if (!page.dated) {
    placeCell.value = day ?? form.placeAndDate(place, form.dots, form.dots, form.dots);
    placeCell.numFmt = `"${quoted}, ngày "dd" tháng "m" năm "yyyy`;
    placeCell.dataValidation = dayValidation(page);
    return;
  }
  const row = canvas.next;
  putLine(canvas, form.titleDate(form.dots, form.dots, form.dots), input(CENTRE(13, { bold: true }), page));
  const dayCell = sheet.getCell(row, 1);
  dayCell.numFmt = '"(ngày "dd" tháng "m" năm "yyyy")"';
  dayCell.dataValidation = dayValidation(page);
  if (day !== null) dayCell.value = day;
  const at = `A${row}`;
  const dotted = form.placeAndDate(place, form.dots, form.dots, form.dots);
  placeCell.value = {
    formula:
      `IF(ISNUMBER(${at}),"${quoted}, ngày "&TEXT(DAY(${at}),"00")&" tháng "&` +
      `IF(MONTH(${at})<3,TEXT(MONTH(${at}),"00"),MONTH(${at}))&" năm "&YEAR(${at}),"${dotted.replaceAll('"', '')}")`,
    result: page.date === null ? dotted : page.words.view.official.placeAndDate(place, page.date),
  };
}

function dayValidation(page: FormPage) {
  const { form } = page.words.fill;
  return {
    ...DAYS,
    formulae: [...DAYS.formulae],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: form.day,
    prompt: clip(page.dated ? form.dayHint : form.types.date, 220),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: form.refused,
    error: form.types.date,
  };
}

/** "(Ký tên, đóng dấu)" on the right, with room for both and a line for the name. */
export function putSignature(canvas: Canvas, page: FormPage): void {
  const from = partAt(canvas, 0.42);
  const right = { from, to: lastColumn(canvas) };
  gap(canvas, 10);
  put(
    canvas,
    { top: canvas.next, ...right },
    null,
    input(CENTRE(12, { bold: true }), { ...page, blank: false }),
  );
  put(canvas, { top: canvas.next + 1, ...right }, page.signature, CENTRE(12, { italic: true }));
  setHeight(canvas, canvas.next + 2, 50);
  put(
    canvas,
    { top: canvas.next + 3, ...right },
    null,
    input(CENTRE(12, { bold: true }), { ...page, blank: false }),
  );
  canvas.next += 4;
}
