/** What a new units.csv says of a unit; everything else is left empty: unknown. */
export interface RosterLine {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string;
  readonly note: string;
  readonly aliases?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successor?: string;
}
