import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { main } from '../../../src/cli.ts';
import { typedPaths } from '../../../src/text/typed-paths.ts';
import { memoryIo } from '../../memory-io.ts';
import { mau02, town } from '../town.ts';

describe('the program without a command', () => {
  it('gives the help where nobody can be asked', async () => {
    const io = memoryIo();
    expect(await main([], io)).toBe(0);
    expect(io.printed.out).toContain('Cách dùng:');
  });

  it('receives and sums up what is dropped on it, for the day that the files state', async () => {
    const { folder, put, run, has } = town();
    const downloads = `${folder}-tải về`;
    onTestFinished(() => rmSync(downloads, { recursive: true, force: true }));
    const name = `../${basename(downloads)}/Hoài Sơn.csv`;
    put(name, mau02('Xã Hoài Sơn', [10, 25, 31], 15));
    const told = await run(`"${downloads}/Hoài Sơn.csv"`);
    expect(told.out).toMatch(/Hoài Sơn\.csv +inbox\/2021-08-15/);
    expect(told.err).toContain('Đã ghi outbox/2021-08-15/tong-hop-2021-08-15.xlsx');
    expect(has('inbox/2021-08-15/Hoài Sơn.csv')).toBe(true);
    expect(told.exit).toBe(1);
  });

  it('waits for a key after a drop where there is a window', async () => {
    const { folder, put, run } = town();
    const downloads = `${folder}-tải về`;
    onTestFinished(() => rmSync(downloads, { recursive: true, force: true }));
    put(`../${basename(downloads)}/a.csv`, mau02('Xã Hoài Sơn', [10, 25, 31], 16));
    const input = new PassThrough();
    const terminal = { input, output: new PassThrough() };
    const running = run(`"${downloads}/a.csv"`, (io) => ({
      ...io,
      terminal,
      err: {
        ...io.err,
        write: (text) => {
          io.err.write(text);
          if (text.includes('Nhấn một phím')) setTimeout(() => input.write('x'), 20);
        },
      },
    }));
    expect((await running).err).toContain('Nhấn một phím để đóng cửa sổ này.');
  });

  it('still takes a command by its name, and refuses what is neither', async () => {
    const { put, run } = town();
    put('status', 'a file of that name');
    expect((await run('status')).out).toContain('Mẫu 02');
    const told = await run('statsu');
    expect([told.exit, told.err.includes('status')]).toEqual([2, true]);
  });
});

describe('paths dropped into a line', () => {
  it.each([
    [`'/a b/c.xlsx' /d\\ e.xlsx`, false, ['/a b/c.xlsx', '/d e.xlsx']],
    ['"C:\\Tải về\\a.xlsx" C:\\b.xlsx', true, ['C:\\Tải về\\a.xlsx', 'C:\\b.xlsx']],
    ['"\\\\máy\\chung\\a b.xlsx"', true, ['\\\\máy\\chung\\a b.xlsx']],
    ['  ', false, []],
  ] as const)('%s', (line, windows, paths) => {
    expect(typedPaths(line, windows)).toEqual(paths);
  });
});
