import type { CellValue } from '../../model/grid.ts';
import { serialDate } from '../number-format.ts';
import type { NumberCode, Section } from './number-code.ts';

/** A stored number under its format: a date, a share or a number, and what the sender sees. */
export function numberCell(
  number: number,
  code: NumberCode,
  date1904: boolean,
): { readonly value: CellValue; readonly shown: string } {
  if (code.kind === 'date') {
    const iso = dateUnder(number, code, date1904);
    if (iso !== null) return { value: dateValue(iso, number), shown: shownDate(number, iso, code) };
  }
  const value: CellValue =
    code.kind === 'percent' ? { kind: 'number', number, percent: true } : { kind: 'number', number };
  return { value, shown: shownNumber(number, code) };
}

/** Below 2000 the number under the format stays: a count may have taken the format of a day (10 shown as 10/01/1900). */
export function dateValue(iso: string, serial: number): CellValue {
  return iso < '2000' ? { kind: 'date', iso, serial } : { kind: 'date', iso };
}

/** A whole serial below 1 under a date without a time is day 0, which Excel shows and no calendar has. */
function dateUnder(serial: number, code: NumberCode, date1904: boolean): string | null {
  const iso = serialDate(serial, date1904);
  if (iso === null || !iso.startsWith('T') || code.time) return iso;
  return date1904 ? '1904-01-01' : '1899-12-31';
}

function shownDate(serial: number, iso: string, code: NumberCode): string {
  if (code.elapsed) {
    const minutes = Math.round(serial * 1440);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  return shownIso(iso, code);
}

/** dd/mm/yyyy and HH:MM[:SS], as far as the format shows each. */
export function shownIso(iso: string, code: { readonly date: boolean; readonly time: boolean }): string {
  const [date = '', time = '00:00:00'] = iso.split('T');
  const parts: string[] = [];
  if (date !== '' && code.date) parts.push(date.split('-').reverse().join('/'));
  if (code.time || (date === '' && !code.date)) parts.push(time.endsWith(':00') ? time.slice(0, 5) : time);
  return parts.length === 0 ? date.split('-').reverse().join('/') : parts.join(' ');
}

/** As a Vietnamese Excel shows it: `1.234`, `42,85`, `43%`; a plain number in full, to 11 digits where it has decimals. */
export function shownNumber(number: number, code: NumberCode): string {
  const [positive = null, negative, zero] = code.sections;
  if (number < 0 && negative !== undefined && negative !== null) return fill(negative, -number);
  const section = number === 0 && zero !== undefined ? zero : positive;
  if (section === null) return plain(number);
  const filled = fill(section, Math.abs(number));
  // A rounded zero has no sign.
  return number < 0 && /[1-9]/.test(filled) ? `-${filled}` : filled;
}

function plain(number: number): string {
  const shown = Number.isInteger(number) ? number : Number(number.toPrecision(11));
  return String(shown).replace('.', ',');
}

/** Puts the digits of a number ≥ 0 into the places of a section, from the right; what has no place stands before the first. */
function fill(section: Section, number: number): string {
  const [whole = '', fraction = ''] = digitsOf(number, section);
  const places = section.pieces.filter(({ kind }) => kind === 'digit').length;
  let text = '';
  let place = places;
  let written = false;
  for (const piece of section.pieces) {
    if (piece.kind === 'literal') text += piece.text;
    else if (piece.kind === 'decimals') {
      if (!written) text += whole;
      written = true;
      text += fraction === '' ? '' : `,${fraction}`;
    } else if (section.grouped) {
      if (!written) text += group(whole);
      written = true;
    } else {
      text += whole.slice(
        written ? Math.max(0, whole.length - place) : 0,
        Math.max(0, whole.length - place + 1),
      );
      place -= 1;
      written = true;
    }
  }
  return text.trim();
}

/** Whole part with its leading zeros, and decimals, rounded half up as a spreadsheet does (on the decimal digits). */
function digitsOf(number: number, section: Section): readonly string[] {
  const { least, most } = section.decimals;
  const decimal = String(Number(number.toPrecision(15)));
  const rounded = decimal.includes('e')
    ? (number * 10 ** section.shift).toFixed(Math.min(most, 100))
    : (Math.round(Number(`${decimal}e${section.shift + most}`)) / 10 ** most).toFixed(Math.min(most, 100));
  const [whole = '0', fraction = ''] = rounded.split('.');
  const digits = (whole === '0' ? '' : whole).padStart(section.integers, '0');
  const trimmed = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '');
  return [digits, trimmed];
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}
