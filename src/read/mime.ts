import { fail } from '../pack/fault.ts';
import { plainText, readParameters } from './mime-words.ts';

/** A part of a mail that is no container of other parts. */
export interface MimePart {
  /** Lower case: `text/html`. */
  readonly type: string;
  readonly charset: string;
  /** Of the attachment, decoded; null where none is given. */
  readonly name: string | null;
  /** `attachment`, `inline`, or '' where nothing is said. */
  readonly disposition: string;
  /** Whether the text may show it (a logo): it has a Content-ID. */
  readonly referred: boolean;
  /** Transfer encoding undone. */
  readonly content: () => Uint8Array;
}

export interface Mime {
  /** The Date header as it stands; null without one. */
  readonly date: string | null;
  /** In the order of the mail. */
  readonly parts: readonly MimePart[];
}

export interface MimeLimits {
  readonly parts: number;
  readonly depth: number;
}

/** Reads a mail in one pass a level. Whatever is broken is read as far as it makes sense; throws a fault where a limit is met. */
export function readMime(bytes: Uint8Array, limits: MimeLimits): Mime {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: MimePart[] = [];
  const top = splitHead(view);
  collect(top, { ...limits, left: limits.parts }, 0, parts);
  return { date: top.headers.get('date') ?? null, parts };
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const MOST_HEADER_BYTES = 1_000_000;

/** The head up to the first blank line, unfolded, the first of each name; and the body after it. */
function splitHead(view: Buffer): Entity {
  let at = 0;
  let end = view.length;
  while (at < view.length && at < MOST_HEADER_BYTES) {
    const newline = view.indexOf(10, at);
    const next = newline < 0 ? view.length : newline + 1;
    if (next - at <= 2 && (view[at] === 10 || (view[at] === 13 && view[at + 1] === 10))) {
      end = at;
      at = next;
      break;
    }
    at = next;
  }
  const head = plainText(view.subarray(0, Math.min(end, at))).replace(/\r?\n(?=[ \t])/g, '');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: view.subarray(at) };
}

interface MimeBudget extends MimeLimits {
  /** Parts that may still come, containers included. */
  left: number;
}

function collect({ headers, body }: Entity, budget: MimeBudget, depth: number, into: MimePart[]): void {
  budget.left -= 1;
  if (budget.left < 0) fail({ kind: 'limit', limit: 'entries', most: budget.parts });
  const { value, parameters } = readParameters(headers.get('content-type') ?? 'text/plain');
  const boundary = parameters.get('boundary') ?? '';
  if (value.startsWith('multipart/') && boundary !== '') {
    if (depth >= budget.depth) fail({ kind: 'limit', limit: 'depth', most: budget.depth });
    for (const part of splitParts(body, boundary)) collect(splitHead(part), budget, depth + 1, into);
    return;
  }
  const shown = readParameters(headers.get('content-disposition') ?? '');
  const name = shown.parameters.get('filename') ?? parameters.get('name') ?? '';
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  into.push({
    type: value,
    charset: (parameters.get('charset') ?? '').toLowerCase(),
    name: name === '' ? null : name,
    disposition: shown.value,
    referred: headers.has('content-id'),
    content: () => decode(body, encoding),
  });
}

/** What stands between the lines `--boundary`; the text before the first and after the last belongs to nobody. */
function* splitParts(body: Buffer, boundary: string): Generator<Buffer> {
  const mark = Buffer.from(`--${boundary}`);
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 10) continue;
    let after = at + mark.length;
    const last = body[after] === 0x2d && body[after + 1] === 0x2d;
    if (last) after += 2;
    while (body[after] === 0x20 || body[after] === 9 || body[after] === 13) after += 1;
    // Another boundary that merely begins like this one.
    if (after < body.length && body[after] !== 10) continue;
    // The line break before a boundary belongs to the boundary.
    if (start >= 0) yield body.subarray(start, Math.max(start, body[at - 2] === 13 ? at - 2 : at - 1));
    if (last) return;
    start = after + 1;
  }
  // Cut off on the way: the last part goes as far as it came.
  if (start >= 0) yield body.subarray(start);
}

function decode(body: Buffer, encoding: string): Uint8Array {
  if (encoding.includes('base64')) return Buffer.from(body.toString('latin1'), 'base64');
  if (!encoding.includes('quoted-printable')) return body;
  const unwrapped = body.toString('latin1').replace(/=[ \t]{0,100}\r?\n/g, '');
  // Bytes above ASCII have no business here, but come: each stays what it is.
  return Buffer.from(
    unwrapped.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
