import type { Look } from '../../model/grid.ts';
import type { Xml } from '../../pack/xml.ts';
import { BUILT_IN_CODES, type NumberCode, readCode } from './number-code.ts';

/** What a cell format says of values: how a number is to be understood and seen, and in which font. */
export interface CellStyle {
  readonly code: NumberCode;
  readonly font?: string;
  readonly look?: Look;
}

/** Formats by their index (`s` of a cell). Only what is read is kept: colours and borders are not. */
export function readStyles(xml: Xml): readonly CellStyle[] {
  const codes = new Map<number, string>();
  const fonts: { name?: string; look?: Look }[] = [];
  const styles: CellStyle[] = [];
  const known = new Map<string, NumberCode>();
  const codeOf = (id: number): NumberCode => {
    const text = codes.get(id) ?? BUILT_IN_CODES[id] ?? 'General';
    const code = known.get(text) ?? readCode(text);
    known.set(text, code);
    return code;
  };
  let list = '';
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    // What follows the cell formats (named styles, conditional ones, colours) says nothing about cells.
    if (event === 'close' && xml.name === 'cellXfs') break;
    if (event !== 'open') continue;
    // Lists stand at depth 2.
    if (xml.depth === 2) list = xml.name;
    else if (list === 'numFmts' && xml.name === 'numFmt') {
      codes.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode') ?? 'General');
    } else if (list === 'fonts') takeFont(xml, fonts);
    else if (list === 'cellXfs' && xml.name === 'xf') {
      const { name, look } = fonts[Number(xml.attribute('fontId') ?? 0)] ?? {};
      const code = codeOf(Number(xml.attribute('numFmtId') ?? 0));
      styles.push({
        code,
        ...(name === undefined ? {} : { font: name }),
        ...(look === undefined ? {} : { look }),
      });
    } else if (list === 'cellXfs' && xml.name === 'alignment') {
      const indent = Number(xml.attribute('indent') ?? 0);
      const last = styles.at(-1);
      if (indent > 0 && last !== undefined)
        styles[styles.length - 1] = { ...last, look: { ...last.look, indent } };
    }
  }
  return styles;
}

function takeFont(xml: Xml, fonts: { name?: string; look?: Look }[]): void {
  if (xml.name === 'font') fonts.push({});
  const font = fonts.at(-1);
  if (font === undefined) return;
  if (xml.name === 'name') {
    const name = xml.attribute('val');
    if (name !== null) font.name = name;
  } else if (xml.name === 'b' && isOn(xml)) font.look = { ...font.look, bold: true };
  else if (xml.name === 'strike' && isOn(xml)) font.look = { ...font.look, struck: 'all' };
}

/** A switch such as `<b/>` or `<b val="0"/>`. */
export function isOn(xml: Xml): boolean {
  return !/^(0|false|off|none)$/.test(xml.attribute('val') ?? '1');
}
