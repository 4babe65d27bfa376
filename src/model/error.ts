/** Why no letter could be read from a file. */
export type LetterRefusal =
  | 'scan'
  | 'picture'
  | 'password'
  | 'damaged'
  | 'empty'
  | 'no-office'
  | 'too-long'
  | 'not-a-letter';

/**
 * What the operator can put right: a flag, a path, campaign.yaml, the roster, the disk. Ends a run with exit code 2 and
 * one sentence, never a stack. The problem is a typed fact; `lang/` has its words.
 */
export type Problem =
  | { readonly kind: 'no-campaign'; readonly from: string }
  | {
      readonly kind: 'unknown-profile';
      readonly name: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | { readonly kind: 'path-not-found'; readonly path: string }
  | { readonly kind: 'cannot-read'; readonly path: string; readonly reason: string }
  | { readonly kind: 'cannot-write'; readonly path: string; readonly reason: string }
  /** What was to be printed could not be: a full disk behind `>`, a reader that went away. */
  | { readonly kind: 'cannot-print'; readonly reason: string }
  | {
      readonly kind: 'yaml-limit';
      readonly file: string;
      readonly line: number;
      readonly limit: 'size' | 'depth' | 'aliases';
      readonly most: number;
    }
  | { readonly kind: 'yaml-syntax'; readonly file: string; readonly line: number; readonly detail: string }
  | {
      readonly kind: 'yaml-unknown-key';
      readonly file: string;
      readonly line: number;
      readonly key: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | {
      /** The file holds no keys at all: nothing but comments, a list, or one line of text. */
      readonly kind: 'yaml-no-keys';
      readonly file: string;
      readonly empty: boolean;
      readonly needed: readonly string[];
    }
  | { readonly kind: 'yaml-missing-key'; readonly file: string; readonly line: number; readonly key: string }
  | {
      readonly kind: 'yaml-value';
      readonly file: string;
      readonly line: number;
      readonly key: string;
      readonly shown: string;
      readonly expected: string;
    }
  | {
      readonly kind: 'yaml-reference';
      readonly file: string;
      readonly line: number;
      readonly key: string;
      readonly name: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'roster-column';
      readonly file: string;
      readonly column: string;
      readonly nearest: string | null;
    }
  | {
      readonly kind: 'roster-unknown-column';
      readonly file: string;
      readonly column: string;
      readonly nearest: string | null;
    }
  /** A program that knows no Vietnamese saved the list: letters became question marks. */
  | {
      readonly kind: 'roster-lost-letters';
      readonly file: string;
      readonly line: number;
      readonly shown: string;
    }
  | {
      readonly kind: 'roster-value';
      readonly file: string;
      readonly line: number;
      readonly column: string;
      readonly shown: string;
    }
  | {
      readonly kind: 'roster-duplicate';
      readonly file: string;
      readonly line: number;
      readonly code: string;
      readonly first: number;
    }
  | { readonly kind: 'roster-empty'; readonly file: string }
  | { readonly kind: 'bad-date'; readonly text: string }
  | { readonly kind: 'bad-as-of'; readonly text: string }
  | { readonly kind: 'bad-format'; readonly text: string; readonly known: readonly string[] }
  /** `-o -` prints text only; no formats where the command has none. */
  | { readonly kind: 'stdout-format'; readonly known: readonly string[] }
  /** The optional package that makes pictures is not there. */
  | { readonly kind: 'png-package'; readonly package: string }
  | { readonly kind: 'png-app' }
  | { readonly kind: 'png-fonts' }
  | { readonly kind: 'png-size' }
  | { readonly kind: 'needs-folder'; readonly command: string }
  | { readonly kind: 'too-long-for-cron'; readonly most: number }
  /** Another run holds the lock of this campaign. */
  | {
      readonly kind: 'busy';
      readonly path: string;
      readonly host: string;
      readonly pid: number;
      readonly since: string;
    }
  /** What lies there, or was to lie there, has been marked as sent; or the ledger that would know cannot be read. */
  | { readonly kind: 'sent-stays'; readonly path: string }
  /** It was marked with another number before. */
  | { readonly kind: 'sent-number'; readonly name: string; readonly number: string }
  /** Another run took this one for dead: the computer slept, or its disk was away. */
  | { readonly kind: 'lock-lost' }
  | { readonly kind: 'annotate-folder'; readonly path: string }
  /** `-o` points at what was received, at what is remembered, or at the campaign's own files. */
  | { readonly kind: 'own-file'; readonly path: string }
  | { readonly kind: 'not-a-summary'; readonly path: string }
  | { readonly kind: 'needs-yes'; readonly files: readonly string[] }
  | { readonly kind: 'no-such-report'; readonly file: string; readonly known: readonly string[] }
  | { readonly kind: 'several-reports'; readonly file: string; readonly known: readonly string[] }
  | { readonly kind: 'cannot-count'; readonly file: string }
  | { readonly kind: 'several-files'; readonly files: readonly string[] }
  | { readonly kind: 'not-one-report'; readonly files: readonly string[] }
  | { readonly kind: 'one-decision'; readonly options: readonly string[] }
  | { readonly kind: 'no-such-unit'; readonly text: string; readonly nearest: string | null }
  | { readonly kind: 'no-such-decision'; readonly id: string }
  | {
      readonly kind: 'bad-answers';
      readonly file: string;
      readonly key: string;
      readonly expected: 'object' | 'list' | 'text' | 'date' | 'key';
      readonly nearest: string | null;
    }
  | { readonly kind: 'already-there'; readonly path: string }
  /** A letter that changes a campaign and names no day from which it does. */
  | { readonly kind: 'letter-undated' }
  /** No letter could be read from the file of `init --letter`. */
  | {
      readonly kind: 'letter-unread';
      readonly path: string;
      readonly why: LetterRefusal;
    }
  | {
      readonly kind: 'no-such-place';
      readonly text: string;
      readonly nearest: string | null;
      /** The day of the list that was looked in. */
      readonly list: string;
      readonly level: 'commune' | 'district' | 'province';
      /** The list has no such tier: no districts since 1/7/2025. */
      readonly empty: boolean;
    }
  | { readonly kind: 'no-hamlets'; readonly place: string }
  | { readonly kind: 'several-places'; readonly text: string; readonly known: readonly string[] }
  | { readonly kind: 'no-terminal'; readonly instead: string }
  | {
      readonly kind: 'ledger';
      readonly fault: 'locked' | 'read-only' | 'full' | 'damaged' | 'newer' | 'unavailable';
    }
  | { readonly kind: 'several-dates'; readonly dates: readonly string[] }
  | { readonly kind: 'unknown-command'; readonly name: string; readonly nearest: string | null }
  | {
      readonly kind: 'unknown-option';
      readonly name: string;
      readonly command: string;
      readonly nearest: string | null;
    }
  | { readonly kind: 'missing-argument'; readonly name: string; readonly command: string }
  | { readonly kind: 'too-many-arguments'; readonly command: string }
  | { readonly kind: 'missing-value'; readonly name: string; readonly command: string }
  | {
      readonly kind: 'bad-choice';
      readonly name: string;
      readonly text: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'unknown-code'; readonly code: string; readonly nearest: string | null };

export class UserError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}
