import type { Xml } from '../../pack/xml.ts';
import { BUILT_IN_CODES, type NumberCode, readCode } from './number-code.ts';

/** What a cell format says of values: how a number is to be understood and seen, and in which font. */
export interface CellStyle {
  readonly code: NumberCode;
  readonly font?: string;
}

/** Formats by their index (`s` of a cell). Only what is read is kept: colours and borders are not. */
export function readStyles(xml: Xml): readonly CellStyle[] {
  const codes = new Map<number, string>();
  const fonts: (string | undefined)[] = [];
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
    } else if (list === 'fonts' && xml.name === 'font') fonts.push(undefined);
    else if (list === 'fonts' && xml.name === 'name')
      fonts[fonts.length - 1] = xml.attribute('val') ?? undefined;
    else if (list === 'cellXfs' && xml.name === 'xf') {
      const font = fonts[Number(xml.attribute('fontId') ?? 0)];
      const code = codeOf(Number(xml.attribute('numFmtId') ?? 0));
      styles.push(font === undefined ? { code } : { code, font });
    }
  }
  return styles;
}
