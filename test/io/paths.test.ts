import * as fs from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, filesOn } from '../../src/io/disk.ts';
import { native, slashed } from '../../src/io/paths.ts';

const SHARE = '\\\\máy-chủ\\Văn phòng\\đợt 1';

describe('a path of Windows', () => {
  it('on a network share survives joining and shortening', () => {
    const path = slashed(SHARE, '\\');
    const inbox = posix.join(path, 'inbox', '..', 'outbox', './a.xlsx');
    expect(native(inbox, '\\')).toBe('//máy-chủ/Văn phòng/đợt 1/outbox/a.xlsx');
    expect(native(posix.dirname(posix.normalize(path)), '\\')).toBe('//máy-chủ/Văn phòng');
    expect(posix.relative(path, inbox)).toBe('outbox/a.xlsx');
    expect(slashed(native(path, '\\').replaceAll('/', '\\'), '\\')).toBe(path);
  });

  it('with a drive, or in the long spelling of the system, is one path', () => {
    expect(slashed('C:\\Đợt\\a.xlsx', '\\')).toBe('C:/Đợt/a.xlsx');
    expect(slashed('\\\\?\\C:\\Đợt\\a.xlsx', '\\')).toBe('C:/Đợt/a.xlsx');
    expect(slashed('\\\\?\\UNC\\máy-chủ\\Văn phòng\\đợt 1', '\\')).toBe(slashed(SHARE, '\\'));
    expect(native('C:/Đợt/a.xlsx', '\\')).toBe('C:/Đợt/a.xlsx');
  });

  it('is no matter elsewhere: there a backslash is a letter and //x is /x', () => {
    expect(slashed(SHARE, '/')).toBe(SHARE);
    expect(native('/UNC/a', '/')).toBe('/UNC/a');
  });

  it('reaches the disk as the system writes it, whatever is done with it', () => {
    const asked: string[] = [];
    const noted =
      (call: (...all: never[]) => unknown, gives: unknown) =>
      (...all: unknown[]): unknown => {
        asked.push(...all.filter((each) => typeof each === 'string' && each.includes('/')).map(String));
        return typeof gives === 'function' ? call(...(all as never[])) : gives;
      };
    const disk = {
      ...fs,
      readFileSync: noted(fs.readFileSync as never, new Uint8Array(2)),
      readdirSync: noted(fs.readdirSync as never, ['b', 'a']),
      lstatSync: noted(fs.lstatSync as never, undefined),
      mkdirSync: noted(fs.mkdirSync as never, undefined),
      openSync: noted(fs.openSync as never, 7),
      writeFileSync: () => {},
      fsyncSync: () => {},
      closeSync: () => {},
      renameSync: noted(fs.renameSync as never, undefined),
      rmSync: noted(fs.rmSync as never, undefined),
      realpathSync: { native: (path: string) => path.replaceAll('/', '\\') },
    } as unknown as Disk;
    const files = filesOn(disk, '\\');
    const path = `${slashed(SHARE, '\\')}/a.xlsx`;
    expect(files.read(path)).toHaveLength(2);
    expect(files.list(path)).toEqual(['a', 'b']);
    expect(files.info(path)).toBeNull();
    files.write(path, new Uint8Array(1));
    files.create(path, new Uint8Array(1));
    files.rename(path, `${path}.alt`);
    files.remove(path);
    expect(files.real(path)).toBe(path);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((each) => !each.startsWith('//máy-chủ/Văn phòng/đợt 1'))).toEqual([]);
  });
});
