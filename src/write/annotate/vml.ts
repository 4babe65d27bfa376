import { fail } from '../../pack/fault.ts';

/** The boxes in which office programs show notes: VML, the drawing language before DrawingML. */

export interface NoteBox {
  readonly row: number;
  readonly col: number;
  /** Columns that it spreads over. */
  readonly columns: number;
  /** Characters of its text, which decide its height. */
  readonly length: number;
}

/** Numbers of shapes come in clusters of 1024; each part of a workbook has its own. */
const CLUSTER = 1024;
const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;

const NAMESPACES = [
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:x="urn:schemas-microsoft-com:office:excel"',
];

/** A new part with the boxes; `cluster` is the first that it may use. */
export function newVml(boxes: readonly NoteBox[], cluster: number): string {
  return `<xml ${NAMESPACES.join(' ')}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${clusters(boxes, cluster).join(',')}"/></o:shapelayout>${TYPE}${shapes(boxes, cluster)}</xml>`;
}

/** A part with the boxes added at its end. It is not read as XML, which what Excel writes there need not be. */
export function extendVml(source: string, boxes: readonly NoteBox[], cluster: number): string {
  const end = source.lastIndexOf('</xml>');
  const root = /<xml\b[^>]*>/.exec(source)?.[0];
  if (end < 0 || root === undefined) return fail({ kind: 'unsupported', detail: 'drawing of notes' });
  const missing = NAMESPACES.filter((each) => !root.includes(each.slice(0, each.indexOf('=') + 1))).join(' ');
  const declared = (xml: string) =>
    missing === '' ? xml : xml.replace(/<v:(shapetype|shape) /g, `<v:$1 ${missing} `);
  const type = /\bid\s*=\s*["']_x0000_t202["']/.test(source) ? '' : TYPE;
  const head = source
    .slice(0, end)
    .replace(/(<\w+:idmap\b[^>]*\bdata\s*=\s*["'])([\d,\s]*)/, (_, before: string, data: string) => {
      const known = data.split(',').filter((each) => each.trim() !== '');
      return before + [...known, ...clusters(boxes, cluster)].join(',');
    });
  return head + declared(type + shapes(boxes, cluster)) + source.slice(end);
}

function clusters(boxes: readonly NoteBox[], first: number): readonly number[] {
  return Array.from({ length: Math.ceil((boxes.length + 1) / CLUSTER) }, (_, n) => first + n);
}

const TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

function shapes(boxes: readonly NoteBox[], cluster: number): string {
  return boxes.map((box, n) => shape(box, cluster * CLUSTER + 1 + n)).join('');
}

function shape(box: NoteBox, id: number): string {
  const { row, col } = box;
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:80pt;z-index:${id % CLUSTER};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(box)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`;
}

/** Beside the cell and as high as its text: column, pixels, row, pixels of two corners. */
function anchor({ row, col, columns, length }: NoteBox): string {
  const height = 2 + Math.ceil(length / 60);
  const left = Math.min(col + 1, LAST_COLUMN - columns);
  const top = Math.min(Math.max(row - 1, 0), LAST_ROW - height);
  return [left, 15, top, 10, left + columns, 5, top + height, 10].join(', ');
}
