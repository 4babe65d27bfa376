import type { Xml } from '../../pack/xml.ts';
import { fontTally } from '../font-tally.ts';
import { lookTally } from '../look-tally.ts';
import {
  type Block,
  isPrompt,
  type Paragraph,
  type Reading,
  readParagraph,
  type TableCell,
  type TableRow,
} from './paragraph.ts';
import type { Fonts } from './styles.ts';

/** All blocks inside the element just opened (the body, a text box); moves to its end. */
export function readBlocks(xml: Xml, fonts: Fonts, tick: () => void): readonly Block[] {
  const reading: Reading = { fonts, tick, blocks: (inner) => blocksInside(inner, reading) };
  return reading.blocks(xml);
}

const UNSEEN = new Set(['del', 'moveFrom', 'Fallback', 'sectPr', 'tblPr', 'sdtEndPr']);

function blocksInside(xml: Xml, reading: Reading): readonly Block[] {
  const inside = xml.depth;
  const blocks: Block[] = [];
  let prompt = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    const name = xml.name;
    if (name === 'p') blocks.push({ kind: 'paragraph', paragraph: readParagraph(xml, reading) });
    else if (name === 'tbl') blocks.push({ kind: 'table', rows: readRows(xml, reading) });
    else if (name === 'sdtPr') prompt = isPrompt(xml);
    else if (UNSEEN.has(name) || (name === 'sdtContent' && prompt)) xml.skip();
    if (name === 'sdtContent') prompt = false;
  }
  return blocks;
}

function readRows(xml: Xml, reading: Reading): readonly TableRow[] {
  const inside = xml.depth;
  const rows: TableRow[] = [];
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    const name = xml.name;
    if (name === 'tr') {
      const row = readRow(xml, reading);
      if (row !== null) rows.push(row);
    } else if (UNSEEN.has(name) || name === 'tblGrid') xml.skip();
  }
  return rows;
}

/** Null for a row that a tracked change deleted. */
function readRow(xml: Xml, reading: Reading): TableRow | null {
  reading.tick();
  const inside = xml.depth;
  const cells: TableCell[] = [];
  let before = 0;
  let deleted = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    const name = xml.name;
    if (name === 'tc') cells.push(readCell(xml, reading));
    else if (name === 'gridBefore') before = count(xml.attribute('val'), 0);
    // Cells are never inside a `del`: this is the mark in the properties of the row.
    else if (name === 'del') deleted = true;
    else if (name === 'sdtPr' || name === 'tblPrEx') xml.skip();
  }
  return deleted ? null : { before, cells };
}

function readCell(xml: Xml, reading: Reading): TableCell {
  const inside = xml.depth;
  let span = 1;
  let down: TableCell['down'] = null;
  const blocks: Block[] = [];
  let prompt = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    const name = xml.name;
    if (name === 'p') blocks.push({ kind: 'paragraph', paragraph: readParagraph(xml, reading) });
    else if (name === 'tbl') blocks.push({ kind: 'table', rows: readRows(xml, reading) });
    else if (name === 'gridSpan') span = count(xml.attribute('val'), 1);
    else if (name === 'vMerge') down = xml.attribute('val') === 'restart' ? 'restart' : 'continue';
    else if (name === 'sdtPr') prompt = isPrompt(xml);
    else if (UNSEEN.has(name) || (name === 'sdtContent' && prompt)) xml.skip();
    if (name === 'sdtContent') prompt = false;
  }
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : []));
  return { content: joined(paragraphs), span, down, inner: blocks.filter(({ kind }) => kind === 'table') };
}

function joined(paragraphs: readonly Paragraph[]): Paragraph {
  const [only] = paragraphs;
  if (only !== undefined && paragraphs.length === 1) return only;
  const fonts = fontTally();
  const looks = lookTally();
  for (const { text, fonts: own, looks: of } of paragraphs) {
    fonts.add(own.most(), text);
    looks.join(of);
  }
  return {
    text: paragraphs.map(({ text }) => text).join('\n'),
    fonts,
    looks,
    indent: paragraphs[0]?.indent ?? 0,
    pictures: paragraphs.reduce((sum, { pictures }) => sum + pictures, 0),
    boxes: paragraphs.flatMap(({ boxes }) => boxes),
  };
}

function count(text: string | null, least: number): number {
  return text !== null && /^\d{1,5}$/.test(text) ? Math.max(Number(text), least) : least;
}
