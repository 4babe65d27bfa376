import type { Choice } from '../../console/ask.ts';
import { judge, newFindings } from '../../intake/fill/check.ts';
import { askedFields, type Draft, type DraftRow } from '../../intake/fill/draft.ts';
import { rowsOfPaste } from '../../intake/fill/paste.ts';
import { addRows, deleteRow, openRows, type RowEdits, replaceRow, undo } from '../../intake/fill/rows.ts';
import type { EarlierReport } from '../../load/earlier.ts';
import { countingField, type Field } from '../../model/form.ts';
import { rowLines } from '../../write/terminal/form-rows.ts';
import { askField, hintOf, problemsOf, sayFinding, type Wizard, type WizardResult } from './wizard-answer.ts';
import { figureLines } from './wizard-review.ts';

/** Offers the rows of the last report to begin with. */
export async function startRows(wizard: Wizard, draft: Draft, earlier: EarlierReport | null): Promise<Draft> {
  const { asker, words, form } = wizard;
  const { ask } = words.fill;
  if (earlier === null || earlier.rows.length === 0) return draft;
  const wanted = await asker.choose(ask.earlierRows(earlier.rows.length, earlier.date), [
    { value: true, name: ask.yes },
    { value: false, name: ask.no },
  ]);
  if (!wanted) return draft;
  const asked = new Set(askedFields(form).map(({ id }) => id));
  const rows = earlier.rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => asked.has(field))),
  );
  return { ...draft, rows };
}

type Step = 'add' | 'paste' | 'update' | 'edit' | 'remove' | 'stated' | 'undo' | 'review' | 'leave';

/** The menu around the rows of a table, until they are to be reviewed or left. */
export async function editRows(wizard: Wizard, begun: Draft): Promise<WizardResult> {
  const { asker } = wizard;
  let edits = openRows(begun.rows);
  let draft = begun;
  for (;;) {
    show(wizard, draft);
    const step = await asker.choose<Step>(wizard.words.fill.ask.menu, stepsFor(wizard, draft, edits));
    if (step === 'review') return { draft, how: 'save' };
    if (step === 'leave') return { draft, how: 'leave' };
    if (step === 'stated') draft = await askStated(wizard, draft);
    else {
      edits = await take(wizard, draft, edits, step);
      draft = { ...draft, rows: edits.rows, fields: edits.rows.length > 0 ? {} : draft.fields };
    }
    wizard.keep(draft);
  }
}

function show({ asker, words, form, check, columns }: Wizard, draft: Draft): void {
  const { ask } = words.fill;
  asker.say('');
  if (draft.rows.length === 0) asker.say(ask.noRows);
  const shown = draft.rows.slice(-SHOWN);
  const above = draft.rows.length - shown.length;
  if (above > 0) asker.say(ask.moreRows(above));
  for (const line of rowLines(shown, form, columns, above)) asker.say(line);
  for (const line of figureLines(draft, form, check, words)) asker.say(line);
}

/** Rows that leave room for the menu on a screen of 24 lines. */
const SHOWN = 8;

function stepsFor({ words, form }: Wizard, { rows }: Draft, { past }: RowEdits): readonly Choice<Step>[] {
  const { ask } = words.fill;
  const counted = countOf(form.fields);
  const step = (value: Step, name: string, offered = true): Choice<Step>[] =>
    offered ? [{ value, name }] : [];
  return [
    ...step('add', ask.add),
    ...step('paste', ask.paste),
    ...step('update', ask.update(counted?.label.vi ?? ''), rows.length > 0 && counted !== undefined),
    ...step('edit', ask.edit, rows.length > 0),
    ...step('remove', ask.remove, rows.length > 0),
    ...step('stated', ask.stated, rows.length === 0 && countingField(form) !== null),
    ...step('undo', ask.undo, past.length > 0),
    ...step('review', ask.review),
    ...step('leave', ask.leave),
  ];
}

function countOf(fields: readonly Field[]): Field | undefined {
  return fields.find(({ type }) => type === 'count');
}

async function take(wizard: Wizard, draft: Draft, edits: RowEdits, step: Step): Promise<RowEdits> {
  const { asker, words } = wizard;
  switch (step) {
    case 'add':
      return addSome(wizard, draft, edits);
    case 'paste':
      return pasteSome(wizard, draft, edits);
    case 'update':
      return updateCounts(wizard, draft, edits);
    case 'edit': {
      const at = await whichRow(wizard, edits.rows);
      const row = await askRow(wizard, draft, edits.rows[at] ?? {}, at);
      return row === null ? edits : replaceRow(edits, at, row);
    }
    case 'remove':
      return deleteRow(edits, await whichRow(wizard, edits.rows));
    case 'undo':
      asker.say(words.fill.ask.undone);
      return undo(edits);
    default:
      return edits;
  }
}

async function whichRow({ asker, words, form }: Wizard, rows: readonly DraftRow[]): Promise<number> {
  const { ask } = words.fill;
  const lead = askedFields(form)[0]?.id ?? '';
  return asker.find(
    ask.which,
    rows.map((row, value) => ({ value, name: ask.rowNumber(value + 1, row[lead] ?? '') })),
  );
}

