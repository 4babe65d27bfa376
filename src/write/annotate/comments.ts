import { address } from '../../model/grid.ts';
import { decodeText, scanXml } from '../../pack/xml.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import {
  appended,
  attributeOf,
  type Edit,
  type Element,
  edited,
  elements,
  needElement,
  prefixOf,
} from './tag.ts';

/** A note to be put at a cell. */
export interface Note {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

export function newComments(notes: readonly Note[], author: string, namespace: string): string {
  const comments = notes.map((note) => comment(note, 0, author, '')).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors><author>${escapeXml(author)}</author></authors><commentList>${comments}</commentList></comments>`;
}

/** What became of the notes in a part that had comments already. */
export interface ExtendedComments {
  readonly text: string;
  /** The notes that stand as comments of their own: they want a box. */
  readonly added: readonly Note[];
  /** The notes at cells that carry a thread of comments, with the id of the thread. */
  readonly threaded: readonly { readonly note: Note; readonly thread: string }[];
}

/**
 * The part with the notes added: at the end of a comment that its cell has already, else as new comments. A note of our own
 * from an earlier time is not kept: it takes the new text, or `fixed` where its cell has none any more.
 */
export function extendComments(
  source: string,
  notes: readonly Note[],
  author: string,
  fixed: string,
): ExtendedComments {
  const root = needElement(source, 'comments');
  const prefix = prefixOf(root.tag);
  const authors = needElement(source, 'comments/authors');
  const list = needElement(source, 'comments/commentList');
  const names = elements(source, 'comments/authors/author').map(({ inside }) =>
    inside === null ? '' : decodeText(source.slice(inside.from, inside.to)),
  );
  const there = new Map(
    elements(source, 'comments/commentList/comment').map((each) => [
      attributeOf(each.tag, 'ref') ?? '',
      each,
    ]),
  );
  const texts = elements(source, 'comments/commentList/comment/text');
  const textIn = (own: Element) => texts.find(({ start }) => start > own.start && start < own.end);
  const edits: Edit[] = [];
  const noted = new Set(notes.map(({ row, col }) => address(row, col)));
  for (const [ref, own] of there) {
    const text = textIn(own);
    if (noted.has(ref) || text === undefined || !isOurs(source, text, author)) continue;
    edits.push({ at: text.start, end: text.end, text: noteText(fixed, author, prefix) });
  }
  const added: Note[] = [];
  const threaded: { note: Note; thread: string }[] = [];
  for (const note of notes) {
    const own = there.get(address(note.row, note.col));
    const text = own && textIn(own);
    if (own === undefined || text === undefined) {
      added.push(note);
      continue;
    }
    if (isOurs(source, text, author)) {
      edits.push({ at: text.start, end: text.end, text: noteText(note.text, author, prefix) });
      continue;
    }
    const writer = names[Number(attributeOf(own.tag, 'authorId') ?? 0)] ?? '';
    const thread = /^tc=(\{[0-9A-F-]+\})$/i.exec(writer)?.[1];
    if (thread !== undefined) threaded.push({ note, thread });
    const said = thread === undefined ? `\n\n${author}:\n${note.text}` : `\nReply:\n    ${note.text}`;
    edits.push(...continued(source, text, prefix, said));
  }
  const fresh = added.map((note) => comment(note, names.length, author, prefix)).join('');
  if (added.length > 0) {
    edits.push(appended(authors, `<${prefix}author>${escapeXml(author)}</${prefix}author>`));
    edits.push(appended(list, fresh));
  }
  return { text: edited(source, edits), added, threaded };
}

/** Adds to a comment's text. A plain text becomes a run first, because runs may not follow one. */
function continued(source: string, text: Element, prefix: string, said: string): readonly Edit[] {
  const run = `<${prefix}r>${body(said, prefix)}</${prefix}r>`;
  if (text.inside === null) return [appended(text, run)];
  const base = source.slice(text.inside.from, text.inside.to);
  const runs = elements(`<t>${base}</t>`, 't/r', 't/t', 't/rPh', 't/phoneticPr');
  const shift = text.inside.from - 3;
  const plain = runs.find(({ path }) => path === 't/t');
  const after = runs.find(({ path }) => path === 't/rPh' || path === 't/phoneticPr');
  const at = after === undefined ? text.inside.to : after.start + shift;
  if (plain === undefined) return [{ at, end: at, text: run }];
  const [start, end] = [plain.start + shift, plain.end + shift];
  const wrapped = `<${prefix}r>${source.slice(start, end)}</${prefix}r>`;
  return [
    { at: start, end, text: wrapped },
    { at, end: at, text: run },
  ];
}

function comment({ row, col, text }: Note, authorId: number, author: string, prefix: string): string {
  return `<${prefix}comment ref="${address(row, col)}" authorId="${authorId}">${noteText(text, author, prefix)}</${prefix}comment>`;
}

/** The author in bold, as programs head their notes, then the text. */
function noteText(text: string, author: string, prefix: string): string {
  const run = (said: string, bold: string) =>
    `<${prefix}r><${prefix}rPr>${bold}<${prefix}sz val="9"/><${prefix}rFont val="Tahoma"/></${prefix}rPr>${body(said, prefix)}</${prefix}r>`;
  return `<${prefix}text>${run(`${author}:\n`, `<${prefix}b/>`)}${run(text, '')}</${prefix}text>`;
}

/** A note of ours is known by its head: LibreOffice forgets who wrote a note. */
function isOurs(source: string, text: Element, author: string): boolean {
  return plainText(source, text).trimStart().startsWith(`${author}:`);
}

/** All that a comment says, in order. */
function plainText(source: string, text: Element): string {
  const xml = scanXml(source.slice(text.start, text.end));
  return xml.next() === 'open' ? xml.content() : '';
}

/** Line feeds are written as they are: programs read references to them differently. */
function body(text: string, prefix: string): string {
  return `<${prefix}t xml:space="preserve">${escapeXml(text).replaceAll('&#10;', '\n')}</${prefix}t>`;
}
