import { type Asker, openAsker } from '../../console/ask.ts';
import { NOTHING } from '../../console/chain.ts';
import type { Context, Plan } from '../../console/command.ts';
import { dateNamed, formsNamed, unitNamed, unitsOwing } from '../../console/form-choice.ts';
import { campaignLines } from '../../console/start.ts';
import type { Draft } from '../../intake/fill/draft.ts';
import { type EarlierReport, earlierReport } from '../../load/earlier.ts';
import { load } from '../../load/load.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import type { Form } from '../../model/form.ts';
import { lineNear, rosterLinesOf } from '../../model/roster-lines.ts';
import { isInPeriod } from '../../model/timeliness.ts';
import { draftBytes, draftPath, readDrafts } from './draft-file.ts';
import { type FillFlags, type Filling, fillingOf } from './filling.ts';
import { filesOf, readPicture } from './saving.ts';
import { fillIn } from './wizard.ts';

/** The wizard: which report, its answers, a last look, the files. What was typed outlives Ctrl-C as a draft. */
export async function fillByAsking(
  context: Context,
  folder: CampaignFolder,
  given: FillFlags,
): Promise<Plan> {
  const asker = await openAsker(context, context.words.fill.ask.instead);
  const begun = (await chooseDraft(asker, context, folder, given)) ?? null;
  const draft = begun ?? (await beginDraft(asker, context, folder, given));
  const form = folder.forms.get(draft.form);
  const unit = lineNear(rosterLinesOf(folder.roster), draft.unit, draft.date);
  if (form === undefined || unit === null) throw new Error(`draft of ${draft.form} ${draft.unit}`);
  const filling = fillingOf(context, folder, form, unit);
  const { ask } = context.words.fill;
  asker.say(ask.about(form.name[context.words.language], unit.name, draft.date));
  const said = campaignLines(context, folder, draft.date);
  if (said !== '') asker.say(said.trimEnd());
  if (!isInPeriod(folder.campaign, draft.date)) {
    const goesOn = await asker.choose(ask.outside(draft.date), [
      { value: false, name: ask.no },
      { value: true, name: ask.yes },
    ]);
    if (!goesOn) return NOTHING;
  }
  const earlier = begun === null ? await earlierOf(filling, draft) : null;
  const kept = keeper(filling, draft);
  try {
    const { draft: done, how } = await fillIn(
      {
        asker,
        words: context.words,
        form,
        check: filling.check,
        columns: context.io.out.columns - 2,
        keep: kept.keep,
        isPicture: (path) => readPicture(filling, path) !== null,
      },
      draft,
      earlier,
      begun !== null,
    );
    if (how === 'leave') return leaving(filling, done, kept.path);
    const inbox = given.inbox || (folder.root !== null && (await wantsInbox(asker, context, draft.date)));
    const removes = kept.path === null ? [] : [kept.path];
    const nothing = { ...NOTHING, root: folder.root };
    // Which name is free in the inbox is looked up under the lock, now that nobody is asked any more.
    return {
      ...nothing,
      next: async () => ({ ...nothing, removes, files: await filesOf(filling, done, inbox) }),
    };
  } catch (error) {
    if (kept.path !== null && context.io.files.info(kept.path) !== null)
      context.io.err.write(`\n${ask.kept(shown(context, kept.path))}\n`);
    throw error;
  }
}

function leaving({ context }: Filling, draft: Draft, path: string | null): Plan {
  const files = path === null ? [] : [{ path, bytes: draftBytes(draft) }];
  const err = path === null ? '' : `${context.words.fill.ask.kept(shown(context, path))}\n`;
  return { ...NOTHING, err, files };
}

function shown({ io }: Context, path: string): string {
  return path.startsWith(`${io.cwd}/`) ? path.slice(io.cwd.length + 1) : path;
}

/** Writes the draft after each answer, so that a closed window loses none. Nothing is kept without a campaign folder or under --dry-run. */
function keeper(
  { context, folder }: Filling,
  begun: Draft,
): { path: string | null; keep(draft: Draft): void } {
  const { io, flags } = context;
  const path = folder.root === null || flags.dryRun === true ? null : draftPath(folder.root, begun);
  return {
    path,
    keep: (draft) => {
      if (path !== null) io.files.write(path, draftBytes(draft));
    },
  };
}

