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
}

export const acrossCatalogue: { readonly [C in keyof AcrossFacts]: CatalogueEntry } = {
  'across/fall': { severity: 'warning', effect: 'counted' },
  'across/order-unknown': { severity: 'error', effect: 'undecided' },
  'across/replaced': { severity: 'note', effect: 'counted' },
};
