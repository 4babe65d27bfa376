import { expect, it } from 'vitest';
import { cellWith, district, edited, province, report, summarise } from './offices.ts';
import type { Town } from './town.ts';

/** A summary against itself, the received files and the ledger: each thing that was touched is named. */

async function made() {
  const office = district('Huyện An Lão');
  report(office, 'Xã An Hòa', '15 14:00', [250]);
  report(office, 'Xã An Hòa', '16 14:05', [300]);
  report(office, 'Xã An Tân', '16 15:10', [500]);
  return { office, ...(await summarise(office, '16')) };
}

/** Verifies the bytes in the place of the office's summary. */
async function verify(office: Town, path: string, bytes: Uint8Array) {
  office.put(path, bytes);
  const run = await office.run(`verify ${path} --json`);
  const { differences } = JSON.parse(run.out) as {
    differences: readonly { kind: string; sheet: string | null; cell: string | null; message: string }[];
  };
  return {
    exit: run.exit,
    differences,
    places: differences.map(({ kind, sheet, cell }) => [kind, sheet, cell]),
  };
}

it('finds nothing in a summary as it was written, nor after another program saved it', async () => {
  const { office, path, bytes } = await made();
  expect(await verify(office, path, bytes)).toEqual({ exit: 0, differences: [], places: [] });
  expect((await verify(office, path, await edited(bytes, () => {}))).places).toEqual([]);
  const run = await office.run(`verify ${path}`);
  expect(run.out).toContain('khớp');
  expect(run.exit).toBe(0);
});

it('names an edited figure', async () => {
  const { office, path, bytes } = await made();
  let at = '';
  const changed = await edited(bytes, (workbook) => {
    at = cellWith(workbook, 'Tổng hợp', 300).address;
    const cell = workbook.getWorksheet('Tổng hợp')?.getCell(at);
    if (cell !== undefined) cell.value = 301;
  });
  const { exit, places, differences } = await verify(office, path, changed);
  expect(exit).toBe(1);
  expect(places).toContainEqual(['edited', 'Tổng hợp', at]);
  expect(differences.map(({ message }) => message).join('\n')).toContain(
    'ghi 301, số liệu kèm theo tệp là 300',
  );
});

it('names any other edited cell: a sentence, a time, a source', async () => {
  const { office, path, bytes } = await made();
  const touched: unknown[] = [];
  const changed = await edited(bytes, (workbook) => {
    for (const [sheet, row, column] of [
      ['Tổng hợp', 6, 'A'],
      ['Tình hình nộp', 7, 'B'],
      ['Nguồn', 8, 'B'],
    ] as const) {
      const cell = workbook.getWorksheet(sheet)?.getCell(`${column}${row}`);
      if (cell !== undefined) cell.value = `${cell.value} sửa`;
      touched.push(['changed', sheet, `${column}${row}`]);
    }
  });
  expect((await verify(office, path, changed)).places).toEqual(expect.arrayContaining(touched));
});

it('names an edited formula, one that was typed over, and a stored result that is not the formula’s', async () => {
  const { office, path, bytes } = await made();
  const total = (change: (formula: string, result: number) => unknown) =>
    edited(bytes, (workbook) => {
      const sheet = workbook.getWorksheet('Tổng hợp');
      const { column } = cellWith(workbook, 'Tổng hợp', 300);
      const cell = sheet?.getCell(`${column}${cellWith(workbook, 'Tổng hợp', 'Tổng cộng').row}`);
      if (cell !== undefined) cell.value = change(cell.formula, Number(cell.result)) as never;
    });
  const shorter = await total((formula, result) => ({ formula: formula.replace(/\d+\)$/, '15)'), result }));
  const typed = await total((_, result) => result);
  const stored = await total((formula, result) => ({ formula, result: result + 1 }));
  expect((await verify(office, path, shorter)).places[0]?.[0]).toBe('formula');
  expect((await verify(office, path, typed)).places[0]?.[0]).toBe('unformula');
  const kinds = (await verify(office, path, stored)).places.map(([kind]) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['edited', 'result']));
});

it('says in one line that a copy lost its formulas, but no value', async () => {
  const { office, path, bytes } = await made();
  const values = (change: (result: number, n: number) => number) =>
    edited(bytes, (workbook) => {
      let n = 0;
      for (const sheet of workbook.worksheets)
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            if (cell.formula !== undefined) cell.value = change(Number(cell.result), n++);
          });
        });
    });
  const { differences, places } = await verify(office, path, await values((result) => result));
  expect(places).toEqual([['formulas', null, null]]);
  expect(differences[0]?.message).toMatch(
    /^Tệp: \d+ ô chỉ còn giá trị, đã mất công thức; giá trị trong các ô này không đổi\.$/,
  );
  const touched = await verify(office, path, await values((result, n) => result + Number(n === 0)));
  expect(touched.places.map(([kind]) => kind)).toContain('formulas');
  expect(touched.places.length).toBeGreaterThan(1);
});

it('names edited, damaged and missing data', async () => {
  const { office, path, bytes } = await made();
  const data = (change: (json: string) => string) =>
    edited(bytes, (workbook) => {
      const cell = workbook.getWorksheet('_bluezone')?.getCell('A3');
      if (cell !== undefined) cell.value = change(String(cell.value));
    });
  const minutes = await data((json) => json.replace('"minutesLate":10', '"minutesLate":0'));
  expect((await verify(office, path, minutes)).places).toContainEqual(['data', '_bluezone', 'A3']);
  const cut = await data((json) => json.slice(0, -20));
  expect((await verify(office, path, cut)).places).toContainEqual(['unreadable', '_bluezone', null]);
  const gone = await edited(bytes, (workbook) => workbook.removeWorksheet('_bluezone'));
  expect((await verify(office, path, gone)).places).toContainEqual(['absent', '_bluezone', null]);
});

it('names a changed source file and the figure that it changes', async () => {
  const { office, path, bytes } = await made();
  report(office, 'Xã An Tân', '16 15:10', [505]);
  const { exit, places } = await verify(office, path, bytes);
  expect(exit).toBe(1);
  expect(places.map(([kind]) => kind)).toEqual(expect.arrayContaining(['recomputed', 'source', 'added']));
  expect(places.find(([kind]) => kind === 'source')?.[1]).toBe('Nguồn');
});

it('compares the bytes with what was marked as sent', async () => {
  const { office, path, bytes } = await made();
  office.at('16 16:10');
  await office.run(`sent ${path} --number 05/BC`);
  const run = await office.run(`verify ${path}`);
  expect(run.out).toContain('đã gửi lúc 16:10 ngày 16/8/2021, số 05/BC');
  expect((await verify(office, path, await edited(bytes, () => {}))).places).toEqual([['sent', null, null]]);
});

it('says what it could not compare, and refuses what is no summary', async () => {
  const { bytes } = await made();
  const elsewhere = province();
  elsewhere.put('inbox/2021-08-16/an-lao.xlsx', bytes);
  const run = await elsewhere.run('verify inbox/2021-08-16/an-lao.xlsx');
  expect(run.exit).toBe(0);
  expect(run.out.replace(/\s+/g, ' ')).toContain('không phải đợt lập ra bản tổng hợp');
  expect((await elsewhere.run('verify units.csv')).exit).toBe(2);
  expect((await elsewhere.run('verify nowhere.xlsx')).exit).toBe(2);
});
