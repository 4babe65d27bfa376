import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Summary } from '../../src/core/summary.ts';
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
  '%s: forms filled in LibreOffice come through intake with no finding',
  async (name, date, figures) => {
    const base = join(folder, name);
    const printed = { out: '', err: '' };
    if (name === 'own-form') cpSync(resolve('fixtures/own-form'), base, { recursive: true });
    else expect(await main(['init', name, base, '-q'], quietIo(folder, printed))).toBe(0);
    rmSync(join(base, 'inbox'), { recursive: true, force: true });
    const io = quietIo(base, printed);
    expect(await main(['template', '--all', '-d', date, '-q'], io)).toBe(0);
    const blank = join(base, 'outbox', date, 'mau');
    const inbox = join(base, 'inbox', date);
    mkdirSync(inbox, { recursive: true });
    const jobs = readdirSync(blank).map((file) => ({
      file: join(blank, file),
      out: join(inbox, file),
      cells: CELLS[file.split(' ')[0] ?? ''] ?? {},
      filter: 'Calc MS Excel 2007 XML',
    }));
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
      const senders = jobs.filter(({ file }) => file.includes(`/${form} `)).length;
      expect(senders).toBeGreaterThan(6);
      const figure = summary.scopes
        .map(({ total }) => total.figures[measure])
        .find((one) => one !== undefined);
      expect([measure, figure?.value]).toEqual([measure, value * senders]);
    }
  },
  240_000,
);
