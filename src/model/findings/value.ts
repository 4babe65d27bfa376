import type { CatalogueEntry } from './severity.ts';

/** A cell. `shown` quotes it as the sender sees it; it is null where the field holds personal data. */
interface Seen {
  /** The label of the official form. */
  readonly field: string;
  readonly shown: string | null;
}

export interface ValueFacts {
  'value/missing': { readonly field: string };
  'value/not-a-number': Seen;
  /** Both readings of a number such as `1.234` where the column does not settle it. */
  'value/ambiguous-number': Seen & { readonly readings: readonly [number, number] };
  'value/negative': Seen;
  'value/not-whole': Seen;
  /** "khoảng 200": a number that its sender did not count. */
  'value/approximate': Seen & { readonly number: number };
  /** A percentage where a count of people belongs. */
  'value/percentage': Seen;
  /** "200 người": read as 200, said. */
  'value/with-words': Seen & { readonly number: number };
  /** A number that its cell's format shows as a day (10 as 10/01/1900): read as the number, said. */
  'value/date-format': Seen & { readonly number: number };
  'value/error-value': Seen;
  'value/formula-uncomputed': Seen;
  /** Outside what the form allows; null is no bound. */
  'value/out-of-range': Seen & { readonly min: number | null; readonly max: number | null };
  /** Not written as the form prescribes. */
  'value/pattern': Seen;
  /** A phone number that is none of the country's; located, never quoted. */
  'value/phone': { readonly field: string };
}

export const valueCatalogue: { readonly [C in keyof ValueFacts]: CatalogueEntry } = {
  'value/missing': { severity: 'error', effect: 'rejected' },
  'value/not-a-number': { severity: 'error', effect: 'rejected' },
  'value/ambiguous-number': { severity: 'error', effect: 'rejected' },
  'value/negative': { severity: 'error', effect: 'rejected' },
  'value/not-whole': { severity: 'error', effect: 'rejected' },
  'value/approximate': { severity: 'error', effect: 'rejected' },
  'value/percentage': { severity: 'error', effect: 'rejected' },
  'value/with-words': { severity: 'note', effect: 'counted' },
  'value/date-format': { severity: 'warning', effect: 'counted' },
  'value/error-value': { severity: 'error', effect: 'rejected' },
  'value/formula-uncomputed': { severity: 'error', effect: 'rejected' },
  'value/out-of-range': { severity: 'error', effect: 'rejected' },
  'value/pattern': { severity: 'error', effect: 'rejected' },
  'value/phone': { severity: 'warning', effect: 'counted' },
};
