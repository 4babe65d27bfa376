import type { CatalogueEntry } from './severity.ts';

/** Within one report. `field`, `bound` and `of` are labels of the official form; `measure` and `base` are ids. */
export interface ReportFacts {
  /** A table without rows and without a stated 0. */
  'report/no-rows': { readonly form: string };
  'report/total-not-sum': { readonly field: string; readonly stated: number; readonly sum: number };
  /** A total row says another number than was counted by a recorded decision, which is final. */
  'report/total-overruled': { readonly field: string; readonly stated: number; readonly counted: number };
  /** One field exceeds another that bounds it: staff installed > staff with a smartphone. */
  'report/exceeds': {
    readonly field: string;
    readonly value: number;
    readonly bound: string;
    readonly boundValue: number;
  };
  'report/above-base': {
    readonly measure: string;
    readonly value: number;
    readonly base: string;
    readonly baseValue: number;
  };
  'report/above-twice-base': {
    readonly measure: string;
    readonly value: number;
    readonly base: string;
    readonly baseValue: number;
  };
  'report/above-population': {
    readonly measure: string;
    readonly value: number;
    readonly population: number;
  };
  /** The same person again; `first` is the A1 address of the first occurrence. */
  'report/duplicate-person': { readonly first: string };
  /** Blank cells among per-person numbers. */
  'report/blank-counts': { readonly field: string; readonly rows: number };
  /** The head says that the numbers are so many persons each ("trăm người"): they were multiplied. */
  'report/scaled': { readonly field: string; readonly unit: string; readonly scale: number };
  /** The head says that another thing than persons is counted ("hộ", "%", "lượt"). */
  'report/other-unit': { readonly field: string; readonly unit: string };
  /** The rows are days of one running total: the last one counts. `sum` is what they would give together. */
  'report/log': { readonly days: number; readonly last: number; readonly sum: number };
  /** The rows are days, but not of one running total: its values fall, or a total row sums them up. */
  'report/log-unclear': { readonly days: number; readonly last: number; readonly sum: number };
  /** Sheets of the file that are no report of the day: of other days in a running book, hidden, or copies. `kept` is the one that is. */
  'report/sheets-aside': {
    readonly reason: 'other-day' | 'hidden' | 'copy';
    readonly sheets: number;
    readonly kept: string;
  };
  'report/hidden-rows': { readonly rows: number };
  /** A hidden column whose numbers are counted; `column` is its letter. */
  'report/hidden-column': { readonly column: string };
  'report/hidden-sheet': { readonly sheet: string };
  /** What a row's "Lũy kế" means cannot be told (domain 3, case 5). `rows` and `sum` are the two readings in question. */
  'report/counting-unclear': {
    readonly reason: 'mixture' | 'equal-values';
    readonly rows: number;
    readonly sum: number;
  };
  /**
   * A row that is to be the sum of others, or a part of one, and is not. `stated` stands in it, `sum` is what it is
   * measured by (null where nothing is there); `without` and `with` are the figure without the row and with it.
   */
  'report/row-unclear': {
    readonly reason: 'numbering' | 'formula' | 'label' | 'part';
    readonly stated: number;
    readonly sum: number | null;
    readonly without: number;
    readonly with: number;
  };
  /** Rows that may be meant or not; the figure without them and with them. */
  'report/rows-in-doubt': {
    readonly reason: 'struck' | 'nobody' | 'reversed';
    readonly rows: number;
    readonly without: number;
    readonly with: number;
  };
  /** Rows that say that their people have not installed or are gone: not counted. */
  'report/reversed-rows': { readonly rows: number };
  /** A list of those who have not installed. */
  'report/reversed-list': Record<never, never>;
  /** Running numbers and marks beside no name, address or phone: not counted. */
  'report/rows-of-nobody': { readonly rows: number };
  /** A sum stated outside the rows of the table that is not what was counted. */
  'report/other-total': {
    readonly place: 'above' | 'below' | 'heading' | 'sheet';
    readonly stated: number;
    readonly counted: number;
  };
  /** A field that is to be the sum of others is not. */
  'report/not-sum-of': {
    readonly field: string;
    readonly value: number;
    readonly of: readonly string[];
    readonly sum: number;
  };
  /** Two rows agree in fields that are to be unique; `first` is the A1 address of the first. */
  'report/not-unique': { readonly fields: readonly string[]; readonly first: string };
  /**
   * Another office's summary: the table shows another number than its hidden data have. `unitName` is null for the
   * total; `shown` is null for an empty cell or a missing row, `value` where the hidden data have nothing.
   */
  'report/summary-edited': {
    readonly unitName: string | null;
    readonly measure: string;
    readonly shown: string | null;
    readonly value: number | null;
  };
  /** Another office's summary: its hidden data are not what was written. */
  'report/summary-data-edited': Record<never, never>;
  /** Another office's summary: its hidden data cannot be used, so that its tables alone were read. */
  'report/summary-data-unreadable': { readonly reason: 'pieces' | 'json' | 'version' | 'shape' };
  /** A summary table without hidden data. */
  'report/summary-visible-only': Record<never, never>;
  /** A rule of the form's own YAML that has words of its own. */
  'report/form-rule': { readonly vi: string; readonly en: string };
}

export const reportCatalogue: { readonly [C in keyof ReportFacts]: CatalogueEntry } = {
  'report/no-rows': { severity: 'error', effect: 'rejected' },
  'report/total-not-sum': { severity: 'error', effect: 'rejected' },
  'report/total-overruled': { severity: 'warning', effect: 'counted' },
  'report/exceeds': { severity: 'error', effect: 'rejected' },
  'report/above-base': { severity: 'warning', effect: 'counted' },
  'report/above-twice-base': { severity: 'error', effect: 'undecided' },
  'report/above-population': { severity: 'error', effect: 'undecided' },
  'report/duplicate-person': { severity: 'warning', effect: 'counted' },
  'report/blank-counts': { severity: 'warning', effect: 'counted' },
  'report/scaled': { severity: 'warning', effect: 'counted' },
  'report/other-unit': { severity: 'error', effect: 'rejected' },
  'report/log': { severity: 'note', effect: 'counted' },
  'report/log-unclear': { severity: 'error', effect: 'undecided' },
  'report/sheets-aside': { severity: 'note', effect: 'counted' },
  'report/hidden-rows': { severity: 'warning', effect: 'counted' },
  'report/hidden-column': { severity: 'warning', effect: 'counted' },
  'report/hidden-sheet': { severity: 'warning', effect: 'counted' },
  'report/counting-unclear': { severity: 'error', effect: 'undecided' },
  'report/row-unclear': { severity: 'error', effect: 'undecided' },
  'report/rows-in-doubt': { severity: 'error', effect: 'undecided' },
  'report/reversed-rows': { severity: 'warning', effect: 'counted' },
  'report/reversed-list': { severity: 'error', effect: 'rejected' },
  'report/rows-of-nobody': { severity: 'warning', effect: 'counted' },
  'report/other-total': { severity: 'error', effect: 'undecided' },
  'report/not-sum-of': { severity: 'error', effect: 'rejected' },
  'report/not-unique': { severity: 'error', effect: 'rejected' },
  'report/summary-edited': { severity: 'error', effect: 'rejected' },
  'report/summary-data-edited': { severity: 'error', effect: 'rejected' },
  'report/summary-data-unreadable': { severity: 'warning', effect: 'counted' },
  'report/summary-visible-only': { severity: 'warning', effect: 'counted' },
  'report/form-rule': { severity: 'error', effect: 'rejected' },
};
