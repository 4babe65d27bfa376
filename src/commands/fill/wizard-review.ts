import { judge } from '../../intake/fill/check.ts';
import { askedFields, type Draft } from '../../intake/fill/draft.ts';
import type { Words } from '../../lang/lang.ts';
import { severityOf } from '../../model/finding.ts';
import type { Form } from '../../model/form.ts';
import { rowLines } from '../../write/terminal/form-rows.ts';
import { problemsOf, type Wizard } from './wizard-answer.ts';

/** Shows the whole report with what intake will make of it, and asks what is to become of it. */
export async function reviewed(wizard: Wizard, draft: Draft): Promise<'save' | 'leave' | 'change'> {
  const { asker, words, form, check, columns } = wizard;
  const { ask } = words.fill;
  const { findings } = judge(draft, form, check);
  const problems = problemsOf(draft, form, check, words);
  asker.say('');
  if (form.layout === 'table') for (const line of rowLines(draft.rows, form, columns)) asker.say(line);
  else {
    for (const { id, label } of askedFields(form))
      asker.say(
        `- ${label.vi}: ${draft.fields[id] === undefined || draft.fields[id] === '' ? ask.blank : draft.fields[id]}`,
      );
  }
  for (const line of figureLines(draft, form, check, words)) asker.say(line);
  asker.say(problems.length === 0 ? ask.fine : problems.map((line) => `! ${line}`).join('\n'));
  const wrong = findings.some((found) => severityOf(found) === 'error');
  const warned = findings.some((found) => severityOf(found) === 'warning');
  if (wrong) asker.say(ask.mustFix);
  const change = { value: 'change', name: form.layout === 'table' ? ask.goOn : ask.change } as const;
  const leave = { value: 'leave', name: ask.leave } as const;
  const save = { value: 'save', name: warned ? ask.saveAnyway : ask.save } as const;
  return asker.choose<'save' | 'leave' | 'change'>(
    ask.reviewed,
    wrong ? [change, leave] : warned ? [change, save, leave] : [save, change, leave],
  );
}

/** The figures as intake will read them, with how: "Số người đã cài đặt: 42, cộng số của từng dòng". */
export function figureLines(
  draft: Draft,
  form: Form,
  check: Wizard['check'],
  words: Words,
): readonly string[] {
  const { report } = judge(draft, form, check);
  return form.measures.flatMap(({ id, label }) => {
    const figure = report?.figures.get(id);
    if (figure === undefined) return [];
    const { mode, reason, join } = words.view.counting;
    const how =
      figure.counting === null ? null : join(mode[figure.counting.mode], reason[figure.counting.reason]);
    return [words.fill.ask.reads(label[words.language], figure.value, how)];
  });
}
