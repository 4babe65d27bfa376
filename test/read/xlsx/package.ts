import type { Sheet, Workbook } from '../../../src/model/grid.ts';
import { address } from '../../../src/model/grid.ts';
import { writeZip } from '../../../src/pack/zip-write.ts';
import type { Document } from '../../../src/read/document.ts';
import { type ReadOptions, read } from '../../../src/read/read.ts';

/** A workbook package made by hand, part by part, so that each trap can be drawn as the program that sets it would write it. */
export interface Drawn {
  /** Inside of `sheetData`, or a whole `worksheet` when it begins with `<`+`?` or has one. */
  readonly sheet?: string;
  /** After `sheetData`. */
  readonly after?: string;
  /** Before `sheetData`. */
  readonly before?: string;
  /** Inside of `sst`. */
  readonly strings?: string;
  /** Inside of `styleSheet`. */
  readonly styles?: string;
  /** Inside of `workbook` before `sheets`. */
  readonly book?: string;
  /** Inside of `sheets`, instead of one sheet. */
  readonly sheets?: string;
  /** Parts added, or put in place of the usual ones; null leaves one out. */
  readonly parts?: { readonly [name: string]: string | Uint8Array | null };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function relations(...list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE_RELS}">${items.join('')}</Relationships>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
}

export function drawPackage(drawn: Drawn): Uint8Array {
  const sheet = drawn.sheet ?? '';
  const usual: { [name: string]: string | Uint8Array | null } = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('sharedStrings', 'sharedStrings')}${override('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELS}">${drawn.book ?? ''}<sheets>${drawn.sheets ?? '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheet.includes('worksheet')
      ? sheet
      : `<?xml version="1.0"?><worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${drawn.before ?? ''}<sheetData>${sheet}</sheetData>${drawn.after ?? ''}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${drawn.strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${drawn.styles ?? ''}</styleSheet>`,
    ...drawn.parts,
  };
  return writeZip(
    Object.entries(usual).flatMap(([name, contents]) => (contents === null ? [] : [{ name, contents }])),
  );
}

/** Styles by format code, one `cellXfs` entry each. */
export function stylesOf(...codes: readonly string[]): string {
  const formats = codes.map(
    (code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const xfs = codes.map((_, i) => `<xf numFmtId="${170 + i}" fontId="0"/>`);
  return `<numFmts>${formats.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs>`;
}

export async function readOne(
  bytes: Uint8Array,
  options: ReadOptions = {},
  path = 'x.xlsx',
): Promise<Document> {
  const [document, ...rest] = await read(path, bytes, options);
  if (document === undefined || rest.length > 0) throw new Error(`${1 + rest.length} documents`);
  return document;
}

export function sheetsOf(document: Document): Workbook['sheets'] {
  if (document.workbook === null) throw new Error(JSON.stringify(document.findings));
  return document.workbook.sheets;
}

export async function readDrawn(drawn: Drawn): Promise<Sheet> {
  const [sheet] = sheetsOf(await readOne(drawPackage(drawn)));
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** `A1=text:xã`, one a cell, in order. */
export function cellsOf(sheet: Sheet): readonly string[] {
  return sheet.rows.flatMap(({ cells }) =>
    cells.map(({ row, col, value }) => {
      const { kind, ...held } = value;
      return `${address(row, col)}=${[kind, ...Object.values(held)].join(':')}`;
    }),
  );
}
