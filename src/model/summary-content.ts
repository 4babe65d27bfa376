import type { LevelScope, LevelUnit } from './level.ts';

/** What was read from another office's summary workbook: plain data, so that it can be kept in the cache. */
export interface SummaryContent {
  /** `embedded`: from the hidden sheet. `visible`: from the tables alone, which know no codes and no earlier days. */
  readonly from: 'embedded' | 'visible';
  /** The office that made it and the campaign, as it wrote them; empty where the summary does not say. */
  readonly authority: string;
  readonly campaign: string;
  /** yyyy-mm-dd; null where the summary does not say. */
  readonly date: string | null;
  /** ISO 8601 with offset; null where the summary does not say. */
  readonly asOf: string | null;
  readonly scopes: readonly ContentScope[];
}

export interface ContentScope extends Omit<LevelScope, 'units'> {
  /** The entries are all that the office has, so that they take the place of what an older summary of it said. */
  readonly full: boolean;
  readonly units: readonly ContentUnit[];
}

/** `code` is empty where the summary has names only. */
export interface ContentUnit extends LevelUnit {
  /** Where its figures stand in the summary workbook, by measure. */
  readonly places: { readonly [measure: string]: { readonly sheet: string; readonly cell: string } };
}
