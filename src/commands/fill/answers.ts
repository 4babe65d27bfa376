import { posix } from 'node:path';
import type { Context, Plan } from '../../console/command.ts';
import { dateNamed, formsNamed, unitNamed } from '../../console/form-choice.ts';
import { type Answers, type Draft, isFault, readAnswers, unknownField } from '../../intake/fill/draft.ts';
import { absolute, openCampaign } from '../../load/folder.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import { formFormats } from '../template/making.ts';
import { parsed } from './draft-file.ts';
import { type FillFlags, fillingOf } from './filling.ts';

/** A report from a file of answers, else by asking. */
export async function fillIn(context: Context, given: FillFlags, answers: string | undefined): Promise<Plan> {
  formFormats(context.flags.format);
  const folder = await openCampaign(context.io, context.flags.campaign, []);
  if (given.inbox && folder.root === null)
    throw new UserError({ kind: 'needs-folder', command: 'fill --inbox' });
  if (answers !== undefined) return fillFromFile(context, folder, given, answers);
  const { fillByAsking } = await import('./asking.ts');
  return fillByAsking(context, folder, given);
}

async function fillFromFile(
  context: Context,
  folder: CampaignFolder,
  given: FillFlags,
  file: string,
): Promise<Plan> {
  const answers = openAnswers(context, file);
  const [form] = formsNamed(folder, given.form ?? answers.form ?? undefined);
  const wanted = given.unit ?? answers.unit;
  if (form === undefined || wanted === null) {
    throw new UserError({
      kind: 'missing-argument',
      name: form === undefined ? '[form]' : '--unit',
      command: 'fill',
    });
  }
  const fault = unknownField(answers, form);
  if (fault !== null) throw new UserError({ kind: 'bad-answers', file, ...fault });
  const date = dateNamed(context.io, folder, context.flags.date ?? answers.date ?? undefined);
  const unit = unitNamed(folder, wanted, date);
  const { fields, rows } = answers;
  const draft: Draft = { form: form.id, unit: unit.code, date, fields, rows };
  const { planned } = await import('./saving.ts');
  return planned(fillingOf(context, folder, form, unit), draft, given.inbox);
}

function openAnswers({ io }: Context, file: string): Answers {
  const path = absolute(io, file);
  if (io.files.info(path)?.kind !== 'file') throw new UserError({ kind: 'path-not-found', path: file });
  const json = parsed(new TextDecoder().decode(io.files.read(path)));
  const answers = readAnswers(json);
  if (isFault(answers)) throw new UserError({ kind: 'bad-answers', file: posix.basename(file), ...answers });
  return answers;
}
