import { escapeXml } from '../../pack/xml-text.ts';

/** Sizes in half points, spaces and indents in twentieths of a point, as WordprocessingML has them. */
export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly before?: number;
  readonly after?: number;
  readonly firstLine?: number;
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  /** A rule over the paragraph. */
  readonly rule?: boolean;
}

/** A paragraph; line ends in the text are line breaks. Elements stand in the order of the schema. */
export function paragraph(text: string, look: Look = {}): string {
  const properties = [
    look.keepNext === true ? '<w:keepNext/>' : '',
    look.rule === true
      ? '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
      : '',
    `<w:spacing w:before="${look.before ?? 0}" w:after="${look.after ?? 0}"/>`,
    `<w:ind w:left="${look.left ?? 0}" w:right="${look.right ?? 0}" w:firstLine="${look.firstLine ?? 0}"/>`,
    `<w:jc w:val="${look.align ?? 'left'}"/>`,
  ].join('');
  return `<w:p><w:pPr>${properties}${runProperties(look)}</w:pPr>${run(text, look)}</w:p>`;
}

function run(text: string, look: Look): string {
  if (text === '') return '';
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${runProperties(look)}${lines.join('<w:br/>')}</w:r>`;
}

function runProperties(look: Look): string {
  const size = look.size ?? 28;
  return `<w:rPr>${look.bold === true ? '<w:b/>' : ''}${look.italic === true ? '<w:i/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${
    look.underline === true ? '<w:u w:val="single"/>' : ''
  }</w:rPr>`;
}

export interface CellLook {
  readonly width: number;
  readonly span?: number;
  /** `restart` begins a cell over several rows, `continue` goes on with it. */
  readonly merge?: 'restart' | 'continue';
  readonly fill?: string;
}

export function tableCell(content: string, look: CellLook): string {
  const properties = [
    `<w:tcW w:w="${look.width}" w:type="dxa"/>`,
    look.span === undefined ? '' : `<w:gridSpan w:val="${look.span}"/>`,
    look.merge === undefined ? '' : `<w:vMerge${look.merge === 'restart' ? ' w:val="restart"' : ''}/>`,
    look.fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${look.fill}"/>`,
    '<w:vAlign w:val="center"/>',
  ].join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

export function tableRow(cells: string, isHead = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
}

export function table(rows: string, widths: readonly number[], bordered: boolean): string {
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>`;
  const borders = bordered
    ? `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`
    : '';
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows}</w:tbl>`;
}
