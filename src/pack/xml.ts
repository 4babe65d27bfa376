import { fail } from './fault.ts';

/**
 * A pull scanner over one XML part. Names are local (`x:row` is `row`): office programs choose their own prefixes. Only the five
 * named entities and character references are resolved; a document type with declarations is refused, so nothing can be expanded or fetched.
 */
export interface Xml {
  /** Moves on. An empty element gives `open` and `close`. Text comes in pieces (entities whole, CDATA and comments apart). */
  next(): 'open' | 'close' | 'text' | 'end';
  /** Local name of the element that was opened or closed last. */
  readonly name: string;
  /** Elements that are open, the one just opened included and the one just closed not. */
  readonly depth: number;
  /** Where the tag just met begins and ends in the source; of an empty element both times its one tag. */
  readonly start: number;
  readonly end: number;
  /** Value of an attribute of the element just opened, by local name (one without a prefix first); null when it has none. Call it before the next `next`. */
  attribute(name: string): string | null;
  /** The piece of text just met. */
  text(): string;
  /**
   * Where a sticky pattern fits what comes next, moves over it. For what a part repeats a hundred thousand times; the pattern must
   * take whole elements and no comments. What it captures is raw: see `decodeText`.
   */
  match(pattern: RegExp): RegExpExecArray | null;
  /** From an `open`: moves to its `close`, over all that it holds. */
  skip(): void;
  /** From an `open`: moves to its `close` and gives all text inside, in order. */
  content(): string;
}

