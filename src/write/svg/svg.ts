import type { Words } from '../../lang/lang.ts';
import type { Block, Page, SummaryPages } from '../../view/page.ts';
import type { Travelling } from '../../view/travelling.ts';
import { columnWidths, tableSvg } from './table.ts';
import { FAMILIES, type Svg, type Text, type Typeface, text, typeface, wrapped } from './text.ts';

const MARGIN = 24;
/** Narrowest picture, for the sentences over a small table. */
const NARROWEST = 640;

/**
 * The tables of the scopes under each other as one picture, every column whole: what a chat group is shown. `face` gives
 * the width of a text in the `family` that will draw it.
 */
export function writeSvg(
  book: Travelling<SummaryPages>,
  words: Words,
  face: Typeface = typeface(),
  family: string = FAMILIES.map((name) => `'${name}'`).join(', '),
): Svg & { readonly svg: string } {
  const pages = book.pages.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'letterhead'));
  const widths = pages.flatMap((page) =>
    mainTables(page).map(({ table }) => columnWidths(table, words, face, 0).reduce((a, b) => a + b, 0)),
  );
  const width = Math.max(NARROWEST, ...widths);
  const parts: string[] = [];
  let top = MARGIN;
  const put = (drawn: Svg, after: number) => {
    parts.push(
      `<g transform="translate(${MARGIN} ${Math.round(top * 10) / 10})">${drawn.parts.join('')}</g>`,
    );
    top += drawn.height + after;
  };
  put(lines(book.title, width, face, { size: 20, bold: true, align: 'center' }), 4);
  const asOf = pages.flatMap(({ blocks }) => blocks.flatMap((block) => textOf(block, 'as-of')));
  for (const line of new Set(asOf))
    put(lines(line, width, face, { size: 16, italic: true, align: 'center' }), 4);
  for (const page of pages) {
    if (pages.length > 1) put(lines(page.name, width, face, { size: 17, bold: true }), 2);
    for (const block of page.blocks) {
      for (const line of textOf(block, 'lead')) put(lines(line, width, face, { size: 16 }), 8);
      for (const line of textOf(block, 'small')) put(lines(line, width, face, { size: 14, italic: true }), 4);
      if (block.kind === 'table' && block.main) {
        put(tableSvg(block.table, columnWidths(block.table, words, face, width), words, face), 8);
      }
    }
    top += 12;
  }
  const whole = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(top + MARGIN - 20) };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${family}"><rect width="100%" height="100%" fill="#ffffff"/>${parts.join('')}</svg>`;
  return { ...whole, parts, svg };
}

function mainTables(page: Page): readonly Extract<Block, { kind: 'table' }>[] {
  return page.blocks.flatMap((block) => (block.kind === 'table' && block.main ? [block] : []));
}

function textOf(block: Block, style: 'as-of' | 'lead' | 'small'): readonly string[] {
  return block.kind === 'text' && block.style === style ? [block.text] : [];
}

/** A paragraph over the whole width. */
function lines(content: string, width: number, face: Typeface, look: Text): Svg {
  const { size = 15, align } = look;
  const parted = wrapped(content, width, face, look);
  const step = size * 1.3;
  const x = align === 'center' ? width / 2 : 0;
  return {
    parts: parted.map((line, index) => text(line, x, index * step + size, look)),
    width,
    height: parted.length * step,
  };
}
