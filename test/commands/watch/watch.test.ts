import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Io, slashed } from '../../../src/io.ts';
import { writeZip } from '../../../src/pack/zip-write.ts';
import { at, type Office, openOffice, report, shown } from '../office.ts';

const DAY = '2021-08-03';
const UNITS = Array.from({ length: 24 }, (_, n) => `Xã Số ${WORDS()[n]}`);

function WORDS(): readonly string[] {
  return 'Một Hai Ba Bốn Năm Sáu Bảy Tám Chín Mười Sen Súng Cúc Mai Đào Lan Huệ Hồng Quế Tre Trúc Tùng Bách Thông'.split(
    ' ',
  );
}

interface Landing {
  /** Minutes and seconds after 14:00. */
  readonly at: number;
  readonly name: string;
  readonly does: (world: World) => void;
}

interface World {
  readonly office: Office;
  readonly downloads: string;
  readonly locked: Set<string>;
  put(path: string, content: string | Uint8Array): void;
}

const text = (n: number, count = 100 + n): string => report(UNITS[n] ?? '', DAY, count);

/** 30 files that land in ten ways; the numbers are invented. */
function afternoon(): readonly Landing[] {
  const landings: Landing[] = [];
  const add = (minute: number, name: string, does: Landing['does']): void => {
    landings.push({ at: minute * 60, name, does });
  };
  const inbox = (name: string): string => `inbox/${DAY}/${name}`;
  for (const n of [0, 1, 2, 3])
    add(n + 1, `${n}.csv`, ({ office }) => office.write(inbox(`${n}.csv`), text(n)));
  // Half copied, then whole.
  for (const n of [4, 5, 6]) {
    const half = text(n).slice(0, 150);
    add(n, `half ${n}`, ({ office }) => office.write(inbox(`${n}.csv`), half));
    add(n + 0.5, `whole ${n}`, ({ office }) => office.write(inbox(`${n}.csv`), text(n)));
  }
  for (const n of [7, 8, 9, 10]) add(n, `${n}`, ({ put }) => put(`bao cao ${n}.csv`, text(n)));
  // The browser gives it its name when it is whole.
  for (const n of [11, 12]) {
    add(n, `${n}`, ({ put }) => put(`tai ${n}.csv.crdownload`, text(n).slice(0, 90)));
    add(n + 1, `${n} whole`, ({ downloads, put }) => {
      put(`tai ${n}.csv.crdownload`, text(n));
      renameSync(join(downloads, `tai ${n}.csv.crdownload`), join(downloads, `tai ${n}.csv`));
    });
  }
  // Open in another program for a while.
  for (const n of [13, 14]) {
    add(n, `${n}`, ({ put, locked }) => {
      locked.add(`mo ${n}.csv`);
      put(`mo ${n}.csv`, text(n));
    });
    add(n + 2, `${n} free`, ({ locked }) => locked.delete(`mo ${n}.csv`));
  }
  // A folder a unit, in the inbox and elsewhere.
  for (const n of [15, 16])
    add(n, `${n}`, ({ office }) => office.write(inbox(`${UNITS[n]}/bc.csv`), text(n)));
  for (const n of [17]) add(n, `${n}`, ({ put }) => put(`nhóm/bc ${n}.csv`, text(n)));
  add(18, 'zip', ({ put }) =>
    put('goi.zip', writeZip([18, 19].map((n) => ({ name: `${n}.csv`, contents: text(n) })))),
  );
  // A correction under the same name, and the same file twice.
  add(20, 'first', ({ put }) => put('bc.csv', text(20, 50)));
  add(22, 'corrected', ({ put }) => put('bc.csv', text(20, 80)));
  add(23, 'twice', ({ put, office }) => {
    put('hai lan.csv', text(21));
    office.write(inbox('hai lan.csv'), text(21));
  });
  // Faulty, and no reports at all.
  add(24, 'faulty', ({ put }) =>
    put(`${UNITS[22]}.csv`, text(22).replace('Tổng cộng;;;;122', 'Tổng cộng;;;;999')),
  );
  add(25, 'picture', ({ put }) => put('anh cuoi.jpg', new Uint8Array([255, 216, 255, 224, 0, 16])));
  add(26, 'list', ({ put }) => put('thuc don.csv', 'Món,Giá\nPhở,30000\n'));
  return landings.sort((a, b) => a.at - b.at);
}

class Killed extends Error {}

