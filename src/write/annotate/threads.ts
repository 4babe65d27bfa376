import { address } from '../../model/grid.ts';
import { sha256Of } from '../../model/hash.ts';
import { folderOf, partKey, relationsOf } from '../../pack/parts.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import type { Note } from './comments.ts';
import { addType, type EditedPackage, freeName, needText, put, relate, textOf } from './package.ts';
import { appended, attributeOf, edited, elements, needElement, prefixOf } from './tag.ts';

/**
 * Threads of comments ([MS-XLSX] 2.6.204): where a cell carries one, Excel shows the thread and not the note beside it, so
 * that what we have to say joins it as a reply.
 */
export function replyInThreads(
  draft: EditedPackage,
  sheetPart: string,
  replies: readonly { readonly note: Note; readonly thread: string }[],
  author: string,
  asOf: string,
): void {
  if (replies.length === 0) return;
  const relations = [...relationsOf(draft.parts, sheetPart).values()];
  const part = relations.find(({ type }) => type === 'threadedComment')?.target;
  const source = part === undefined ? null : textOf(draft, part);
  if (part === undefined || source === null) return;
  const root = needElement(source, 'ThreadedComments');
  const person = personOf(draft, author);
  const time = new Date(asOf).toISOString().slice(0, 22);
  const prefix = prefixOf(root.tag);
  const lines = replies.map(({ note, thread }) => {
    const ref = address(note.row, note.col);
    const id = guid(`${thread} ${ref} ${note.text}`);
    return `<${prefix}threadedComment ref="${ref}" dT="${time}" personId="${person}" id="${id}" parentId="${thread}"><${prefix}text>${escapeXml(note.text).replaceAll('&#10;', '\n')}</${prefix}text></${prefix}threadedComment>`;
  });
  put(draft, part, edited(source, [appended(root, lines.join(''))]));
}

const PERSONS = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

/** The id of the author among the workbook's persons; added where it is not there yet. */
function personOf(draft: EditedPackage, author: string): string {
  const known = [...relationsOf(draft.parts, draft.workbook).values()].find(({ type }) => type === 'person');
  const added = [...draft.texts.values()].find(({ name }) => partKey(name).includes('persons/bluezone'));
  const part = known?.target ?? added?.name ?? newPersons(draft);
  const source = needText(draft, part);
  const id = guid(`person ${author}`);
  if (elements(source, 'personList/person').some(({ tag }) => attributeOf(tag, 'id') === id)) return id;
  const root = needElement(source, 'personList');
  const line = `<${prefixOf(root.tag)}person displayName="${escapeXml(author)}" id="${id}" userId="${escapeXml(author)}" providerId="None"/>`;
  put(draft, part, edited(source, [appended(root, line)]));
  return id;
}

function newPersons(draft: EditedPackage): string {
  const name = freeName(draft, `${folderOf(draft.workbook)}persons/bluezone`, '.xml');
  put(
    draft,
    name,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<personList xmlns="${THREADS}"></personList>`,
  );
  addType(draft, name, 'application/vnd.ms-excel.person+xml');
  relate(draft, draft.workbook, PERSONS, name);
  return name;
}

/** The same text gives the same id, so that the same file is written again byte for byte. */
function guid(text: string): string {
  const hex = sha256Of(text).toUpperCase();
  return `{${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}}`;
}
