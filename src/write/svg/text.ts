import { escapeXml } from '../../pack/xml-text.ts';
import { textWidth } from '../font-widths.ts';

/** Points of the letters in a table. */
export const SIZE = 15;

/** Typefaces with the letters of Vietnamese, the best for a report first. */
export const FAMILIES = [
  'Times New Roman',
  'Liberation Serif',
  'Tinos',
  'Noto Serif',
  'Arial',
  'Liberation Sans',
  'Noto Sans',
  'DejaVu Sans',
  'DejaVu Serif',
];

/** Width of a line of text in points. */
export type Typeface = (text: string, points: number, bold: boolean) => number;

/** Times New Roman, or a typeface that is `stretch` times as wide. */
export function typeface(stretch = 1): Typeface {
  return (text, points, bold) => textWidth(text, points, bold) * stretch;
}

/** Drawing elements and the room that they take. */
export interface Svg {
  readonly parts: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface Text {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' };

/** One line; `x` is its left end, middle or right end by its alignment, `y` its base line. */
export function text(line: string, x: number, y: number, look: Text = {}): string {
  const { size = SIZE, bold = false, italic = false, underline = false, align = 'left' } = look;
  const style = [
    `font-size="${size}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(italic ? ['font-style="italic"'] : []),
    ...(underline ? ['text-decoration="underline"'] : []),
    ...(align === 'left' ? [] : [`text-anchor="${ANCHORS[align]}"`]),
  ].join(' ');
  return `<text x="${Math.round(x * 10) / 10}" y="${Math.round(y * 10) / 10}" ${style}>${escapeXml(line.normalize('NFC'))}</text>`;
}

/** A text in lines of at most a width, parted at spaces; a word that is wider itself stays whole. */
export function wrapped(content: string, width: number, face: Typeface, look: Text = {}): readonly string[] {
  const { size = SIZE, bold = false } = look;
  return content.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && face(longer, size, bold) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}
