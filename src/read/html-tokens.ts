import { decodeAs } from '../text/bytes.ts';

/** HTML as office programs, portals and people's mail write it: never refused, read in one pass from left to right. */

export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** The inside of `<style>`. */
  | { readonly kind: 'style'; readonly text: string };

/** Their inside is not markup, and (but for `style`) not for the reader either. `xml` is Office's own island of settings. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xml', 'noscript']);

/** Names in lower case, entities resolved in text and attributes; comments and declarations are left out. */
export function* htmlTokens(source: string): Generator<HtmlToken> {
  let at = 0;
  while (at < source.length) {
    const less = source.indexOf('<', at);
    if (less !== at) {
      const end = less < 0 ? source.length : less;
      yield { kind: 'text', text: decodeEntities(source.slice(at, end)) };
      at = end;
      continue;
    }
    if (source.startsWith('<!--', at)) {
      at = past(source, '-->', at + 4);
      continue;
    }
    const next = source[at + 1] ?? '';
    if (next === '!' || next === '?') {
      at = past(source, '>', at + 2);
      continue;
    }
    TAG_NAME.lastIndex = at + (next === '/' ? 2 : 1);
    const name = TAG_NAME.exec(source)?.[0].toLowerCase();
    if (name === undefined) {
      yield { kind: 'text', text: '<' };
      at += 1;
      continue;
    }
    if (next === '/') {
      yield { kind: 'close', name };
      at = past(source, '>', TAG_NAME.lastIndex);
      continue;
    }
    const attributes = new Map<string, string>();
    at = readAttributes(source, TAG_NAME.lastIndex, attributes);
    yield { kind: 'open', name, attributes };
    if (RAW.has(name)) {
      const end = closing(source, name, at);
      if (name === 'style') yield { kind: 'style', text: source.slice(at, end) };
      at = end;
    }
  }
}

const TAG_NAME = /[a-z][a-z0-9:_-]*/iy;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const BETWEEN = /[\s/]*/y;

function readAttributes(source: string, from: number, into: Map<string, string>): number {
  let at = from;
  while (at < source.length) {
    BETWEEN.lastIndex = at;
    BETWEEN.exec(source);
    at = BETWEEN.lastIndex;
    if (source[at] === '>') return at + 1;
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(source);
    if (match === null) at += 1;
    else {
      at = ATTRIBUTE.lastIndex;
      const name = (match[1] ?? '').toLowerCase();
      if (!into.has(name)) into.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''));
    }
  }
  return at;
}

function past(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function closing(source: string, name: string, from: number): number {
  const mark = new RegExp(`</${name}`, 'gi');
  mark.lastIndex = from;
  return mark.exec(source)?.index ?? source.length;
}

/** Latin-1 from U+00A0 on, in code order. */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN1.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries({
    ...{
      amp: '&',
      lt: '<',
      gt: '>',
      quot: '"',
      apos: "'",
      Abreve: 'Ă',
      abreve: 'ă',
      Dstrok: 'Đ',
      dstrok: 'đ',
    },
    ...{ Itilde: 'Ĩ', itilde: 'ĩ', Utilde: 'Ũ', utilde: 'ũ', ndash: '–', mdash: '—', hellip: '…', bull: '•' },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009' },
    ...{
      zwnj: '\u200c',
      zwj: '\u200d',
      lrm: '\u200e',
      rlm: '\u200f',
      trade: '™',
      rarr: '→',
      le: '≤',
      ge: '≥',
    },
  }),
]);

/** Text with its character references resolved; a name that is not known stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));?/gi, (all, ten, hex, name) => {
    if (name !== undefined) return NAMED.get(name) ?? all;
    const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten);
    // Browsers read &#128; … &#159; as Windows-1252, and so do the pages that write them.
    if (code >= 0x80 && code <= 0x9f) return decodeAs('windows-1252', Uint8Array.of(code));
    const sound = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return sound ? String.fromCodePoint(code) : '\ufffd';
  });
}
