import { parse } from 'csv-parse/sync';
import { type Finding, finding } from '../model/finding.ts';
import { address, type Cell, type Row } from '../model/grid.ts';
import { fail, faultOf } from '../pack/fault.ts';
import type { Adapter, Source } from './adapter.ts';
import { type CsvRecord, type Swallowed, swallowedRows } from './csv-swallowed.ts';
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
  const { rows, swallowed } = readRows(body, told?.[1] ?? findSeparator(body), source);
  if (rows.length === 0)
    return { workbook: null, findings: [finding('file/empty', { file: source.path }, { blank: true })] };
  const sheet = {
    name: SHEET,
    hidden: false,
    rows,
    merges: [],
    hiddenColumns: new Set<number>(),
    pictures: [],
  };
  const lost = swallowed.map(({ row, col, first, last }) => {
    const at = { file: source.path, sheet: SHEET, cell: address(row, col), row, col, line: first };
    return finding('file/rows-swallowed', at, { first, last });
  });
  const findings = encoding === 'utf-16' ? [utf16Note(rows, source), ...lost] : lost;
  return { workbook: { sheets: [sheet] }, findings };
};

const SHEET = 'CSV';

function utf16Note(rows: readonly Row[], { path, bytes }: Source): Finding {
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  const marked = (bytes[0] ?? 0) >= 0xfe;
  return finding(
    'file/text-rescued',
    { file: path },
    { encoding: 'utf-16', cells, sure: marked ? 'mark' : 'letters' },
  );
}

interface Table {
  readonly rows: readonly Row[];
  readonly swallowed: readonly Swallowed[];
}

function readRows(text: string, separator: string | null, source: Source): Table {
  // A character that no text holds: each line is one field then.
  const delimiter = separator ?? '\u001f';
  return (
    parseRows([{ text, quote: '"' }], delimiter, source) ??
    // A quote that is never closed would swallow the rest of the file.
    parseRows(lineByLine(text), delimiter, source) ??
    fail({ kind: 'damaged', detail: 'csv' })
  );
}

interface Part {
  readonly text: string;
  readonly quote: '"' | null;
}

/** Lines whose quotes are not in pairs, where these are plain characters, apart from those where they hold a field. */
function lineByLine(text: string): readonly Part[] {
  const parts: { text: string; quote: '"' | null }[] = [];
  for (const line of text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+/g) ?? []) {
    const quote = line.split('"').length % 2 === 1 ? '"' : null;
    const last = parts.at(-1);
    if (last?.quote === quote) last.text += line;
    else parts.push({ text: line, quote });
  }
  return parts;
}

/** Null when the text cannot be parsed so. */
function parseRows(parts: readonly Part[], delimiter: string, source: Source): Table | null {
  const rows: Row[] = [];
  const records: CsvRecord[] = [];
  let [index, line, cells] = [0, 0, 0];
  const take = (fields: readonly string[]) => {
    const row = readRow(fields, index);
    records.push({ fields, row: index, line });
    index += 1;
    line += 1 + fields.reduce((sum, field) => sum + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    cells += row.cells.length;
    if (row.cells.length > 0) rows.push(row);
    within(source.limits, 'rows', index);
    within(source.limits, 'columns', fields.length);
    within(source.limits, 'cells', cells);
    source.work.step();
    for (const { shown } of row.cells) source.work.text(shown.length);
    return null;
  };
  try {
    for (const { text, quote } of parts)
      parse(text, {
        delimiter,
        quote,
        bom: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        on_record: take,
      });
  } catch (thrown) {
    if (faultOf(thrown) !== null) throw thrown;
    return null;
  }
  return { rows, swallowed: swallowedRows(records, delimiter) };
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
