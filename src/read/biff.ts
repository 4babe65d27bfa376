import type { Aside, Look } from '../model/grid.ts';
import { pageHeaderLines } from './page-header.ts';

/** What SheetJS does not tell of an `.xls`: fonts and looks, pictures, text boxes and passwords, straight from its records (BIFF5 and BIFF8). */
export interface Biff {
  readonly encrypted: boolean;
  /** In the order in which they stand in the file, which is how SheetJS lists them. */
  readonly sheets: readonly BiffSheet[];
}

export interface BiffSheet {
  /** Font of the cell at a row and column, where the file tells. */
  readonly font: (row: number, col: number) => string | undefined;
  readonly look: (row: number, col: number) => Look | undefined;
  /** Rows that lie in the outline, with their level. */
  readonly outlines: ReadonlyMap<number, number>;
  readonly pictures: readonly { readonly row: number; readonly col: number }[];
  /** Shapes with text, comments not counted. */
  readonly textBoxes: number;
  /** Lines of the page's header and footer. */
  readonly aside: readonly Aside[];
}

const BOF = 0x0809;
const EOF = 0x0a;
const FILEPASS = 0x2f;
const FONT = 0x31;
const XF = 0xe0;
const BOUNDSHEET = 0x85;
const HEADER = 0x14;
const FOOTER = 0x15;
const OBJ = 0x5d;
const ROW = 0x208;
const DRAWING = 0xec;
const TEXT_OBJECT = 0x1b6;
/** Records of one cell: row, column and format stand first in each. LABELSST, LABEL, RSTRING, FORMULA, NUMBER, RK. */
const CELLS = new Set([0xfd, 0x0204, 0xd6, 0x06, 0x0206, 0x0406, 0x0203, 0x027e]);

/** Reads the workbook stream. Records that end early end the reading; nothing is ever thrown. */
export function readBiff(stream: Uint8Array): Biff {
  const view = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const globals = readGlobals(view);
  const offsets = [...new Set(globals.offsets)].sort((a, b) => a - b);
  const sheets = offsets.map((offset) => readSheet(view, offset, globals));
  return { encrypted: globals.encrypted, sheets };
}

interface BiffRecord {
  readonly type: number;
  readonly body: Buffer;
}

/** The records of the substream at `from`, up to its end; those of charts inside it are left out. */
function* records(view: Buffer, from: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = from; at + 4 <= view.length; ) {
    const type = view.readUInt16LE(at);
    const size = view.readUInt16LE(at + 2);
    const body = view.subarray(at + 4, at + 4 + size);
    at += 4 + size;
    if (type === BOF) depth += 1;
    if (depth === 1) yield { type, body };
    if (type === EOF) depth -= 1;
    if (depth <= 0) return;
  }
}

interface Globals {
  encrypted: boolean;
  wide: boolean;
  readonly fonts: { readonly name: string; readonly look: Look }[];
  readonly formats: { readonly font: number; readonly indent: number }[];
  /** Where each sheet begins. */
  readonly offsets: number[];
}

function readGlobals(view: Buffer): Globals {
  const found: Globals = { encrypted: false, wide: true, fonts: [], formats: [], offsets: [] };
  for (const { type, body } of records(view, 0)) {
    if (type === BOF && body.length >= 2) found.wide = body.readUInt16LE(0) >= 0x0600;
    else if (type === FILEPASS) found.encrypted = true;
    else if (type === FONT) found.fonts.push({ name: fontName(body, found.wide), look: fontLook(body) });
    else if (type === XF && body.length >= 2) {
      const indent = found.wide && body.length >= 9 ? body.readUInt8(8) & 0x0f : 0;
      found.formats.push({ font: body.readUInt16LE(0), indent });
    } else if (type === BOUNDSHEET && body.length >= 4) found.offsets.push(body.readUInt32LE(0));
  }
  return found;
}

function fontName(body: Buffer, wide: boolean): string {
  const length = body[14] ?? 0;
  if (!wide) return body.toString('latin1', 15, 15 + length);
  const utf16 = ((body[15] ?? 0) & 1) !== 0;
  return utf16 ? body.toString('utf16le', 16, 16 + length * 2) : body.toString('latin1', 16, 16 + length);
}

