import type { DataValidation } from 'exceljs';
import type { FormRule } from '../../model/form.ts';
import type { FormField, FormPage } from '../../view/blank.ts';

/** Most characters that Excel takes: titles, prompts, refusals. */
const TITLE = 32;
const TEXT = 220;

/**
 * What a cell of the form lets in, with its prompt and refusal. `own` is the address of the cell, `of` that of another
 * field on the same line or row.
 */
export function validationOf(
  field: FormField,
  page: FormPage,
  own: string,
  of: (field: string) => string | null,
): DataValidation {
  const said = page.words.fill.form;
  const shown = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: clip(field.label, TITLE),
    prompt: clip(field.hint, TEXT),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: clip(said.refused, TITLE),
    error: clip(`${field.label}: ${field.refusal}`, TEXT),
  } as const;
  switch (field.field.type) {
    case 'count':
      return { ...shown, type: 'custom', formulae: [countTest(field, page, own, of)] };
    case 'phone':
      return { ...shown, type: 'custom', formulae: [phoneTest(own)] };
    case 'date':
      return { ...shown, ...DAYS };
    default:
      return { ...shown, type: 'textLength', operator: 'lessThanOrEqual', formulae: [200] };
  }
}

export const DAYS = {
  type: 'date',
  operator: 'between',
  formulae: [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2099, 11, 31))],
} as const satisfies Partial<DataValidation>;

/** A whole number from 0 within what the form's rules allow; a mark, too, where rows are counted. */
function countTest(
  { field, counting }: FormField,
  page: FormPage,
  own: string,
  of: (field: string) => string | null,
): string {
  const tests = [`${own}>=0`, `${own}=INT(${own})`];
  for (const rule of page.form.rules) tests.push(...testsOf(rule, field.id, own, of));
  return `IF(ISNUMBER(${own}),AND(${tests.join(',')}),${counting ? `LOWER(TRIM(${own}))="x"` : 'FALSE'})`;
}

function testsOf(
  rule: FormRule,
  field: string,
  own: string,
  of: (field: string) => string | null,
): readonly string[] {
  if (rule.kind === 'at-most' && rule.left === field) {
    const bound = of(rule.right);
    return bound === null ? [] : [`IF(ISNUMBER(${bound}),${own}<=${bound},TRUE)`];
  }
  if (rule.kind !== 'range' || rule.field !== field) return [];
  return [
    ...(rule.min === null ? [] : [`${own}>=${rule.min}`]),
    ...(rule.max === null ? [] : [`${own}<=${rule.max}`]),
  ];
}

/** 0 and nine or ten digits more, spaced or dotted as one likes. */
function phoneTest(own: string): string {
  const digits = `SUBSTITUTE(SUBSTITUTE(${own}," ",""),".","")`;
  return `AND(LEFT(TRIM(${own}))="0",OR(LEN(${digits})=10,LEN(${digits})=11),ISNUMBER(VALUE(${digits})))`;
}

export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The sum of other cells; blank where all of them are. */
export function sumFormula(cells: readonly string[]): string {
  return `IF(COUNT(${cells.join(',')})=0,"",SUM(${cells.join(',')}))`;
}

/** Under a column: the sum of its numbers; where marks stand among them, how many cells are filled. */
export function totalFormula(range: string, counting: boolean): string {
  return counting
    ? `IF(COUNTA(${range})=0,"",IF(COUNT(${range})=COUNTA(${range}),SUM(${range}),COUNTA(${range})))`
    : sumFormula([range]);
}
