import type { LetterRefusal } from '../model/error.ts';
import type { Workbook } from '../model/grid.ts';
import { faultOf } from '../pack/fault.ts';
import { openZip } from '../pack/zip.ts';
import { rescueWorkbook } from '../text/rescue-workbook.ts';
import { decodeCsv } from './csv-text.ts';
import { readDocx } from './docx/docx.ts';
import { type Kind, kindOf } from './kind.ts';
import { LIMITS, PATIENCE, startWork } from './limits.ts';
import { type Office, officeExtension } from './office.ts';

export type LetterFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: LetterRefusal };

/**
 * The text of a letter, a line a paragraph (Word, LibreOffice), a printed line (pdf) or a line as typed. What is told
 * from its content, never from its name. Old Vietnamese encodings and fonts come out as Unicode. Never rejects.
 */
export async function readLetterFile(
  path: string,
  bytes: Uint8Array,
  office: Office | null,
): Promise<LetterFile> {
  try {
    return await textOf(path, bytes, kindOf(bytes, LIMITS), office);
  } catch (thrown) {
    return refused(faultOf(thrown)?.kind === 'encrypted' ? 'password' : 'damaged');
  }
}

async function textOf(
  path: string,
  bytes: Uint8Array,
  kind: Kind,
  office: Office | null,
): Promise<LetterFile> {
  switch (kind.kind) {
    case 'docx':
      return fromDocx(path, bytes);
    case 'doc':
      return converted(path, bytes, officeExtension(kind.format), office);
    case 'csv':
      return told(rescuedLines(decodeCsv(bytes).text));
    case 'pdf':
      return fromPdf(bytes);
    case 'picture':
      return refused('picture');
    case 'encrypted':
      return refused('password');
    case 'empty':
      return refused('empty');
    default:
      return refused('not-a-letter');
  }
}

async function fromPdf(bytes: Uint8Array): Promise<LetterFile> {
  try {
    const text = await (await import('./letter-pdf.ts')).pdfLines(bytes);
    return /\p{L}{2}/u.test(text) ? { kind: 'text', text: rescuedLines(text) } : refused('scan');
  } catch (thrown) {
    return refused(thrown instanceof Error && thrown.name === 'PasswordException' ? 'password' : 'damaged');
  }
}

function refused(why: LetterRefusal): LetterFile {
  return { kind: 'refused', why };
}

function told(text: string): LetterFile {
  return /\p{L}/u.test(text) ? { kind: 'text', text } : refused('empty');
}

async function converted(
  path: string,
  bytes: Uint8Array,
  extension: 'doc' | 'rtf' | 'odt',
  office: Office | null,
): Promise<LetterFile> {
  if (office === null) return refused('no-office');
  const docx = await office(bytes, extension, PATIENCE);
  if (docx === 'too-long') return refused('too-long');
  return docx === null ? refused('damaged') : fromDocx(path, docx);
}

async function fromDocx(path: string, bytes: Uint8Array): Promise<LetterFile> {
  const zip = openZip(bytes, LIMITS);
  const contents = await readDocx({
    path,
    bytes,
    kind: 'docx',
    format: 'docx',
    zip,
    limits: LIMITS,
    work: startWork(LIMITS),
    patience: PATIENCE,
  });
  if (contents.workbook === null) return refused('empty');
  const rescued = rescueWorkbook(contents.workbook, new Set()).workbook;
  const text = linesOf(rescued);
  // A page that is a picture in a Word file is a scan all the same.
  const pictures = rescued.sheets.some((sheet) => sheet.pictures.length > 0);
  return pictures && !/\p{L}{2}/u.test(text) ? refused('scan') : told(text);
}

/** Row by row, a cell after the other: the left column of a letterhead before the right one. */
function linesOf({ sheets }: Workbook): string {
  return sheets
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ shown }) => shown)))
    .join('\n');
}

/** Lines of plain text, each rescued with what all of them say about their encoding. */
function rescuedLines(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const rows = lines.map((line, index) => ({
    index,
    hidden: false,
    cells: [{ row: index, col: 0, value: { kind: 'text', text: line } as const, shown: line }],
  }));
  const sheet = {
    name: 'txt',
    hidden: false,
    rows,
    merges: [],
    hiddenColumns: new Set<number>(),
    pictures: [],
  };
  return linesOf(rescueWorkbook({ sheets: [sheet] }, new Set()).workbook);
}
