import { createHmac } from 'node:crypto';
import type { FieldType } from '../model/form.ts';
import { address } from '../model/grid.ts';
import type { Report, ReportRow, Stated } from '../model/report.ts';
import type { HashedPhone, RowPrint } from '../model/submission.ts';
import { bare } from '../text/fold.ts';
import { readPhones } from '../text/phone.ts';

/** Numbers of persons as keyed hashes: comparable within this campaign, worth nothing without its key. */
export function phonesOf(report: Report, key: Uint8Array): readonly HashedPhone[] {
  const fields = fieldsOf(report, ['phone']);
  return report.rows.flatMap(({ readings }) =>
    fields.flatMap((field) => {
      const reading = readings.get(field);
      if (reading?.state !== 'value') return [];
      return readPhones(String(reading.value)).phones.map((phone) => ({
        hash: hashed(phone, key, PHONE_DIGITS),
        cell: address(reading.at.row, reading.at.col),
      }));
    }),
  );
}

/** Who stands on each row, person or hamlet; a row that names nobody is left out. */
export function rowPrints(report: Report, key: Uint8Array): readonly RowPrint[] {
  const [names, places, phones] = [['person', 'text'], ['address'], ['phone']].map((types) =>
    fieldsOf(report, types as FieldType[]),
  ) as [string[], string[], string[]];
  return report.rows.flatMap((row): RowPrint[] => {
    const [name, place] = [textOf(row, names), textOf(row, places)];
    const [phone] = readPhones(textOf(row, phones)).phones;
    if (name === '' && place === '' && phone === undefined) return [];
    return [
      [
        phone === undefined ? null : hashed(JSON.stringify([name, phone]), key, ROW_DIGITS),
        name === '' && place === '' ? null : hashed(JSON.stringify([name, place, '']), key, ROW_DIGITS),
      ],
    ];
  });
}

/** The name of a hamlet in a title is nobody's, but what stands behind the word may be: it is kept as a hash too. */
export function hashedPlace(stated: Stated, key: Uint8Array): Stated {
  return stated.place === null ? stated : { ...stated, place: hashed(stated.place, key, ROW_DIGITS) };
}

/** Base64 digits of a hash: a country's numbers, and a campaign's rows, are told apart. */
const PHONE_DIGITS = 22;
const ROW_DIGITS = 11;

function hashed(text: string, key: Uint8Array, digits: number): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, digits);
}

function fieldsOf({ placement }: Report, types: readonly FieldType[]): string[] {
  return placement.form.fields.filter(({ type }) => types.includes(type)).map(({ id }) => id);
}

function textOf({ readings }: ReportRow, fields: readonly string[]): string {
  return fields
    .map((field) => readings.get(field))
    .flatMap((reading) => (reading?.state === 'value' ? [bare(String(reading.value))] : []))
    .join(' ');
}
