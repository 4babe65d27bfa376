import { posix } from 'node:path';
import type { Context, Plan, PlannedFile } from '../../console/command.ts';
import { dateNamed, formsNamed, pageSetup, unitNamed, unitsOwing } from '../../console/form-choice.ts';
import { outPath } from '../../console/out-path.ts';
import { refuseOwnFile } from '../../console/own-files.ts';
import { openCampaign } from '../../load/folder.ts';
import { baseOf } from '../../load/inbox.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import type { Form } from '../../model/form.ts';
import { collectOf } from '../../model/timeliness.ts';
import type { Unit } from '../../model/units.ts';
import { type FormPage, formFileName, formPage } from '../../view/blank.ts';

const FORMATS = ['xlsx', 'docx'] as const;
export type FormFormat = (typeof FORMATS)[number];

/** Rows of a blank table: a page and a half. More may be put in. */
const ROWS = 50;
const MOST_ROWS = 2000;

/** The blank forms that were asked for, of the campaign or of one unit. */
export async function makeBlanks(
  context: Context,
  typed: string | undefined,
  options: { readonly [name: string]: unknown },
): Promise<Plan> {
  const { io, flags, words } = context;
  const folder = await openCampaign(io, flags.campaign, []);
  const date = dateNamed(io, folder, flags.date);
  const forms = formsNamed(folder, typed);
  const formats = formFormats(flags.format) ?? ['xlsx'];
  const blankRows = rowsOf(options.rows as string | undefined);
  const pages: { readonly name: string; readonly page: FormPage }[] = [];
  const lacking: string[] = [];
  for (const form of forms) {
    const units = unitsFor(form, folder, date, options, typed !== undefined);
    if (units.length === 0) lacking.push(`${words.fill.template.none(form.name[words.language])}\n`);
    for (const unit of units) {
      const setup = pageSetup(folder, form, unit);
      const page = formPage({ form, unit, date, draft: null, blankRows, ...setup }, words);
      pages.push({ name: formFileName(form, unit, date), page });
    }
  }
  const base = posix.join(baseOf(io, folder.root), 'outbox', date, 'mau');
  const files = await filesOf(context, folder, pages, formats, base);
  return {
    out: '',
    // One unit owes some of the forms only: that is worth no word.
    err: options.unit === undefined || pages.length === 0 ? lacking.join('') : '',
    files,
    ledger: [],
    root: null,
    exit: 0,
  };
}

/** Of one unit the forms that it owes, or the one that was asked for by name. */
function unitsFor(
  form: Form,
  folder: Parameters<typeof unitsOwing>[0],
  date: string,
  { all, unit }: { readonly all?: unknown; readonly unit?: unknown },
  named: boolean,
): readonly (Unit | null)[] {
  if (typeof unit === 'string') {
    const one = unitNamed(folder, unit, date);
    return named || collectOf(folder.campaign, form.id, one.kind) !== null ? [one] : [];
  }
  return all === true ? unitsOwing(folder, form.id, date) : [null];
}

/** The formats that a form is written in. Throws a UserError for another. */
export function formFormats(typed: readonly string[] | undefined): readonly FormFormat[] | null {
  if (typed === undefined) return null;
  return typed.map((name) => {
    const format = FORMATS.find((known) => known === name.trim().toLowerCase());
    if (format === undefined) throw new UserError({ kind: 'bad-format', text: name, known: FORMATS });
    return format;
  });
}

function rowsOf(typed: string | undefined): number {
  if (typed === undefined) return ROWS;
  const rows = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (rows >= 1 && rows <= MOST_ROWS) return rows;
  throw new UserError({ kind: 'bad-choice', name: '--rows', text: typed, known: [`1 … ${MOST_ROWS}`] });
}

/** `-o` names the one file, or the folder of all. */
async function filesOf(
  { io, flags }: Context,
  folder: CampaignFolder,
  pages: readonly { readonly name: string; readonly page: FormPage }[],
  formats: readonly FormFormat[],
  base: string,
): Promise<readonly PlannedFile[]> {
  const out = outPath({ io, flags });
  const single = out !== null && pages.length === 1 && formats.some((format) => out.endsWith(`.${format}`));
  const stem = single ? out.slice(0, -posix.extname(out).length) : null;
  const files: PlannedFile[] = [];
  for (const { name, page } of pages) {
    for (const format of formats) {
      const path = stem ?? posix.join(out ?? base, name);
      if (out !== null) refuseOwnFile(io, folder, `${path}.${format}`, flags.out ?? '');
      files.push({ path: `${path}.${format}`, bytes: await writeForm(page, format) });
    }
  }
  return files;
}

export async function writeForm(page: FormPage, format: FormFormat): Promise<Uint8Array> {
  if (format === 'docx') return (await import('../../write/docx/form.ts')).writeDocxForm(page);
  return (await import('../../write/xlsx/form.ts')).writeXlsxForm(page);
}
