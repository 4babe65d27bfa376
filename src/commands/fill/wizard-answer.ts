import type { Asker } from '../../console/ask.ts';
import { type CheckContext, firstRow, judge, judgeAnswer } from '../../intake/fill/check.ts';
import type { Draft, DraftRow } from '../../intake/fill/draft.ts';
import type { Words } from '../../lang/lang.ts';
import { type Finding, moved } from '../../model/finding.ts';
import type { Field, Form } from '../../model/form.ts';
import { messageOf } from '../../view/message.ts';

/** What the wizard stands on while one report is filled in. */
export interface Wizard {
  readonly asker: Asker;
  readonly words: Words;
  readonly form: Form;
  readonly check: CheckContext;
  /** Characters a line. */
  readonly columns: number;
  /** Keeps what was answered so far, whatever becomes of the terminal. */
  keep(draft: Draft): void;
  /** Whether a path leads to a picture that can be put into the form. */
  isPicture(path: string): boolean;
}

export interface WizardResult {
  readonly draft: Draft;
  readonly how: 'save' | 'leave';
}

/** One question. What is wrong with the answer is said under it, in the words of intake, until it is put right. */
export async function askField(
  wizard: Wizard,
  draft: Draft,
  field: Field,
  row: DraftRow | null,
  initial: string,
): Promise<string> {
  const { asker, words, form, check } = wizard;
  const { ask } = words.fill;
  return asker.text(ask.field(field.label.vi, row === null ? hintOf(field, words) : null), {
    initial,
    check: (text) => {
      if (isPicturePath(field, text)) return wizard.isPicture(text) ? null : ask.noPicture;
      const [wrong] = judgeAnswer(draft, form, check, { field: field.id, row }, text);
      return wrong === undefined ? null : sayFinding(wrong, words);
    },
  });
}

/** What is said about a field beside its label. */
export function hintOf(field: Field, words: Words): string | null {
  return field.type === 'picture' ? words.fill.ask.pictureHint : (field.hint?.[words.language] ?? null);
}

/** Whether an answer names a picture instead of speaking of one. */
export function isPicturePath({ type }: Field, text: string): boolean {
  return (type === 'picture' || type === 'mark') && /\.(jpe?g|png)$/i.test(text);
}

/** A finding for the person who fills in: rows instead of cells. `shifted` gives the row of the table for one of the check. */
export function sayFinding(
  found: Finding,
  words: Words,
  shifted: (row: number) => number = (row) => row,
): string {
  const first = firstRow(found);
  if (first !== null) return words.fill.ask.twice(shifted(first) + 1);
  const { heading } = found.at;
  return messageOf(moved(found, heading === undefined ? {} : { heading }), words);
}

/** The lines that say what intake will find wrong, in its order. */
export function problemsOf(draft: Draft, form: Form, check: CheckContext, words: Words): readonly string[] {
  return judge(draft, form, check).findings.map((found) => {
    const message = sayFinding(found, words);
    return found.at.row === undefined ? message : words.fill.ask.inRow(found.at.row + 1, message);
  });
}