/** Scans a string. Throws a fault (`faultOf`) where the XML is not well formed, or is nested deeper than `depth`. */
export function scanXml(source: string, limits: { readonly depth: number } = { depth: 200 }): Xml {
  /** Names of the open elements, as written and without their prefix. */
  const open: string[] = [];
  const openLocal: string[] = [];
  const namesMet: string[] = [];
  /** Four numbers an attribute: start and end of the local name, start and end of the value. */
  const attributes: number[] = [];
  let attributeCount = 0;
  let at = 0;
  let from = 0;
  let textStart = 0;
  let textEnd = 0;
  let raw = false;
  let empty = false;
  const plain = !source.includes('&') && !source.includes('\r');

  const damaged = (): never => fail({ kind: 'damaged', detail: `XML at character ${at}` });
  const after = (mark: string, from: number): number => {
    const found = source.indexOf(mark, from);
    return found < 0 ? damaged() : found;
  };

  function next(): 'open' | 'close' | 'text' | 'end' {
    if (empty) {
      empty = false;
      return leave();
    }
    while (at < source.length) {
      if (source.charCodeAt(at) !== LESS) {
        textStart = at;
        const less = source.indexOf('<', at);
        at = less < 0 ? source.length : less;
        textEnd = at;
        raw = false;
        if (open.length > 0) return 'text';
        continue;
      }
      from = at;
      const mark = source.charCodeAt(at + 1);
      if (mark === SLASH) return close();
      if (mark === QUESTION) at = after('?>', at + 2) + 2;
      else if (mark !== BANG) return element();
      else if (source.startsWith('<!--', at)) at = after('-->', at + 4) + 3;
      else if (source.startsWith('<![CDATA[', at)) {
        textStart = at + 9;
        textEnd = after(']]>', textStart);
        at = textEnd + 3;
        raw = true;
        return 'text';
      } else documentType();
    }
    if (open.length > 0) damaged();
    return 'end';
  }

  function leave(): 'close' {
    open.pop();
    xml.name = openLocal.pop() ?? '';
    return 'close';
  }

  function close(): 'close' {
    const name = open[open.length - 1];
    if (name === undefined || !source.startsWith(name, at + 2)) return damaged();
    let end = at + 2 + name.length;
    // Blanks may stand before the end, and nothing else.
    while (source.charCodeAt(end) <= SPACE) end += 1;
    if (source.charCodeAt(end) !== GREATER) damaged();
    at = end + 1;
    return leave();
  }

  function element(): 'open' {
    const start = at + 1;
    let i = start;
    let colon = start;
    for (; ; i++) {
      const code = source.charCodeAt(i);
      if (code <= SPACE || code === GREATER || code === SLASH) break;
      if (code === COLON) colon = i + 1;
      // NaN past the end fails every comparison.
      else if (!(code > SPACE) || code === LESS) damaged();
    }
    if (i === start) damaged();
    const full = nameAt(source, start, i, namesMet);
    const local = colon === start ? full : nameAt(source, colon, i, namesMet);
    open.push(full);
    openLocal.push(local);
    if (open.length > limits.depth) fail({ kind: 'limit', limit: 'depth', most: limits.depth });
    xml.name = local;
    attributeCount = 0;
    if (source.charCodeAt(i) === GREATER) at = i + 1;
    else readAttributes(i);
    return 'open';
  }

  function readAttributes(from: number): void {
    let i = from;
    let slot = 0;
    for (;;) {
      let code = source.charCodeAt(i);
      while (code <= SPACE) code = source.charCodeAt(++i);
      if (code === GREATER) break;
      if (code === SLASH) {
        if (source.charCodeAt(++i) !== GREATER) damaged();
        empty = true;
        break;
      }
      let nameStart = i;
      while (code > SPACE && code !== EQUALS && code !== GREATER && code !== LESS) {
        if (code === COLON) nameStart = i + 1;
        code = source.charCodeAt(++i);
      }
      const nameEnd = i;
      while (code <= SPACE) code = source.charCodeAt(++i);
      if (code !== EQUALS) damaged();
      code = source.charCodeAt(++i);
      while (code <= SPACE) code = source.charCodeAt(++i);
      if (code !== QUOTE && code !== APOSTROPHE) damaged();
      const valueStart = ++i;
      let end = source.charCodeAt(i);
      while (end !== code) {
        if (!(end >= 0)) damaged();
        end = source.charCodeAt(++i);
      }
      const valueEnd = i;
      attributes[slot++] = nameStart;
      attributes[slot++] = nameEnd;
      attributes[slot++] = valueStart;
      attributes[slot++] = valueEnd;
      i = valueEnd + 1;
    }
    attributeCount = slot >> 2;
    at = i + 1;
  }

  function documentType(): void {
    if (!source.startsWith('<!DOCTYPE', at)) damaged();
    const end = after('>', at);
    if (source.slice(at, end).includes('['))
      fail({ kind: 'damaged', detail: 'a document type with declarations' });
    at = end + 1;
  }

  /** `id` before `r:id`: a plain name is the element's own, a prefixed one is lent. */
  function attribute(name: string): string | null {
    const first = name.charCodeAt(0);
    let lent = -1;
    for (let slot = 0; slot < attributeCount * 4; slot += 4) {
      const start = attributes[slot] as number;
      if (source.charCodeAt(start) !== first || (attributes[slot + 1] as number) - start !== name.length)
        continue;
      if (name.length > 1 && !source.startsWith(name, start)) continue;
      if (source.charCodeAt(start - 1) !== COLON) return valueAt(slot);
      if (lent < 0 && !source.startsWith('xmlns:', start - 6)) lent = slot;
    }
    return lent < 0 ? null : valueAt(lent);
  }

  function valueAt(slot: number): string {
    const value = source.slice(attributes[slot + 2], attributes[slot + 3]);
    return plain ? value : decodeText(value);
  }

  function text(): string {
    const piece = source.slice(textStart, textEnd);
    if (plain) return piece;
    return raw ? unixLines(piece) : decodeText(piece);
  }

  function match(pattern: RegExp): RegExpExecArray | null {
    if (empty) return null;
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at = pattern.lastIndex;
    return found;
  }

  function skip(): void {
    const outside = open.length - 1;
    while (next() !== 'close' || open.length > outside);
  }

  function content(): string {
    const outside = open.length - 1;
    let all = '';
    for (;;) {
      const event = next();
      if (event === 'text') all = all === '' ? text() : all + text();
      else if (event === 'close' && open.length === outside) return all;
    }
  }

  const xml = {
    name: '',
    get depth() {
      return open.length;
    },
    get start() {
      return from;
    },
    get end() {
      return at;
    },
    next,
    attribute,
    text,
    match,
    skip,
    content,
  };
  return xml;
}

/** The name at a place: the one met before of its sort, where it is the same, so that a hundred thousand `row` are one string. */
function nameAt(source: string, start: number, end: number, met: string[]): string {
  const sort = (source.charCodeAt(start) * 7 + source.charCodeAt(end - 1) * 3 + end - start) & 63;
  const before = met[sort];
  if (before !== undefined && before.length === end - start && source.startsWith(before, start))
    return before;
  const name = detached(source.slice(start, end));
  met[sort] = name;
  return name;
}

/** A slice of 13 characters and more would keep the whole part in memory. */
function detached(name: string): string {
  return name.length < 13 ? name : Buffer.from(name, 'utf16le').toString('utf16le');
}

const SPACE = 0x20;
const BANG = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const NAMED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Raw text with its character references and the five named entities resolved. Any other entity stays as it is written. */
export function decodeText(text: string): string {
  if (!text.includes('&')) return unixLines(text);
  return unixLines(text).replace(
    /&(?:#(\d{1,8})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (_, ten, hex, name) =>
      name === undefined
        ? character(ten === undefined ? Number.parseInt(hex, 16) : Number(ten))
        : (NAMED[name] ?? ''),
  );
}

function character(code: number): string {
  const sound = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return sound ? String.fromCodePoint(code) : '\ufffd';
}
