import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/table.ts';

/*
 * The single executable in a folder of its own, with no Node and no program to be found: every command, with what the
 * package reads from files beside it (templates, the thread for .xls, SQLite, the PDF reader) inside.
 */

const folder = mkdtempSync(join(tmpdir(), 'văn phòng '));
const program = join(folder, 'bluezone-report');
const campaign = join(folder, 'hoai-nhon-2021');
const DAY = '2021-08-16';

function run(argv: readonly string[], cwd = campaign) {
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd,
    env: { PATH: '/nonexistent', HOME: folder },
    encoding: 'utf8',
  });
  return { exit: status, out: stdout, err: stderr };
}

beforeAll(() => {
  execFileSync('node', ['bin/app/build.js', 'linux-x64'], { stdio: 'pipe' });
  cpSync(resolve('dist/app/linux-x64/bluezone-report'), program);
  // The medium that the program comes on may only let read.
  chmodSync(program, 0o555);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SUMMARY = `outbox/${DAY}/tong-hop-${DAY}.xlsx`;

/** One use of each command, in an order that each finds what it needs. */
const USES: readonly (readonly [command: string, argv: readonly string[], exit: number, says: RegExp])[] = [
  ['receive', ['{files}', '-d', DAY], 0, /Đã ghi sổ \d+ tệp mới/],
  ['aggregate', ['-d', DAY], 1, /Phường Bồng Sơn/],
  ['watch', ['-d', DAY, '--until', '00:00'], 1, /Hết giờ trông/],
  ['validate', ['-d', DAY, '--annotate', 'tra-lai'], 0, /Trả lại người gửi: 2 tệp/],
  ['status', ['-d', DAY], 1, /Mẫu 02: hạn/],
  ['resolve', ['--exempt', 'Phòng Nội vụ', '--reason', 'thử', '-d', DAY], 0, /Đã ghi quyết định số 1/],
  ['sent', [SUMMARY, '--number', '01/BC'], 0, /Đã ghi nhận bản/],
  ['daily', ['-d', DAY], 1, /./],
  ['schedule', ['windows'], 0, /<Command>|Task/],
  ['fill', ['mau-02', '--answers', '{answers}'], 0, /Đã ghi/],
  ['template', ['--unit', 'Hoài Châu', '-d', DAY], 0, /Đã ghi outbox/],
  ['trace', ['Hoài Châu', '-d', DAY], 0, /hoai chau\.xlsx/],
  ['verify', [SUMMARY], 1, /Bản tổng hợp ngày 16\/8\/2021/],
  ['doctor', [], 0, /Sổ theo dõi: \d+ biên nhận/],
  ['explain', ['report/total-not-sum'], 0, /Tổng/i],
];

describe('the single executable', () => {
  it('makes a campaign from what it carries', () => {
    const made = run(['init', 'hoai-nhon-2021'], folder);
    expect(made.exit).toBe(0);
    expect(existsSync(join(campaign, 'units.csv'))).toBe(true);
    expect(run(['--version'], folder).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(
      run(['init', '--letter', resolve('fixtures/letters/own/hue.pdf'), '--json'], folder).out,
    ).toContain('"schema": "bluezone-report/letter@1"');
  });

  it.each(USES)('runs %s', (command, argv, exit, says) => {
    const files = join(folder, 'tải về');
    if (command === 'receive') {
      mkdirSync(files);
      cpSync(resolve(`fixtures/hoai-nhon/inbox/${DAY}`), files, {
        recursive: true,
        filter: (path) => !/received\.csv$/.test(path),
      });
    }
    const answers = join(folder, 'answers.json');
    const rows = [{ full_name: 'Người Ví Dụ', address: 'Thôn 1', phone: '0912000001', cumulative: 3 }];
    writeFileSync(answers, JSON.stringify({ form: 'mau-02', unit: 'Hoài Mỹ', date: DAY, rows }));
    const named = argv.map((word) => word.replace('{files}', files).replace('{answers}', answers));
    const told = run([command, ...named]);
    expect(told.out + told.err).toMatch(says);
    expect(told.err).not.toMatch(/Warning|at .*\.cjs/);
    expect(told.exit, told.out + told.err).toBe(exit);
  });

  it('was asked to run every command', () => {
    const used = new Set(['init', ...USES.map(([command]) => command)]);
    expect(COMMANDS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  it('reads an .xls in its thread, and says what it cannot draw', () => {
    const old = resolve('fixtures/kinds/files/rows/total-over-the-table.kind.xls');
    expect(run(['validate', old, '-d', DAY, '--json']).out).toMatch(/"form": "mau-02"|"outcome": "/);
    const told = run(['aggregate', '-d', DAY, '--format', 'png']);
    expect(told.exit).toBe(2);
    expect(told.err).toContain('không vẽ ảnh');
  });
});
