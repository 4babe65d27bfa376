import type { Xml } from '../../pack/xml.ts';

/** The fonts that a document's styles give. `null` says nothing; '' is a font of the theme, which is Unicode and needs no name. */
export interface Fonts {
  usual: string | null;
  readonly styles: Map<string, { readonly basedOn: string | null; readonly font: string | null }>;
  /** The style of paragraphs that name none. */
  paragraph: string | null;
}

export function newFonts(): Fonts {
  return { usual: null, styles: new Map(), paragraph: null };
}

/** Reads `styles.xml` (null where the document has none). */
export function readFonts(xml: Xml | null): Fonts {
  const fonts = newFonts();
  if (xml === null) return fonts;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'docDefaults') fonts.usual = insideFont(xml).font;
    else if (xml.name === 'style') {
      const id = xml.attribute('styleId') ?? '';
      const usual =
        xml.attribute('type') === 'paragraph' && /^(1|true|on)$/.test(xml.attribute('default') ?? '');
      if (usual) fonts.paragraph = id;
      fonts.styles.set(id, insideFont(xml));
    }
  }
  return fonts;
}

/** The first `rFonts` and `basedOn` inside the element just opened; moves to its end. */
function insideFont(xml: Xml): { readonly basedOn: string | null; readonly font: string | null } {
  const inside = xml.depth;
  let basedOn: string | null = null;
  let font: string | null = null;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'basedOn') basedOn = xml.attribute('val');
    else if (xml.name === 'rFonts') font ??= runFont(xml);
  }
  return { basedOn, font };
}

/** Of the `rFonts` just opened: the font of the letters above ASCII, for those are the ones that an encoding moves. */
export function runFont(xml: Xml): string | null {
  if (xml.attribute('hAnsiTheme') !== null) return '';
  return xml.attribute('hAnsi') ?? (xml.attribute('asciiTheme') === null ? xml.attribute('ascii') : '');
}

/** The font of a style or of those that it is based on; null where none says one. */
export function styleFont(fonts: Fonts, id: string | null): string | null {
  let style = id === null ? undefined : fonts.styles.get(id);
  // Styles that are based on each other end here.
  for (let step = 0; style !== undefined && step < 20; step++) {
    if (style.font !== null) return style.font;
    style = style.basedOn === null ? undefined : fonts.styles.get(style.basedOn);
  }
  return null;
}
