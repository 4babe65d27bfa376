import { fail } from '../../pack/fault.ts';
import { scanXml } from '../../pack/xml.ts';
import { escapeXml } from '../../pack/xml-text.ts';

/** Tags as they are written. A part is changed by cutting texts into it: whatever no edit touches stays byte for byte. */

/** Replaces `source.slice(at, end)`; an insertion where both are the same. */
export interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** The source with its edits, which do not overlap; of insertions at one place the first given stands first. */
export function edited(source: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, n) => ({ ...edit, n })).sort((a, b) => a.at - b.at || a.n - b.n);
  let done = 0;
  let result = '';
  for (const { at, end, text } of ordered) {
    result += source.slice(done, at) + text;
    done = end;
  }
  return result + source.slice(done);
}

/** An element of a part: where its tags stand. An empty one has `inside` null. */
export interface Element {
  /** Local names from the root down: `styleSheet/cellXfs`. */
  readonly path: string;
  /** The opening tag as written. */
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  /** What stands between its tags. */
  readonly inside: { readonly from: number; readonly to: number } | null;
}

/** The elements at the given paths, in the order of their opening tags. */
export function elements(source: string, ...paths: readonly string[]): Element[] {
  const deepest = Math.max(...paths.map((path) => path.split('/').length));
  const wanted = new Set(paths);
  const xml = scanXml(source);
  const open: { path: string; start: number; tagEnd: number }[] = [];
  const found: Element[] = [];
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event === 'open') {
      const above = open.at(-1);
      const path = above === undefined ? xml.name : `${above.path}/${xml.name}`;
      if (xml.depth > deepest) xml.skip();
      else open.push({ path, start: xml.start, tagEnd: xml.end });
    } else if (event === 'close') {
      const own = open.pop();
      if (own === undefined || !wanted.has(own.path)) continue;
      const empty = xml.start === own.start;
      const inside = empty ? null : { from: own.tagEnd, to: xml.start };
      const tag = source.slice(own.start, own.tagEnd);
      found.push({ path: own.path, tag, start: own.start, end: xml.end, inside });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Puts text at the end of an element, which is opened for it where it was empty. */
export function appended(element: Element, text: string): Edit {
  if (element.inside !== null) return { at: element.inside.to, end: element.inside.to, text };
  return {
    at: element.start,
    end: element.end,
    text: openedTag(element.tag) + text + closingTag(element.tag),
  };
}

/** `<a b="c"/>` as `<a b="c">`. */
export function openedTag(tag: string): string {
  return tag.replace(/\s*\/>$/, '>');
}

export function closingTag(tag: string): string {
  return `</${nameOf(tag)}>`;
}

function nameOf(tag: string): string {
  return /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
}

/** The prefix of a tag's name with its colon, or nothing: what is put beside it takes the same. */
export function prefixOf(tag: string): string {
  return /^<([^\s/>:]+:)?/.exec(tag)?.[1] ?? '';
}

const ATTRIBUTE = /([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** The raw value of an attribute by its name as written, or null. */
export function attributeOf(tag: string, name: string): string | null {
  for (const [, found, quoted] of tag.matchAll(ATTRIBUTE)) {
    if (found === name) return quoted?.slice(1, -1) ?? '';
  }
  return null;
}

/** The tag with an attribute set; it is added at the end where it was not there. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = `${name}="${escapeXml(value)}"`;
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    return tag.slice(0, match.index) + written + tag.slice(match.index + match[0].length);
  }
  return tag.replace(/\s*(\/?)>$/, ` ${written}$1>`);
}

const OFFICE =
  /^http:\/\/(schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships$/;

/** The attribute that names a relationship, with the prefix that the root tag declares, or declared on the spot. */
export function relationAttribute(root: string, id: string, namespace: string): string {
  for (const [, name, quoted] of root.matchAll(ATTRIBUTE)) {
    if (name?.startsWith('xmlns:') && OFFICE.test(quoted?.slice(1, -1) ?? ''))
      return `${name.slice(6)}:id="${id}"`;
  }
  return `xmlns:r="${namespace}" r:id="${id}"`;
}

/** The one element at a path; a part without it cannot be patched. */
export function needElement(source: string, path: string): Element {
  const [first] = elements(source, path);
  return first ?? fail({ kind: 'unsupported', detail: `no ${path}` });
}
