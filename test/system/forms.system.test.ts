import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Summary } from '../../src/model/summary.ts';
import { quietIo } from '../quiet-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a person writes into the unlocked cells of each form. */
const CELLS: { readonly [form: string]: { readonly [cell: string]: string | number } } = {
  'mau-01': { C11: '0900000003', C12: 'VIDU-01', C13: 20, C14: 18, C15: 17 },
  'mau-02': {
    ...{ B12: 'Nguyễn Văn Ví Dụ', C12: 'Thôn Một', D12: '0900000001', E12: 12 },
    ...{ B13: 'Trần Thị Thí Dụ', C13: 'Thôn Hai', D13: '0900000002', E13: 30 },
  },
  'tiem-chung': { C10: 12, C11: 30, C13: 900, C14: 400, C15: '0900000003' },
  'thiet-hai': { B12: 'Ấp 1', C12: 3, D12: 4, F12: 2, B13: 'Ấp 2', C13: 1, D13: 0, F13: 1 },
};

/** The same in the blanks of its Word form, in reading order; a sum is reckoned by hand there. */
const BLANKS: { readonly [form: string]: readonly string[] } = {
  'mau-01': ['0900000003', 'VIDU-01', '20', '18', '17'],
  'mau-02': [
    ...['Nguyễn Văn Ví Dụ', 'Thôn Một', '0900000001', '12'],
    ...['Trần Thị Thí Dụ', 'Thôn Hai', '0900000002', '30'],
  ],
  'tiem-chung': ['12', '30', '42', '900', '400', '0900000003'],
  'thiet-hai': ['Ấp 1', '3', '4', '7', '2', 'Ấp 2', '1', '0', '1', '1'],
};

const CASES = [
  [
    'loc-ninh-2020',
    '2020-08-17',
    [
      ['mau-02', 'installed', 42],
      ['mau-01', 'staff_installed', 17],
    ],
  ],
  [
    'own-form',
    '2021-10-20',
    [
      ['tiem-chung', 'doses', 42],
      ['tiem-chung', 'first_doses', 900],
      ['thiet-hai', 'houses', 8],
      ['thiet-hai', 'moved', 3],
    ],
  ],
] as const;

it.each(CASES)(
  '%s: forms filled in Calc and in Writer come through intake with no finding',
  async (name, date, figures) => {
    const base = join(folder, name);
    const printed = { out: '', err: '' };
    if (name === 'own-form') cpSync(resolve('fixtures/own-form'), base, { recursive: true });
    else expect(await main(['init', name, base, '-q'], quietIo(folder, printed))).toBe(0);
    rmSync(join(base, 'inbox'), { recursive: true, force: true });
    const io = quietIo(base, printed);
    const formats = ['--format', 'xlsx', '--format', 'docx'];
    expect(await main(['template', '--all', '-d', date, '-q', ...formats], io)).toBe(0);
    const blank = join(base, 'outbox', date, 'mau');
    const inbox = join(base, 'inbox', date);
    mkdirSync(inbox, { recursive: true });
    // Every other unit prefers Word; eight of each form will do.
    const jobs = readdirSync(blank)
      .sort()
      .filter((file, n) => file.endsWith(['.xlsx', '.docx'][Math.floor(n / 2) % 2] ?? ''))
      .filter((file, n, all) => n - all.findIndex((other) => other.split(' ')[0] === file.split(' ')[0]) < 8)
      .map((file) => jobFor(join(blank, file), join(inbox, file)));
    const refused = execFileSync('/usr/bin/python3', [resolve('test/system/uno_fill.py')], {
      input: JSON.stringify(jobs),
      encoding: 'utf8',
    });
    expect(JSON.parse(refused)).toEqual([]);
    printed.out = '';
    await main(['aggregate', '-d', date, '--json', '--dry-run'], io);
    const summary = JSON.parse(printed.out) as Summary;
    expect(summary.files).toHaveLength(jobs.length);
    expect(summary.files.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
    // Every form was filled in with the same figures and persons, which is all that comparing units may remark.
    const codes = summary.findings
      .map(({ code }) => code)
      .filter((code) => !/^(campaign|across)\//.test(code));
    expect(codes).toEqual([]);
    for (const [form, measure, value] of figures) {
      const sent = jobs.filter(({ file }) => file.includes(`/${form} `));
      const senders = sent.length;
      expect(sent.filter(({ file }) => file.endsWith('.docx')).length).toBeGreaterThan(2);
      expect(senders).toBeGreaterThan(6);
      const figure = summary.scopes
        .map(({ total }) => total.figures[measure])
        .find((one) => one !== undefined);
      expect([measure, figure?.value]).toEqual([measure, value * senders]);
    }
  },
  240_000,
);

function jobFor(file: string, out: string) {
  const form = basename(file).split(' ')[0] ?? '';
  return file.endsWith('.docx')
    ? { file, out, blanks: BLANKS[form] ?? [], filter: 'MS Word 2007 XML' }
    : { file, out, cells: CELLS[form] ?? {}, filter: 'Calc MS Excel 2007 XML' };
}
