import type { CellValue } from '../model/grid.ts';
import type { Xml } from '../pack/xml.ts';
import { type FontTally, fontTally } from './font-tally.ts';
import { type OdsStyles, odsFont } from './ods-styles.ts';

export interface OdsText {
  text: string;
  /** Of runs that have a font of their own. */
  readonly fonts: FontTally;
  pictures: number;
  textBoxes: number;
  /** What stands in the text boxes, a paragraph a line. */
  readonly lines: string[];
}

/** All that stands inside the element just opened; moves to its end. Comments are no part of a cell, shapes are counted. */
export function readOdsText(xml: Xml, styles: OdsStyles): OdsText {
  const found: OdsText = { text: '', fonts: fontTally(), pictures: 0, textBoxes: 0, lines: [] };
  const inside = xml.depth;
  const runs: (string | undefined)[] = [];
  let paragraphs = 0;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event === 'text') {
      if (paragraphs === 0 || xml.depth === inside) continue;
      const piece = xml.text().replace(/[ \t\n]+/g, ' ');
      found.text += piece;
      found.fonts.add(runs.at(-1), piece);
    } else if (event === 'close') {
      if (xml.name === 'p' || xml.name === 'span') runs.pop();
    } else if (xml.name === 'p' || xml.name === 'span') {
      if (xml.name === 'p') {
        if (paragraphs > 0) found.text += '\n';
        paragraphs += 1;
      }
      const style = xml.attribute('style-name');
      const family = xml.name === 'p' ? 'paragraph' : 'text';
      runs.push((style === null ? undefined : odsFont(styles, family, style)) ?? runs.at(-1));
    } else if (xml.name === 's')
      found.text += ' '.repeat(Math.min(Number(xml.attribute('c') ?? 1) || 1, 1000));
    else if (xml.name === 'tab') found.text += '\t';
    else if (xml.name === 'line-break') found.text += '\n';
    else if (SHAPES.has(xml.name)) countShapes(xml, found);
    else if (xml.name === 'annotation' || xml.name === 'table') xml.skip();
  }
  return found;
}

export const SHAPES = new Set(['frame', 'custom-shape', 'g', 'rect', 'caption']);

/** Counts the pictures and the shapes with text in the shape just opened, and takes the text; moves to its end. */
export function countShapes(
  xml: Xml,
  found: { pictures: number; textBoxes: number; readonly lines: string[] },
): void {
  const inside = xml.depth;
  const lines: string[] = [];
  let pictures = 0;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event === 'text' && lines.length < MOST_LINES)
      lines.push(`${lines.pop() ?? ''}${xml.text().replace(/\s+/g, ' ')}`.slice(0, LONGEST_LINE));
    else if (event !== 'open') continue;
    else if (xml.name === 'image') pictures += 1;
    else if (xml.name === 'p' || xml.name === 'line-break') lines.push('');
  }
  found.pictures += pictures;
  const words = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (words.length === 0 || pictures > 0) return;
  found.textBoxes += 1;
  found.lines.push(...words);
}

/** A letterhead is shorter. */
const MOST_LINES = 100;
const LONGEST_LINE = 500;

/** What the attributes of a table cell say of its value. */
export interface OdsTyped {
  readonly type: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly boolean: string | null;
  readonly string: string | null;
  readonly formula: string | null;
}

/** To be called on the `open` of a cell. */
export function readOdsTyped(xml: Xml): OdsTyped {
  return {
    type: xml.attribute('value-type'),
    number: xml.attribute('value'),
    date: xml.attribute('date-value'),
    time: xml.attribute('time-value'),
    boolean: xml.attribute('boolean-value'),
    string: xml.attribute('string-value'),
    formula: readFormula(xml.attribute('formula')),
  };
}

/** `of:=SUM([.E4:.E5];1)` as Excel writes it: SUM(E4:E5,1). */
function readFormula(formula: string | null): string | null {
  if (formula === null) return null;
  return formula
    .replace(/^[a-z]+:=|^=/i, '')
    .replace(/\[([^\]]*)\]/g, (_, inner: string) => inner.replace(/(^|:)\./g, '$1'))
    .replace(/"[^"]*"|;/g, (part) => (part === ';' ? ',' : part));
}

/** The value of a cell, or null when it is blank. */
export function odsValue(typed: OdsTyped, text: string): CellValue | null {
  const { type, formula } = typed;
  const number = Number(typed.number ?? Number.NaN);
  if (ERROR.test(text) && (formula !== null || text.startsWith('#'))) return { kind: 'error', error: text };
  if (formula !== null && /^(TRUE|FALSE)\(\)$/.test(formula))
    return { kind: 'boolean', boolean: formula.startsWith('T') };
  if ((type === 'float' || type === 'currency') && Number.isFinite(number)) return { kind: 'number', number };
  if (type === 'percentage' && Number.isFinite(number)) return { kind: 'number', number, percent: true };
  if (type === 'boolean') return { kind: 'boolean', boolean: typed.boolean === 'true' };
  const iso =
    type === 'date' ? isoDate(typed.date ?? '') : type === 'time' ? isoTime(typed.time ?? '') : null;
  if (iso !== null) return withSerial(iso);
  const words = text === '' ? (typed.string ?? '') : text;
  if (words.trim() !== '') return { kind: 'text', text: words };
  return formula !== null && type === null ? { kind: 'uncomputed' } : null;
}

/** LibreOffice counts days from 1899-12-30, unless a book says 1904: then none of its days is earlier. */
function withSerial(iso: string): CellValue {
  const serial = (Date.parse(iso.slice(0, 10)) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const plain = !iso.includes('T') && iso < '1904';
  return plain ? { kind: 'date', iso, serial } : { kind: 'date', iso };
}

const ERROR = /^(#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;

function isoDate(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:[.,]\d+)?Z?)?$/.exec(text);
  if (match?.[1] === undefined) return null;
  return match[2] === undefined || match[2] === '00:00:00' ? match[1] : `${match[1]}T${match[2]}`;
}

/** `PT15H00M00S`, a time of day; what lasts longer than a day is none. */
function isoTime(text: string): string | null {
  const match = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(text);
  if (match === null || Number(match[1]) > 23) return null;
  return `T${[match[1], match[2], match[3]].map((part) => (part ?? '').padStart(2, '0')).join(':')}`;
}
