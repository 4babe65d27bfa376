import { type AdminPlace, type Merger, readAdminList, readMergers } from '../read/admin-units.ts';
import { templateText } from '../templates.ts';

/** An administrative list by the day of its state, and the last day on which it is used. */
export interface AdminList {
  readonly date: string;
  readonly until: string | null;
}

/** In their order; each begins where the one before ends, the first with the first of days (contract section 2). */
export const ADMIN_LISTS: readonly AdminList[] = [
  { date: '2021-08-01', until: '2025-02-28' },
  { date: '2025-03-01', until: '2025-06-30' },
  { date: '2026-04-30', until: null },
];

/** The day on which two tiers took the place of three. */
export const REFORM = '2025-07-01';

/** The list that is used for a day. */
export function listOn(day: string): AdminList {
  return ADMIN_LISTS.find(({ until }) => until === null || day <= until) ?? latest();
}

export function latest(): AdminList {
  const [last] = ADMIN_LISTS.slice(-1);
  if (last === undefined) throw new Error('no list');
  return last;
}

export function placesOf({ date }: AdminList): readonly AdminPlace[] {
  return readAdminList(templateText(`admin-units/${date}.txt`));
}

export function mergers(): readonly Merger[] {
  return readMergers(templateText(`admin-units/${REFORM}-mergers.txt`));
}