/** Weight 700 is bold; the fourth bit of the second word strikes out. */
function fontLook(body: Buffer): Look {
  if (body.length < 8) return {};
  return {
    ...(body.readUInt16LE(6) >= 600 ? { bold: true } : {}),
    ...((body.readUInt16LE(2) & 0x08) === 0 ? {} : { struck: 'all' }),
  };
}

/** The text of a header or footer record: its length, from BIFF8 on in two bytes with a flag for the width of a character. */
function printed(body: Buffer, wide: boolean): string {
  const length = wide ? (body.length >= 3 ? body.readUInt16LE(0) : 0) : (body[0] ?? 0);
  if (!wide) return body.toString('latin1', 1, 1 + length);
  const utf16 = ((body[2] ?? 0) & 1) !== 0;
  return utf16 ? body.toString('utf16le', 3, 3 + length * 2) : body.toString('latin1', 3, 3 + length);
}

function readSheet(view: Buffer, offset: number, { fonts, formats, wide }: Globals): BiffSheet {
  const formatAt = new Map<number, number>();
  const pictures: { row: number; col: number }[] = [];
  const outlines = new Map<number, number>();
  const aside: Aside[] = [];
  let textBoxes = 0;
  let anchor = { row: 0, col: 0 };
  let shape = 0;
  for (const { type, body } of records(view, offset)) {
    if (CELLS.has(type) && body.length >= 6) {
      formatAt.set(key(body.readUInt16LE(0), body.readUInt16LE(2)), body.readUInt16LE(4));
    } else if (type === ROW && body.length >= 14) {
      const level = body.readUInt16LE(12) & 0x07;
      if (level > 0) outlines.set(body.readUInt16LE(0), level);
    } else if (type === HEADER || type === FOOTER) aside.push(...pageHeaderLines(printed(body, wide)));
    else if (type === DRAWING) anchor = readAnchor(body) ?? anchor;
    else if (type === OBJ) {
      if (body.length < 18) continue;
      shape = body.readUInt16LE(4);
      // Before BIFF8 (and in what xlwt writes) the record holds the anchor itself.
      const old = body.readUInt16LE(0) !== COMMON_PART;
      if (old) anchor = { col: body.readUInt16LE(10), row: body.readUInt16LE(14) };
      if (shape === PICTURE) pictures.push(anchor);
      if (old && shape === TEXT_BOX) textBoxes += 1;
    } else if (type === TEXT_OBJECT && shape !== COMMENT && body.length >= 12 && body.readUInt16LE(10) > 0) {
      textBoxes += 1;
    }
  }
  const formatOf = (row: number, col: number) => formats[formatAt.get(key(row, col)) ?? -1];
  const fontOf = (number: number | undefined) =>
    // The fifth font was never stored: numbers above 3 count it all the same.
    number === undefined ? undefined : fonts[number < 4 ? number : number - 1];
  const look = (row: number, col: number): Look | undefined => {
    const format = formatOf(row, col);
    const own = { ...fontOf(format?.font)?.look, ...(format?.indent ? { indent: format.indent } : {}) };
    return Object.keys(own).length === 0 ? undefined : own;
  };
  const font = (row: number, col: number) => fontOf(formatOf(row, col)?.font)?.name;
  return { font, look, outlines, pictures, textBoxes, aside };
}

const COMMON_PART = 0x15;
const PICTURE = 8;
const TEXT_BOX = 6;
const COMMENT = 0x19;

function key(row: number, col: number): number {
  return row * 65_536 + col;
}

/** Top left cell of the last shape that a drawing record anchors. */
function readAnchor(body: Buffer): { row: number; col: number } | null {
  const at = body.lastIndexOf(ANCHOR_HEAD);
  if (at < 0 || at + 16 > body.length) return null;
  return { col: body.readUInt16LE(at + 10), row: body.readUInt16LE(at + 14) };
}

/** Version and instance 0, type 0xF010, 18 bytes. */
const ANCHOR_HEAD = Buffer.from([0, 0, 0x10, 0xf0, 18, 0, 0, 0]);
