import type { CellValue } from '../core/grid.ts';

/**
 * What a stored number is under its number format code: a civil date, a time of day (`T15:00:00`), a share shown as a percentage, or a
 * plain number. `date1904`: days count from 1/1/1904 (books made on old Macs). A serial that no calendar has stays a number.
 */
export function numberValue(number: number, format: string, date1904: boolean): CellValue {
  const bare = bareFormat(NAMED.get(format.toLowerCase()) ?? format);
  if (/[dmyhs]/i.test(bare) && !/general|standard|boolean/i.test(bare)) {
    const iso = serialDate(number, date1904);
    if (iso !== null) return { kind: 'date', iso };
  }
  return bare.includes('%') ? { kind: 'number', number, percent: true } : { kind: 'number', number };
}

/** The first section of a code without its quoted words, escaped characters, colours and locales; `[h]` stays as h. */
function bareFormat(format: string): string {
  return format
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[([hms]+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/;[\s\S]*$/, '');
}

/** HTML and SpreadsheetML say some of Excel's formats by name. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['general date', 'dd/mm/yyyy hh:mm'],
  ['long date', 'dd/mm/yyyy'],
  ['medium date', 'dd/mm/yyyy'],
  ['short date', 'dd/mm/yyyy'],
  ['long time', 'hh:mm:ss'],
  ['medium time', 'hh:mm'],
  ['short time', 'hh:mm'],
  ['percent', '0.00%'],
]);

/** A value as its sender sees it, near enough to be quoted back, for formats that do not keep what was seen. */
export function shownValue(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      // Fifteen digits are what a spreadsheet shows; 0.1 + 0.2 is seen as 0.3.
      return value.percent === true
        ? `${Number((value.number * 100).toPrecision(12))}%`
        : String(Number(value.number.toPrecision(15)));
    case 'date':
      return value.iso
        .replace(
          /^(\d{4})-(\d\d)-(\d\d)|T(\d\d:\d\d)(?::00|(:\d\d))?/g,
          (_, year, month, day, clock, seconds) =>
            year === undefined ? ` ${clock}${seconds ?? ''}` : `${day}/${month}/${year}`,
        )
        .trim();
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return value.error;
    case 'uncomputed':
      return '';
  }
}

const DAY = 86_400;
const LAST_SERIAL = 2_958_465;

/** ISO date, date and time, or time alone of a spreadsheet serial; null where there is none. To the second, rounded. */
export function serialDate(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0)) return null;
  let seconds = Math.round(serial * DAY);
  if (seconds < DAY) return `T${clock(seconds)}`;
  // Excel believes in 29/2/1900, serial 60; days before it are one earlier than a true count gives.
  if (date1904) seconds += 1462 * DAY;
  else if (seconds < 60 * DAY) seconds += DAY;
  else if (seconds < 61 * DAY) return null;
  if (seconds >= (LAST_SERIAL + 1) * DAY) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString().slice(0, 10);
  return seconds % DAY === 0 ? date : `${date}T${clock(seconds % DAY)}`;
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
