import type { Span } from './text.ts';

/** A part of campaign.yaml as a letter settles it: the keys and values that stand in the file. */
export interface LetterCampaign {
  readonly name?: string;
  readonly authority?: {
    readonly name: string;
    readonly department?: string;
    readonly place?: string;
    readonly level: 'commune' | 'district' | 'province' | 'ministry';
    readonly parent?: string;
  };
  readonly directive?: {
    readonly number?: string;
    readonly date?: string;
    readonly basis?: readonly string[];
  };
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly collect: readonly LetterCollect[];
  readonly targets: readonly LetterTarget[];
  readonly forward: readonly LetterForward[];
}

export interface LetterDue {
  readonly date?: string;
  readonly time?: string;
  readonly rule: 'before' | 'no-later-than';
}

export interface LetterCollect {
  readonly form: string;
  readonly from: readonly string[];
  readonly every: 'day' | 'once';
  readonly due?: LetterDue;
}

export interface LetterTarget {
  readonly id: string;
  readonly scope: string;
  readonly measure: string;
  readonly of: string;
  readonly reach: string;
  readonly by?: string;
}

export interface LetterForward {
  readonly to: readonly string[];
  readonly due?: LetterDue;
}

/** Where the value of a key stands. Not `sure`: a usual value, or one reading of several. */
export interface Proof extends Span {
  /** Below the entry: `due.time`; the whole entry where it is blank. */
  readonly key: string;
  readonly sure: boolean;
}

/** A value with the places that prove it. */
export interface Evidenced<T> {
  readonly value: T;
  readonly proofs: readonly Proof[];
}

/** What the letter speaks of and does not settle. */
export interface OpenPoint extends Span {
  readonly key: string;
  readonly candidates: readonly string[];
}

/** An entry of a list: settled, or with what keeps it open and as much of it as is known. */
export type Entry<T> =
  | ({ readonly kind: 'settled' } & Evidenced<T>)
  | { readonly kind: 'open'; readonly point: OpenPoint; readonly known: Partial<T> };

export interface LetterReading {
  readonly campaign: LetterCampaign;
  readonly evidence: readonly (Span & { readonly path: string; readonly sure: boolean })[];
  readonly open: readonly (Span & {
    readonly path: string;
    readonly candidates: readonly string[];
    /** What is known of the entry. */
    readonly known: object;
  })[];
  /** Whether anybody is asked for a report. */
  readonly asksReport: boolean;
}
