import type { CellValue, Look } from '../../model/grid.ts';
import type { Xml } from '../../pack/xml.ts';
import { type FontTally, fontTally } from '../font-tally.ts';
import { cellText, type Work } from '../limits.ts';
import { type LookTally, lookTally } from '../look-tally.ts';
import { isOn } from './styles.ts';

/** Text of a cell. `font` is set where its own runs, and not the cell's format, say it. */
export interface CellText {
  readonly text: string;
  readonly font?: string;
  readonly look?: Look;
}

/** A cell's text as a value. */
export interface CellReading {
  readonly value: CellValue;
  readonly shown: string;
  readonly font?: string;
  readonly look?: Look;
}

/** Null for a text of blanks alone: its cell is blank to its sender. (The soft hyphen is none: in TCVN3 it is a letter.) */
export function readCellText({ text: whole, font, look }: CellText, work: Work): CellReading | null {
  if (!/\S/.test(whole)) return null;
  const text = cellText(whole);
  work.text(text.length);
  const value: CellValue = { kind: 'text', text };
  if (look !== undefined) return { value, shown: text, look, ...(font === undefined ? {} : { font }) };
  return font === undefined ? { value, shown: text } : { value, shown: text, font };
}

/** From the opening of `si` or `is`: moves to its close. Phonetic runs (`rPh`) are a reading aid, not text. */
export function readText(xml: Xml): CellText {
  const inside = xml.depth;
  let text = '';
  let runs: FontTally | null = null;
  let looks: LookTally | null = null;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 't') text += unescapeText(xml.content());
    else if (xml.name === 'r') {
      runs ??= fontTally();
      looks ??= lookTally();
      text += readRun(xml, runs, looks);
    } else xml.skip();
  }
  const font = runs?.most();
  const look = looks?.look();
  return {
    text: detach(text),
    ...(font === undefined ? {} : { font }),
    ...(look === undefined ? {} : { look }),
  };
}

function readRun(xml: Xml, runs: FontTally, looks: LookTally): string {
  const inside = xml.depth;
  let font: string | undefined;
  let text = '';
  let bold = false;
  let struck = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'rFont') font = xml.attribute('val') ?? undefined;
    else if (xml.name === 'b') bold = isOn(xml);
    else if (xml.name === 'strike') struck = isOn(xml);
    else if (xml.name === 't') text += unescapeText(xml.content());
  }
  runs.add(font, text);
  looks.add(text, { bold, struck });
  return text;
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold; a line end of any kind becomes one newline. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');
}

/** A copy of its own: a slice would keep the XML of the whole part in memory for as long as one cell of it. */
export function detach(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
