import { fail } from '../../pack/fault.ts';
import { relationsOf } from '../../pack/parts.ts';
import { decodeText } from '../../pack/xml.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import { type Draft, needText } from './draft.ts';
import {
  attributeOf,
  type Edit,
  edited,
  elements,
  needElement,
  prefixOf,
  relationAttribute,
  withAttribute,
} from './tag.ts';

/** The parts of the worksheets, in the order in which the reader of workbooks gives them. */
export function worksheetParts(draft: Draft): readonly string[] {
  const relations = relationsOf(draft.parts, draft.workbook);
  return elements(needText(draft, draft.workbook), 'workbook/sheets/sheet').flatMap(({ tag }) => {
    const id = [...tag.matchAll(/:id\s*=\s*["']([^"']*)["']/g)][0]?.[1] ?? '';
    const relation = relations.get(decodeText(id)) ?? fail({ kind: 'unsupported', detail: `sheet ${id}` });
    return relation.type === 'worksheet' ? [relation.target] : [];
  });
}

/** A name for a new sheet that no sheet of the workbook has, whatever its letter case; at most 31 characters. */
export function freeSheetName(workbook: string, wanted: string): string {
  const taken = new Set(
    elements(workbook, 'workbook/sheets/sheet').map(({ tag }) =>
      decodeText(attributeOf(tag, 'name') ?? '')
        .normalize('NFC')
        .toLowerCase(),
    ),
  );
  const free = (name: string) => !taken.has(name.normalize('NFC').toLowerCase());
  if (free(wanted)) return wanted;
  for (let n = 2; ; n++) {
    const name = `${wanted.slice(0, 26)} (${n})`;
    if (free(name)) return name;
  }
}

/**
 * The workbook part with a new first sheet. What counts sheets by their place is moved on by one: names of a single sheet
 * (print areas and titles among them), and the tab that is shown, which stays the sender's own.
 */
export function withFirstSheet(
  workbook: string,
  sheet: { readonly name: string; readonly relation: string; readonly office: string },
): string {
  const root = needElement(workbook, 'workbook');
  const sheets = needElement(workbook, 'workbook/sheets');
  const prefix = prefixOf(sheets.tag);
  const ids = elements(workbook, 'workbook/sheets/sheet').map(({ tag }) =>
    Number(attributeOf(tag, 'sheetId') ?? 0),
  );
  const line = `<${prefix}sheet name="${escapeXml(sheet.name)}" sheetId="${Math.max(0, ...ids) + 1}" ${relationAttribute(root.tag, sheet.relation, sheet.office)}/>`;
  const at = sheets.inside?.from ?? fail({ kind: 'unsupported', detail: 'no sheets' });
  const edits: Edit[] = [{ at, end: at, text: line }];
  for (const { tag, start } of elements(workbook, 'workbook/definedNames/definedName')) {
    const local = attributeOf(tag, 'localSheetId');
    if (local !== null) edits.push(moved(tag, start, 'localSheetId', Number(local)));
  }
  for (const { tag, start } of elements(workbook, 'workbook/bookViews/workbookView')) {
    const first = Number(attributeOf(tag, 'firstSheet') ?? 0);
    const shown = withAttribute(tag, 'activeTab', String(Number(attributeOf(tag, 'activeTab') ?? 0) + 1));
    const text = first > 0 ? withAttribute(shown, 'firstSheet', String(first + 1)) : shown;
    edits.push({ at: start, end: start + tag.length, text });
  }
  return edited(workbook, edits);
}

function moved(tag: string, start: number, name: string, place: number): Edit {
  return { at: start, end: start + tag.length, text: withAttribute(tag, name, String(place + 1)) };
}
