import type { CatalogueEntry } from '../finding.ts';

/** Between reports, days or levels. */
export interface AcrossFacts {
  /** A running total fell against an earlier day. */
  'across/fall': {
    readonly measure: string;
    readonly value: number;
    readonly earlier: number;
    readonly since: string;
  };
  /** Two files with different figures whose order of arrival cannot be told. */
  'across/order-unknown': { readonly other: string };
  /** A newer version counts; `changes` are the figures that differ. */
  'across/replaced': {
    readonly other: string;
    readonly changes: readonly {
      readonly measure: string;
      readonly from: number | null;
      readonly to: number | null;
    }[];
  };
  /** A unit lacks one half of the scope's rate, so that it is in neither: `lacks` is the measure. */
  'across/not-in-rate': { readonly unitName: string; readonly lacks: string };
  /** A unit above other units of the scope sent figures of its own: only the lowest units are added up. */
  'across/parent-too': { readonly unitName: string; readonly below: number };
}

export const acrossCatalogue: { readonly [C in keyof AcrossFacts]: CatalogueEntry } = {
  'across/fall': { severity: 'warning', effect: 'counted' },
  'across/order-unknown': { severity: 'error', effect: 'undecided' },
  'across/replaced': { severity: 'note', effect: 'counted' },
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
  'across/not-in-rate': { severity: 'note', effect: 'counted' },
  'across/parent-too': { severity: 'warning', effect: 'counted' },
};
