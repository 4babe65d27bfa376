import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mau02, town } from './town.ts';

/** The machine's own zone is another than the campaign's: it must not matter. */
const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'America/New_York';
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** What comes, in order, with the moment. */
const ARRIVALS: readonly (readonly [string, string, string])[] = [
  ['16 14:00', 'inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16)],
  ['16 14:59:59', 'inbox/2021-08-16/my.csv', mau02('Xã Hoài Mỹ', [40, 7], 16)],
  ['16 15:00:00', 'inbox/2021-08-16/hai.csv', mau02('Xã Hoài Hải', [9, 8], 16)],
  ['16 15:20', 'inbox/2021-08-16/son sua.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16)],
  ['16 15:40', 'inbox/2021-08-16/son hong.csv', mau02('Xã Hoài Sơn', [10, 25], 15)],
  ['16 16:10', 'inbox/2021-08-16/la.csv', mau02('Xã Trên Trời', [5], 16)],
  ['17 09:00', 'inbox/2021-08-16/my lan 2.csv', mau02('Xã Hoài Mỹ', [44, 7], 16)],
  ['17 14:00', 'inbox/2021-08-17/my.csv', mau02('Xã Hoài Mỹ', [50, 7], 17)],
];

const iso = (moment: string): string => {
  const [day, time = ''] = moment.split(' ');
  return `2021-08-${day}T${time.length === 5 ? `${time}:00` : time}`;
};

describe('--as-of', () => {
  it('gives the view that a live run had at each moment, whatever came since', async () => {
    const of = town();
    const seen: { readonly at: string; readonly live: string }[] = [];
    for (const [at, path, content] of ARRIVALS) {
      of.at(at);
      of.put(path, content);
      const { out } = await of.run('aggregate -d 2021-08-16 --json');
      seen.push({ at, live: out });
    }
    of.at('18 08:00');
    for (const { at, live } of seen) {
      const { out } = await of.run(`aggregate -d 2021-08-16 --as-of ${iso(at)} --json --dry-run`);
      expect(JSON.parse(out)).toEqual(JSON.parse(live));
    }
    const units = (n: number) => JSON.parse(seen[n]?.live ?? '').scopes[0].units;
    // To the second: 14:59:59 is in time, 15:00:00 is late under `before`.
    expect(units(7)).toMatchObject([
      { status: 'on-time', minutesLate: 0 },
      { status: 'on-time', minutesLate: 0 },
      { status: 'late', minutesLate: 1 },
    ]);
    expect(units(4)[0].figures.installed.value).toBe(76);
    expect(new Set(seen.map(({ live }) => live)).size).toBeGreaterThan(6);
  });

  it('shows a decision in every view, also in those of moments before it was taken', async () => {
    const of = town();
    of.at('16 14:00');
    of.put('inbox/2021-08-16/la.csv', mau02('Xã Trên Trời', [5], 16));
    await of.run('receive -d 2021-08-16');
    const view = 'aggregate -d 2021-08-16 --as-of 2021-08-16T14:30 --json --dry-run';
    expect(JSON.parse((await of.run(view)).out).files[0].outcome).toBe('undecided');
    of.at('17 08:00');
    await of.run('resolve inbox/2021-08-16/la.csv --unit 103 --reason "gọi hỏi"');
    expect(JSON.parse((await of.run(view)).out).files[0]).toMatchObject({ outcome: 'accepted', unit: '103' });
  });
});
