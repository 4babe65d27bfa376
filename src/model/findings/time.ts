import type { SenderText } from './sender-text.ts';
import type { CatalogueEntry } from './severity.ts';
import type { ClaimSource } from './unit.ts';

/** Which day, and when it arrived. Dates are yyyy-mm-dd. */
export interface TimeFacts {
  /** The file's own date is not its folder's. */
  'time/date-differs': { readonly own: string; readonly folder: string; readonly source: ClaimSource };
  /** The title and the letterhead name different dates; the title's is taken. */
  'time/dates-disagree': { readonly title: string; readonly letterhead: string };
  /** The file name bears another date than the report inside, which is taken. */
  'time/name-differs': { readonly own: string; readonly name: string };
  'time/unreadable-date': { readonly shown: SenderText };
  /** The report is of a day that had not come when it arrived. */
  'time/in-future': { readonly own: string; readonly received: string };
}

export const timeCatalogue: { readonly [C in keyof TimeFacts]: CatalogueEntry } = {
  'time/date-differs': { severity: 'error', effect: 'undecided' },
  'time/dates-disagree': { severity: 'note', effect: 'counted' },
  'time/name-differs': { severity: 'note', effect: 'counted' },
  'time/unreadable-date': { severity: 'warning', effect: 'counted' },
  'time/in-future': { severity: 'warning', effect: 'counted' },
};
