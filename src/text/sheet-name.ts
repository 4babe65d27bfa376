import { EMBEDDED_SHEET } from '../model/embedded-sheet.ts';
import type { Form } from '../model/form.ts';
import { fold } from './fold.ts';

/** A kind of sheet and its number. Without one a word may be a person: Trang, Bằng, Mậu. */
const NUMBERED =
  /^(sheet|trang tính|trang tinh|trang|bảng|bang|table|biểu|bieu|mẫu|mau|feuil)[\s_-]*(số |so )?\d{1,3}(\s*\(\d+\))?$/;
const DAY = /^(ngày |ngay )?\d{1,2}([./ -]\d{1,2}){1,2}([./ -]\d{4})?$/;
/** Plain words for what a sheet holds, and what our readers call the one sheet of a file that has none. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...['sheet', 'csv', 'word', 'html', 'data', 'dữ liệu', 'báo cáo', 'bao cao', 'tổng hợp', 'tong hop'],
    ...['ghi chú', 'ghi chu', 'phụ lục', 'phu luc', 'danh mục', 'hướng dẫn', 'bluezone', EMBEDDED_SHEET],
  ].map(fold),
);

/** Whether a sheet is called as sheets are, so that its name can say nothing of a person. */
export function isUsualSheetName(
  name: string,
  forms: Iterable<Pick<Form, 'id' | 'name' | 'sheetTitle'>>,
): boolean {
  const folded = fold(name);
  if (WORDS.has(folded) || NUMBERED.test(folded) || DAY.test(folded)) return true;
  for (const { id, name: own, sheetTitle } of forms)
    if ([id, own.vi, own.en, sheetTitle.vi, sheetTitle.en].some((title) => fold(title) === folded))
      return true;
  return false;
}

/**
 * What a sheet of a sender's file is called where it travels: its usual name, else its place in the file, `#2`. A sheet may
 * bear the name of a person, as files do (contract section 3). `#` alone where the place is not known.
 */
export function travellingSheet(
  name: string,
  sheets: readonly string[],
  forms: Iterable<Pick<Form, 'id' | 'name' | 'sheetTitle'>>,
): string {
  if (PLACE.test(name) || isUsualSheetName(name, forms)) return name;
  const at = sheets.indexOf(name);
  return at === -1 ? '#' : `#${at + 1}`;
}

const PLACE = /^#\d*$/;

/** The place that stands for a name: 2 of `#2`; null for `#`, undefined for a name. */
export function placeOfSheet(name: string): number | null | undefined {
  if (!PLACE.test(name)) return undefined;
  return name === '#' ? null : Number(name.slice(1));
}
