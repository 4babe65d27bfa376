import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../../src/model/grid.ts';
import { read } from '../../../src/read/read.ts';
import type { Mark } from '../../../src/view/annotation.ts';
import { annotate } from '../../../src/write/annotate/annotate.ts';
import { annotation, difference } from './sample.ts';

/** Every received file of the fixtures that holds a table: marked at cells that are there and at cells that are not. */
const files = ['zoo', 'hoai-nhon/inbox', 'loc-ninh/inbox'].flatMap((folder) =>
  readdirSync(join('fixtures', folder), { recursive: true, encoding: 'utf8' })
    // An archive under another name is no workbook to write into.
    .filter((name) => /\.(xlsx|csv|ods|xml|xls|docx)$/.test(name) && !/bomb|zip-named/.test(name))
    .map((name) => join('fixtures', folder, name)),
);

function marksOf({ sheets }: Workbook): readonly Mark[] {
  return sheets.flatMap(({ name, rows }, n) => {
    if (sheets.findIndex((each) => each.name === name) !== n) return [];
    const cells = rows.slice(0, 6).flatMap((row) => row.cells.slice(-2));
    const places = [
      ...cells.map(({ row, col }) => ({ row, col })),
      { row: 1, col: 7 },
      { row: (rows.at(-1)?.index ?? 0) + 2, col: 1 },
    ];
    const once = new Map(places.map((place) => [JSON.stringify(place), place]));
    return [...once.values()].map(
      (place) => ({ sheet: name, ...place, gravity: 'error', note: 'x' }) as const,
    );
  });
}

const MAY_CHANGE =
  /^\[Content_Types\]\.xml$|\.rels$|^xl[/\\](workbook|styles)\.xml$|^xl[/\\]worksheets[/\\]sheet\d+\.xml$|comment|vmlDrawing/i;

describe('every file of the fixtures', () => {
  it.each(files)('%s', async (path) => {
    const bytes = readFileSync(path);
    const [document] = await read('a', bytes);
    const workbook = document?.workbook ?? null;
    if (document === undefined || workbook === null || workbook.sheets.length === 0) return;
    const isXlsx = document.kind === 'xlsx';
    const marked = annotate({ isXlsx, bytes, workbook }, annotation(marksOf(workbook)));
    expect(marked.how).toBe(isXlsx ? 'patched' : 'copied');
    const [again] = await read('a', marked.bytes);
    const after = again?.workbook?.sheets.slice(1) ?? [];
    if (isXlsx) {
      expect(withoutFonts(after)).toEqual(withoutFonts(workbook.sheets));
      expect(difference(bytes, marked.bytes).changed.filter((name) => !MAY_CHANGE.test(name))).toEqual([]);
    } else expect(shownOf(after)).toEqual(shownOf(workbook.sheets));
  });
});

/** A workbook without styles gets some, which name the font that programs have taken all along. */
function withoutFonts(sheets: Workbook['sheets']) {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(({ font: _, ...cell }) => cell) })),
  }));
}

/** What a copy must keep: texts, numbers and errors at their places; formats are not the sender's any more. */
function shownOf(sheets: Workbook['sheets']) {
  return sheets.map(({ hidden, rows, merges }) => ({
    hidden,
    merges,
    rows: rows.map(({ index, hidden: gone, cells }) => ({
      index,
      gone,
      cells: cells.map(({ row, col, value, shown, formula }) => {
        const text = value.kind === 'text' ? value.text : value.kind === 'uncomputed' ? `=${formula}` : shown;
        return [row, col, value.kind === 'number' ? value.number : text.replace(/\r\n?/g, '\n')];
      }),
    })),
  }));
}
