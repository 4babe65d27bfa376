import type { Worker } from 'node:worker_threads';
import { startThread } from '../installed.ts';
import { finding } from '../model/finding.ts';
import type { CellValue, Sheet } from '../model/grid.ts';
import { fail } from '../pack/fault.ts';
import type { Adapter, Source } from './adapter.ts';
import { type BiffSheet, readBiff } from './biff.ts';
import { within } from './limits.ts';
import { type Budget, buildSheet, openBudget } from './sheet-builder.ts';
import { numberCell } from './xlsx/number-cell.ts';
import { type NumberCode, readCode } from './xlsx/number-code.ts';

/** `.xls` (BIFF 2–8) and `.xlsb`, read by SheetJS in a thread that is stopped when it takes too long or too much. */
export const readWithSheetjs: Adapter = async (source) => {
  // Before SheetJS inflates a package: what its directory declares must be within bounds.
  for (const { size } of source.zip?.entries ?? []) within(source.limits, 'inflated', size);
  const reply = await ask(source);
  const biff = reply.stream === null ? null : readBiff(reply.stream);
  if (biff?.encrypted === true) fail({ kind: 'encrypted', entry: source.path });
  if ('failed' in reply) {
    if (/password|encrypt/i.test(reply.failed)) fail({ kind: 'encrypted', entry: source.path });
    return fail({ kind: 'damaged', detail: reply.failed });
  }
  const at = { file: source.path };
  if (reply.sheets.length === 0) {
    return { workbook: null, findings: [finding('file/no-sheets', at, { kind: source.kind })] };
  }
  within(source.limits, 'sheets', reply.sheets.length);
  const budget = openBudget(source);
  const codes = new Map<string, NumberCode>();
  const book: Book = { budget, codes, date1904: reply.date1904 };
  const sheets = reply.sheets.map((sheet, i) => layPlain(sheet, biff?.sheets[i] ?? null, book));
  const count = biff?.sheets.reduce((sum, { textBoxes }) => sum + textBoxes, 0) ?? 0;
  return { workbook: { sheets }, findings: count === 0 ? [] : [finding('form/text-box', at, { count })] };
};

/** Row, column, SheetJS's type letter, value, text as shown, number format code, formula. */
export type PlainCell = readonly [
  number,
  number,
  string,
  string | number | boolean | null,
  string,
  string,
  string | null,
];

export interface PlainSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly PlainCell[];
  readonly merges: Sheet['merges'];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** What the thread answers. `stream` holds the records of an `.xls`. */
export type Reply =
  | { readonly stream: Uint8Array | null; readonly date1904: boolean; readonly sheets: readonly PlainSheet[] }
  | { readonly stream: Uint8Array | null; readonly failed: string };

interface Book {
  readonly budget: Budget;
  readonly codes: Map<string, NumberCode>;
  readonly date1904: boolean;
}

function layPlain(plain: PlainSheet, biff: BiffSheet | null, book: Book): Sheet {
  const sheet = buildSheet(plain.name, book.budget);
  for (const [row, col, type, stored, seen, format, formula] of plain.cells) {
    const found = readValue(type, stored, seen, format, formula, book);
    if (found === null) continue;
    const font = biff?.font(row, col);
    const look = biff?.look(row, col);
    sheet.put({
      row,
      col,
      ...found,
      ...(look === undefined ? {} : { look }),
      ...(font === undefined ? {} : { font }),
      ...(formula === null ? {} : { formula }),
    });
  }
  for (const range of plain.merges) sheet.merge(range);
  for (const row of plain.hiddenRows) sheet.row(row, { hidden: true });
  for (const [row, outline] of biff?.outlines ?? []) sheet.row(row, { outline });
  for (const col of plain.hiddenColumns) sheet.hideColumns(col, col);
  for (const { row, col } of biff?.pictures ?? []) sheet.picture(row, col);
  const aside = biff?.aside ?? [];
  return { ...sheet.finish(), hidden: plain.hidden, ...(aside.length === 0 ? {} : { aside }) };
}

function readValue(
  type: string,
  stored: PlainCell[3],
  seen: string,
  format: string,
  formula: string | null,
  book: Book,
): { readonly value: CellValue; readonly shown: string } | null {
  if (type === 'n' && typeof stored === 'number')
    return numberCell(stored, codeOf(format, book), book.date1904);
  if (type === 'b')
    return {
      value: { kind: 'boolean', boolean: stored === true },
      shown: stored === true ? 'TRUE' : 'FALSE',
    };
  if (type === 'e') return { value: { kind: 'error', error: seen }, shown: seen };
  if (type === 'z') return formula === null ? null : { value: { kind: 'uncomputed' }, shown: '' };
  const text = stored === null ? '' : String(stored);
  if (text.trim() !== '') return { value: { kind: 'text', text }, shown: text };
  return null;
}

function codeOf(format: string, { codes }: Book): NumberCode {
  const known = codes.get(format) ?? readCode(format);
  codes.set(format, known);
  return known;
}

const MOST_MEGABYTES = 1024;

/** A thread that waits for the next file: starting one costs more than reading a small book. */
let waiting: Worker | null = null;

function start(): Worker {
  return startThread('read/sheetjs-worker', { maxOldGenerationSizeMb: MOST_MEGABYTES });
}

/** What a broken file may have left behind in a thread, no other file shall meet. */
function keep(worker: Worker, reply: Reply): void {
  worker.on('error', () => {});
  if ('failed' in reply || waiting !== null) void worker.terminate();
  else {
    worker.unref();
    waiting = worker;
  }
}

function ask({ bytes, patience }: Source): Promise<Reply> {
  const worker = waiting ?? start();
  waiting = null;
  worker.removeAllListeners();
  worker.ref();
  return new Promise((resolve, reject) => {
    const late = () => fail({ kind: 'timeout', program: 'sheetjs', seconds: Math.ceil(patience / 1000) });
    const timer = setTimeout(() => stop(late), patience);
    const settle = () => {
      clearTimeout(timer);
      worker.removeAllListeners();
    };
    const stop = (why: () => never) => {
      settle();
      // Errors of a thread that is being stopped interest nobody.
      worker.on('error', () => {});
      void worker.terminate();
      try {
        why();
      } catch (fault) {
        reject(fault);
      }
    };
    worker.once('message', (reply: Reply) => {
      settle();
      keep(worker, reply);
      resolve(reply);
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      stop(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? fail({ kind: 'limit', limit: 'memory', most: MOST_MEGABYTES })
          : fail({ kind: 'damaged', detail: String(error) }),
      ),
    );
    worker.once('exit', () => stop(() => fail({ kind: 'damaged', detail: 'the thread ended' })));
    const copy = Uint8Array.from(bytes);
    worker.postMessage(copy, [copy.buffer]);
  });
}
