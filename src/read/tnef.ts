import { finding } from '../model/finding.ts';
import { fail } from '../pack/fault.ts';
import { decodeAs } from '../text/bytes.ts';
import type { Adapter, InnerFile, Source } from './adapter.ts';
import { innerNames } from './inner-name.ts';
import { within } from './limits.ts';

/**
 * `winmail.dat` (TNEF, [MS-OXTNEF]): what Outlook makes of a mail in "rich text", its attachments inside. Read are the attachments; the
 * text of the mail and everything else in it is not.
 */
export const readTnef: Adapter = (source) => {
  const nameOf = innerNames();
  const inner = attachments(source).map(({ name, content }, i): InnerFile => {
    return { name: nameOf(name || `attachment-${i + 1}`), open: () => content, mailDate: null };
  });
  if (inner.length > 0) return { workbook: null, findings: [], inner };
  return { workbook: null, findings: [finding('file/not-a-table', { file: source.path }, { kind: 'tnef' })] };
};

interface Attachment {
  name: string;
  content: Uint8Array;
}

/** Attributes of level 2, by their 16-bit names: each attachment begins with its rendering. */
const RENDERING = 0x9002;
const TITLE = 0x8010;
const DATA = 0x800f;
const PROPERTIES = 0x9005;

/** Signature and key come before the first attribute; level, name and length before the bytes of each, a checksum after them. */
const HEAD = 6;
const ATTRIBUTE_HEAD = 9;

function attachments({ bytes, limits }: Source): readonly Attachment[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Attachment[] = [];
  for (let at = HEAD; at + ATTRIBUTE_HEAD <= view.length; ) {
    const level = view[at];
    const attribute = view.readUInt32LE(at + 1) & 0xffff;
    const start = at + ATTRIBUTE_HEAD;
    const end = start + view.readUInt32LE(at + 5);
    if (end > view.length) fail({ kind: 'damaged', detail: 'attribute of a TNEF' });
    at = end + 2;
    if (level !== 2) continue;
    const body = view.subarray(start, end);
    if (attribute === RENDERING) {
      found.push({ name: '', content: new Uint8Array(0) });
      within(limits, 'entries', found.length);
    }
    const last = found.at(-1);
    if (last === undefined) continue;
    // The long name among the properties goes before the title, which old programs cut to 8.3.
    if (attribute === TITLE) last.name ||= decodeAs('windows-1258', untilNul(body));
    else if (attribute === DATA) last.content = body;
    else if (attribute === PROPERTIES) last.name = longName(body) ?? last.name;
  }
  return found;
}

function untilNul(body: Buffer): Buffer {
  const end = body.indexOf(0);
  return end < 0 ? body : body.subarray(0, end);
}

/** PR_ATTACH_LONG_FILENAME in UTF-16 or bytes: tag, count of values (1), length, and the name. */
const LONG_NAMES = [
  { tag: Buffer.from([0x1f, 0, 0x07, 0x37, 1, 0, 0, 0]), encoding: 'utf-16le', mark: '\0' },
  { tag: Buffer.from([0x1e, 0, 0x07, 0x37, 1, 0, 0, 0]), encoding: 'windows-1258', mark: '\0' },
] as const;

/** Looked for rather than walked to: the lengths of some property types are known to no public description. */
function longName(body: Buffer): string | null {
  for (const { tag, encoding, mark } of LONG_NAMES) {
    const at = body.indexOf(tag) + tag.length;
    if (at < tag.length || at + 4 > body.length) continue;
    const length = body.readUInt32LE(at);
    const name = decodeAs(encoding, body.subarray(at + 4, at + 4 + length)).split(mark)[0] ?? '';
    if (name !== '') return name;
  }
  return null;
}
