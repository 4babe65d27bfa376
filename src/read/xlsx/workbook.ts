import { finding } from '../../model/finding.ts';
import type { Sheet } from '../../model/grid.ts';
import { fail } from '../../pack/fault.ts';
import {
  findWorkbook,
  needPart,
  openParts,
  type Parts,
  type Relation,
  relationsOf,
  scanPart,
} from '../../pack/parts.ts';
import { openZip } from '../../pack/zip.ts';
import type { Adapter, Contents, Source } from '../adapter.ts';
import { within } from '../limits.ts';
import type { CellContext } from './cell.ts';
import { readDrawing } from './drawing.ts';
import { type Budget, readSheet } from './sheet.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';

/** .xlsx, .xlsm and their templates, from Excel, LibreOffice, WPS, Google and the libraries that imitate them. */
export const readXlsx: Adapter = (source) => {
  const parts = openParts(source.zip ?? openZip(source.bytes, source.limits), source.limits);
  const name = findWorkbook(parts);
  const outline = readOutline(parts, name);
  const relations = relationsOf(parts, name);
  const listed = outline.sheets.flatMap((sheet) => {
    const relation =
      relations.get(sheet.relation) ?? fail({ kind: 'damaged', detail: `sheet ${sheet.relation}` });
    // Charts and dialogs have sheets of their own, without cells.
    return relation.type === 'worksheet' ? [{ ...sheet, part: relation.target }] : [];
  });
  if (listed.length === 0) {
    return {
      workbook: null,
      findings: [finding('file/no-sheets', { file: source.path }, { kind: source.format })],
    };
  }
  within(source.limits, 'sheets', listed.length);
  const book = readBook(parts, relations, outline.date1904, source);
  const budget: Budget = { limits: source.limits, work: source.work, cells: 0, merges: 0 };
  return assemble(
    listed.map((sheet) => readListed(parts, sheet, book, budget)),
    source,
  );
};

function assemble(read: readonly { sheet: Sheet; textBoxes: number }[], source: Source): Contents {
  const findings = read.flatMap(({ sheet, textBoxes }) =>
    textBoxes === 0
      ? []
      : [finding('form/text-box', { file: source.path, sheet: sheet.name }, { count: textBoxes })],
  );
  return { workbook: { sheets: read.map(({ sheet }) => sheet) }, findings };
}

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

/** Sheets in the order of their tabs, and the date system. */
function readOutline(
  parts: Parts,
  name: string,
): { readonly sheets: readonly Listed[]; readonly date1904: boolean } {
  const xml = needPart(parts, name);
  const sheets: Listed[] = [];
  let date1904 = false;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'workbookPr') date1904 = /^(1|true|on)$/.test(xml.attribute('date1904') ?? '');
    else if (xml.name === 'sheet') {
      sheets.push({
        name: xml.attribute('name') ?? `Sheet${sheets.length + 1}`,
        hidden: /^(hidden|veryHidden)$/.test(xml.attribute('state') ?? ''),
        relation: xml.attribute('id') ?? '',
      });
    }
  }
  return { sheets, date1904 };
}

function readBook(
  parts: Parts,
  relations: ReadonlyMap<string, Relation>,
  date1904: boolean,
  { limits, work }: Source,
): CellContext {
  const scanRelated = (type: string) => {
    for (const relation of relations.values()) {
      if (relation.type === type) return scanPart(parts, relation.target);
    }
    return null;
  };
  const strings = scanRelated('sharedStrings');
  const styles = scanRelated('styles');
  return {
    strings: strings === null ? [] : readStrings(strings, limits, work),
    styles: styles === null ? [] : readStyles(styles),
    date1904,
    work,
  };
}

function readListed(
  parts: Parts,
  listed: Listed & { readonly part: string },
  book: CellContext,
  budget: Budget,
) {
  const { drawing, aside, ...read } = readSheet(needPart(parts, listed.part), book, budget);
  const target = drawing === null ? undefined : relationsOf(parts, listed.part).get(drawing)?.target;
  const xml = target === undefined ? null : scanPart(parts, target);
  const drawn = xml === null ? { pictures: [], textBoxes: 0, lines: [] } : readDrawing(xml);
  const beside = [...aside, ...drawn.lines.map((text) => ({ text }))];
  const sheet: Sheet = {
    ...read,
    name: listed.name,
    hidden: listed.hidden,
    pictures: [...read.pictures, ...drawn.pictures],
    ...(beside.length === 0 ? {} : { aside: beside }),
  };
  return { sheet, textBoxes: drawn.textBoxes };
}
