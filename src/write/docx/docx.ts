import type { Words } from '../../lang/lang.ts';
import { writeZip } from '../../pack/zip-write.ts';
import type { Block, Letterhead, Signature, SummaryPages, Text } from '../../view/page.ts';
import type { Travelling } from '../../view/travelling.ts';
import { textWidth } from '../font-widths.ts';
import { fixedParts, WORD } from './parts.ts';
import { tableXml } from './table.ts';
import { type Look, paragraph, table, tableCell, tableRow } from './text.ts';

/** Twentieths of a point: A4 upright, margins of 20, 15, 20 and 30 mm. */
const PAGE = { width: 11_906, height: 16_838, top: 1134, right: 851, bottom: 1134, left: 1701 };
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** The report in words as a Word document (Nghị định 30/2020/NĐ-CP, Phụ lục I). The same book gives the same bytes. */
export function writeDocx(book: Travelling<SummaryPages>, words: Words): Uint8Array {
  const { blocks } = book.report;
  const body = blocks.map((block, n) => blockXml(block, words, staysWith(blocks, n))).join('');
  const { width, height, top, right, bottom, left } = PAGE;
  const section = `<w:sectPr><w:headerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:type="default" r:id="rId2"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`;
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${WORD}"><w:body>${body}${section}</w:body></w:document>`;
  const [types, ...others] = fixedParts(book);
  return writeZip([
    ...(types === undefined ? [] : [types]),
    { name: 'word/document.xml', contents: document },
    ...others,
  ]);
}

/** The last words stand with the signature: it is never alone on a page. */
function staysWith(blocks: readonly Block[], n: number): boolean {
  const signature = blocks.findIndex(({ kind }) => kind === 'signature');
  return n >= signature - LAST_WORDS && n < signature;
}

const LAST_WORDS = 2;

function blockXml(block: Block, words: Words, keepNext: boolean): string {
  switch (block.kind) {
    case 'letterhead':
      return letterheadXml(block);
    case 'title':
      return (
        block.lines
          .map((line, index) =>
            paragraph(line, { bold: true, align: 'center', keepNext: true, before: index === 0 ? 240 : 0 }),
          )
          .join('') + ruleXml(TEXT_WIDTH, SUBJECT_RULE * lineWidth(block.lines.at(-1) ?? ''))
      );
    case 'text':
      return paragraph(block.text, { ...TEXTS[block.style], ...(keepNext ? { keepNext } : {}) });
    case 'table':
      return (
        paragraph('', { size: 8, keepNext: true }) +
        tableXml(block.table, words, TEXT_WIDTH) +
        paragraph('', { size: 8 })
      );
    case 'signature':
      return signatureXml(block);
    case 'chart':
      return '';
  }
}

/** The rule under the subject is a third to a half as long as its last line (Nghị định 30). */
const SUBJECT_RULE = 0.4;

/** Width of the last printed line of a subject, in twentieths of a point. */
function lineWidth(subject: string): number {
  return Math.min(TEXT_WIDTH, textWidth(subject, 14, true) * 20);
}

const RUNNING: Look = { align: 'both', firstLine: 567, before: 120 };

const TEXTS: { readonly [S in Text['style']]: Look } = {
  'as-of': { italic: true, align: 'center', after: 120 },
  lead: RUNNING,
  paragraph: RUNNING,
  item: { ...RUNNING, before: 60 },
  heading: { bold: true, firstLine: 567, before: 160, keepNext: true },
  small: { italic: true, size: 24 },
  to: { left: 2268, before: 120, after: 120 },
};

/** Offices with a rule of two fifths under them on the left; the nation, and the motto with a rule as long as itself. */
function letterheadXml(block: Letterhead): string {
  const widths = [Math.round(TEXT_WIDTH * 0.43), TEXT_WIDTH - Math.round(TEXT_WIDTH * 0.43)] as const;
  const agency = halved(block.agency, widths[0], true);
  const line = (text: string, look: Look = {}) => paragraph(text, { size: 26, align: 'center', ...look });
  const left = [
    block.parent === null ? '' : line(halved(block.parent, widths[0], false), { size: 24 }),
    line(agency, { size: 24, bold: true }),
    ruleXml(widths[0], 0.45 * longest(agency)),
    line(block.number, { before: 60 }),
  ].join('');
  const right = [
    line(block.nation, { size: 24, bold: true }),
    line(block.motto, { bold: true }),
    ruleXml(widths[1], textWidth(block.motto, 13, true) * 20),
    line(block.placeAndDate, { italic: true, before: 60 }),
  ].join('');
  return table(tableRow(topCell(left, widths[0]) + topCell(right, widths[1])), widths, false);
}

const AGENCY_SIZE = 12;
/** What fonts of one name differ by: a name that only just fits is parted by us, not by them. */
const SPARE = 0.93;

/** A name too long for its cell: "ỦY BAN NHÂN DÂN / THỊ XÃ …", any other parted where its halves are most alike. */
function halved(name: string, width: number, bold: boolean): string {
  if (textWidth(name, AGENCY_SIZE, bold) * 20 <= (width - 114) * SPARE) return name;
  const committee = /^(ỦY BAN NHÂN DÂN) (.+)$/u.exec(name);
  if (committee !== null) return committee.slice(1).join('\n');
  const words = name.split(' ');
  const cuts = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const widest = (halves: readonly string[]) =>
    Math.max(...halves.map((half) => textWidth(half, AGENCY_SIZE, bold)));
  return cuts.reduce((best, cut) => (widest(cut) < widest(best) ? cut : best), cuts[0] ?? [name]).join('\n');
}

function longest(lines: string): number {
  return Math.max(...lines.split('\n').map((line) => textWidth(line, AGENCY_SIZE, true) * 20));
}

/** A rule of a given length in the middle of a cell. */
function ruleXml(width: number, length: number): string {
  const side = Math.max(0, Math.round((width - 114 - length) / 2));
  return paragraph('', { size: 4, rule: true, left: side, right: side, before: 30 });
}

function topCell(content: string, width: number): string {
  return tableCell(content, { width }).replace('<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>');
}

function signatureXml(block: Signature): string {
  const widths = [Math.round(TEXT_WIDTH * 0.5), TEXT_WIDTH - Math.round(TEXT_WIDTH * 0.5)] as const;
  const left = [
    paragraph(block.recipientsTitle, { size: 24, bold: true, italic: true }),
    ...block.recipients.map((recipient) => paragraph(`- ${recipient}`, { size: 22 })),
  ].join('');
  const signed = block.lines
    .map((line) => paragraph(line, { size: 26, bold: true, align: 'center' }))
    .join('');
  const right = signed + paragraph(block.name ?? '', { bold: true, align: 'center', before: 1400 });
  return (
    paragraph('', { size: 12, keepNext: true }) +
    table(tableRow(topCell(left, widths[0]) + topCell(right, widths[1])), widths, false) +
    paragraph('', { size: 4 })
  );
}
