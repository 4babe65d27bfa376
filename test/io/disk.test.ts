import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, filesOn } from '../../src/io/disk.ts';
import { linesFromLast, logLine } from '../../src/io/line-log.ts';
import { slashed } from '../../src/io.ts';

const folder = slashed(fs.mkdtempSync(join(tmpdir(), 'bluezone-disk-')));
const at = (name: string) => `${folder}/${name}`;
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (name: string) => fs.readFileSync(at(name), 'utf8');
beforeEach(() => {
  for (const name of fs.readdirSync(folder)) fs.rmSync(at(name), { recursive: true });
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Fails always, with a code of Node's. */
function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

function broken(call: keyof Disk): Disk {
  return {
    ...fs,
    [call]: () => {
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    },
  };
}

describe('the disk', () => {
  const files = filesOn();

  it.each(['openSync', 'writeFileSync', 'fsyncSync', 'renameSync'] as const)(
    'keeps the old file whole, and nothing else, when %s fails',
    (call) => {
      files.write(at('a.xlsx'), bytes('old'));
      expect(() => filesOn(broken(call)).write(at('a.xlsx'), bytes('new'))).toThrow('no room');
      expect(fs.readdirSync(folder)).toEqual(['a.xlsx']);
      expect(text('a.xlsx')).toBe('old');
    },
  );

  it.each(['writeFileSync', 'fsyncSync'] as const)('creates nothing when %s fails', (call) => {
    expect(() => filesOn(broken(call)).create(at('lock'), bytes('me'))).toThrow('no room');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it.each(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])(
    'writes, creates and appends on a share that answers flushing with %s',
    (code) => {
      const share = filesOn({ ...fs, fsyncSync: failing(code) });
      share.write(at('a.xlsx'), bytes('new'));
      expect(share.create(at('lock'), bytes('me'))).toBe(true);
      share.append(at('log'), 'line');
      expect([text('a.xlsx'), text('lock'), text('log')]).toEqual(['new', 'me', 'line\n']);
    },
  );

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits a moment for a file that is held (%s)', (code) => {
    files.write(at('a.xlsx'), bytes('old'));
    let tries = 0;
    const renameSync = (from: fs.PathLike, to: fs.PathLike): void => {
      tries += 1;
      if (tries < 3) failing(code)();
      fs.renameSync(from, to);
    };
    filesOn({ ...fs, renameSync }).write(at('a.xlsx'), bytes('new'));
    expect([tries, text('a.xlsx')]).toEqual([3, 'new']);
  });

  it('gives up on a file that stays open elsewhere, and leaves it as it was', () => {
    files.write(at('a.xlsx'), bytes('old'));
    const held = filesOn({ ...fs, renameSync: failing('EBUSY') });
    expect(() => held.write(at('a.xlsx'), bytes('new'))).toThrow('EBUSY');
    expect([fs.readdirSync(folder), text('a.xlsx')]).toEqual([['a.xlsx'], 'old']);
  });

  it('creates a file once', () => {
    expect(files.create(at('lock'), bytes('me'))).toBe(true);
    expect(files.create(at('lock'), bytes('you'))).toBe(false);
    expect(text('lock')).toBe('me');
  });

  it('ends half a line before it adds the next', () => {
    fs.writeFileSync(at('log'), '{"a":1}\n{"b"');
    files.append(at('log'), '{"c":3}');
    files.append(at('log'), '{"d":4}');
    expect(text('log')).toBe('{"a":1}\n{"b"\n{"c":3}\n{"d":4}\n');
  });
});

describe('a log', () => {
  it('is turned over, keeps three older ones, and is read from its end', () => {
    const files = filesOn();
    for (let n = 1; n <= 40; n += 1) logLine(files, at('log'), `${n}${'.'.repeat(100_000)}`);
    expect(fs.readdirSync(folder)).toEqual(['log', 'log.1', 'log.2', 'log.3']);
    const numbers = [...linesFromLast(files, at('log'))].map((line) => Number.parseInt(line, 10));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => 40 - n));
    expect(numbers.length).toBeGreaterThan(15);
  });
});
