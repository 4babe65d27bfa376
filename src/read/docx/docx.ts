import { finding } from '../../model/finding.ts';
import type { Aside } from '../../model/grid.ts';
import { fail } from '../../pack/fault.ts';
import {
  folderOf,
  needPart,
  openParts,
  type Parts,
  partKey,
  relationsOf,
  scanPart,
} from '../../pack/parts.ts';
import { unpack } from '../../pack/zip.ts';
import type { Adapter, InnerFile } from '../adapter.ts';
import { innerNames } from '../inner-name.ts';
import { compoundKind } from '../kind-compound.ts';
import { openBudget, spend } from '../sheet-builder.ts';
import { readBlocks } from './blocks.ts';
import { layDocument } from './lay.ts';
import type { Block, Paragraph } from './paragraph.ts';
import { type Fonts, readFonts } from './styles.ts';

/** Word documents, and the workbooks that are set into their text. Footnotes are no part of a form and are not read; headers and footers stand aside. */
export const readDocx: Adapter = (source) => {
  if (source.zip === null) return fail({ kind: 'damaged', detail: 'not a package' });
  const parts = openParts(source.zip, source.limits);
  const main = mainPart(parts);
  const fonts = readFonts(scanPart(parts, stylesPart(parts, main)));
  const budget = openBudget(source);
  const xml = needPart(parts, main);
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'body') continue;
    const sheet = layDocument(
      readBlocks(xml, fonts, () => spend(budget)),
      budget,
    );
    if (sheet.rows.length > 0 || sheet.pictures.length > 0) {
      const aside = readAside(parts, main, fonts, () => spend(budget));
      return {
        workbook: { sheets: [aside.length === 0 ? sheet : { ...sheet, aside }] },
        findings: [],
        inner: embedded(parts, main),
      };
    }
  }
  return { workbook: null, findings: [finding('file/not-a-table', { file: source.path }, { kind: 'docx' })] };
};

/** The paragraphs of the headers and footers, those in their tables and boxes too. */
function readAside(parts: Parts, main: string, fonts: Fonts, tick: () => void): readonly Aside[] {
  const lines: Aside[] = [];
  for (const { type, target } of relationsOf(parts, main).values()) {
    const xml = type === 'header' || type === 'footer' ? scanPart(parts, target) : null;
    if (xml === null || xml.next() !== 'open') continue;
    lines.push(...linesOf(readBlocks(xml, fonts, tick)));
  }
  return lines;
}

function linesOf(blocks: readonly Block[]): readonly Aside[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? linesOfParagraph(block.paragraph)
      : block.rows.flatMap(({ cells }) =>
          cells.flatMap(({ content, inner }) => [...linesOfParagraph(content), ...linesOf(inner)]),
        ),
  );
}

function linesOfParagraph({ text, fonts, boxes }: Paragraph): readonly Aside[] {
  const font = fonts.most();
  const own = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line.trim(), ...(font === undefined ? {} : { font }) }));
  return [...own, ...linesOf(boxes)];
}

function mainPart(parts: Parts): string {
  for (const { type, target } of relationsOf(parts, '').values())
    if (type === 'officeDocument') return target;
  return 'word/document.xml';
}

/** Workbooks that the text itself shows; the data of a chart belong to the chart, and other objects are no tables. */
function embedded(parts: Parts, main: string): readonly InnerFile[] {
  const nameOf = innerNames();
  return [...relationsOf(parts, main).values()].flatMap(({ type, target }) => {
    const entry = parts.byName.get(partKey(target));
    if (entry === undefined || (type !== 'package' && type !== 'oleObject')) return [];
    const open = () => unpack(parts.zip, entry);
    const isBook = /\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(target) || (/\.bin$/i.test(target) && isOldBook(open));
    return isBook ? [{ name: nameOf(target.slice(folderOf(target).length)), open, mailDate: null }] : [];
  });
}

function isOldBook(open: () => Uint8Array): boolean {
  try {
    return compoundKind(open()).kind === 'xls';
  } catch {
    return false;
  }
}

function stylesPart(parts: Parts, main: string): string {
  for (const { type, target } of relationsOf(parts, main).values()) if (type === 'styles') return target;
  return 'word/styles.xml';
}
