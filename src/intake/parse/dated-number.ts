import type { Cell } from '../../model/grid.ts';
import { parseDay } from '../../text/date.ts';

const TWO_YEARS = 731 * 86_400_000;

/** Whether a day lies within two years of the campaign's first; anything where that is unknown. */
function isNear(iso: string, from: string | null): boolean {
  if (from === null || iso.startsWith('T')) return true;
  return Math.abs(Date.parse(iso.slice(0, 10)) - Date.parse(from)) <= TWO_YEARS;
}

/** Whether a cell that holds a day may mean one of the campaign (contract section 3, "What is counted"). */
export function isOfCampaign({ value }: Cell, from: string | null): boolean {
  if (value.kind === 'date') return isNear(value.iso, from);
  const day = value.kind === 'text' ? parseDay(value.text.replace(/^\s*ngày\s+/i, '')) : null;
  return day === null || isNear(day, from);
}

/**
 * A number that only looks like a day, since its cell took a date format (10 shown as 10/01/1900), as the number it is. Its
 * looks stay. Any other cell as it is.
 */
export function withoutDateFormat(cell: Cell, from: string | null): Cell {
  const { value } = cell;
  if (value.kind !== 'date' || value.serial === undefined || isOfCampaign(cell, from)) return cell;
  return { ...cell, value: { kind: 'number', number: value.serial } };
}
