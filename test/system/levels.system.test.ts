import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { district, json, province, report, summarise } from '../commands/offices.ts';

/** A district's summary that another program opened and saved, one level up and under `verify`. */

let folder = '';
let made: Awaited<ReturnType<typeof summarise>> & { readonly office: ReturnType<typeof district> };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'levels-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function summary() {
  const office = district('Huyện An Lão');
  report(office, 'Xã An Hòa', '15 14:00', [250]);
  report(office, 'Xã An Hòa', '16 14:05', [300]);
  report(office, 'Xã An Tân', '16 15:10', [500]);
  return { office, ...(await summarise(office, '16')) };
}

/** LibreOffice opens the file and saves it as a workbook again. */
function libreOffice(bytes: Uint8Array): Uint8Array {
  writeFileSync(join(folder, 'sent.xlsx'), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, 'saved');
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    out,
    join(folder, 'sent.xlsx'),
  ]);
  return readFileSync(join(out, 'sent.xlsx'));
}

const OPENPYXL = `
import sys, warnings, openpyxl
warnings.simplefilter('ignore')
book = openpyxl.load_workbook(sys.argv[1])
for row in book['Tổng hợp'].iter_rows():
    for cell in row:
        if cell.value == 300 and sys.argv[3] != '':
            cell.value = int(sys.argv[3])
book.save(sys.argv[2])
`;

/** openpyxl saves the file, which takes the results of its formulas away; with a number, after typing over the 300. */
function openpyxl(bytes: Uint8Array, typed: number | null): Uint8Array {
  const [from, to] = [join(folder, 'sent.xlsx'), join(folder, 'typed.xlsx')];
  writeFileSync(from, bytes);
  execFileSync('/usr/bin/python3', ['-c', OPENPYXL, from, to, String(typed ?? '')]);
  return readFileSync(to);
}

it.each([
  ['LibreOffice', libreOffice],
  ['openpyxl', (bytes: Uint8Array) => openpyxl(bytes, null)],
])('saved by %s it is the same summary', async (_, save) => {
  made = await summary();
  const saved = save(made.bytes);
  const [above, other] = [province(), province()];
  above.put('inbox/2021-08-16/an-lao.xlsx', made.bytes, '16 16:05');
  other.put('inbox/2021-08-16/an-lao.xlsx', saved, '16 16:05');
  expect((await json(other, '16')).scopes).toEqual((await json(above, '16')).scopes);
  made.office.put(made.path, saved);
  const run = await made.office.run(`verify ${made.path} --json`);
  expect(JSON.parse(run.out).differences).toEqual([]);
});

it('a number typed over is named, also where the stored results are gone', async () => {
  made = await summary();
  const typed = openpyxl(made.bytes, 301);
  made.office.put(made.path, typed);
  const { differences } = JSON.parse((await made.office.run(`verify ${made.path} --json`)).out);
  expect(differences).toMatchObject([{ kind: 'edited', sheet: 'Tổng hợp', shown: '301', expected: '300' }]);
  const above = province();
  above.put('inbox/2021-08-16/an-lao.xlsx', typed, '16 16:05');
  const { files, findings } = await json(above, '16');
  expect(files[0]?.outcome).toBe('rejected');
  expect(findings.map(({ code, sheet }) => [code, sheet])).toEqual([['report/summary-edited', 'Tổng hợp']]);
});