/** Runs the watch over the afternoon; `dies` says at each wait whether the process is killed there, and it starts again. */
async function watched(dies: () => boolean, every = '20') {
  const office = openOffice(`${DAY} 14:00`);
  office.write(
    'units.csv',
    `code,name,kind,smartphone_users\n${UNITS.map((name, n) => `${100 + n},${name},xã,1000`).join('\n')}\n`,
  );
  const downloads = slashed(mkdtempSync(join(tmpdir(), 'tai-ve-')));
  onTestFinished(() => {
    office.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  const locked = new Set<string>();
  const put: World['put'] = (path, content) => {
    mkdirSync(dirname(join(downloads, path)), { recursive: true });
    writeFileSync(join(downloads, path), content);
  };
  put('cu.csv', text(23));
  const world: World = { office, downloads, locked, put };
  const left = [...afternoon()];
  const start = office.clock.at;
  const arrivals = new Map<string, number>();
  const printed = { out: [] as string[], err: [] as string[] };
  const changes = (io: Io): Partial<Io> => ({
    files: {
      ...io.files,
      read: (path) => {
        const name = path.split('/').at(-1) ?? '';
        if (path.startsWith(downloads) && locked.has(name))
          throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
        return io.files.read(path);
      },
    },
    out: { ...io.out, write: (line) => printed.out.push(line) },
    err: { ...io.err, write: (line) => printed.err.push(line) },
    sleep: async (milliseconds) => {
      office.clock.at += milliseconds;
      while (left[0] !== undefined && start + left[0].at * 1000 <= office.clock.at) {
        const landing = left.shift();
        landing?.does(world);
        if (landing !== undefined) arrivals.set(landing.name, office.clock.at);
      }
      if (dies()) throw new Killed('killed');
    },
  });
  let starts = 0;
  for (;;) {
    starts += 1;
    const argv = ['watch', '-d', DAY, '--from', downloads, '--until', '14:40', '--every', every];
    const { realIo } = await import('../../../src/io.ts');
    const { withoutChangeTimes } = await import('../office.ts');
    const real = realIo();
    const base: Io = { ...real, files: withoutChangeTimes(real.files) };
    const { exit } = await office.run(argv, changes(base));
    const err = printed.err.splice(0).join('');
    if (!err.includes('killed')) return { office, out: printed.out.join(''), err, exit, starts, start };
  }
}

interface Figures {
  readonly scopes: readonly {
    readonly units: readonly { readonly name: string; readonly status: string }[];
  }[];
  readonly files: readonly { readonly path: string; readonly outcome: string }[];
}

/** The end of the afternoon without its times: whether one was killed shows in these alone. */
async function endOf(office: Office) {
  const { out } = await office.run(['aggregate', '-d', DAY, '--json', '--as-of', `${DAY}T15:00`]);
  const { scopes, files } = JSON.parse(out) as Figures;
  return {
    files: files.map(({ path, outcome }) => `${path}: ${outcome}`),
    units: JSON.stringify(scopes[0]?.units, (key, value) =>
      /At$|minutes|path/i.test(key) ? undefined : value,
    ),
  };
}

describe('watch over an afternoon', () => {
  let whole: string;

  it('tells each file within two looks, leaves what is no report, and sums up at the hour', async () => {
    const { office, out, err, start } = await watched(() => false);
    const told = out.split('\n');
    for (const landing of afternoon().filter(({ name }) => /^\d+\.csv$/.test(name))) {
      const line = told.find((each) => each.includes(` ${landing.name}:`));
      expect(line, landing.name).toBeDefined();
      const minutes = (at(`${DAY} ${line?.slice(0, 5)}`) - start) / 60_000;
      expect(minutes).toBeLessThanOrEqual(Math.ceil(landing.at / 60 + 0.7));
    }
    expect(told.filter((line) => /để lại/.test(line)).map((line) => line.slice(6, 30))).toEqual([
      expect.stringContaining('anh cuoi.jpg'),
      expect.stringContaining('thuc don.csv'),
    ]);
    const quiet = UNITS.slice(0, 22).filter((unit) => !out.includes(`: ${unit}; `));
    expect(quiet).toEqual([]);
    expect(told.some((line) => line.includes(`${UNITS[22]}.csv`) && /Trả lại|không/i.test(line))).toBe(true);
    expect(out).toContain('mo 13.csv đang mở ở chương trình khác');
    expect(out).not.toContain('cu.csv');
    expect(err).toContain('14:40 Hết giờ trông');
    expect(office.tree('outbox').size).toBe(1);
    const { files, units } = await endOf(office);
    whole = JSON.stringify({ files, units });
    expect(files.filter((line) => /: accepted/.test(line))).toHaveLength(22);
    expect(files.filter((line) => /: superseded/.test(line))).toHaveLength(1);
    expect(files.filter((line) => /: (rejected|undecided)/.test(line))).toHaveLength(1);
    expect(units.match(/"status":"on-time"/g)).toHaveLength(22);
    expect(shown(office.clock.at)).toBe(`${DAY} 14:40`);
  });

  it.each([1, 2])(
    'comes to the same end when it is killed at random and started again (%i)',
    async (seed) => {
      let state = seed * 7919;
      const dies = (): boolean => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return state % 11 === 0;
      };
      const broken = await watched(dies);
      expect(broken.starts).toBeGreaterThan(3);
      expect(JSON.stringify(await endOf(broken.office))).toBe(whole);
    },
  );
});
