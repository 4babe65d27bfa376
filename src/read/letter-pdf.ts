import { glyphsOf, type PageGlyph } from './pdf-glyphs.ts';

/** A letter has a few pages; what has more is none. */
const MOST_PAGES = 40;

/**
 * The printed lines of a pdf with a text layer, a column of a letterhead as a line of its own; blank for a scan. The
 * library is loaded here alone. Throws what it throws for a damaged file; `PasswordException` for a locked one.
 */
export async function pdfLines(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  // The library takes the bytes for itself.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  const lines: string[] = [];
  try {
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      // A scanned page has pictures only: they are not unpacked.
      if (items.length > 0) lines.push(...linesOf(glyphsOf(await page.getOperatorList(), OPS)));
      lines.push('');
    }
  } finally {
    await document.destroy();
  }
  return lines.join('\n');
}

/** Glyphs of one base line, from the top of the page down; a gap of three letters parts two columns. */
function linesOf(drawn: readonly PageGlyph[]): readonly string[] {
  const rows: { y: number; height: number; glyphs: PageGlyph[] }[] = [];
  for (const glyph of drawn) {
    const row = rows.find(
      ({ y, height }) => Math.abs(y - glyph.y) < Math.max(2, Math.min(height, glyph.height) * 0.35),
    );
    if (row === undefined) rows.push({ y: glyph.y, height: glyph.height, glyphs: [glyph] });
    else row.glyphs.push(glyph);
  }
  return rows.sort((a, b) => b.y - a.y).flatMap(({ glyphs, height }) => columnsOf(glyphs, height));
}

/**
 * By place, not by order: where a font lacks a letter ("ệ"), the letter comes from another one and stands in the file
 * behind the rest of its line.
 */
function columnsOf(glyphs: readonly PageGlyph[], height: number): readonly string[] {
  const columns: string[] = [''];
  let end: number | null = null;
  let blank = false;
  for (const { text, x, width } of [...glyphs].sort((a, b) => a.x + a.width / 2 - b.x - b.width / 2)) {
    if (text.trim() === '') {
      blank = true;
      continue;
    }
    const gap: number = end === null ? 0 : x - end;
    if (gap > height * 2.5) columns.push('');
    else if (end !== null && gap > height * (blank ? 0.04 : 0.2)) columns[columns.length - 1] += ' ';
    columns[columns.length - 1] += text;
    end = Math.max(end ?? 0, x + width);
    blank = false;
  }
  return columns.filter((column) => column !== '');
}
