import type { Xml } from '../../pack/xml.ts';
import { symbolShown } from '../../text/symbols.ts';
import { type FontTally, fontTally } from '../font-tally.ts';
import { type LookTally, lookTally } from '../look-tally.ts';
import { type Fonts, runFont, styleFont } from './styles.ts';

/** A paragraph or a table, in the order of the document. */
export type Block =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

export interface TableRow {
  /** Columns left free before the first cell. */
  readonly before: number;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** Its paragraphs, a line each. */
  readonly content: Paragraph;
  readonly span: number;
  /** `restart` begins a merge downwards, `continue` belongs to the one above. */
  readonly down: 'restart' | 'continue' | null;
  /** Tables inside the cell. */
  readonly inner: readonly Block[];
}

export interface Paragraph {
  readonly text: string;
  readonly fonts: FontTally;
  readonly looks: LookTally;
  /** How far its first line is moved to the right, in steps of a quarter of an inch. */
  readonly indent: number;
  readonly pictures: number;
  /** What stands in text boxes that hang on this paragraph. */
  readonly boxes: readonly Block[];
}

/** What reading needs at every depth. `blocks` reads the blocks inside the element just opened. */
export interface Reading {
  readonly fonts: Fonts;
  readonly tick: () => void;
  readonly blocks: (xml: Xml) => readonly Block[];
}

interface Draft {
  text: string;
  readonly fonts: FontTally;
  readonly looks: LookTally;
  indent: number;
  pictures: number;
  readonly boxes: Block[];
  paragraphFont: string | null;
}

/** Deleted and moved-away text of tracked changes, text of the second reading of a drawing, field codes, spelling aids. */
const UNSEEN = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'rt',
  'sdtEndPr',
]);

/** The paragraph just opened; moves to its end. */
export function readParagraph(xml: Xml, reading: Reading): Paragraph {
  reading.tick();
  const { fonts } = reading;
  const usual = styleFont(fonts, fonts.paragraph) ?? fonts.usual;
  const draft: Draft = {
    ...{ text: '', fonts: fontTally(), looks: lookTally(), indent: 0, pictures: 0, boxes: [] },
    paragraphFont: usual,
  };
  readInline(xml, reading, draft);
  return draft;
}

/** Everything inside the element just opened, up to its end; what merely wraps runs (links, insertions, fields) is walked through. */
function readInline(xml: Xml, reading: Reading, draft: Draft): void {
  const inside = xml.depth;
  let prompt = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    const name = xml.name;
    if (name === 'r') readRun(xml, reading, draft);
    else if (name === 'pPr') readParagraphLooks(xml, reading.fonts, draft);
    else if (name === 'sdtPr') prompt = isPrompt(xml);
    else if (UNSEEN.has(name) || (name === 'sdtContent' && prompt)) xml.skip();
    if (name === 'sdtContent') prompt = false;
  }
}

function readParagraphLooks(xml: Xml, fonts: Fonts, draft: Draft): void {
  const inside = xml.depth;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'pStyle')
      draft.paragraphFont = styleFont(fonts, xml.attribute('val')) ?? draft.paragraphFont;
    else if (xml.name === 'ind') draft.indent = stepsOf(xml);
  }
}

/** A quarter of an inch is 360 twentieths of a point. */
function stepsOf(xml: Xml): number {
  const left = Number(xml.attribute('left') ?? xml.attribute('start') ?? 0);
  const first = Number(xml.attribute('firstLine') ?? 0);
  return Math.max(0, Math.round((left + first) / 360)) || 0;
}

/** Whether the form field of the `sdtPr` just opened is empty, so that its content is only a prompt ("Click here"); moves to its end. */
export function isPrompt(xml: Xml): boolean {
  const inside = xml.depth;
  let prompt = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event === 'open' && xml.name === 'showingPlcHdr') prompt = !isOff(xml.attribute('val'));
  }
  return prompt;
}

function isOff(value: string | null): boolean {
  return value !== null && /^(0|false|off)$/.test(value);
}

function readRun(xml: Xml, reading: Reading, draft: Draft): void {
  const inside = xml.depth;
  let font = draft.paragraphFont;
  let looks: RunLooks = PLAIN_RUN;
  const write = (piece: string) => {
    if (looks.hidden) return;
    draft.text += piece;
    draft.fonts.add(font || undefined, piece);
    draft.looks.add(piece, looks);
  };
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    switch (xml.name) {
      case 'rPr': {
        looks = readRunLooks(xml, reading.fonts);
        font = looks.font ?? font;
        break;
      }
      case 't':
        write(xml.content());
        break;
      case 'tab':
        write(' ');
        break;
      case 'br':
      case 'cr':
        write('\n');
        break;
      case 'noBreakHyphen':
        write('-');
        break;
      // LibreOffice turns U+00AD, which is ư under a TCVN3 font, into this element; later stages take it out of other texts.
      case 'softHyphen':
        write('\u00ad');
        break;
      case 'sym':
        write(symbol(xml.attribute('char'), xml.attribute('font')));
        break;
      case 'drawing':
      case 'pict':
      case 'object':
        readDrawing(xml, reading, draft);
        break;
      default:
        if (UNSEEN.has(xml.name)) xml.skip();
    }
  }
}

interface RunLooks {
  readonly font: string | null;
  readonly hidden: boolean;
  readonly bold: boolean;
  readonly struck: boolean;
}

const PLAIN_RUN: RunLooks = { font: null, hidden: false, bold: false, struck: false };

function readRunLooks(xml: Xml, fonts: Fonts): RunLooks {
  const inside = xml.depth;
  let own: string | null = null;
  let style: string | null = null;
  let hidden = false;
  let bold = false;
  let struck = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'rFonts') own = runFont(xml);
    else if (xml.name === 'rStyle') style = styleFont(fonts, xml.attribute('val'));
    else if (xml.name === 'vanish') hidden = !isOff(xml.attribute('val'));
    else if (xml.name === 'b') bold = !isOff(xml.attribute('val'));
    else if (xml.name === 'strike' || xml.name === 'dstrike') struck ||= !isOff(xml.attribute('val'));
    else if (xml.name === 'rPrChange') xml.skip();
  }
  return { font: own ?? style, hidden, bold, struck };
}

/** Pictures are counted, text boxes read. */
function readDrawing(xml: Xml, reading: Reading, draft: Draft): void {
  const inside = xml.depth;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'txbxContent') draft.boxes.push(...reading.blocks(xml));
    else if (xml.name === 'pic' || xml.name === 'imagedata') draft.pictures += 1;
    else if (xml.name === 'Fallback') xml.skip();
  }
}

/** Ticks and boxes of symbol fonts as what they show; of other symbols only those that are characters of their own. */
function symbol(char: string | null, font: string | null): string {
  const code = Number.parseInt(char ?? '', 16);
  if (!(code >= 0x20)) return '';
  const sign = String.fromCharCode(code);
  return symbolShown(sign, font ?? undefined) ?? (code >= 0xf000 ? '' : sign);
}