/** Rows until the first question is left blank. */
async function addSome(wizard: Wizard, draft: Draft, begun: RowEdits): Promise<RowEdits> {
  const { asker, words, form } = wizard;
  asker.say(words.fill.ask.addHow);
  // Said once: under each question of each row they would only be in the way.
  for (const field of askedFields(form)) {
    const hint = hintOf(field, words);
    if (hint !== null) asker.say(`  ${field.label.vi}: ${hint}`);
  }
  let edits = begun;
  for (;;) {
    const row = await askRow(wizard, { ...draft, rows: edits.rows }, {}, edits.rows.length);
    if (row === null) return edits;
    edits = addRows(edits, [row]);
    wizard.keep({ ...draft, rows: edits.rows });
  }
}

/** The answers of one row; null where a new row was begun with a blank, or was dropped. */
async function askRow(wizard: Wizard, draft: Draft, begun: DraftRow, at: number): Promise<DraftRow | null> {
  const { asker, words, form } = wizard;
  const { ask } = words.fill;
  const isNew = at >= draft.rows.length;
  asker.say(ask.rowNumber(at + 1, ''));
  let row: DraftRow = begun;
  for (const [n, field] of askedFields(form).entries()) {
    const answer = await askField(wizard, draft, field, row, row[field.id] ?? '');
    if (isNew && n === 0 && answer === '') return null;
    row = { ...row, [field.id]: answer };
    if (isNew) wizard.keep({ ...draft, rows: [...draft.rows, row] });
  }
  const problems = rowProblems(wizard, draft, row, at);
  if (problems.length === 0) return row;
  for (const line of problems) asker.say(`! ${line}`);
  const choices = [
    { value: 'again', name: ask.again },
    { value: 'keep', name: ask.keep },
    { value: 'drop', name: ask.drop },
  ] as const;
  const what = await asker.choose<'again' | 'keep' | 'drop'>(ask.menu, choices);
  if (what === 'drop') return null;
  return what === 'keep' ? row : askRow(wizard, draft, row, at);
}

/** What a row brings that only shows beside the others: the same person once more. */
function rowProblems(
  { form, check, words }: Wizard,
  draft: Draft,
  row: DraftRow,
  at: number,
): readonly string[] {
  const others = draft.rows.filter((_, n) => n !== at);
  const before = judge({ ...draft, rows: others }, form, check);
  const after = judge({ ...draft, rows: [...others, row] }, form, check);
  return newFindings(before, after)
    .filter(({ at: place }) => place.row === others.length)
    .map((found) => sayFinding(found, words, (row) => (row < at ? row : row + 1)));
}

async function pasteSome(wizard: Wizard, draft: Draft, edits: RowEdits): Promise<RowEdits> {
  const { asker, words, form, check } = wizard;
  const { ask } = words.fill;
  const rows = rowsOfPaste(await asker.lines(ask.pasteHow), form);
  asker.say(ask.pasted(rows.length));
  if (rows.length === 0) return edits;
  const next = addRows(edits, rows);
  for (const line of problemsOf({ ...draft, rows: next.rows }, form, check, words)) asker.say(`! ${line}`);
  return next;
}

/** The count of each row in turn, as what was there before: yesterday's number is one Enter away. */
async function updateCounts(wizard: Wizard, draft: Draft, begun: RowEdits): Promise<RowEdits> {
  const { asker, words, form } = wizard;
  const field = form.fields.find(({ id }) => id === countingField(form)) ?? countOf(askedFields(form));
  const lead = askedFields(form)[0]?.id ?? '';
  if (field === undefined) return begun;
  let rows = begun.rows;
  for (const [n, row] of begun.rows.entries()) {
    asker.say(words.fill.ask.rowNumber(n + 1, row[lead] ?? ''));
    const answer = await askField(wizard, draft, field, row, row[field.id] ?? '');
    rows = rows.map((each, at) => (at === n ? { ...each, [field.id]: answer } : each));
    wizard.keep({ ...draft, rows });
  }
  return { rows, past: [...begun.past, begun.rows] };
}

async function askStated(wizard: Wizard, draft: Draft): Promise<Draft> {
  const id = countingField(wizard.form);
  const field = wizard.form.fields.find((each) => each.id === id);
  if (field === undefined) return draft;
  const { asker, words, form, check } = wizard;
  const answer = await asker.text(words.fill.ask.statedHow(field.label.vi), {
    initial: draft.fields[field.id] ?? '',
    check: (text) => {
      const judged = judge(
        { ...draft, rows: [], fields: text === '' ? {} : { [field.id]: text } },
        form,
        check,
      );
      const wrong = text === '' ? undefined : judged.findings.find(({ code }) => code.startsWith('value/'));
      return wrong === undefined ? null : sayFinding(wrong, words);
    },
  });
  return { ...draft, fields: answer === '' ? {} : { [field.id]: answer } };
}
