import type { Look } from '../model/grid.ts';
import type { Xml } from '../pack/xml.ts';

/** What the styles of an OpenDocument file say that matters to a reader. */
export interface OdsStyles {
  /** Font face name → the font's own name. */
  readonly faces: Map<string, string>;
  /** By family and name, `table-cell/ce3`; `table-cell/` is the default of the family. */
  readonly styles: Map<string, OdsStyle>;
}

interface OdsStyle {
  readonly parent: string | null;
  font: string | null;
  look: Look;
  /** Of a table: the page that it is printed on. */
  readonly page: string | null;
  /** Of a table: false where the sheet is hidden. */
  display: boolean;
}

export function newOdsStyles(): OdsStyles {
  return { faces: new Map(), styles: new Map() };
}

/** Takes in the element just opened where it is a style or a font face, and says whether it was; then it stands at its end. */
export function takeOdsStyle(xml: Xml, into: OdsStyles): boolean {
  if (xml.name === 'font-face') {
    const family = xml.attribute('font-family');
    if (family !== null) into.faces.set(xml.attribute('name') ?? '', bareFont(family));
    xml.skip();
    return true;
  }
  if (!/^(default-)?style$/.test(xml.name)) return false;
  const key = `${xml.attribute('family') ?? ''}/${xml.attribute('name') ?? ''}`;
  const style: OdsStyle = {
    parent: xml.attribute('parent-style-name'),
    font: null,
    look: {},
    page: xml.attribute('master-page-name'),
    display: true,
  };
  const inside = xml.depth;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'text-properties') {
      const family = xml.attribute('font-family');
      style.font = xml.attribute('font-name') ?? (family === null ? null : bareFont(family));
      style.look = { ...style.look, ...textLook(xml) };
    } else if (xml.name === 'paragraph-properties') {
      const indent = Math.round(inMillimetres(xml.attribute('margin-left') ?? '') / STEP);
      if (indent > 0) style.look = { ...style.look, indent };
    } else if (xml.name === 'table-properties') style.display = xml.attribute('display') !== 'false';
  }
  into.styles.set(key, style);
  return true;
}

/** The font of a style, its parents' or its family's default; undefined where none of them tells. */
export function odsFont(
  { faces, styles }: OdsStyles,
  family: string,
  name: string | null,
): string | undefined {
  let style = styles.get(`${family}/${name ?? ''}`);
  // Parents that go round in a circle end here.
  for (let step = 0; style !== undefined && step < 20; step++) {
    if (style.font !== null) return faces.get(style.font) ?? style.font;
    style = style.parent === null ? undefined : styles.get(`${family}/${style.parent}`);
  }
  const usual = styles.get(`${family}/`)?.font ?? null;
  return usual === null ? undefined : (faces.get(usual) ?? usual);
}

/** A step of indent in LibreOffice and in Excel is about that many millimetres. */
const STEP = 3.5;

function inMillimetres(length: string): number {
  const [, number = '0', unit = 'mm'] = /^([\d.]+)(mm|cm|in|pt)$/.exec(length) ?? [];
  return Number(number) * ({ mm: 1, cm: 10, in: 25.4, pt: 0.353 }[unit] ?? 1);
}

function textLook(xml: Xml): Look {
  const weight = xml.attribute('font-weight');
  const line = xml.attribute('text-line-through-style') ?? xml.attribute('text-line-through-type');
  return {
    ...(weight === 'bold' || Number(weight) >= 600 ? { bold: true } : {}),
    ...(line === null || line === 'none' ? {} : { struck: 'all' }),
  };
}

/** How cells of a style look, its parents' looks among it; undefined where none of them says anything. */
export function odsLook({ styles }: OdsStyles, name: string | null): Look | undefined {
  let look: Look = {};
  let style = styles.get(`table-cell/${name ?? ''}`);
  for (let step = 0; style !== undefined && step < 20; step++) {
    look = { ...style.look, ...look };
    style = style.parent === null ? undefined : styles.get(`table-cell/${style.parent}`);
  }
  return Object.keys(look).length === 0 ? undefined : look;
}

function bareFont(family: string): string {
  return family.replace(/['"]/g, '').trim();
}
