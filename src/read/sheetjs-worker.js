// @ts-check
/**
 * The one place that knows SheetJS, in a thread of its own that can be stopped. Plain JavaScript, so that the same file runs from source
 * (Node 20 cannot run TypeScript) and bundled in `dist/`. What it answers is `Reply` of `sheetjs.ts`.
 */
import { parentPort } from 'node:worker_threads';
import { CFB, read, set_cptable } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';

set_cptable(codePages);
// It tells of what it does not know on the console; nobody is there to read it.
console.error = console.warn = console.log = () => {};

parentPort?.on('message', (/** @type {Uint8Array} */ bytes) => {
  /** @type {Uint8Array | null} */
  const stream = workbookStream(bytes);
  try {
    const book = readBook(bytes);
    const date1904 = book.Workbook?.WBProps?.date1904 === true;
    const sheets = book.SheetNames.map((name) => {
      // The two lists may stand in different orders.
      const hidden = (book.Workbook?.Sheets?.find((sheet) => sheet.name === name)?.Hidden ?? 0) !== 0;
      return { name, hidden, ...plainSheet(book.Sheets[name] ?? {}) };
    });
    parentPort?.postMessage({ stream, date1904, sheets });
  } catch (thrown) {
    parentPort?.postMessage({ stream, failed: String(thrown) });
  }
});

/**
 * With formulas, or without them where one is unknown to the library: their last values stand in the file all the same.
 * @param {Uint8Array} bytes
 */
function readBook(bytes) {
  /** @type {import('@e965/xlsx').ParsingOptions} */
  const how = { type: 'buffer', dense: true, cellStyles: true, cellNF: true, cellHTML: false };
  try {
    return read(bytes, how);
  } catch (thrown) {
    if (/password|encrypt/i.test(String(thrown))) throw thrown;
    return read(bytes, { ...how, cellFormula: false });
  }
}

/** The stream of an `.xls` whose records tell fonts and pictures; null for packages. */
function workbookStream(/** @type {Uint8Array} */ bytes) {
  if (bytes[0] !== 0xd0) return null;
  try {
    const file = CFB.read(bytes, { type: 'buffer' });
    const entry = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book');
    return entry === null ? null : Uint8Array.from(entry.content);
  } catch {
    return null;
  }
}

/** @param {import('@e965/xlsx').WorkSheet} sheet */
function plainSheet(sheet) {
  /** @type {import('./sheetjs.ts').PlainCell[]} */
  const cells = [];
  const rows = sheet['!data'] ?? [];
  for (const row in rows) {
    for (const col in rows[row]) {
      const cell = rows[row]?.[Number(col)];
      if (cell === undefined || cell === null || (cell.t === 'z' && cell.f === undefined)) continue;
      cells.push([
        Number(row),
        Number(col),
        cell.t,
        plainValue(cell),
        cell.w ?? '',
        String(cell.z ?? ''),
        cell.f ?? null,
      ]);
    }
  }
  return {
    cells,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenOnes(sheet['!rows']),
    hiddenColumns: hiddenOnes(sheet['!cols']),
  };
}

/** @param {import('@e965/xlsx').CellObject} cell */
function plainValue({ v }) {
  return v instanceof Date ? v.toISOString() : (v ?? null);
}

/** @param {readonly ({ hidden?: boolean } | null | undefined)[] | undefined} list */
function hiddenOnes(list) {
  return (list ?? []).flatMap((one, i) => (one?.hidden === true ? [i] : []));
}
