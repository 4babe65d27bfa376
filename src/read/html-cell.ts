import type { Cell, CellValue } from '../model/grid.ts';
import type { FontTally } from './font-tally.ts';
import type { Look } from './html-style.ts';
import { readNamedCode } from './named-code.ts';
import { numberCell } from './xlsx/number-cell.ts';

/**
 * A cell of the grid from a cell of a page, or null when it is blank. Office programs leave the number behind what is seen: Excel in
 * `x:num`, LibreOffice in `sdval`; without them all is text.
 */
export function htmlCell(source: HtmlCell, row: number): Cell | null {
  const shown = tidy(source.text);
  if (shown === '') return null;
  const { attributes } = source;
  const font = source.fonts.most();
  const formula = attributes.get('x:fmla')?.replace(/^=/, '');
  return {
    row,
    col: source.col,
    value: value(source, shown),
    shown,
    ...(font === undefined ? {} : { font }),
    ...(formula === undefined ? {} : { formula }),
  };
}

/** Blanks beside line breaks go, and blank lines; a soft hyphen stays, for in TCVN3 it is the letter ư. */
export function tidy(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, '\n').trim();
}

function value({ attributes, look }: HtmlCell, shown: string): CellValue {
  if (ERROR.test(shown)) return { kind: 'error', error: shown };
  if (attributes.has('x:bool'))
    return { kind: 'boolean', boolean: /^true$/i.test(attributes.get('x:bool') ?? '') };
  const excel = attributes.get('x:num');
  const office = attributes.get('sdval');
  // An empty x:num says: a number, written as it is seen.
  const number =
    excel !== undefined ? plain(excel === '' ? shown : excel) : office !== undefined ? plain(office) : null;
  if (number === null) return { kind: 'text', text: shown };
  const format =
    excel !== undefined
      ? (look.format ?? '')
      : (attributes.get('sdnum')?.split(';').slice(2).join(';') ?? '');
  if (/^boolean$/i.test(format)) return { kind: 'boolean', boolean: number !== 0 };
  return numberCell(number, readNamedCode(format), false).value;
}

const ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

function plain(text: string): number | null {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text.trim()) ? Number(text) : null;
}
export interface HtmlCell {
  text: string;
  pictures: number;
  readonly fonts: FontTally;
  readonly col: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly look: Look;
  readonly attributes: ReadonlyMap<string, string>;
}
