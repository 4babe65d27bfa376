import { fail } from '../../pack/fault.ts';
import { relationsOf } from '../../pack/parts.ts';
import { decodeText } from '../../pack/xml.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import { type EditedPackage, needText } from './package.ts';
import {
  appended,
  attributeOf,
  type Edit,
  type Element,
  edited,
  elements,
  needElement,
  prefixOf,
  relationAttribute,
  withAttribute,
} from './tag.ts';

/** The parts of the worksheets, in the order in which the reader of workbooks gives them. */
export function worksheetParts(draft: EditedPackage): readonly string[] {
  const relations = relationsOf(draft.parts, draft.workbook);
  return elements(needText(draft, draft.workbook), 'workbook/sheets/sheet').flatMap(({ tag }) => {
    const id = relationIdOf(tag);
    const relation = relations.get(id) ?? fail({ kind: 'unsupported', detail: `sheet ${id}` });
    return relation.type === 'worksheet' ? [relation.target] : [];
  });
}

function relationIdOf(tag: string): string {
  return decodeText(/:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '');
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

/** A hidden name by which a list of ours is known again, when a sender corrects the marked file itself and sends it back. */
const OWN_NAME = '_bluezone_points';

function ownName(workbook: string): Element | null {
  const names = elements(workbook, 'workbook/definedNames/definedName');
  return names.find(({ tag }) => attributeOf(tag, 'name') === OWN_NAME) ?? null;
}

/** The part of a list that an earlier run put into the workbook, or null. */
export function earlierList(draft: EditedPackage): string | null {
  const workbook = needText(draft, draft.workbook);
  const own = ownName(workbook);
  if (own?.inside == null) return null;
  const target = decodeText(workbook.slice(own.inside.from, own.inside.to));
  const name = /^'?(.*?)'?!\$A\$1$/.exec(target)?.[1]?.replaceAll("''", "'");
  const sheet = elements(workbook, 'workbook/sheets/sheet').find(
    ({ tag }) => decodeText(attributeOf(tag, 'name') ?? '') === name,
  );
  if (sheet === undefined) return null;
  return relationsOf(draft.parts, draft.workbook).get(relationIdOf(sheet.tag))?.target ?? null;
}

/** Children of a workbook that stand after its `definedNames` (ECMA-376, CT_Workbook). */
const AFTER_NAMES = [
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
  'AlternateContent',
].map((name) => `workbook/${name}`);

function nameEdit(workbook: string, root: Element, sheet: string): Edit {
  const prefix = prefixOf(root.tag);
  const target = escapeXml(`'${sheet.replaceAll("'", "''")}'!$A$1`);
  const line = `<${prefix}definedName name="${OWN_NAME}" hidden="1">${target}</${prefix}definedName>`;
  const stale = ownName(workbook);
  if (stale !== null) return { at: stale.start, end: stale.end, text: line };
  const [names] = elements(workbook, 'workbook/definedNames');
  if (names !== undefined) return appended(names, line);
  const text = `<${prefix}definedNames>${line}</${prefix}definedNames>`;
  const sheets = needElement(workbook, 'workbook/sheets');
  const next = elements(workbook, ...AFTER_NAMES).find(({ start }) => start > sheets.start);
  return next === undefined ? appended(root, text) : { at: next.start, end: next.start, text };
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
  const edits: Edit[] = [{ at, end: at, text: line }, nameEdit(workbook, root, sheet.name)];
  for (const { tag, start } of elements(workbook, 'workbook/definedNames/definedName')) {
    const local = attributeOf(tag, 'localSheetId');
    if (local !== null && attributeOf(tag, 'name') !== OWN_NAME)
      edits.push(moved(tag, start, 'localSheetId', Number(local)));
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
