import { decodeAs } from '../text/bytes.ts';

/** Words of mail headers: encoded words (RFC 2047), parameters (RFC 2045) and their long and encoded forms (RFC 2231). */

/** Text whose encoding nobody names: UTF-8 where it is valid as such, else Windows-1258. */
export function plainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

const WORD = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi;

/** Text with its encoded words resolved. Neighbours are joined first: some programs cut a letter in two. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const joined = text.replace(/\?=[ \t\r\n]+=\?/g, '?==?');
  return joined.replace(/(?:=\?[^?\s]+\?[bq]\?[^?]*\?=)+/gi, (run) => {
    let charset = '';
    let bytes: Buffer[] = [];
    let decoded = '';
    for (const [, name = '', way, body = ''] of run.matchAll(WORD)) {
      // A language may follow the character set: utf-8*vi.
      const own = name.replace(/\*.*$/, '').toLowerCase();
      if (own !== charset) decoded += decodeBytes(Buffer.concat(bytes), charset);
      bytes = own === charset ? bytes : [];
      charset = own;
      bytes.push(
        way?.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : quoted(body.replaceAll('_', ' '), '='),
      );
    }
    return decoded + decodeBytes(Buffer.concat(bytes), charset);
  });
}

/** Bytes in a named character set; without a name, or an unknown one, as `plainText` reads them. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  if (charset === '' || charset === 'us-ascii') return plainText(bytes);
  try {
    return decodeAs(charset, bytes);
  } catch {
    return plainText(bytes);
  }
}

/** The bytes of text in which `=E1` (or `%E1`) stands for one of them. */
export function quoted(text: string, mark: '=' | '%'): Buffer {
  const pattern = mark === '=' ? /=([0-9a-f]{2})/gi : /%([0-9a-f]{2})/gi;
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return Buffer.from(
    bytes.replace(pattern, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** `text/html; charset="utf-8"`: the value in lower case, and the parameters by lower-case name with all their forms resolved. */
export function readParameters(header: string): {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const value = /^[^;]*/.exec(header)?.[0].trim().toLowerCase() ?? '';
  const pieces = new Map<
    string,
    { readonly order: number; readonly encoded: boolean; readonly text: string }[]
  >();
  for (const match of header.matchAll(/;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^;]*))/g)) {
    const name = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(match[1] ?? '');
    if (name?.[1] === undefined) continue;
    const text = match[2]?.replace(/\\(["\\])/g, '$1') ?? match[3]?.trim() ?? '';
    const piece = { order: Number(name[2] ?? -1), encoded: name[3] !== undefined, text };
    const key = name[1].toLowerCase();
    pieces.set(key, [...(pieces.get(key) ?? []).slice(0, 200), piece]);
  }
  const parameters = new Map<string, string>();
  for (const [key, list] of pieces) parameters.set(key, joinPieces(list));
  return { value, parameters };
}

function joinPieces(
  list: readonly { readonly order: number; readonly encoded: boolean; readonly text: string }[],
): string {
  // The encoded form is the true one where both are given; then the pieces of a cut one.
  const whole = list.find(({ order, encoded }) => order < 0 && encoded);
  const cut = list.filter(({ order }) => order >= 0).sort((a, b) => a.order - b.order);
  const chosen = whole === undefined ? cut : [whole];
  if (chosen.length === 0) return decodeWords(list[0]?.text ?? '');
  const charset = chosen[0]?.encoded === true ? (/^([^']*)'[^']*'/.exec(chosen[0].text)?.[1] ?? '') : '';
  const bytes = chosen.map(({ encoded, text }, i) => {
    const bare = i === 0 && encoded ? text.replace(/^[^']*'[^']*'/, '') : text;
    return encoded ? quoted(bare, '%') : Buffer.from(bare);
  });
  return decodeBytes(Buffer.concat(bytes), charset.toLowerCase());
}
