import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { Column, ColumnKind, Row, Tone } from '../../view/table.ts';

export const FONT = 'Times New Roman';
/** Points; Nghị định 30 asks 13–14 of running text, tables may be smaller. */
export const BODY = 12;

/** Number format of a column; a gap of 0 is shown by its word. */
export function numberFormat(column: Column): string | null {
  const format = FORMATS[column.kind];
  if (column.zero === undefined || format === undefined) return format ?? null;
  return `${format};-${format};"${column.zero.replaceAll('"', '')}"`;
}

const FORMATS: { readonly [K in ColumnKind]?: string } = {
  ordinal: '0',
  rank: '0',
  count: '#,##0',
  minutes: '#,##0',
  change: '+#,##0;-#,##0;0',
  percent: '0.00%',
  share: '0.##%',
  average: '#,##0.0',
  points: '+0.00;-0.00;0.00',
  date: 'dd/mm/yyyy',
  instant: 'hh:mm dd/mm/yyyy',
};

const ALIGN: { readonly [K in ColumnKind]: 'left' | 'center' | 'right' } = {
  ordinal: 'center',
  text: 'left',
  mark: 'center',
  code: 'center',
  count: 'right',
  change: 'right',
  percent: 'right',
  share: 'center',
  points: 'right',
  average: 'right',
  rank: 'center',
  minutes: 'center',
  date: 'center',
  instant: 'center',
};

const THIN = { style: 'thin', color: { argb: 'FF404040' } } as const;
export const GRID: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

export function fill(rgb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${rgb}` } };
}

/** Light fills that a grey printer keeps apart together with bold, underline and italic. */
const TONES: { readonly [T in Tone]: { readonly fill?: string; readonly font?: Partial<Font> } } = {
  reached: { fill: 'C6E0B4', font: { bold: true } },
  near: { fill: 'FFF2CC' },
  far: { fill: 'F8CBAD', font: { underline: true } },
  late: {},
  missing: { fill: 'E7E6E6' },
  carried: { font: { italic: true } },
  error: { fill: 'F8CBAD', font: { bold: true } },
  warning: { fill: 'FFF2CC' },
  weak: { font: { italic: true } },
};

const cellStyles = new Map<string, Partial<Style>>();

/**
 * Style of a cell of a table by its column, its row's role and its tone. Like cells have one and the same style: exceljs
 * then knows it again without comparing, which for the rows of a country is half of the writing.
 */
export function cellStyle(column: Column, role: Row['role'], tone: Tone | undefined): Partial<Style> {
  const key = JSON.stringify([column.kind, column.zero, role, tone]);
  const known = cellStyles.get(key) ?? newCellStyle(column, role, tone);
  cellStyles.set(key, known);
  return known;
}

function newCellStyle(column: Column, role: Row['role'], tone: Tone | undefined): Partial<Style> {
  const marked = tone === undefined ? {} : TONES[tone];
  const isTotal = role === 'total' || role === 'part';
  const ground = marked.fill ?? (isTotal ? 'F2F2F2' : undefined);
  const format = numberFormat(column);
  return {
    font: {
      name: FONT,
      size: BODY,
      ...(role === 'total' ? { bold: true } : {}),
      ...marked.font,
    },
    alignment: aligned(ALIGN[column.kind]),
    border: GRID,
    ...(ground === undefined ? {} : { fill: fill(ground) }),
    ...(format === null ? {} : { numFmt: format }),
  };
}

export function headStyle(): Partial<Style> {
  return {
    font: { name: FONT, size: BODY, bold: true },
    alignment: aligned('center'),
    border: GRID,
    fill: fill('DDEBF7'),
  };
}

export function textStyle(
  horizontal: 'left' | 'center' | 'right' | 'justify',
  font: Partial<Font> = {},
  vertical: 'top' | 'middle' | 'bottom' = 'middle',
): Partial<Style> {
  return {
    font: { name: FONT, size: 13, ...font },
    alignment: { horizontal, vertical, wrapText: true },
  };
}

function aligned(horizontal: 'left' | 'center' | 'right'): Partial<Alignment> {
  return { horizontal, vertical: 'middle', wrapText: true };
}
