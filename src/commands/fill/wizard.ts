import { askedFields, type Draft } from '../../intake/fill/draft.ts';
import type { EarlierReport } from '../../load/earlier.ts';
import type { Field } from '../../model/form.ts';
import { askField, type Wizard, type WizardResult } from './wizard-answer.ts';
import { reviewed } from './wizard-review.ts';
import { editRows, startRows } from './wizard-rows.ts';

/** Asks for all of a report, shows it, and lets it be changed until it is saved or left. */
export async function fillIn(
  wizard: Wizard,
  begun: Draft,
  earlier: EarlierReport | null,
  resumed: boolean,
): Promise<WizardResult> {
  let draft = begun;
  if (wizard.form.layout === 'table') {
    if (!resumed) draft = await startRows(wizard, draft, earlier);
    for (;;) {
      const edited = await editRows(wizard, draft);
      if (edited.how === 'leave') return edited;
      draft = edited.draft;
      const how = await reviewed(wizard, draft);
      if (how !== 'change') return { draft, how };
    }
  }
  draft = await askLines(wizard, draft, earlier);
  for (;;) {
    const how = await reviewed(wizard, draft);
    if (how !== 'change') return { draft, how };
    draft = await changeLine(wizard, draft);
  }
}

async function askLines(wizard: Wizard, begun: Draft, earlier: EarlierReport | null): Promise<Draft> {
  const { asker, words, form } = wizard;
  if (earlier !== null) asker.say(words.fill.ask.earlier(earlier.date));
  let draft = begun;
  for (const field of askedFields(form)) {
    const initial = draft.fields[field.id] ?? earlier?.fields[field.id] ?? '';
    draft = await askLine(wizard, draft, field, initial);
  }
  return draft;
}

async function askLine(wizard: Wizard, draft: Draft, field: Field, initial: string): Promise<Draft> {
  const answer = await askField(wizard, draft, field, null, initial);
  const next = { ...draft, fields: { ...draft.fields, [field.id]: answer } };
  wizard.keep(next);
  return next;
}

async function changeLine(wizard: Wizard, draft: Draft): Promise<Draft> {
  const { asker, words, form } = wizard;
  const choices = askedFields(form).map((field) => ({
    value: field,
    name: `${field.label.vi}: ${draft.fields[field.id] ?? ''}`,
  }));
  const field = await asker.choose(words.fill.ask.change, choices);
  return askLine(wizard, draft, field, draft.fields[field.id] ?? '');
}
