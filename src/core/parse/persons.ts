import type { Form } from '../form.ts';
import type { CellRef } from '../grid.ts';
import { readPhones } from '../phone.ts';
import type { FieldReading, ReportRow } from '../report.ts';
import { bare, fold } from '../text/fold.ts';

/** Rows of a table that name persons, told apart in memory only: no key leaves the process. */
export interface Persons {
  /** Distinct persons, and rows that name nobody but bear a mark. */
  readonly distinct: number;
  /** Rows that name a person of an earlier row once more. */
  readonly repeats: readonly { readonly at: CellRef; readonly first: CellRef }[];
}

/**
 * One person is one name with one phone number, or one name with one address where no phone is given (contract section
 * 3). Rows that lack both are nobody's again.
 */
export function tellPersons(
  rows: readonly ReportRow[],
  form: Form,
  isMarked: (row: ReportRow) => boolean = () => false,
): Persons {
  const idOf = (type: string): string | undefined => form.fields.find((field) => field.type === type)?.id;
  const [person, address, phone] = [idOf('person'), idOf('address'), idOf('phone')];
  const first = new Map<string, CellRef>();
  const repeats: Persons['repeats'][number][] = [];
  let distinct = 0;
  for (const row of rows) {
    const name = textOf(row, person);
    const place = textOf(row, address);
    const phones = phonesOf(textOf(row, phone));
    if (name === null && place === null && phones.length === 0) {
      if (isMarked(row)) distinct += 1;
      continue;
    }
    const at = atOf(row, person) ?? atOf(row, address) ?? atOf(row, phone);
    const keys = keysOf(name, place, phones);
    const known = keys.map((key) => first.get(key)).find((cell) => cell !== undefined);
    for (const key of keys) if (at !== null && !first.has(key)) first.set(key, at);
    if (known === undefined || at === null) distinct += 1;
    else repeats.push({ at, first: known });
  }
  return { distinct, repeats };
}

function keysOf(name: string | null, place: string | null, phones: readonly string[]): readonly string[] {
  if (name === null) return [];
  if (phones.length > 0) return phones.map((phone) => `${bare(name)}\u0000${phone}`);
  return place === null ? [] : [`${fold(name)}\u0000\u0000${fold(place)}`];
}

/** The numbers of a cell; one that is none of the country's still tells two rows apart by its digits. */
function phonesOf(text: string | null): readonly string[] {
  if (text === null) return [];
  const { phones } = readPhones(text);
  const digits = text.replace(/\D/g, '');
  return phones.length > 0 || digits === '' ? phones : [digits];
}

function readingOf(row: ReportRow, field: string | undefined): FieldReading | undefined {
  return field === undefined ? undefined : row.readings.get(field);
}

function textOf(row: ReportRow, field: string | undefined): string | null {
  const reading = readingOf(row, field);
  return reading?.state === 'value' ? String(reading.value) : null;
}

function atOf(row: ReportRow, field: string | undefined): CellRef | null {
  const reading = readingOf(row, field);
  return reading?.state === 'value' ? reading.at : null;
}
