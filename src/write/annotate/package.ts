import { posix } from 'node:path';
import { fail } from '../../pack/fault.ts';
import { findWorkbook, folderOf, openParts, type Parts, partKey, relationsPart } from '../../pack/parts.ts';
import { scanXml } from '../../pack/xml.ts';
import { decodeXml, escapeXml } from '../../pack/xml-text.ts';
import { openZip, unpack } from '../../pack/zip.ts';
import { writeZip, type ZipSource } from '../../pack/zip-write.ts';
import { appended, attributeOf, edited, elements, needElement, prefixOf } from './tag.ts';

/** A package on its way to be written again: what was changed and added; every other entry keeps its packed bytes. */
export interface EditedPackage {
  readonly parts: Parts;
  readonly workbook: string;
  /** Changed and new parts by `partKey`. */
  readonly texts: Map<string, { readonly name: string; readonly text: string }>;
  /** Written in ISO 29500 Strict. */
  readonly strict: boolean;
  readonly namespaces: { readonly main: string; readonly office: string };
}

/** As what was read before, and less: only a few parts are unpacked here. */
const LIMITS = { entries: 10_000, inflated: 400_000_000, ratio: 400, depth: 200 };

/** Throws a fault (`faultOf`) for a package that cannot be patched. */
export function openPackage(bytes: Uint8Array): EditedPackage {
  const parts = openParts(openZip(bytes, LIMITS), LIMITS);
  const workbook = findWorkbook(parts);
  const bare = { parts, workbook, texts: new Map() };
  const strict = /http:\/\/purl\.oclc\.org\/ooxml\/spreadsheetml\/main/.test(
    needElement(needText(bare, workbook), 'workbook').tag,
  );
  const namespaces = strict
    ? {
        main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
        office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
      }
    : {
        main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      };
  return { ...bare, strict, namespaces };
}

type Texts = Pick<EditedPackage, 'parts' | 'texts'>;

/** The text of a part as it stands now, or null. A text that would not come back to the same bytes is a fault. */
export function textOf({ parts, texts }: Texts, name: string): string | null {
  const key = partKey(name);
  const changed = texts.get(key);
  if (changed !== undefined) return changed.text;
  const entry = parts.byName.get(key);
  if (entry === undefined) return null;
  const bytes = unpack(parts.zip, entry);
  const text = decodeXml(bytes);
  if (text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(bytes)) {
    fail({ kind: 'unsupported', detail: `text of ${name}` });
  }
  return text;
}

export function needText(draft: Texts, name: string): string {
  return textOf(draft, name) ?? fail({ kind: 'unsupported', detail: `no part ${name}` });
}

export function put({ parts, texts }: Texts, name: string, text: string): void {
  const key = partKey(name);
  texts.set(key, { name: parts.byName.get(key)?.name ?? name, text });
}

/** The first of `<stem>1<ending>`, `<stem>2<ending>` … that names no part yet. */
export function freeName({ parts, texts }: Texts, stem: string, ending: string): string {
  for (let n = 1; ; n++) {
    const name = `${stem}${n}${ending}`;
    if (!parts.byName.has(partKey(name)) && !texts.has(partKey(name))) return name;
  }
}

/** One line of a relationships part, type in full, target as written. */
export interface RelationTag {
  readonly id: string;
  readonly type: string;
}

export function rawRelations(draft: Texts, source: string): readonly RelationTag[] {
  const text = textOf(draft, relationsPart(source));
  if (text === null) return [];
  return elements(text, 'Relationships/Relationship').map(({ tag }) => ({
    id: attributeOf(tag, 'Id') ?? '',
    type: attributeOf(tag, 'Type') ?? '',
  }));
}

/** Relates a part to another one and gives the id. */
export function relate(draft: EditedPackage, source: string, type: string, target: string): string {
  const name = relationsPart(source);
  const text =
    textOf(draft, name) ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const ids = new Set(rawRelations(draft, source).map((each) => each.id));
  let n = ids.size + 1;
  while (ids.has(`rId${n}`)) n += 1;
  const root = needElement(text, 'Relationships');
  const step = posix.relative(folderOf(source), target);
  const line = `<${prefixOf(root.tag)}Relationship Id="rId${n}" Type="${type}" Target="${escapeXml(step)}"/>`;
  put(draft, name, edited(text, [appended(root, line)]));
  return `rId${n}`;
}

const TYPES = '[Content_Types].xml';

/** Names the content type of a new part; `.vml` by its extension, as every program does. */
export function addType(draft: EditedPackage, part: string, contentType: string): void {
  const text = needText(draft, TYPES);
  const root = needElement(text, 'Types');
  const prefix = prefixOf(root.tag);
  const extension = posix.extname(part).slice(1).toLowerCase();
  if (extension === 'vml') {
    const known = elements(text, 'Types/Default').find(
      ({ tag }) => attributeOf(tag, 'Extension')?.toLowerCase() === extension,
    );
    if (known !== undefined && attributeOf(known.tag, 'ContentType') === contentType) return;
    if (known === undefined) {
      const line = `<${prefix}Default Extension="vml" ContentType="${contentType}"/>`;
      const at = root.inside?.from ?? fail({ kind: 'unsupported', detail: 'no content types' });
      put(draft, TYPES, edited(text, [{ at, end: at, text: line }]));
      return;
    }
  }
  const line = `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
  put(draft, TYPES, edited(text, [appended(root, line)]));
}

/** The package: changed parts in their old places, new ones at the end. Each changed part is looked through once more. */
export function finish({ parts, texts }: EditedPackage): Uint8Array {
  const left = new Map(texts);
  const sources: ZipSource[] = parts.zip.entries.map((entry) => {
    const key = partKey(entry.name);
    const changed = parts.byName.get(key) === entry ? left.get(key) : undefined;
    if (changed === undefined) return { name: entry.name, from: parts.zip, entry };
    left.delete(key);
    return { name: entry.name, contents: checked(changed) };
  });
  return writeZip([
    ...sources,
    ...[...left.values()].map((each) => ({ name: each.name, contents: checked(each) })),
  ]);
}

function checked({ name, text }: { readonly name: string; readonly text: string }): string {
  // Drawings in VML are not always well formed: Excel writes `<br>` into them.
  if (!name.toLowerCase().endsWith('.vml')) {
    const xml = scanXml(text);
    while (xml.next() !== 'end');
  }
  return text.replace(/^(<\?xml[^>]*?\bencoding\s*=\s*)(["'])(?!utf-?8["'])[\w.:-]+\2/i, '$1$2UTF-8$2');
}
