import { fail } from '../../pack/fault.ts';
import { folderOf, relationsOf } from '../../pack/parts.ts';
import type { Annotation, Mark } from '../../view/annotation.ts';
import { type CellSet, markCells } from './cells.ts';
import { extendComments, type Note, newComments } from './comments.ts';
import { columnWidths, legacyDrawingOf, withLegacyDrawing } from './legacy-drawing.ts';
import { listSheet } from './list-sheet.ts';
import { earlierList, freeSheetName, withFirstSheet, worksheetParts } from './outline.ts';
import {
  addType,
  type EditedPackage,
  finish,
  freeName,
  needText,
  openPackage,
  put,
  relate,
  textOf,
} from './package.ts';
import { bareStyles, openStyles, type Styles } from './styles.ts';
import { replyInThreads } from './threads.ts';
import { extendVml, newVml } from './vml.ts';

/** Notes on one sheet; beyond them cells are marked and listed only: programs grow slow with thousands of boxes. */
const MOST_NOTES = 1_000;
const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The sender's own package with its cells marked, a note at each and a list as its first sheet. `sheets` are the names of its
 * worksheets as they were read. Every part that none of this touches keeps its bytes, packed and unpacked. Throws a
 * fault (`faultOf`) where a part cannot be patched safely.
 */
export function patchXlsx(bytes: Uint8Array, sheets: readonly string[], annotation: Annotation): Uint8Array {
  const draft = openPackage(bytes);
  const parts = worksheetParts(draft);
  if (parts.length !== sheets.length) fail({ kind: 'unsupported', detail: 'sheets' });
  const stylesPart = stylesOf(draft);
  const styles = openStyles(needText(draft, stylesPart));
  for (const [n, part] of parts.entries()) {
    const marks = annotation.marks.filter(({ sheet }) => sheet === sheets[n] && sheets.indexOf(sheet) === n);
    if (marks.length > 0) patchSheet(draft, part, n, marks, styles, annotation);
  }
  addList(draft, annotation, styles);
  put(draft, stylesPart, styles.text());
  return finish(draft);
}

function stylesOf(draft: EditedPackage): string {
  const known = [...relationsOf(draft.parts, draft.workbook).values()].find(({ type }) => type === 'styles');
  if (known !== undefined) return known.target;
  const name = freeName(draft, `${folderOf(draft.workbook)}styles`, '.xml');
  put(draft, name, bareStyles(draft.namespaces.main));
  addType(draft, name, `${SPREADSHEETML}.styles+xml`);
  relate(draft, draft.workbook, `${draft.namespaces.office}/styles`, name);
  return name;
}

function patchSheet(
  draft: EditedPackage,
  part: string,
  place: number,
  marks: readonly Mark[],
  styles: Styles,
  annotation: Annotation,
): void {
  const wanted = new Map<number, Map<number, Mark>>();
  for (const mark of marks) {
    const row = wanted.get(mark.row) ?? new Map<number, Mark>();
    wanted.set(mark.row, row.set(mark.col, mark));
  }
  const cells: CellSet = new Map([...wanted].map(([row, columns]) => [row, new Set(columns.keys())]));
  const marked = markCells(needText(draft, part), cells, (row, col, base) =>
    styles.marked(base, wanted.get(row)?.get(col)?.gravity ?? 'warning'),
  );
  put(draft, part, marked);
  const notes = marks
    .filter(({ note }) => note !== '')
    .map(({ row, col, note }) => ({ row, col, text: note }));
  addNotes(draft, part, place, notes.slice(0, MOST_NOTES), annotation);
}

function addNotes(
  draft: EditedPackage,
  part: string,
  place: number,
  notes: readonly Note[],
  { author, asOf, noteFixed }: Annotation,
): void {
  if (notes.length === 0) return;
  const relations = relationsOf(draft.parts, part);
  const comments = [...relations.values()].find(({ type }) => type === 'comments')?.target;
  const source = comments === undefined ? null : textOf(draft, comments);
  let boxed = notes;
  if (comments !== undefined && source !== null) {
    const extended = extendComments(source, notes, author, noteFixed);
    put(draft, comments, extended.text);
    replyInThreads(draft, part, extended.threaded, author, asOf);
    boxed = extended.added;
  } else {
    const name = freeName(draft, `${folderOf(draft.workbook)}comments`, '.xml');
    put(draft, name, newComments(notes, author, draft.namespaces.main));
    addType(draft, name, `${SPREADSHEETML}.comments+xml`);
    relate(draft, part, `${draft.namespaces.office}/comments`, name);
  }
  if (boxed.length > 0) addBoxes(draft, part, place, boxed);
}

/** Clusters of shape numbers that no sheet of the sender's is likely to have. */
const FIRST_CLUSTER = 1_000;

function addBoxes(draft: EditedPackage, part: string, place: number, notes: readonly Note[]): void {
  const sheet = needText(draft, part);
  const widths = columnWidths(sheet);
  const boxes = notes.map(({ row, col, text }) => {
    return { row, col, columns: columnsFor(NOTE_WIDTH, col + 1, widths), length: text.length };
  });
  const cluster = FIRST_CLUSTER + 2 * place;
  const drawing = legacyDrawingOf(sheet);
  if (drawing !== null) {
    const id = /:id\s*=\s*["']([^"']*)["']/.exec(drawing.tag)?.[1] ?? '';
    const target = relationsOf(draft.parts, part).get(id)?.target;
    if (target === undefined) fail({ kind: 'unsupported', detail: `drawing ${id}` });
    put(draft, target, extendVml(needText(draft, target), boxes, cluster));
    return;
  }
  const name = freeName(draft, `${folderOf(draft.workbook)}drawings/vmlDrawing`, '.vml');
  put(draft, name, newVml(boxes, cluster));
  addType(draft, name, 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  const id = relate(draft, part, `${draft.namespaces.office}/vmlDrawing`, name);
  put(draft, part, withLegacyDrawing(sheet, id, draft.namespaces.office));
}

/** Characters that a line of a note wants. */
const NOTE_WIDTH = 38;

/** How many columns from `first` on are at least so wide together. */
function columnsFor(width: number, first: number, widths: (col: number) => number): number {
  let columns = 0;
  for (let left = width; left > 0 && columns < 8; left -= widths(first + columns - 1)) columns += 1;
  return columns;
}

function addList(draft: EditedPackage, { list }: Annotation, styles: Styles): void {
  const earlier = earlierList(draft);
  if (earlier !== null) {
    put(draft, earlier, listSheet(list, styles.list, draft.namespaces.main));
    return;
  }
  const workbook = needText(draft, draft.workbook);
  const part = freeName(draft, `${folderOf(draft.workbook)}worksheets/sheet`, '.xml');
  put(draft, part, listSheet(list, styles.list, draft.namespaces.main));
  addType(draft, part, `${SPREADSHEETML}.worksheet+xml`);
  const relation = relate(draft, draft.workbook, `${draft.namespaces.office}/worksheet`, part);
  const name = freeSheetName(workbook, list.name);
  put(draft, draft.workbook, withFirstSheet(workbook, { name, relation, office: draft.namespaces.office }));
}
