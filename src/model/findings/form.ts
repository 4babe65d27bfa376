import type { CatalogueEntry } from './severity.ts';

/** `form` is an id, `field` the label of the official form. The file was read, but no form, or not all of it, was recognised. */
export interface FormFacts {
  /** `nearest` is the form that fitted best and `missing` the labels of it that were not there. */
  'form/not-recognised': { readonly nearest: string | null; readonly missing: readonly string[] };
  /** The heads cannot be read, since letters became question marks: `words` of them. */
  'form/letters-lost': { readonly words: number };
  /** A line or column that a figure comes from. */
  'form/field-missing': { readonly form: string; readonly field: string };
  /** Lines or columns of the official form that no figure comes from. */
  'form/field-absent': { readonly form: string; readonly fields: readonly string[] };
  /** Two columns or lines fit one field: `cells` are their A1 addresses; with `label` those of numbers beside the one line that does. */
  'form/field-ambiguous': {
    readonly form: string;
    readonly field: string;
    readonly cells: readonly string[];
    readonly label?: string;
  };
  /** Answers to a form on the web, one unit a row. */
  'form/answers': { readonly rows: number };
  /** The form is known, but this campaign does not collect it from this unit. */
  'form/not-asked': {
    readonly form: string;
    readonly unitName: string;
    readonly expected: readonly string[];
  };
  /** The page is about another matter: `other` is the known word that says so, of the form's definition. */
  'form/other-subject': { readonly form: string; readonly other: string };
  /** It may be about the form's matter or another; `own` is null where the form's is not named. */
  'form/subject-doubtful': { readonly form: string; readonly own: string | null; readonly other: string };
  'form/extra-sheet': { readonly sheet: string };
  'form/text-box': { readonly count: number };
}

export const formCatalogue: { readonly [C in keyof FormFacts]: CatalogueEntry } = {
  'form/not-recognised': { severity: 'error', effect: 'rejected' },
  'form/letters-lost': { severity: 'error', effect: 'rejected' },
  'form/field-missing': { severity: 'error', effect: 'rejected' },
  'form/field-absent': { severity: 'note', effect: 'counted' },
  'form/field-ambiguous': { severity: 'error', effect: 'rejected' },
  'form/answers': { severity: 'error', effect: 'rejected' },
  'form/not-asked': { severity: 'error', effect: 'rejected' },
  'form/other-subject': { severity: 'error', effect: 'rejected' },
  'form/subject-doubtful': { severity: 'error', effect: 'undecided' },
  'form/extra-sheet': { severity: 'note', effect: 'counted' },
  'form/text-box': { severity: 'warning', effect: 'counted' },
};
