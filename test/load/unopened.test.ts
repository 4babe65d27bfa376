import { execFileSync } from 'node:child_process';
import { lutimesSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/io.ts';
import { mau02, moment, type Town, town } from '../commands/town.ts';

/** One file that cannot be opened stops nothing, whatever the reason (contract section 2, exit codes). */

const DAY = 'inbox/2021-08-16';

/** Two communes have sent; the third one's file cannot be opened. */
function withTwo(): Town {
  const of = town();
  of.put(`${DAY}/hoai son.csv`, mau02('Xã Hoài Sơn', [12, 25], 16), '16 14:00');
  of.put(`${DAY}/hoai my.csv`, mau02('Xã Hoài Mỹ', [40], 16), '16 14:10');
  return of;
}

/** A disk on which reading a file fails so. */
function failing(name: string, code: string) {
  return (io: Io): Io => ({
    ...io,
    files: {
      ...io.files,
      read: (path) => {
        if (path.endsWith(name)) throw Object.assign(new Error(code), { code });
        return io.files.read(path);
      },
    },
  });
}

async function seen(of: Town, change?: (io: Io) => Io) {
  const run = await of.run('aggregate -d 2021-08-16 --json', change);
  expect(run.exit, run.err).toBe(1);
  const { files, findings, scopes } = JSON.parse(run.out);
  return {
    files: Object.fromEntries(
      files.map(({ path, outcome, unit }: { path: string; outcome: string; unit: string | null }) => [
        path.slice(DAY.length + 1),
        [outcome, unit],
      ]),
    ),
    found: findings
      .filter(({ code }: { code: string }) => /file\/(locked|unreadable)/.test(code))
      .map(({ code, message }: { code: string; message: string }) => `${code}: ${message}`),
    total: scopes[0].total.figures.installed?.value,
    third: scopes[0].units.find(({ code }: { code: string }) => code === '103'),
  };
}

describe('a file that cannot be opened', () => {
  it.each([
    ['EBUSY', 'file/locked'],
    ['EACCES', 'file/unreadable'],
    ['EIO', 'file/unreadable'],
    ['ENOENT', 'file/unreadable'],
  ])('%s: is rejected, the others count, and its unit has sent something', async (code, expected) => {
    const of = withTwo();
    of.put(`${DAY}/Hoài Hải.csv`, mau02('Xã Hoài Hải', [7], 16), '16 14:20');
    const { files, found, total, third } = await seen(of, failing('Hoài Hải.csv', code));
    expect(files['Hoài Hải.csv']).toEqual(['rejected', '103']);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
    expect(total).toBe(77);
    expect(third.attempt).toMatchObject({ outcome: 'rejected', path: `${DAY}/Hoài Hải.csv` });
    const remind = await of.run('status -d 2021-08-16 --remind', failing('Hoài Hải.csv', code));
    expect(remind.out).not.toContain('Hoài Hải');
    // Once it can be opened it counts, as if nothing had been.
    expect((await of.run('aggregate -d 2021-08-16')).exit).toBe(0);
  });

  it('is told on a later day, too, whose figures may lack it', async () => {
    const of = withTwo();
    of.at('17 16:00');
    of.put('inbox/2021-08-17/hoai son.csv', mau02('Xã Hoài Sơn', [12, 25], 17), '17 14:00');
    const run = await of.run('aggregate -d 2021-08-17 --json', failing('hoai my.csv', 'EBUSY'));
    expect(run.exit).toBe(1);
    const { findings, scopes } = JSON.parse(run.out);
    expect(findings.filter(({ code }: { code: string }) => code === 'file/locked')).toMatchObject([
      { file: `${DAY}/hoai my.csv` },
    ]);
    expect(scopes[0].total.figures.installed.value).toBe(37);
  });

  it('may be a pipe, a dead link, or a name in other bytes than UTF-8', async () => {
    const of = withTwo();
    execFileSync('mkfifo', [join(of.folder, DAY, 'Hoài Hải.csv')]);
    symlinkSync(join(of.folder, 'nowhere.csv'), join(of.folder, DAY, 'xa.csv'));
    const name = Buffer.concat([
      Buffer.from(`${join(of.folder, DAY)}/b`),
      Buffer.from([0xe3]),
      Buffer.from('o.csv'),
    ]);
    writeFileSync(name, mau02('Xã Hoài Hải', [7], 16));
    const at = moment('16 14:30') / 1000;
    for (const path of ['Hoài Hải.csv', 'xa.csv', '']) lutimesSync(join(of.folder, DAY, path), at, at);
    const { files, found, total } = await seen(of);
    expect(files).toMatchObject({
      'Hoài Hải.csv': ['rejected', '103'],
      'xa.csv': ['rejected', null],
      'b\ufffdo.csv': ['rejected', null],
    });
    expect(found).toHaveLength(3);
    expect(total).toBe(77);
  });

  it('may change while it is read: it is read once it stands still, else left with its reason', async () => {
    const of = withTwo();
    const path = `${DAY}/Hoài Hải.csv`;
    of.put(path, mau02('Xã Hoài Hải', [7], 16), '16 14:20');
    const changing =
      (times: number) =>
      (io: Io): Io => {
        let left = times;
        return {
          ...io,
          sleep: async () => {},
          files: {
            ...io.files,
            info: (at) => {
              const info = io.files.info(at);
              if (info === null || !at.endsWith('Hoài Hải.csv') || left === 0) return info;
              left -= 1;
              return { ...info, modified: info.modified + left };
            },
          },
        };
      };
    const never = await seen(of, changing(1000));
    expect(never.files['Hoài Hải.csv']).toEqual(['rejected', '103']);
    const run = await of.run('aggregate -d 2021-08-16', changing(4));
    expect(run.exit).toBe(0);
  });

  it('leaves no silent hole in what daily makes final, and nobody is reminded for it', async () => {
    const of = withTwo();
    of.put(`${DAY}/Hoài Hải.csv`, mau02('Xã Hoài Hải', [7], 16), '16 14:20');
    const run = await of.run('daily -d 2021-08-16', failing('Hoài Hải.csv', 'EBUSY'));
    expect(run.exit).toBe(1);
    const sums = await of.run('aggregate -d 2021-08-16 --format md -o -', failing('Hoài Hải.csv', 'EBUSY'));
    expect(sums.out).toContain('đang được mở ở một chương trình khác');
    const reminders = of.has('outbox/2021-08-16/nhac-bao-cao.txt')
      ? Buffer.from(of.read('outbox/2021-08-16/nhac-bao-cao.txt')).toString()
      : '';
    expect(reminders).not.toContain('Hoài Hải');
  });
});
