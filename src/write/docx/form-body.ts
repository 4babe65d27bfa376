import { firstTotal } from '../../intake/fill/check.ts';
import type { CellValue } from '../../model/grid.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import type { FormField, FormPage } from '../../view/blank.ts';
import { widthsOf } from '../form-widths.ts';

/** Twentieths of a point between the margins. */
const WIDTH = 9355;

interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly before?: number;
  /** A style of the paragraph, where a blank stands in it. */
  readonly named?: 'Cell' | 'Name' | 'Day' | 'Place';
}

/** All that stands between the margins of a form. */
export function formBody(page: FormPage): string {
  const titles = page.titles.map((line) => paragraph(run(line, { bold: true, size: 14 }), CENTRE));
  return [
    letterhead(page),
    paragraph('', {}),
    ...titles,
    page.dated ? paragraph(titleDate(page), { ...CENTRE, named: 'Day' }) : '',
    paragraph('', {}),
    ...(page.form.layout === 'table' ? [table(page)] : lines(page)),
    paragraph('', {}),
    signature(page),
  ].join('');
}

const CENTRE: Style = { align: 'center' };

function letterhead(page: FormPage): string {
  const { form } = page.words.fill;
  const name: Style = { bold: true, size: 12 };
  const own =
    page.unit === null
      ? control(form.unit, 'unit', '', page.committee === null ? form.agency : form.dots, name)
      : run(page.unit, name);
  const office = [
    ...(page.committee === null ? [] : [paragraph(run(page.committee, name), CENTRE)]),
    paragraph(own, { ...CENTRE, named: 'Name' }),
  ];
  const nation = [
    paragraph(run(page.nation, name), CENTRE),
    paragraph(run(page.motto, { bold: true, underline: true, size: 13 }), CENTRE),
  ];
  const [left, right] = [Math.round(WIDTH * 0.4), Math.round(WIDTH * 0.6)];
  const mark = paragraph(run(page.mark, { bold: true, size: 12 }), { align: 'right' });
  const code = paragraph(page.code === null ? '' : run(page.code, { size: 9 }), {});
  return grid(
    [left, right],
    [
      [code, mark],
      [office.join(''), nation.join('')],
      [paragraph('', {}), paragraph(placeAndDate(page), { ...CENTRE, before: 6, named: 'Place' })],
    ],
    false,
  );
}

/** The same words as in the workbook, each blank a control of its own. */
function placeAndDate(page: FormPage): string {
  const { form } = page.words.fill;
  const style: Style = { italic: true, size: 13 };
  const place = control(form.unit, 'place', page.place ?? '', form.dots, style);
  return `${place}${run(', ', style)}${spelled(form.placeAndDate('', '{d}', '{m}', '{y}').slice(2), page, style)}`;
}

function titleDate(page: FormPage): string {
  return spelled(page.words.fill.form.titleDate('{d}', '{m}', '{y}'), page, { bold: true, size: 13 });
}

/** A sentence with blanks for day, month and year. */
function spelled(pattern: string, page: FormPage, style: Style): string {
  const { form } = page.words.fill;
  const [year = '', month = '', day = ''] = page.date?.split('-') ?? [];
  // Zeros stand before days under 10 and the months 1 and 2 alone (Nghị định 30/2020/NĐ-CP).
  const values: { readonly [blank: string]: string } = {
    '{d}': day,
    '{m}': Number(month) > 2 ? String(Number(month)) : month,
    '{y}': year,
  };
  return pattern
    .split(/(\{[dmy]\})/)
    .map((part) => {
      const value = values[part];
      return value === undefined ? run(part, style) : control(form.day, 'day', value, form.dots, style);
    })
    .join('');
}

function lines(page: FormPage): readonly string[] {
  return page.fields.map((each) => {
    const label = `- ${each.label.replace(/[.:]\s*$/, '')}: `;
    const value = valueText(page.values[each.field.id] ?? null);
    return paragraph(
      run(label, {}) + control(each.label, each.field.id, value, page.words.fill.form.dots, {}),
      { before: 6 },
    );
  });
}

function table(page: FormPage): string {
  const all = widthsOf(page);
  const sum = all.reduce((total, width) => total + width, 0);
  const widths = all.map((width) => Math.round((width / sum) * WIDTH));
  const head = page.fields.map(({ label }) => paragraph(run(label, { bold: true, size: 12 }), CENTRE));
  const rows = page.rows.map((cells, n) =>
    page.fields.map((each) => tableCell(each, cells[each.field.id] ?? null, n)),
  );
  return grid(widths, [head, ...rows, ...totals(page)], true);
}

