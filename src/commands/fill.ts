import { posix } from 'node:path';
import type { CampaignFolder } from '../core/campaign.ts';
import { UserError } from '../core/error.ts';
import type { CheckContext } from '../core/fill/check.ts';
import { type Answers, type Draft, isFault, readAnswers, unknownField } from '../core/fill/draft.ts';
import type { Form } from '../core/form.ts';
import type { Unit } from '../core/units.ts';
import { absolute, openCampaign } from '../load/folder.ts';
import { countingOf } from '../load/open.ts';
import type { CommandSpec, Context, Plan } from './command.ts';
import { parsed } from './draft-file.ts';
import { dateNamed, formsNamed, unitNamed } from './form-choice.ts';
import { formFormats } from './template.ts';

/** One report to be filled in. */
export interface Filling {
  readonly context: Context;
  readonly folder: CampaignFolder;
  readonly form: Form;
  readonly unit: Unit;
  readonly check: CheckContext;
}

/** `fill [form]`: asks for a report and writes the official form; `--answers` takes it from a file, for scripts. */
export const fill: CommandSpec = {
  name: 'fill',
  operands: ['[form]'],
  flags: ['campaign', 'date', 'out', 'format', 'dryRun', 'strict'],
  options: ['--unit <code|name>', '--answers <file>', '--inbox'],
  async run(context, [typed], options) {
    const { unit, answers, inbox } = options as { unit?: string; answers?: string; inbox?: boolean };
    formFormats(context.flags.format);
    const folder = await openCampaign(context.io, context.flags.campaign, []);
    if (inbox === true && folder.root === null)
      throw new UserError({ kind: 'needs-folder', command: 'fill --inbox' });
    const given = { form: typed as string | undefined, unit, inbox: inbox === true };
    if (answers === undefined) {
      const { fillByAsking } = await import('./fill-asking.ts');
      return fillByAsking(context, folder, given);
    }
    return fillFromFile(context, folder, given, answers);
  },
};

/** What the command line says of the report. */
export interface Given {
  readonly form: string | undefined;
  readonly unit: string | undefined;
  readonly inbox: boolean;
}

export function fillingOf(context: Context, folder: CampaignFolder, form: Form, unit: Unit): Filling {
  return { context, folder, form, unit, check: { counting: countingOf(folder, form.id), unit } };
}

async function fillFromFile(
  context: Context,
  folder: CampaignFolder,
  given: Given,
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
  const { planned } = await import('./fill-saving.ts');
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
