/** What a reminder says. Instants are ISO 8601 with offset. */
export interface OwedReport {
  readonly form: string;
  /** Null where it is asked once. */
  readonly date: string | null;
  readonly due: {
    readonly at: string;
    readonly rule: 'before' | 'no-later-than';
    readonly passed: boolean;
  } | null;
}

interface Opening {
  readonly office: string;
  readonly asOf: string;
}

/** One unit's: reports that did not come, and reports that came and could not be counted. */
export interface Reminder extends Opening {
  readonly unit: string;
  readonly absent: readonly OwedReport[];
  readonly held: readonly OwedReport[];
}

/** Everybody's: names of units by report. */
export interface GroupReminder extends Opening {
  readonly reports: readonly (OwedReport & {
    readonly absent: readonly string[];
    readonly held: readonly string[];
  })[];
}

/** The one deadline that all have and that is still ahead; null without one. */
export function nextDue(reports: readonly OwedReport[]): OwedReport['due'] {
  const [first, ...rest] = reports.map(({ due }) => due);
  const same = rest.every((due) => JSON.stringify(due) === JSON.stringify(first));
  return first == null || first.passed || !same ? null : first;
}
