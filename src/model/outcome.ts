/** How the arrival time is known, strongest first (contract section 2). */
export const EVIDENCE = ['at', 'received.csv', 'mail', 'ledger', 'file-time'] as const;
export type ArrivalEvidence = (typeof EVIDENCE)[number];
export type Outcome =
  | 'accepted'
  | 'accepted-with-warnings'
  | 'rejected'
  | 'superseded'
  | 'duplicate'
  | 'undecided'
  | 'ignored';
