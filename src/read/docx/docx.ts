import { finding } from '../../model/finding.ts';
import { fail } from '../../pack/fault.ts';
import { needPart, openParts, type Parts, relationsOf, scanPart } from '../../pack/parts.ts';
import type { Adapter } from '../adapter.ts';
import { openBudget, spend } from '../draft.ts';
import { readBlocks } from './blocks.ts';
import { layDocument } from './lay.ts';
import { readFonts } from './styles.ts';

/** Word documents. Headers, footers and footnotes are no part of a form and are not read. */
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
    if (sheet.rows.length > 0 || sheet.pictures.length > 0)
      return { workbook: { sheets: [sheet] }, findings: [] };
  }
  return { workbook: null, findings: [finding('file/not-a-table', { file: source.path }, { kind: 'docx' })] };
};

function mainPart(parts: Parts): string {
  for (const { type, target } of relationsOf(parts, '').values())
    if (type === 'officeDocument') return target;
  return 'word/document.xml';
}

function stylesPart(parts: Parts, main: string): string {
  for (const { type, target } of relationsOf(parts, main).values()) if (type === 'styles') return target;
  return 'word/styles.xml';
}