/** A draft that fits what the command line says, if one is there and wanted. */
async function chooseDraft(
  asker: Asker,
  { io, words, flags }: Context,
  folder: CampaignFolder,
  given: FillFlags,
): Promise<Draft | null> {
  if (folder.root === null) return null;
  const lines = rosterLinesOf(folder.roster);
  const form = given.form === undefined ? null : formsNamed(folder, given.form)[0]?.id;
  const date = flags.date === undefined ? null : dateNamed(io, folder, flags.date);
  const unit =
    given.unit === undefined
      ? null
      : unitNamed(folder, given.unit, date ?? dateNamed(io, folder, undefined)).code;
  const drafts = readDrafts(io, folder.root)
    .map(({ draft }) => draft)
    .filter((draft) => folder.forms.has(draft.form) && lines.has(draft.unit))
    .filter((draft) => (form ?? draft.form) === draft.form && (unit ?? draft.unit) === draft.unit)
    .filter((draft) => (date ?? draft.date) === draft.date);
  if (drafts.length === 0) return null;
  const { ask } = words.fill;
  return asker.choose<Draft | null>(ask.draftFound, [
    ...drafts.map((draft) => {
      const name = folder.forms.get(draft.form)?.name[words.language] ?? draft.form;
      const own = lineNear(lines, draft.unit, draft.date)?.name ?? draft.unit;
      return { value: draft, name: ask.draft(name, own, draft.date) };
    }),
    { value: null, name: ask.draftNew },
  ]);
}

async function beginDraft(
  asker: Asker,
  context: Context,
  folder: CampaignFolder,
  given: FillFlags,
): Promise<Draft> {
  const { io, words, flags } = context;
  const { ask } = words.fill;
  const form = await chooseForm(asker, context, folder, given);
  const day = dateNamed(io, folder, flags.date);
  const date =
    flags.date !== undefined
      ? day
      : dateNamed(
          io,
          folder,
          await asker.text(`${ask.date}:`, {
            initial: day.split('-').reverse().join('/'),
            check: (text) => dateProblem(context, folder, text),
          }),
        );
  if (given.unit !== undefined) {
    const { code } = unitNamed(folder, given.unit, date);
    return { form: form.id, unit: code, date, fields: {}, rows: [] };
  }
  const owing = unitsOwing(folder, form.id, date);
  const units = owing.length > 0 ? owing : folder.roster.units;
  const [only] = units;
  const unit =
    only !== undefined && units.length === 1
      ? only
      : await asker.find(
          `${ask.unit}:`,
          units.map((value) => ({ value, name: value.name })),
        );
  return { form: form.id, unit: unit.code, date, fields: {}, rows: [] };
}

async function chooseForm(
  asker: Asker,
  { words }: Context,
  folder: CampaignFolder,
  given: FillFlags,
): Promise<Form> {
  const forms = formsNamed(folder, given.form);
  const [only] = forms;
  if (only !== undefined && forms.length === 1) return only;
  return asker.choose(
    `${words.fill.ask.form}:`,
    forms.map((value) => ({ value, name: `${value.name[words.language]}: ${value.titles.join(', ')}` })),
  );
}

/** What the program says of a date that is none. */
function dateProblem({ io, words }: Context, folder: CampaignFolder, text: string): string | null {
  try {
    dateNamed(io, folder, text);
    return null;
  } catch {
    return words.problems['bad-date']({ kind: 'bad-date', text });
  }
}

async function earlierOf(
  { context, form, unit, check }: Filling,
  { date }: Draft,
): Promise<EarlierReport | null> {
  const { io, flags, progress } = context;
  const batch = await load(io, { paths: [], campaign: flags.campaign, date, asOf: undefined, progress });
  return earlierReport(io, batch, unit.code, form, date, check.counting);
}

function wantsInbox(asker: Asker, { words }: Context, date: string): Promise<boolean> {
  const { ask } = words.fill;
  return asker.choose(ask.toInbox(date), [
    { value: true, name: ask.yes },
    { value: false, name: ask.no },
  ]);
}