function tableCell({ field, label }: FormField, value: CellValue | null, n: number): string {
  const style: Style = { size: 12 };
  if (field.type === 'ordinal') return paragraph(run(String(n + 1), style), CENTRE);
  const align = field.type === 'count' ? 'right' : field.type === 'mark' ? 'center' : 'left';
  return paragraph(control(label, field.id, valueText(value), BLANK, style), { align, named: 'Cell' });
}

/** What a click finds in a blank cell, and nobody sees on paper. */
const BLANK = '\u2003\u2003';

/** Word computes nothing in a protected form, so a blank one has no totals to fill in. */
function totals(page: FormPage): readonly (readonly GridCell[])[] {
  const first = firstTotal(page.form);
  if (page.blank || first <= 0) return [];
  const style: Style = { size: 12, bold: true };
  return [
    [
      { span: first, inside: paragraph(run(page.totalLabel, style), CENTRE) },
      ...page.fields
        .slice(first)
        .map(({ field }) =>
          paragraph(run(valueText(page.values[field.id] ?? null), style), { align: 'right' }),
        ),
    ],
  ];
}

function signature(page: FormPage): string {
  const right = [
    paragraph(run(page.signature, { italic: true, size: 12 }), CENTRE),
    paragraph('', {}),
    paragraph('', {}),
    paragraph('', {}),
  ];
  return grid(
    [Math.round(WIDTH * 0.5), Math.round(WIDTH * 0.5)],
    [[paragraph('', {}), right.join('')]],
    false,
  );
}

function valueText(value: CellValue | null): string {
  switch (value?.kind) {
    case 'number':
      return String(value.number);
    case 'text':
      return value.text;
    case 'date':
      return value.iso.slice(0, 10).split('-').reverse().join('/');
    default:
      return '';
  }
}

function paragraph(inside: string, { align, before, named }: Style): string {
  const style = named === undefined ? '' : `<w:pStyle w:val="${named}"/>`;
  const spacing = before === undefined ? '' : `<w:spacing w:before="${before * 20}"/>`;
  const side = align === undefined ? '' : `<w:jc w:val="${align}"/>`;
  return `<w:p><w:pPr>${style}${spacing}${side}</w:pPr>${inside}</w:p>`;
}

function run(text: string, style: Style): string {
  return text === '' ? '' : `<w:r>${looks(style)}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function looks({ bold, italic, underline, size }: Style, prompt = false): string {
  const points = size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
  return (
    `<w:rPr>${prompt ? '<w:rStyle w:val="PlaceholderText"/>' : ''}${bold === true ? '<w:b/>' : ''}${italic === true ? '<w:i/>' : ''}` +
    `${points}${underline === true ? '<w:u w:val="single"/>' : ''}</w:rPr>`
  );
}

/** A content control: where something is to be written, or was. */
function control(title: string, tag: string, value: string, prompt: string, style: Style): string {
  const empty = value === '';
  const text = `<w:r>${looks(style, empty)}<w:t xml:space="preserve">${escapeXml(empty ? prompt : value)}</w:t></w:r>`;
  return (
    `<w:sdt><w:sdtPr>${looks(style)}<w:alias w:val="${escapeXml(title.slice(0, 64))}"/><w:tag w:val="${escapeXml(tag.slice(0, 64))}"/>` +
    `<w:lock w:val="sdtLocked"/>${empty ? '<w:showingPlcHdr/>' : ''}<w:text/></w:sdtPr><w:sdtContent>${text}</w:sdtContent></w:sdt>`
  );
}

/** Paragraphs, over one column or several. */
type GridCell = string | { readonly span: number; readonly inside: string };

function grid(widths: readonly number[], rows: readonly (readonly GridCell[])[], ruled: boolean): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ruled
    ? `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>`
    : '';
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const lines = rows.map((cells, n) => {
    const head =
      ruled && n === 0 ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>';
    let column = 0;
    const inside = cells.map((cell) => {
      const { span, inside: own } = typeof cell === 'string' ? { span: 1, inside: cell } : cell;
      const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
      column += span;
      const spread = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spread}<w:vAlign w:val="center"/></w:tcPr>${own}</w:tc>`;
    });
    return `<w:tr>${head}${inside.join('')}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${borders}` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${lines.join('')}</w:tbl>`
  );
}
