/** `error`: a figure or its owner is uncertain, the report is not counted. `warning`: counted, somebody should look. */
export type Severity = 'error' | 'warning' | 'note';
/** What a finding does to the report that it stands on (contract section 3, `outcome`). */
export type Effect = 'rejected' | 'undecided' | 'ignored' | 'counted';
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly effect: Effect;
}
