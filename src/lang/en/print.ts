import type { Place } from '../../model/finding.ts';
import type { RowOrigin } from '../../model/grid.ts';
import { quotable } from '../../text/quotable.ts';
import { count } from './numbers.ts';

/** Places, doubtful numbers and known ids in English. */

const MOST_NAMES = 6;

/** 1234 and 1.234: without a comma, for a number whose mark is the question. */
export function plain(n: number): string {
  return String(n);
}

/** "1 row", "1,234 rows". */
export function some(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[], joint = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** Names of other units, as many as a sentence bears: "Xã A, Xã B and 12 more". */
export function others(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return list(more < 2 ? names : [...names.slice(0, MOST_NAMES), `${count(more)} more`]);
}

/** "Cell E14 (Lũy kế)", "Cells E10–E14 (Lũy kế)", "The item “Lũy kế”", "This report". */
export function where(at: Place, field?: string): string {
  const heading = at.heading ?? field;
  if (at.cell === undefined) return heading === undefined ? 'This report' : `The item “${heading}”`;
  const named = heading === undefined ? '' : ` (${heading})`;
  if (at.origin !== undefined) return `${inDocument(at.origin)}${named}`;
  return /[:,]/.test(at.cell) ? `Cells ${at.cell.replaceAll(':', '–')}${named}` : `Cell ${at.cell}${named}`;
}

/** "Paragraph 5", "Table 1, row 3": in a text document nobody counts cells. */
function inDocument(origin: RowOrigin): string {
  return origin.kind === 'paragraph'
    ? `Paragraph ${origin.number}`
    : `Table ${origin.table}, row ${origin.row}`;
}

/** "Cell E14: the running total …" from "The running total …"; without a cell as it is. */
export function from(at: Place, sentence: string): string {
  if (at.cell === undefined) return sentence;
  const { heading: _, ...place } = at;
  return `${where(place)}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** "Cell E14 (Lũy kế) says “khoảng 200”"; of several cells the first is quoted; a personal text never is. */
export function says(at: Place, facts: { readonly field?: string; readonly shown: string | null }): string {
  const text = quotable(facts.shown);
  const place = where(at, facts.field);
  if (text === null) return place;
  return at.cell !== undefined && /[:,]/.test(at.cell)
    ? `${place}, of which the first says “${text}”`
    : `${place} says “${text}”`;
}

const MEASURES: { readonly [id: string]: string } = {
  installed: 'people who installed',
  staff_total: 'staff in all',
  staff_with_smartphone: 'staff with a smartphone',
  staff_installed: 'staff who installed',
  smartphone_users: 'smartphone users',
  population: 'population',
  adults: 'adults',
};

/** The name of a measure or base; a campaign's own measure shows its id. */
export function measure(id: string): string {
  return MEASURES[id] ?? `“${id}”`;
}

const FORMS: { readonly [id: string]: string } = {
  'mau-01': 'Mẫu 01',
  'mau-02': 'Mẫu 02',
  'tong-hop': 'the summary workbook',
};

export function form(id: string): string {
  return FORMS[id] ?? `the form “${id}”`;
}

const KINDS: { readonly [kind: string]: string } = {
  xlsx: 'Excel .xlsx',
  xls: 'old Excel .xls',
  xlsb: 'binary Excel .xlsb',
  ods: 'OpenDocument .ods',
  docx: 'Word .docx',
  doc: 'old Word .doc',
  csv: 'CSV text',
  html: 'an HTML page',
  spreadsheetml: 'Excel XML 2003',
  zip: 'a ZIP archive',
  eml: 'an e-mail',
  pdf: 'PDF',
  picture: 'a picture',
  program: 'a program',
  video: 'a film',
  sound: 'a sound',
  ppt: 'old PowerPoint .ppt',
  pptx: 'PowerPoint .pptx',
  rtf: 'RTF text',
  rar: 'a RAR archive',
  msg: 'an Outlook mail .msg',
  '7z': 'a 7z archive',
  gzip: 'a gzip archive',
  xml: 'XML',
  ole: 'an old Office file of unknown kind',
  odt: 'OpenDocument .odt',
  fods: 'OpenDocument .fods',
  sylk: 'SYLK .slk',
  tnef: "Outlook's winmail.dat",
  numbers: 'an Apple Numbers (or Pages) document',
  gsheet: 'a link to a Google Sheet',
  opendocument: 'another OpenDocument file',
  encrypted: 'a file with a password',
  unknown: 'kind unknown',
};

export function kind(id: string): string {
  return KINDS[id] ?? id;
}

const SOURCES: { readonly [source: string]: string } = {
  title: 'the title',
  letterhead: 'the letterhead',
  log: 'the last row of the table of days',
  aside: 'the page’s header, footer or text box',
  'sheet-name': 'the sheet name',
  'file-name': 'the file name',
  folder: 'the folder',
  table: 'the table',
  template: 'the pre-filled form',
  decision: 'the recorded decision',
};

export function source(id: string): string {
  return SOURCES[id] ?? id;
}

const ENCODINGS: { readonly [id: string]: string } = {
  tcvn3: 'TCVN3 (.VnTime, .VnArial)',
  vni: 'VNI (VNI-Times)',
  'windows-1258': 'Windows-1258',
  viscii: 'VISCII',
  mojibake: 'UTF-8 opened with the wrong encoding',
  'utf-16': 'UTF-16',
};

export function encoding(id: string): string {
  return ENCODINGS[id] ?? id;
}

const LIMITS: { readonly [id: string]: string } = {
  bytes: 'file size in bytes',
  entries: 'files in an archive',
  inflated: 'unpacked size in bytes',
  ratio: 'compression ratio',
  sheets: 'sheets',
  rows: 'rows',
  columns: 'columns',
  cells: 'cells',
  depth: 'nested elements of XML',
  strings: 'shared strings',
  merges: 'merged ranges',
  nesting: 'layers of archives',
  steps: 'cells and rows to look at',
  characters: 'characters',
  memory: 'memory (MB)',
  summaryPieces: 'cells that the hidden sheet _bluezone claims to have',
  summaryUnits: 'units in the hidden sheet _bluezone, against the rows that are seen',
};

export function limit(id: string): string {
  return LIMITS[id] ?? `“${id}”`;
}
