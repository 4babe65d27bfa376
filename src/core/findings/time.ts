import type { CatalogueEntry } from '../finding.ts';
import type { ClaimSource } from './unit.ts';

/** Which day, and when it arrived. Dates are yyyy-mm-dd. */
export interface TimeFacts {
  /** The file's own date is not its folder's. */
  'time/date-differs': { readonly own: string; readonly folder: string; readonly source: ClaimSource };
  /** The title and the letterhead name different dates; the title's is taken. */
  'time/dates-disagree': { readonly title: string; readonly letterhead: string };
  'time/unreadable-date': { readonly shown: string };
}

export const timeCatalogue: { readonly [C in keyof TimeFacts]: CatalogueEntry } = {
  'time/date-differs': { severity: 'error', effect: 'undecided' },
  'time/dates-disagree': { severity: 'note', effect: 'counted' },
  'time/unreadable-date': { severity: 'warning', effect: 'counted' },
};
