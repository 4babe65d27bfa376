import { type Cell, columnName, rangeAddress, type Sheet, type Workbook } from '../src/model/grid.ts';
import { escapeXml } from '../src/pack/xml-text.ts';
import { writeZip, type ZipSource } from '../src/pack/zip-write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DAY = 86_400_000;
/** Styles are font × number format: general, percent, date, date and time. */
const FORMATS = [0, 9, 14, 22] as const;

/** The bytes of an .xlsx that holds a drawn workbook, so that drawn sheets go through the whole pipeline as files. `change` may alter its drawing parts. */
export function drawnXlsx(
  workbook: Workbook,
  change: (drawing: string) => string = (drawing) => drawing,
): Uint8Array {
  const fonts = ['', ...stylesOf(workbook)];
  const parts: ZipSource[] = [
    { name: '[Content_Types].xml', contents: contentTypes(workbook) },
    { name: '_rels/.rels', contents: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', contents: workbookPart(workbook) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      contents: relations([
        ...workbook.sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', contents: stylesPart(fonts) },
  ];
  workbook.sheets.forEach((sheet, i) => {
    parts.push({ name: `xl/worksheets/sheet${i + 1}.xml`, contents: sheetPart(sheet, fonts) });
    if (sheet.pictures.length === 0) return;
    const drawing = relations([['drawing', `../drawings/drawing${i + 1}.xml`]]);
    parts.push({ name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, contents: drawing });
    parts.push({ name: `xl/drawings/drawing${i + 1}.xml`, contents: change(drawingPart(sheet)) });
  });
  return writeZip(parts);
}

function stylesOf({ sheets }: Workbook): string[] {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [...new Set(cells.map(styleOf))].filter((style) => style !== '');
}

/** Font, weight, strike and indent of a cell in one word; empty for a plain one. */
function styleOf({ font, look }: Cell): string {
  const { bold, struck, indent } = look ?? {};
  const parts = [font ?? '', bold ? 'b' : '', struck ? 's' : '', indent ?? ''];
  return parts.every((part) => part === '') ? '' : parts.join('|');
}

function xml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`;
}

function contentTypes({ sheets }: Workbook): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
  const ofSheets = sheets.map((sheet, i) => {
    const drawn = sheet.pictures.length > 0 ? type(`drawings/drawing${i + 1}.xml`, 'drawing') : '';
    return type(`worksheets/sheet${i + 1}.xml`, 'spreadsheetml.worksheet') + drawn;
  });
  return xml(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'spreadsheetml.sheet.main')}${type('styles.xml', 'spreadsheetml.styles')}${ofSheets.join('')}</Types>`,
  );
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const lines = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return xml(`<Relationships xmlns="${RELATIONS}">${lines.join('')}</Relationships>`);
}

function workbookPart({ sheets }: Workbook): string {
  const lines = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  return xml(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${lines.join('')}</sheets></workbook>`);
}

function stylesPart(fonts: readonly string[]): string {
  const looks = fonts.map((style) => style.split('|'));
  const named = looks.map(
    ([name, bold, struck]) =>
      `<font>${bold ? '<b/>' : ''}${struck ? '<strike/>' : ''}<sz val="13"/><name val="${escapeXml(name || 'Times New Roman')}"/></font>`,
  );
  const formats = looks.flatMap(([, , , indent], font) =>
    FORMATS.map(
      (format) =>
        `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"><alignment indent="${indent || 0}"/></xf>`,
    ),
  );
  return xml(
    `<styleSheet xmlns="${MAIN}"><fonts>${named.join('')}</fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${formats.join('')}</cellXfs></styleSheet>`,
  );
}

function sheetPart(sheet: Sheet, fonts: readonly string[]): string {
  const hidden = [...sheet.hiddenColumns].map(
    (col) => `<col min="${col + 1}" max="${col + 1}" width="9" hidden="1"/>`,
  );
  const rows = sheet.rows.map(
    ({ index, hidden: unseen, outline, cells }) =>
      `<row r="${index + 1}"${unseen ? ' hidden="1"' : ''}${outline === undefined ? '' : ` outlineLevel="${outline}"`}>${cells.map((cell) => cellXml(cell, fonts)).join('')}</row>`,
  );
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeAddress(range)}"/>`);
  return xml(
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${hidden.length > 0 ? `<cols>${hidden.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : ''}${sheet.pictures.length > 0 ? '<drawing r:id="rId1"/>' : ''}</worksheet>`,
  );
}

function cellXml(cell: Cell, fonts: readonly string[]): string {
  const { type, value, format } = contentOf(cell);
  const font = fonts.indexOf(styleOf(cell));
  const style = font * FORMATS.length + format;
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  return `<c r="${columnName(cell.col)}${cell.row + 1}" s="${style}"${type}>${formula}${value}</c>`;
}

function contentOf({ value, formula }: Cell): { type: string; value: string; format: number } {
  const content = (type: string, text: string, format = 0) => ({
    type: type === '' ? '' : ` t="${type}"`,
    value: `<v>${escapeXml(text)}</v>`,
    format,
  });
  if (value.kind === 'number') return content('', String(value.number), value.percent === true ? 1 : 0);
  if (value.kind === 'boolean') return content('b', value.boolean ? '1' : '0');
  if (value.kind === 'error') return content('e', value.error);
  if (value.kind === 'uncomputed') return { type: '', value: '', format: 0 };
  if (value.kind === 'date') {
    const serial =
      (Date.parse(`${value.iso}${value.iso.includes('T') ? '' : 'T00:00:00'}Z`) + 25_569 * DAY) / DAY;
    return content('', String(serial), value.iso.includes('T') ? 3 : 2);
  }
  if (formula !== undefined) return content('str', value.text);
  return {
    type: ' t="inlineStr"',
    value: `<is><t xml:space="preserve">${escapeXml(value.text)}</t></is>`,
    format: 0,
  };
}

function drawingPart({ pictures }: Sheet): string {
  const anchors = pictures.map(
    ({ row, col }) =>
      `<xdr:oneCellAnchor><xdr:from><xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9525" cy="9525"/><xdr:pic/><xdr:clientData/></xdr:oneCellAnchor>`,
  );
  return xml(`<xdr:wsDr xmlns:xdr="${DRAWING}">${anchors.join('')}</xdr:wsDr>`);
}
