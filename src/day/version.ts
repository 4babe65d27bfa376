import type { OwnedBy } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Submission } from '../model/submission.ts';

/** A report among its rivals; `findings` are those that the others of its unit and form bring it. */
export interface Version {
  readonly report: OwnedBy<Submission>;
  readonly day: string;
  readonly outcome: 'counts' | 'superseded' | 'duplicate' | 'undecided';
  readonly version: number | null;
  readonly findings: readonly Finding[];
}
