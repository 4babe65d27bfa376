import { address, type Cell, columnName, type Sheet, type Workbook } from '../../model/grid.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import { writeZip, type ZipSource } from '../../pack/zip-write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Formats of the copy: plain, percentage. */
const PERCENT = 1;
const WIDEST = 45;
const LONGEST = 32_000;

/** A plain .xlsx of what was read from a file of another format: values at their places, merges, hidden rows and columns. */
export function copyXlsx(workbook: Workbook): Uint8Array {
  const names = sheetNames(workbook);
  const sheets = workbook.sheets.map(
    (sheet, n): ZipSource => ({ name: `xl/worksheets/sheet${n + 1}.xml`, contents: sheetXml(sheet) }),
  );
  return writeZip([
    { name: '[Content_Types].xml', contents: contentTypes(sheets.length) },
    {
      name: '_rels/.rels',
      contents: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: 'xl/workbook.xml', contents: workbookXml(workbook, names) },
    { name: 'xl/_rels/workbook.xml.rels', contents: workbookRelations(sheets.length) },
    { name: 'xl/styles.xml', contents: STYLES },
    ...sheets,
  ]);
}

/** Names of the copy's sheets, as office programs allow them: without `[ ] : * ? / \`, at most 31 characters, none twice. */
export function sheetNames({ sheets }: Workbook): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, n) => {
    const plain = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim();
    let free = plain === '' ? `Sheet${n + 1}` : plain;
    for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${plain.slice(0, 25)} (${i})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`;
}

function workbookXml({ sheets }: Workbook, names: readonly string[]): string {
  const lines = sheets.map(
    ({ hidden }, n) =>
      `<sheet name="${escapeXml(names[n] ?? '')}" sheetId="${n + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`,
  );
  const shown = Math.max(
    0,
    sheets.findIndex(({ hidden }) => !hidden),
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${shown}"/></bookViews><sheets>${lines.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const lines = Array.from(
    { length: sheets },
    (_, n) =>
      `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}${styles}</Relationships>`;
}

const XF = (numFmtId: number) =>
  `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">${XF(0)}${XF(10)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml(sheet: Sheet): string {
  const rows = sheet.rows.map(({ index, hidden, cells }) => {
    const said = hidden ? ' hidden="1"' : '';
    return `<row r="${index + 1}"${said}>${cells.map(cellXml).join('')}</row>`;
  });
  const merges = sheet.merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${address(top, left)}:${columnName(right)}${bottom + 1}"/>`,
  );
  const merged =
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>${rows.join('')}</sheetData>${merged}<pageSetup paperSize="9" orientation="landscape"/></worksheet>`;
}

/** As wide as what stands in them, within reason. Texts of merged cells need no room in their first column. */
function columnsXml({ rows, merges, hiddenColumns }: Sheet): string {
  const spread = new Set(
    merges.flatMap(({ top, left, right }) => (right > left ? [address(top, left)] : [])),
  );
  const widths: number[] = [];
  for (const { cells } of rows) {
    for (const { row, col, shown } of cells) {
      if (spread.has(address(row, col))) continue;
      widths[col] = Math.max(widths[col] ?? 8, Math.min(WIDEST, shown.length * 1.1 + 2));
    }
  }
  const columns = Array.from(widths, (width, n) => {
    const hidden = hiddenColumns.has(n) ? ' hidden="1"' : '';
    return `<col min="${n + 1}" max="${n + 1}" width="${(width ?? 8).toFixed(1)}" customWidth="1"${hidden}/>`;
  });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** Dates stand as the sender sees them; a formula that was never computed stands as its text. */
function cellXml({ row, col, value, shown, formula }: Cell): string {
  const ref = address(row, col);
  switch (value.kind) {
    case 'number':
      return `<c r="${ref}" s="${value.percent === true ? PERCENT : 0}"><v>${value.number}</v></c>`;
    case 'boolean':
      return `<c r="${ref}" s="0" t="b"><v>${value.boolean ? 1 : 0}</v></c>`;
    case 'error':
      return `<c r="${ref}" s="0" t="e"><v>${escapeXml(value.error)}</v></c>`;
    case 'uncomputed':
      return textXml(ref, `=${formula ?? ''}`);
    case 'text':
      return textXml(ref, value.text);
    case 'date':
      return textXml(ref, shown);
  }
}

function textXml(ref: string, text: string): string {
  const said = escapeXml(text.slice(0, LONGEST)).replaceAll('&#10;', '\n');
  return `<c r="${ref}" s="0" t="inlineStr"><is><t xml:space="preserve">${said}</t></is></c>`;
}
