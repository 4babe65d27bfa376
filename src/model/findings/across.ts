import type { SenderText } from './sender-text.ts';
import type { CatalogueEntry } from './severity.ts';

/** Between reports, days or levels. */
export interface AcrossFacts {
  /** A running total fell against an earlier day. */
  'across/fall': {
    readonly measure: string;
    readonly value: number;
    readonly earlier: number;
    readonly since: string;
  };
  /** The newer version has half of the earlier one's figure or less. */
  'across/halved': {
    readonly other: SenderText;
    readonly measure: string;
    readonly value: number;
    readonly earlier: number;
  };
  /** One of `parts` files that are one report; `sum` is of all of them. */
  'across/part': {
    readonly other: SenderText;
    readonly parts: number;
    readonly measure: string;
    readonly value: number;
    readonly sum: number;
  };
  /** It says that it is a part, and no other part is there. */
  'across/part-alone': {
    readonly number: number | null;
    readonly of: number | null;
    readonly supplement: boolean;
  };
  /** Two files that are neither versions nor parts for sure: `value` by itself, `sum` of both. */
  'across/parts-unclear': {
    readonly other: SenderText;
    readonly because: 'no-row-in-common' | 'some-rows-in-common' | 'words-contradict' | 'no-rows';
    readonly measure: string;
    readonly value: number;
    readonly sum: number;
  };
  /** Two sheets of one file for one unit and day: `value` by itself, `sum` of both. `other` is the other sheet. */
  'across/sheets-differ': {
    readonly other: SenderText;
    readonly measure: string;
    readonly value: number;
    readonly sum: number;
  };
  /** Two files with different figures whose order of arrival cannot be told. */
  'across/order-unknown': { readonly other: SenderText };
  /** A newer version counts; `changes` are the figures that differ. */
  'across/replaced': {
    readonly other: SenderText;
    readonly changes: readonly {
      readonly measure: string;
      readonly from: number | null;
      readonly to: number | null;
    }[];
  };
  /** A version that came after a decision for another one (`other`) counts again. */
  'across/after-choice': {
    readonly other: SenderText;
    readonly changes: readonly {
      readonly measure: string;
      readonly from: number | null;
      readonly to: number | null;
    }[];
  };
  /** The summary of this day was sent with another figure, and no reason is recorded. Null: no figure. */
  'across/changed-after-sent': {
    readonly unitName: string;
    readonly measure: string;
    readonly from: number | null;
    readonly to: number | null;
  };
  /** Units lack one half of the scope's rate, so that they are in neither: `lacks` is the measure. One unit until grouped. */
  'across/not-in-rate': { readonly unitNames: readonly string[]; readonly lacks: string };
  /** A unit left the total since the day compared with, and no other one took it over: `value` was its last. */
  'across/unit-left': {
    readonly unitName: string;
    readonly measure: string;
    readonly value: number;
    readonly on: string;
    readonly since: string;
  };
  /** A unit that took others over has not reported since: their last values and its own stand in, from `since` on. */
  'across/merged-stands-in': {
    readonly unitName: string;
    readonly others: readonly string[];
    readonly measure: string;
    readonly value: number;
    readonly since: string;
  };
  /** A unit above other units of the scope sent figures of its own: only the lowest units are added up. */
  'across/parent-too': { readonly unitName: string; readonly below: number };
  /**
   * A unit's report came from two sources with different figures: `value` counts, `said` is what the summary of
   * `senderName` says of it.
   */
  'across/two-roads': {
    readonly unitName: string;
    readonly measure: string;
    readonly value: number | null;
    readonly said: number | null;
    readonly senderName: string;
  };
  /** One unit of a summary that is not taken over from it: the rest of the summary counts. */
  'across/unit-undecided': UnitDoubt & { readonly unitName: string };
  /** The same bytes count for several units on one day. Names of units. */
  'across/same-file': { readonly others: readonly string[] };
  /** The same bytes as the unit's report of an earlier day. */
  'across/same-as-earlier': { readonly since: string };
  /** Every figure equals other units'; `measure` and `value` are of the largest. */
  'across/same-figures': {
    readonly measure: string;
    readonly value: number;
    readonly others: readonly string[];
  };
  /** `people` phone numbers of this report stand in other units' reports too. */
  'across/same-phone': { readonly people: number; readonly others: readonly string[] };
  /** A gain far beyond the unit's own: `median` and `deviation` (MAD) of its `gains` earlier daily gains, in people a day. */
  'across/jump': {
    readonly measure: string;
    readonly value: number;
    readonly gain: number;
    readonly days: number;
    readonly since: string;
    readonly median: number;
    readonly deviation: number;
    readonly gains: number;
  };
  /** About ten, a hundred or a thousand times the last figure, or that part of it. */
  'across/slip': {
    readonly measure: string;
    readonly value: number;
    readonly earlier: number;
    readonly since: string;
    readonly factor: number;
    readonly direction: 'more' | 'less';
  };
  /** The rate stands where the people belong; `percent` is the last report's rate. */
  'across/percent-typed': {
    readonly measure: string;
    readonly value: number;
    readonly earlier: number;
    readonly since: string;
    readonly percent: number;
  };
  /** Due days without a counted report since the last one. */
  'across/day-skipped': { readonly days: readonly string[]; readonly since: string };
  'across/above-parent': {
    readonly measure: string;
    readonly value: number;
    readonly parentName: string;
    readonly parentValue: number;
  };
  /** The residents' figure grew by exactly the staff who installed. */
  'across/staff-added': {
    readonly value: number;
    readonly earlier: number;
    readonly since: string;
    readonly staff: number;
  };
}

