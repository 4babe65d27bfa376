import { posix } from 'node:path';
import type { Plan, PlannedFile } from '../../console/command.ts';
import { pageSetup } from '../../console/form-choice.ts';
import { outPath } from '../../console/out-path.ts';
import { refuseOwnFile } from '../../console/own-files.ts';
import { judge } from '../../intake/fill/check.ts';
import { askedFields, type Draft } from '../../intake/fill/draft.ts';
import { absolute } from '../../load/folder.ts';
import { baseOf } from '../../load/inbox.ts';
import { severityOf } from '../../model/finding.ts';
import { type FormPage, formFileName, formPage, type Picture } from '../../view/blank.ts';
import { type FormFormat, formFormats, writeForm } from '../template/making.ts';
import type { Filling } from './filling.ts';
import { isPicturePath, problemsOf } from './wizard-answer.ts';
import { figureLines } from './wizard-review.ts';

/** The official form of a draft without errors, as a plan; of one with errors, what is wrong. */
export async function planned(filling: Filling, draft: Draft, inbox: boolean): Promise<Plan> {
  const { context, form, check } = filling;
  const { words, flags } = context;
  const { findings } = judge(draft, form, check);
  const lines = problemsOf(draft, form, check, words).map((line) => `! ${line}`);
  const wrong = findings.some((found) => severityOf(found) === 'error');
  const warned = findings.some((found) => severityOf(found) !== 'note');
  if (wrong) lines.push(words.fill.answers.notWritten);
  const figures = figureLines(draft, form, check, words);
  return {
    out: wrong ? '' : `${figures.join('\n')}\n`,
    err: lines.length === 0 ? '' : `${lines.join('\n')}\n`,
    files: wrong ? [] : await filesOf(filling, draft, inbox),
    ledger: [],
    root: null,
    exit: wrong || (warned && flags.strict === true) ? 1 : 0,
  };
}

/** The form in each format: into outbox/ or where `-o` says, and into inbox/ where that is wished. */
export async function filesOf(
  filling: Filling,
  draft: Draft,
  inbox: boolean,
): Promise<readonly PlannedFile[]> {
  const { context, folder, form, unit } = filling;
  const { io, flags } = context;
  const formats = formFormats(flags.format) ?? ['xlsx'];
  const name = formFileName(form, unit, draft.date);
  const base = baseOf(io, folder.root);
  const out = outPath(context);
  const named = out !== null && formats.some((format) => out.endsWith(`.${format}`));
  const stem = named
    ? out.slice(0, -posix.extname(out).length)
    : posix.join(out ?? posix.join(base, 'outbox', draft.date), name);
  const files: PlannedFile[] = [];
  for (const format of formats) {
    const path = `${stem}.${format}`;
    if (out !== null) refuseOwnFile(io, folder, path, flags.out ?? '');
    files.push({ path, bytes: await writeForm(pageOf(filling, draft, format), format) });
  }
  const [first] = files;
  const [format] = formats;
  if (inbox && first !== undefined && format !== undefined) {
    const path = freePath(filling, posix.join(base, 'inbox', draft.date, name), format);
    files.push({ path, bytes: first.bytes });
  }
  return files;
}

/** What was received is never written over: a second report of the day is its second version. */
function freePath({ context: { io } }: Filling, stem: string, format: FormFormat): string {
  for (let n = 1; ; n += 1) {
    const path = `${stem}${n === 1 ? '' : ` lan ${n}`}.${format}`;
    if (io.files.info(path) === null) return path;
  }
}

function pageOf(filling: Filling, draft: Draft, format: FormFormat): FormPage {
  const { context, folder, form, unit } = filling;
  const pictures = new Map<string, Picture>();
  const fields: { [field: string]: string } = { ...draft.fields };
  for (const field of askedFields(form)) {
    const text = draft.fields[field.id] ?? '';
    if (!isPicturePath(field, text)) continue;
    const picture = format === 'xlsx' ? readPicture(filling, text) : null;
    // Word's form speaks of the picture; the picture itself is sent beside it.
    fields[field.id] = picture === null ? GIVEN : '';
    if (picture !== null) pictures.set(field.id, picture);
  }
  return formPage(
    {
      form,
      unit,
      date: draft.date,
      ...pageSetup(folder, form, unit),
      draft: { ...draft, fields },
      pictures,
      blankRows: 0,
    },
    context.words,
  );
}

const GIVEN = 'có';
const LARGEST = 10_000_000;

/** The picture at a path, by its first bytes; null where there is none. */
export function readPicture({ context: { io } }: Pick<Filling, 'context'>, text: string): Picture | null {
  const path = absolute(io, text);
  const info = io.files.info(path);
  if (info?.kind !== 'file' || info.size > LARGEST) return null;
  const bytes = io.files.read(path);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { bytes, kind: 'jpeg' };
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? { bytes, kind: 'png' } : null;
}
