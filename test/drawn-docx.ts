import type { Row, Workbook } from '../src/model/grid.ts';
import { escapeXml } from '../src/pack/xml-text.ts';
import { writeZip } from '../src/pack/zip-write.ts';

/** The bytes of a Word page that holds a drawn sheet: lines of one cell are paragraphs, the others rows of a table. */
export function drawnDocx({ sheets }: Workbook): Uint8Array {
  const rows = sheets[0]?.rows ?? [];
  const width = Math.max(...rows.map(({ cells }) => (cells.at(-1)?.col ?? 0) + 1));
  const body: string[] = [];
  let table: string[] = [];
  const endTable = () => {
    if (table.length > 0) body.push(`<w:tbl>${table.join('')}</w:tbl>`);
    table = [];
  };
  for (const row of rows) {
    if (row.cells.length > 1) table.push(rowXml(row, width));
    else {
      endTable();
      body.push(paragraph(row.cells[0]?.shown ?? ''));
    }
  }
  endTable();
  const contents = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`;
  return writeZip([{ name: 'word/document.xml', contents }]);
}

function rowXml({ cells }: Row, width: number): string {
  const texts = Array.from(
    { length: width },
    (_, col) => cells.find((cell) => cell.col === col)?.shown ?? '',
  );
  return `<w:tr>${texts.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}
