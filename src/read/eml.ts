import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { finding } from '../core/finding.ts';
import type { Instant } from '../core/submission.ts';
import { fail } from '../pack/fault.ts';
import type { Adapter, InnerFile } from './adapter.ts';
import { innerNames } from './inner-name.ts';
import { within } from './limits.ts';

const DEEPEST = 50;

/**
 * A mail: its attachments, each with the mail's Date. Pictures that its text shows (logos, signatures) count only where nothing else is
 * attached; so does the text itself, which becomes `body.html`.
 */
export const readEml: Adapter = async (source) => {
  const mail = await parse(source.bytes);
  const mailDate = mailInstant(mail.headers.find(({ key }) => key === 'date')?.value ?? '');
  const nameOf = innerNames();
  const attached = mail.attachments.filter((part) => !isSeal(part));
  within(source.limits, 'entries', attached.length);
  const sent = attached.filter(({ related }) => related !== true);
  const chosen = sent.length > 0 ? sent : attached;
  const inner: InnerFile[] = chosen.map((part, i) => {
    const bytes = contentBytes(part);
    return { name: nameOf(part.filename ?? unnamed(part, i + 1)), open: () => bytes, mailDate };
  });
  const page = sent.length > 0 ? null : bodyPage(mail);
  if (page !== null) inner.push({ name: nameOf('body.html'), open: () => Buffer.from(page), mailDate });
  if (inner.length > 0) return { workbook: null, findings: [], inner };
  return { workbook: null, findings: [finding('file/not-a-table', { file: source.path }, { kind: 'eml' })] };
};

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: DEEPEST });
  } catch (thrown) {
    if (thrown instanceof Error && /nesting/i.test(thrown.message))
      fail({ kind: 'limit', limit: 'depth', most: DEEPEST });
    throw thrown;
  }
}

/** Signatures and delivery reports, which are nobody's report. */
function isSeal({ mimeType }: Attachment): boolean {
  return /pkcs7-signature|pgp-signature|message\/(delivery|disposition)|text\/rfc822-headers/.test(mimeType);
}

function contentBytes({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function unnamed({ mimeType }: Attachment, number: number): string {
  return mimeType === 'message/rfc822' ? `message-${number}.eml` : `attachment-${number}`;
}

/** The text of a mail as a page, or null when it says nothing. */
function bodyPage({ html, text }: Email): string | null {
  if (html !== undefined && html.trim() !== '') return `<html><meta charset="utf-8">${html}</html>`;
  if (text === undefined || text.trim() === '') return null;
  const lines = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r?\n/g, '<br>');
  return `<html><meta charset="utf-8">${lines}</html>`;
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
