import { type Options, parse } from 'csv-parse/sync';
import { type Finding, finding } from '../model/finding.ts';
import type { Cell, Row } from '../model/grid.ts';
import { fail, faultOf } from '../pack/fault.ts';
import type { Adapter, Source } from './adapter.ts';
import { decodeCsv, findSeparator } from './csv-text.ts';
import { within } from './limits.ts';

/**
 * CSV, tab-separated and plain text, whatever its separator and encoding. Rows are counted as Excel counts them when it opens the
 * file: blank lines are rows, a line end within quotes is not, and a first line `sep=;` is no row. Numbers stay text: only their
 * column tells how they are written.
 */
export const readCsv: Adapter = (source) => {
  const { text, encoding } = decodeCsv(source.bytes);
  const told = /^sep=(.)\r?\n/i.exec(text);
  const whole = told === null ? text : text.slice(told[0].length);
  // How old programs end a text.
  const body = whole.endsWith('\u001a') ? whole.slice(0, -1) : whole;
  const rows = readRows(body, told?.[1] ?? findSeparator(body), source);
  if (rows.length === 0)
    return { workbook: null, findings: [finding('file/empty', { file: source.path }, { blank: true })] };
  const sheet = {
    name: 'CSV',
    hidden: false,
    rows,
    merges: [],
    hiddenColumns: new Set<number>(),
    pictures: [],
  };
  const findings = encoding === 'utf-16' ? [utf16Note(rows, source)] : [];
  return { workbook: { sheets: [sheet] }, findings };
};

function utf16Note(rows: readonly Row[], { path, bytes }: Source): Finding {
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  const marked = (bytes[0] ?? 0) >= 0xfe;
  return finding(
    'file/text-rescued',
    { file: path },
    { encoding: 'utf-16', cells, sure: marked ? 'mark' : 'letters' },
  );
}

function readRows(text: string, separator: string | null, source: Source): readonly Row[] {
  // A character that no text holds: each line is one field then.
  const delimiter = separator ?? '\u001f';
  const rows = parseRows(text, { delimiter, quote: '"' }, source);
  // A quote that is never closed would swallow the rest of the file; then quotes are plain characters.
  return (
    rows ?? parseRows(text, { delimiter, quote: null }, source) ?? fail({ kind: 'damaged', detail: 'csv' })
  );
}

/** Null when the text cannot be parsed so. */
function parseRows(text: string, how: Options, source: Source): readonly Row[] | null {
  const rows: Row[] = [];
  let index = 0;
  let cells = 0;
  const take = (fields: readonly string[]) => {
    const row = readRow(fields, index);
    index += 1;
    cells += row.cells.length;
    if (row.cells.length > 0) rows.push(row);
    within(source.limits, 'rows', index);
    within(source.limits, 'columns', fields.length);
    within(source.limits, 'cells', cells);
    if (index % 1024 === 0) source.clock();
    return null;
  };
  try {
    parse(text, {
      ...how,
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: take,
    });
    return rows;
  } catch (thrown) {
    if (faultOf(thrown) !== null) throw thrown;
    return null;
  }
}

function readRow(fields: readonly string[], index: number): Row {
  const cells: Cell[] = [];
  for (const [col, field] of fields.entries()) {
    const text = unwrap(field);
    if (/\S/.test(text)) cells.push({ row: index, col, value: { kind: 'text', text }, shown: text });
  }
  return { index, hidden: false, cells };
}

/** `="0912"` is how a program keeps Excel from eating the zero: the sender sees 0912. */
function unwrap(field: string): string {
  return /^="([^"]*)"$/.exec(field)?.[1] ?? field;
}
