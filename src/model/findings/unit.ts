import type { SenderText } from './sender-text.ts';
import type { CatalogueEntry } from './severity.ts';

/** Whose report it is. Texts are as the sender wrote them. */
export interface UnitFacts {
  /** No line, sheet, file or folder names a unit. */
  'unit/none': Record<never, never>;
  /** A unit is named, but the roster does not have it. `nearest` is the closest roster name, if any is close. */
  'unit/unknown': { readonly text: SenderText; readonly nearest: string | null };
  /** The name is of the map of another day; `units` of the roster are what it became, or what it was made of. */
  'unit/other-day': {
    readonly text: SenderText;
    readonly since: string;
    readonly later: boolean;
    readonly units: readonly { readonly name: string; readonly part: boolean }[];
  };
  /** The name fits several units of the roster. */
  'unit/ambiguous': { readonly text: SenderText; readonly candidates: readonly NamedUnit[] };
  /** Content, file name or folder name different units. */
  'unit/disagree': {
    readonly claims: readonly (NamedUnit & { readonly name: SenderText; readonly source: ClaimSource })[];
  };
  /** Matched although not letter by letter: without tones, or with one letter changed. */
  'unit/near-match': { readonly text: SenderText; readonly name: string };
  /** The unit's validity does not cover the report date. */
  'unit/not-valid': { readonly name: string; readonly date: string };
}

/** A unit by name; where another has the same name, also by its code and by what it belongs to (name, else code). */
export interface NamedUnit {
  readonly name: string;
  readonly code?: string;
  readonly parent?: string;
}

/** Where a unit or a date was read. */
export type ClaimSource =
  | 'title'
  | 'log'
  | 'letterhead'
  /** The page's header or footer, or a box beside the cells: it speaks where the page itself does not. */
  | 'aside'
  | 'sheet-name'
  | 'file-name'
  | 'folder'
  | 'table'
  | 'template'
  | 'decision';

export const unitCatalogue: { readonly [C in keyof UnitFacts]: CatalogueEntry } = {
  'unit/none': { severity: 'error', effect: 'undecided' },
  'unit/unknown': { severity: 'error', effect: 'undecided' },
  'unit/other-day': { severity: 'error', effect: 'undecided' },
  'unit/ambiguous': { severity: 'error', effect: 'undecided' },
  'unit/disagree': { severity: 'error', effect: 'undecided' },
  'unit/near-match': { severity: 'note', effect: 'counted' },
  'unit/not-valid': { severity: 'error', effect: 'undecided' },
};
