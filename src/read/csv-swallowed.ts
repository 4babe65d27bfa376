/** One record of a text, with its place: lines and rows from 0. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly row: number;
  /** The first of its lines. */
  readonly line: number;
}

/** Rows that a stray quote made part of one field: `first` to `last` are the lines they stand on, from 1. */
export interface Swallowed {
  readonly row: number;
  readonly col: number;
  readonly first: number;
  readonly last: number;
}

const BREAK = /\r\n|\n|\r/;
const DIGITS = /^\d[\d.]*$/;

/**
 * Fields that swallowed whole rows: a quote opened in one row and closed, or broken off, in another. A text of several
 * lines within quotes is none: its lines are no rows like the others. Told by two lines of one record that both hold
 * digits where the rows of the table do, or by the running number that jumps over them.
 */
export function swallowedRows(records: readonly CsvRecord[], separator: string): readonly Swallowed[] {
  const long = records.filter(({ fields }) => fields.some((field) => BREAK.test(field)));
  if (long.length === 0) return [];
  const columns = digitColumns(records.filter((record) => !long.includes(record)));
  return long.flatMap((record): Swallowed[] => {
    const col = record.fields.findIndex((field) => BREAK.test(field));
    const lines = linesOf(record.fields, separator);
    const rows = lines.filter((line) => isRow(line, columns)).length;
    const next = records[records.indexOf(record) + 1];
    if (rows < 2 && !jumps(record, next, lines.length)) return [];
    return [{ row: record.row, col, first: record.line + 1, last: record.line + lines.length }];
  });
}

/** The lines of a record as fields, quotes taken for plain characters. */
function linesOf(fields: readonly string[], separator: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const field of fields) {
    const [first = '', ...more] = field.split(BREAK);
    if (more.length === 0) lines.at(-1)?.push(field);
    else lines.at(-1)?.push(...first.split(separator));
    for (const piece of more) lines.push(piece.split(separator));
  }
  return lines.map((line) => line.map(plain));
}

function plain(field: string): string {
  return field.replaceAll('"', '').trim();
}

/** The columns in which most of the rows that have any digits have them; a table of two such rows tells enough. */
function digitColumns(records: readonly CsvRecord[]): readonly number[] {
  const rows = records.map(({ fields }) => fields.map(plain)).filter((fields) => fields.some(isDigits));
  if (rows.length < 2) return [];
  const width = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: width }, (_, col) => col).filter(
    (col) => rows.filter((fields) => isDigits(fields[col] ?? '')).length * 5 >= rows.length * 3,
  );
}

function isDigits(field: string): boolean {
  return DIGITS.test(field);
}

/** Without a table beside it a line of three fields with digits is taken for a row. */
function isRow(line: readonly string[], columns: readonly number[]): boolean {
  if (columns.length === 0) return line.length > 2 && line.some(isDigits);
  const values = columns.map((col) => line[col]);
  return (
    values.every((value) => value !== undefined && (value === '' || isDigits(value))) &&
    values.some((value) => isDigits(value ?? ''))
  );
}

/** 4, then 7 after a record of four lines: two rows are in it. */
function jumps(record: CsvRecord, next: CsvRecord | undefined, lines: number): boolean {
  const [number, after] = [record, next].map((each) => Number(plain(each?.fields[0] ?? '') || Number.NaN));
  const missing = (after ?? Number.NaN) - (number ?? Number.NaN) - 1;
  return missing > 0 && missing < lines;
}
