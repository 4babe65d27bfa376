import type { SpoiltLine } from './ledger.ts';

/** One thing that `doctor` looked at. `facts` fill its sentence in `lang/`. */
export type Check =
  | { readonly kind: 'campaign'; readonly state: 'good'; readonly name: string; readonly units: number }
  | {
      readonly kind: 'kind-unused';
      readonly state: 'look';
      readonly unitKind: string;
      readonly units: number;
    }
  | { readonly kind: 'kind-empty'; readonly state: 'look'; readonly unitKind: string; readonly form: string }
  /** Nobody of the roster owes what is collected. */
  | {
      readonly kind: 'collect-empty';
      readonly state: 'bad';
      readonly form: string;
      readonly from: readonly string[];
    }
  | { readonly kind: 'question'; readonly state: 'look'; readonly line: number; readonly text: string }
  | {
      readonly kind: 'base-missing';
      readonly state: 'look';
      readonly base: string;
      readonly units: number;
      readonly of: number;
    }
  | { readonly kind: 'target-outside'; readonly state: 'look'; readonly target: string; readonly by: string }
  | {
      readonly kind: 'same-name';
      readonly state: 'look';
      readonly name: string;
      readonly codes: readonly string[];
    }
  | { readonly kind: 'inbox'; readonly state: 'good'; readonly days: number; readonly files: number }
  | { readonly kind: 'finding'; readonly state: 'look' | 'bad'; readonly message: string }
  | {
      readonly kind: 'ledger';
      readonly state: 'good';
      readonly receipts: number;
      readonly decisions: number;
      readonly sent: number;
    }
  | { readonly kind: 'ledger-absent'; readonly state: 'good' }
  | {
      readonly kind: 'ledger-trouble';
      readonly state: 'bad';
      readonly fault: 'locked' | 'read-only' | 'full' | 'damaged' | 'newer' | 'unavailable';
    }
  | { readonly kind: 'ledger-integrity'; readonly state: 'bad'; readonly detail: string }
  | { readonly kind: 'no-receipt'; readonly state: 'look'; readonly files: number; readonly first: string }
  | { readonly kind: 'no-reading'; readonly state: 'bad'; readonly unit: string; readonly measure: string }
  | { readonly kind: 'no-reason'; readonly state: 'look'; readonly decision: number }
  | {
      readonly kind: 'idle-decision';
      readonly state: 'look';
      readonly decision: number;
      readonly file: string;
    }
  | { readonly kind: 'sent-bytes'; readonly state: 'bad'; readonly name: string }
  | { readonly kind: 'key-missing'; readonly state: 'look' }
  | { readonly kind: 'undecided'; readonly state: 'look'; readonly files: number }
  | { readonly kind: 'office'; readonly state: 'good'; readonly found: boolean };

export type CheckState = Check['state'];

/** Numbers for the report of a repair. */
export interface Repaired {
  readonly kept: { readonly receipts: number; readonly decisions: number; readonly sent: number };
  readonly proved: { readonly receipts: number; readonly sent: number };
  /** What is gone for good, as far as it is known. */
  readonly lost: readonly SpoiltLine[];
  /** Nothing of the damaged ledger could be read: nobody knows which decisions it held. */
  readonly blind: boolean;
  /** Where the damaged ledger is kept, relative to the campaign folder. */
  readonly keptAs: string;
}
