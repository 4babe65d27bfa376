import { posix } from 'node:path';
import { type Draft, isEmpty, isFault, readAnswers } from '../../intake/fill/draft.ts';
import type { Io } from '../../io.ts';

/** A report being filled in, in the campaign's own folder: it holds personal data and goes when the report is saved. */
export function draftPath(root: string, { form, unit, date }: Pick<Draft, 'form' | 'unit' | 'date'>): string {
  return posix.join(
    root,
    '.bluezone',
    `${PREFIX}${[form, unit, date].map(encodeURIComponent).join('-')}.json`,
  );
}

const PREFIX = 'draft-';

export function draftBytes(draft: Draft): Uint8Array {
  return new TextEncoder().encode(
    `${JSON.stringify({ schema: 'bluezone-report/draft@1', ...draft }, null, 1)}\n`,
  );
}

/** The drafts of a campaign folder, with their paths; files that are none are passed over. */
export function readDrafts(
  io: Io,
  root: string,
): readonly { readonly path: string; readonly draft: Draft }[] {
  const folder = posix.join(root, '.bluezone');
  if (io.files.info(folder)?.kind !== 'folder') return [];
  return io.files.list(folder).flatMap((name) => {
    if (!name.startsWith(PREFIX) || !name.endsWith('.json')) return [];
    const path = posix.join(folder, name);
    const answers = readAnswers(parsed(new TextDecoder().decode(io.files.read(path))));
    if (isFault(answers)) return [];
    const { form, unit, date, fields, rows } = answers;
    return form === null || unit === null || date === null || isEmpty(answers)
      ? []
      : [{ path, draft: { form, unit, date, fields, rows } }];
  });
}

/** The value of a JSON text; null, which is no answers, where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
