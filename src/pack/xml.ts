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
  /** Value of an attribute of the element just opened, by local name (one without a prefix first); null when it has none. Call it before the next `next`. */
  attribute(name: string): string | null;
  /** The piece of text just met. */
  text(): string;
  /** From an `open`: moves to its `close`, over all that it holds. */
  skip(): void;
  /** From an `open`: moves to its `close` and gives all text inside, in order. */
  content(): string;
}

/** Scans a string. Throws a fault (`faultOf`) where the XML is not well formed, or is nested deeper than `depth`. */
export function scanXml(source: string, limits: { readonly depth: number } = { depth: 200 }): Xml {
  const open: string[] = [];
  /** Four numbers an attribute: start and end of the local name, start and end of the value. */
  const attributes: number[] = [];
  let attributeCount = 0;
  let at = 0;
  let textStart = 0;
  let textEnd = 0;
  let raw = false;
  let empty = false;

  const damaged = (): never => fail({ kind: 'damaged', detail: `XML at character ${at}` });
  const after = (mark: string, from: number): number => {
    const found = source.indexOf(mark, from);
    return found < 0 ? damaged() : found;
  };

  function next(): 'open' | 'close' | 'text' | 'end' {
    if (empty) {
      empty = false;
      open.pop();
      return 'close';
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

  function close(): 'close' {
    const end = after('>', at);
    const name = open[open.length - 1];
    // The full name, prefix and all, stands on the stack; blanks may follow it.
    if (name === undefined || !source.startsWith(name, at + 2)) damaged();
    for (let i = at + 2 + (name as string).length; i < end; i++) {
      if (source.charCodeAt(i) > SPACE) damaged();
    }
    open.pop();
    at = end + 1;
    xml.name = localName(name as string);
    return 'close';
  }

  function element(): 'open' {
    const start = at + 1;
    let i = start;
    let colon = 0;
    for (; ; i++) {
      const code = source.charCodeAt(i);
      if (code <= SPACE || code === GREATER || code === SLASH) break;
      if (code === COLON) colon = i + 1;
      // NaN past the end fails every comparison.
      else if (!(code > SPACE) || code === LESS) damaged();
    }
    if (i === start) damaged();
    const full = source.slice(start, i);
    xml.name = colon === 0 ? full : source.slice(colon, i);
    open.push(full);
    if (open.length > limits.depth) fail({ kind: 'limit', limit: 'depth', most: limits.depth });
    readAttributes(i);
    return 'open';
  }

  function readAttributes(from: number): void {
    attributeCount = 0;
    let i = from;
    for (;;) {
      let code = source.charCodeAt(i);
      while (code <= SPACE) code = source.charCodeAt(++i);
      if (code === GREATER) {
        at = i + 1;
        return;
      }
      if (code === SLASH) {
        if (source.charCodeAt(i + 1) !== GREATER) damaged();
        empty = true;
        at = i + 2;
        return;
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
      const valueEnd = after(code === QUOTE ? '"' : "'", i + 1);
      const slot = attributeCount * 4;
      attributes[slot] = nameStart;
      attributes[slot + 1] = nameEnd;
      attributes[slot + 2] = i + 1;
      attributes[slot + 3] = valueEnd;
      attributeCount += 1;
      i = valueEnd + 1;
    }
  }

  function documentType(): void {
    if (!source.startsWith('<!DOCTYPE', at)) damaged();
    const end = after('>', at);
    const declarations = source.indexOf('[', at);
    if (declarations >= 0 && declarations < end)
      fail({ kind: 'damaged', detail: 'a document type with declarations' });
    at = end + 1;
  }

  /** `id` before `r:id`: a plain name is the element's own, a prefixed one is lent. */
  function attribute(name: string): string | null {
    let lent = -1;
    for (let slot = 0; slot < attributeCount * 4; slot += 4) {
      const start = attributes[slot] as number;
      if ((attributes[slot + 1] as number) - start !== name.length || !source.startsWith(name, start))
        continue;
      if (source.charCodeAt(start - 1) !== COLON) return valueAt(slot);
      if (lent < 0 && !source.startsWith('xmlns:', start - 6)) lent = slot;
    }
    return lent < 0 ? null : valueAt(lent);
  }

  function valueAt(slot: number): string {
    return decodeText(source.slice(attributes[slot + 2], attributes[slot + 3]));
  }

  function text(): string {
    const piece = source.slice(textStart, textEnd);
    return raw ? unixLines(piece) : decodeText(piece);
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
      if (event === 'text') all += text();
      else if (event === 'close' && open.length === outside) return all;
    }
  }

  const xml = {
    name: '',
    get depth() {
      return open.length;
    },
    next,
    attribute,
    text,
    skip,
    content,
  };
  return xml;
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

function localName(full: string): string {
  const colon = full.lastIndexOf(':');
  return colon < 0 ? full : full.slice(colon + 1);
}

function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const NAMED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its character references and the five named entities resolved. Any other entity stays as it is written. */
function decodeText(text: string): string {
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
