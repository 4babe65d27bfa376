import type { Xml } from '../../pack/xml.ts';

export interface Drawing {
  /** Top left cells of the pictures, in order. */
  readonly pictures: readonly { readonly row: number; readonly col: number }[];
  /** Shapes with text of their own, which is in no cell. */
  readonly textBoxes: number;
}

/** Anchors of a drawing part. A picture at an absolute place counts as standing on A1: it has no cell. */
export function readDrawing(xml: Xml): Drawing {
  const pictures: { row: number; col: number }[] = [];
  let textBoxes = 0;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || !/^(oneCell|twoCell|absolute)Anchor$/.test(xml.name)) continue;
    const anchor = readAnchor(xml);
    for (let i = 0; i < anchor.pictures; i++) pictures.push({ row: anchor.row, col: anchor.col });
    textBoxes += anchor.textBoxes;
  }
  return { pictures, textBoxes };
}

function readAnchor(xml: Xml) {
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
    else if (xml.name === 'txBody' && /\S/.test(xml.content())) anchor.textBoxes += 1;
  }
  return anchor;
}