/** Why one unit of another office's summary waits. `otherName` is the office that the unit stands below in the own roster. */
export type UnitDoubt =
  | {
      readonly reason: 'above-twice-base';
      readonly measure: string;
      readonly value: number;
      readonly base: string;
      readonly bound: number;
    }
  | {
      readonly reason: 'above-population';
      readonly measure: string;
      readonly value: number;
      readonly bound: number;
    }
  | { readonly reason: 'after-as-of' }
  | { readonly reason: 'of-another-office'; readonly otherName: string };

export const acrossCatalogue: { readonly [C in keyof AcrossFacts]: CatalogueEntry } = {
  'across/fall': { severity: 'warning', effect: 'counted' },
  'across/halved': { severity: 'warning', effect: 'counted' },
  'across/part': { severity: 'warning', effect: 'counted' },
  'across/part-alone': { severity: 'warning', effect: 'counted' },
  'across/parts-unclear': { severity: 'error', effect: 'undecided' },
  'across/sheets-differ': { severity: 'error', effect: 'undecided' },
  'across/order-unknown': { severity: 'error', effect: 'undecided' },
  'across/replaced': { severity: 'note', effect: 'counted' },
  'across/after-choice': { severity: 'warning', effect: 'counted' },
  'across/two-roads': { severity: 'warning', effect: 'counted' },
  'across/unit-undecided': { severity: 'warning', effect: 'counted' },
  'across/same-file': { severity: 'warning', effect: 'counted' },
  'across/same-as-earlier': { severity: 'warning', effect: 'counted' },
  'across/same-figures': { severity: 'note', effect: 'counted' },
  'across/same-phone': { severity: 'note', effect: 'counted' },
  'across/jump': { severity: 'warning', effect: 'counted' },
  'across/slip': { severity: 'warning', effect: 'counted' },
  'across/percent-typed': { severity: 'warning', effect: 'counted' },
  'across/day-skipped': { severity: 'note', effect: 'counted' },
  'across/above-parent': { severity: 'warning', effect: 'counted' },
  'across/staff-added': { severity: 'warning', effect: 'counted' },
  'across/changed-after-sent': { severity: 'warning', effect: 'counted' },
  'across/not-in-rate': { severity: 'note', effect: 'counted' },
  'across/unit-left': { severity: 'warning', effect: 'counted' },
  'across/merged-stands-in': { severity: 'note', effect: 'counted' },
  'across/parent-too': { severity: 'warning', effect: 'counted' },
};
