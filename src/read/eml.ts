import { finding } from '../model/finding.ts';
import type { Instant } from '../model/submission.ts';
import type { Adapter, InnerFile } from './adapter.ts';
import { isMailText, isSignature } from './file-name.ts';
import { innerNames } from './inner-name.ts';
import { type MimePart, readMime } from './mime.ts';
import { decodeBytes } from './mime-words.ts';

const DEEPEST = 20;

/**
 * A mail: its attachments, each with the mail's Date. Pictures that its text shows (logos, signatures) count only where nothing else is
 * attached; so does the text itself, which becomes `body.html`. A mail within the mail is one attachment.
 */
export const readEml: Adapter = (source) => {
  const { date, parts } = readMime(source.bytes, { parts: source.limits.entries, depth: DEEPEST });
  const mailDate = mailInstant(date ?? '');
  const nameOf = innerNames();
  const attached = parts.filter((part) => !isText(part) && !isSeal(part));
  const sent = attached.filter((part) => !isShown(part));
  const chosen = sent.length > 0 ? sent : attached;
  const inner: InnerFile[] = chosen.map((part, i) => {
    return { name: nameOf(part.name ?? unnamed(part, i + 1)), open: part.content, mailDate };
  });
  const page = sent.length > 0 ? null : bodyPage(parts.filter(isText));
  if (page !== null) inner.push({ name: nameOf('body.html'), open: () => Buffer.from(page), mailDate });
  if (inner.length > 0) return { workbook: null, findings: [], inner };
  return { workbook: null, findings: [finding('file/not-a-table', { file: source.path }, { kind: 'eml' })] };
};

function isText({ type, name, disposition }: MimePart): boolean {
  if (name !== null && isMailText(name)) return true;
  return (type === 'text/plain' || type === 'text/html') && name === null && disposition !== 'attachment';
}

function isShown({ type, referred, disposition }: MimePart): boolean {
  return referred && type.startsWith('image/') && disposition !== 'attachment';
}

/** Signatures, delivery reports and the like, which are nobody's report. */
function isSeal({ type, name }: MimePart): boolean {
  if (name !== null && isSignature(name)) return true;
  return /pkcs7-signature|pgp-signature|^message\/(delivery|disposition)|rfc822-headers|applefile|^text\/calendar/.test(
    type,
  );
}

function unnamed({ type }: MimePart, number: number): string {
  return type === 'message/rfc822' ? `message-${number}.eml` : `attachment-${number}`;
}

/** The text of a mail as a page, or null when it says nothing: its pages where it has any, else its plain text. */
function bodyPage(texts: readonly MimePart[]): string | null {
  const pages = texts.filter(({ type }) => type === 'text/html');
  const body = (pages.length > 0 ? pages : texts).map(({ type, charset, content }) => {
    const text = decodeBytes(content(), charset);
    return type === 'text/html'
      ? text
      : text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r?\n/g, '<br>');
  });
  if (body.every((text) => text.replace(/<br>/g, '').trim() === '')) return null;
  return `<html><meta charset="utf-8">${body.join('\n')}</html>`;
}

/** The moment that a Date header states; null where it is none, or names no zone: a machine's own zone is no evidence. */
export function mailInstant(header: string): Instant | null {
  const bare = header.replace(/\([^()]*\)/g, ' ').trim();
  if (!DATE.test(bare)) return null;
  const at = Date.parse(bare.replace(/\b(?:UT|Z)$/i, 'GMT'));
  return Number.isNaN(at) ? null : at;
}

const DATE =
  /^(?:[a-z]{3},?\s+)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{1,2}:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)$/i;
