import type { Cell } from '../../model/grid.ts';
import { fail } from '../../pack/fault.ts';
import { decodeText, type Xml } from '../../pack/xml.ts';
import type { Work } from '../limits.ts';
import { numberCell, shownIso } from './number-cell.ts';
import type { CellStyle } from './styles.ts';
import { type CellReading, type CellText, detach, readCellText, readText, unescapeText } from './text.ts';

/** What cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly (CellReading | null)[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  readonly work: Work;
}

/** A cell as nearly all are: an address, a style, a type and a value or text without runs or a formula. */
const PLAIN =
  /<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(s|n|str|b|inlineStr)")?(?: ?\/>|>(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y;

/** Blank formatted cells in a row: people leave thousands of them behind their table. The last one's letters are kept. */
const BLANKS = /(?:<c r="([A-Z]{1,3})\d+"(?: s="\d+")?(?: t="\w+")?(?: ?\/>|><\/c>)){1,500}/y;

/** Column letters of the last of some blank cells that come next; null when there is none. Moves over them. */
export function skipBlanks(xml: Xml): string | null {
  return xml.match(BLANKS)?.[1] ?? null;
}

/** The next cell where it is a plain one: its column letters, and what tells its value. Moves over it. */
export function matchPlain(xml: Xml): RegExpExecArray | null {
  return xml.match(PLAIN);
}

/** The cell of `matchPlain`, or null when it is blank. */
export function plainCell(
  [, , style = '0', type = 'n', stored, inline]: RegExpExecArray,
  row: number,
  col: number,
  book: CellContext,
): Cell | null {
  const text = stored ?? inline;
  if (text === undefined) return null;
  const format = book.styles[Number(style)];
  const told = tellStored(inline === undefined ? type : 'inlineStr', decodeText(text), format, book);
  return told === null ? null : place(row, col, told, format, null);
}

/**
 * From the opening of any `c`: moves to its close. Null when it is blank to its sender, `picture` when a picture fills it. A
 * reference into a table that lacks it is a fault: it would be a wrong figure.
 */
export function readCell(xml: Xml, row: number, col: number, book: CellContext): Cell | 'picture' | null {
  const style = book.styles[Number(xml.attribute('s') ?? 0)];
  const type = xml.attribute('t') ?? 'n';
  // A picture placed in a cell is an error value with value metadata.
  const rich = type === 'e' && xml.attribute('vm') !== null;
  const raw = readRaw(xml, type);
  if (rich || raw.formula?.includes('DISPIMG(')) return 'picture';
  const told = tell(raw, style, book);
  return told === null ? null : place(row, col, told, style, raw.formula);
}

function place(
  row: number,
  col: number,
  told: CellReading,
  style: CellStyle | undefined,
  formula: string | null,
): Cell {
  const font = told.font ?? style?.font;
  const { value, shown } = told;
  if (told.look !== undefined || style?.look !== undefined) {
    const look = told.look === undefined ? style?.look : { ...style?.look, ...told.look };
    return {
      ...{ row, col, value, shown },
      ...(look === undefined ? {} : { look }),
      ...(font === undefined ? {} : { font }),
      ...(formula === null ? {} : { formula }),
    };
  }
  if (formula === null)
    return font === undefined ? { row, col, value, shown } : { row, col, value, shown, font };
  return font === undefined ? { row, col, value, shown, formula } : { row, col, value, shown, font, formula };
}

/** What stands in a `c` element, before it is understood. */
interface Raw {
  readonly type: string;
  /** Text of `v`; null when there is no such element. */
  readonly stored: string | null;
  readonly inline: CellText | null;
  readonly formula: string | null;
}

function readRaw(xml: Xml, type: string): Raw {
  const inside = xml.depth;
  let stored: string | null = null;
  let inline: CellText | null = null;
  let formula: string | null = null;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'v') stored = xml.content();
    // Followers of a shared formula have no text of their own.
    else if (xml.name === 'f') formula = detach(unescapeText(xml.content()));
    else if (xml.name === 'is') inline = readText(xml);
    else xml.skip();
  }
  return { type, stored, inline, formula };
}

function tell(raw: Raw, style: CellStyle | undefined, book: CellContext): CellReading | null {
  if (raw.inline !== null) return readCellText(raw.inline, book.work);
  // Programs that do not calculate leave the value out, or empty. An empty text is a result.
  if (raw.formula !== null && (raw.stored === null || (raw.stored === '' && raw.type !== 'str'))) {
    return { value: { kind: 'uncomputed' }, shown: '' };
  }
  return raw.stored === null ? null : tellStored(raw.type, raw.stored, style, book);
}

function tellStored(
  type: string,
  stored: string,
  style: CellStyle | undefined,
  book: CellContext,
): CellReading | null {
  if (stored === '') return null;
  switch (type) {
    case 's': {
      const text = book.strings[Number(stored)];
      return text === undefined ? fail({ kind: 'damaged', detail: `shared string ${stored}` }) : text;
    }
    case 'str':
    case 'inlineStr':
      return readCellText({ text: detach(unescapeText(stored)) }, book.work);
    case 'b': {
      const boolean = stored.trim() === '1' || stored.trim() === 'true';
      return { value: { kind: 'boolean', boolean }, shown: boolean ? 'TRUE' : 'FALSE' };
    }
    case 'e':
      return { value: { kind: 'error', error: stored }, shown: stored };
    case 'd':
      return isoCell(stored.trim()) ?? readCellText({ text: stored }, book.work);
    default:
      return tellNumber(stored, style, book);
  }
}

function tellNumber(stored: string, style: CellStyle | undefined, book: CellContext): CellReading | null {
  const number = Number(stored);
  if (!Number.isFinite(number)) return readCellText({ text: detach(stored) }, book.work);
  if (style !== undefined) return numberCell(number, style.code, book.date1904);
  return { value: { kind: 'number', number }, shown: String(number).replace('.', ',') };
}

/** `2021-08-16T00:00:00.000Z`, `2021-08-16`, `15:00:00`: dates that the file spells out. */
function isoCell(text: string): CellReading | null {
  const match = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?Z?)?$/.exec(text);
  if (match === null || text === '') return null;
  const date = match[1] ?? '';
  const time = match[2] === undefined ? '' : match[2].padEnd(8, ':00');
  const midnight = time === '' || (time === '00:00:00' && date !== '');
  const iso = midnight ? date : `${date}T${time}`;
  return { value: { kind: 'date', iso }, shown: shownIso(iso, { date: true, time: !midnight }) };
}
