import type { Xml } from '../../pack/xml.ts';

export interface Drawing {
  /** Top left cells of the pictures, in order. */
  readonly pictures: readonly { readonly row: number; readonly col: number }[];
  /** Shapes with text of their own, which is in no cell. */
  readonly textBoxes: number;
  /** What stands in them, a paragraph a line. */
  readonly lines: readonly string[];
}

/** Anchors of a drawing part. A picture at an absolute place counts as standing on A1: it has no cell. */
export function readDrawing(xml: Xml): Drawing {
  const pictures: { row: number; col: number }[] = [];
  const lines: string[] = [];
  let textBoxes = 0;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || !/^(oneCell|twoCell|absolute)Anchor$/.test(xml.name)) continue;
    const anchor = readAnchor(xml, lines);
    for (let i = 0; i < anchor.pictures; i++) pictures.push({ row: anchor.row, col: anchor.col });
    textBoxes += anchor.textBoxes;
  }
  return { pictures, textBoxes, lines };
}

function readAnchor(xml: Xml, lines: string[]) {
  const inside = xml.depth;
  const anchor = { row: 0, col: 0, pictures: 0, textBoxes: 0 };
  let corner = '';
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'from' || xml.name === 'to') corner = xml.name;
    else if (corner === 'from' && (xml.name === 'row' || xml.name === 'col')) {
      const part = xml.name;
      anchor[part] = Math.max(0, Math.trunc(Number(xml.content())) || 0);
    } else if (xml.name === 'pic') anchor.pictures += 1;
    // Older programs find the same shapes a second time in here.
    else if (xml.name === 'Fallback') xml.skip();
    else if (xml.name === 'txBody') {
      const own = readBox(xml);
      if (own.length > 0) anchor.textBoxes += 1;
      lines.push(...own);
    }
  }
  return anchor;
}

/** The paragraphs of a shape's text that are not blank. */
function readBox(xml: Xml): readonly string[] {
  const inside = xml.depth;
  const lines = [''];
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'p' || xml.name === 'br') lines.push('');
    else if (xml.name === 't') lines.push(`${lines.pop() ?? ''}${xml.content()}`);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
