import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startProgram, wordsOf } from '../../src/io/machine.ts';

const folder = mkdtempSync(join(tmpdir(), 'bluezone-lệnh '));
afterAll(() => rmSync(folder, { recursive: true }));

function script(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

describe('a program of the office', () => {
  it.skipIf(process.platform === 'win32')('gets each path as one word that no shell has read', async () => {
    const command = script(
      "gửi $(touch x) 'thư'",
      `#!${process.execPath}\nconsole.log(JSON.stringify([process.argv.slice(2), process.env.RESULT]));\n`,
    );
    const args = ['/đợt 1/a b.xlsx', '$(touch x) `y`', `"'`, '*', '-q', ''];
    const { reason, printed } = await startProgram({ command, args, env: { RESULT: 'xong; $HOME' } });
    expect(reason).toBeNull();
    expect(JSON.parse(printed)).toEqual([args, 'xong; $HOME']);
  });

  it.skipIf(process.platform === 'win32')('that fails says how', async () => {
    const plain = script('no-program', 'x');
    chmodSync(plain, 0o644);
    const commands = [
      [join(folder, 'none'), 'ENOENT'],
      [join(plain, 'below'), 'ENOTDIR'],
      [plain, 'EACCES'],
      ['', 'ERR_INVALID_ARG_VALUE'],
      [script('three', '#!/bin/sh\nexit 3\n'), '3'],
      [script('killed', '#!/bin/sh\nkill -9 $$\n'), 'SIGKILL'],
    ] as const;
    for (const [command, reason] of commands) {
      expect(await startProgram({ command, args: ['a'], env: {} })).toMatchObject({ reason });
    }
  });

  it('is given to PowerShell where it is a script of it, on Windows alone', () => {
    const command = 'C:\\Văn phòng\\gửi.PS1';
    expect(wordsOf(command, ['a b'], 'win32').slice(-3)).toEqual(['-File', command, 'a b']);
    expect(wordsOf(command, ['a b'], 'linux')).toEqual([command, 'a b']);
    expect(wordsOf('gửi.exe', ['a b'], 'win32')).toEqual(['gửi.exe', 'a b']);
  });
});
