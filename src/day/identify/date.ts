import { type Finding, finding, type Place } from '../../model/finding.ts';
import { address } from '../../model/grid.ts';
import type { DateClaim } from '../../model/report.ts';
import { findDates } from '../../text/date.ts';
import type { Names } from './names.ts';

/** Whose word on the date is taken, strongest first. */
const RANK = [
  'decision',
  'log',
  'title',
  'template',
  'table',
  'letterhead',
  'sheet-name',
  'file-name',
  'folder',
] as const;

export interface DateEvidence {
  readonly dateClaims: readonly DateClaim[];
  readonly folderDate: string;
  readonly decided?: { readonly date?: string };
}

/**
 * The date of a report: its own, the title's before the letterhead's; without one the folder's. Its own must be the
 * folder's; for what is asked once any date up to it is right. A place that names several days means the folder's if
 * that is one of them.
 */
export function dateOfReport(
  { dateClaims, folderDate, decided }: DateEvidence,
  names: Names,
  once: boolean,
  place: Place,
): { readonly date: string; readonly findings: readonly Finding[] } {
  if (decided?.date !== undefined) return { date: decided.date, findings: [] };
  const claims = [...dateClaims, ...claimsOfNames(names, folderDate)];
  const said = RANK.flatMap((source) => {
    const own = claims.filter((claim) => claim.source === source);
    return own.find(({ iso }) => iso === folderDate) ?? own[0] ?? [];
  });
  const [own] = said;
  if (own === undefined) return { date: folderDate, findings: [] };
  const findings = disagreements(own, said, place);
  const fits = own.iso === folderDate || (once && own.iso < folderDate);
  if (fits) return { date: own.iso, findings };
  const differs = finding('time/date-differs', placeOf(own, place), {
    own: own.iso,
    folder: folderDate,
    source: own.source,
  });
  return { date: own.iso, findings: [differs, ...findings] };
}

function claimsOfNames({ file, folders }: Names, folderDate: string): DateClaim[] {
  const context = { year: Number(folderDate.slice(0, 4)), name: true };
  const read = (name: string, source: DateClaim['source']): DateClaim[] =>
    findDates(name, context).map(({ iso, text }) => ({ source, iso, text, at: null }));
  return [...read(file, 'file-name'), ...folders.flatMap((name) => read(name, 'folder'))];
}

/** Weaker places that name another day than the one that is taken. */
function disagreements(own: DateClaim, said: readonly DateClaim[], place: Place): Finding[] {
  return said.flatMap((other) => {
    if (other.iso === own.iso) return [];
    const at = placeOf(other, place);
    if (own.source === 'title' && other.source === 'letterhead') {
      return finding('time/dates-disagree', at, { title: own.iso, letterhead: other.iso });
    }
    return other.source === 'file-name' && own.source !== 'decision'
      ? finding('time/name-differs', at, { own: own.iso, name: other.iso })
      : [];
  });
}

function placeOf({ at }: DateClaim, place: Place): Place {
  if (at === null) return place;
  return { ...place, sheet: at.sheet, cell: address(at.row, at.col), row: at.row, col: at.col };
}
