import { address } from '../../model/grid.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import type { PointList } from '../../view/annotation.ts';
import type { ListStyle } from './styles.ts';

/** Characters of each column: number, sheet, cell, gravity, what, what to do. */
const WIDTHS = [6, 18, 12, 12, 58, 52];
const LAST = WIDTHS.length - 1;
/** Excel holds no longer text in a cell. */
const LONGEST = 32_000;

/** The worksheet part that lists the points, with a link from each to its cell. Texts stand in the cells themselves. */
export function listSheet(list: PointList, style: (style: ListStyle) => number, namespace: string): string {
  const rows: string[] = [];
  const merges: string[] = [];
  const links: string[] = [];
  const text = (col: number, said: string, as: ListStyle) =>
    `<c r="${address(rows.length, col)}" s="${style(as)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(said.slice(0, LONGEST)).replaceAll('&#10;', '\n')}</t></is></c>`;
  // Not every program makes a row as high as its text; none does where cells are merged.
  const row = (cells: readonly string[], lines: number) => {
    rows.push(`<row r="${rows.length + 1}" ht="${16 * lines + 2}" customHeight="1">${cells.join('')}</row>`);
  };
  const wide = (said: string, as: ListStyle) => {
    merges.push(`<mergeCell ref="${address(rows.length, 0)}:${address(rows.length, LAST)}"/>`);
    row([text(0, said, as)], linesOf(said, 150));
  };
  wide(list.title, 'title');
  for (const line of list.lines) wide(line, 'line');
  const head = rows.length + 1;
  row(
    list.heads.map((said, col) => text(col, said, 'head')),
    1,
  );
  for (const [n, point] of list.points.entries()) {
    if (point.link !== null) {
      const to = `'${point.link.sheet.replaceAll("'", "''")}'!${point.link.cell}`;
      links.push(
        `<hyperlink ref="${address(rows.length, 2)}" location="${escapeXml(to)}" display="${escapeXml(point.link.cell)}"/>`,
      );
    }
    const high = [point.sheet, point.cell, point.gravity, point.what, point.ask].map((said, n) =>
      linesOf(said, WIDTHS[n + 1] ?? 10),
    );
    const cells = [
      `<c r="${address(rows.length, 0)}" s="${style('center')}"><v>${n + 1}</v></c>`,
      text(1, point.sheet, 'center'),
      text(2, point.cell, point.link === null ? 'center' : 'link'),
      text(3, point.gravity, 'center'),
      text(4, point.what, 'text'),
      text(5, point.ask, 'text'),
    ];
    row(cells, Math.max(...high));
  }
  const columns = WIDTHS.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** Lines that a text takes in a column of so many characters; letters are narrower than the digits that widths count. */
function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil(text.length / (width * 1.1)));
}
