import { describe, expect, it } from 'vitest';
import { latest } from '../../src/load/admin-lists.ts';
import { places } from '../../src/load/places.ts';
import { at, DAILY, RESIDENTS_60, sent, unit } from '../model/world.ts';
import { figuresOf, leavesOf, type Office, type World, withAllFiles, withSummaries } from './tree.ts';

/** The nation as its list of today has it: provinces and their communes are real, every number is invented. */
const nation: Office = {
  code: 'VN',
  leaves: [],
  below: places('province', latest()).map(({ code, units }) => ({
    code: `T${code}`,
    leaves: units.map((each, n) =>
      unit(each.code, { name: each.name, kind: each.kind }, n % 11 === 0 ? null : 900 + ((n * 7919) % 5000)),
    ),
    below: [],
  })),
};

const leaves = leavesOf(nation);

/** Most report in time, some late, some not at all or only the day before; a few send twice. */
const reports = leaves.flatMap(({ code }, n) => {
  const path = (day: number, again = '') => `inbox/2021-08-${day}/${code}${again}`;
  // At most 1,800, twice the smallest base: above that a report waits, alone or in a summary.
  const value = 100 + ((n * 104_729) % 1400);
  if (n % 17 === 0) return [];
  const before = sent(code, '15 14:00', value, { path: path(15) });
  if (n % 13 === 0) return [before];
  const time = n % 9 === 0 ? '15:20' : '14:30';
  const one = sent(code, `16 ${time}`, value + (n % 300), { path: path(16) });
  return n % 23 === 0
    ? [before, one, sent(code, '16 15:40', value + 301, { path: path(16, ' again') })]
    : [before, one];
});

const world: World = {
  leafCollect: [{ ...DAILY, from: ['xã', 'phường', 'đặc khu'] }],
  changes: { targets: [RESIDENTS_60] },
  sent: reports,
  day: '2021-08-16',
  asOf: at('16 15:58'),
};

describe('the nation in one run', () => {
  it('has 34 provinces with 3,321 communes', () => {
    expect(nation.below).toHaveLength(34);
    expect(leaves).toHaveLength(3321);
    expect(new Set(leaves.map(({ code }) => code)).size).toBe(3321);
  });

  it('is from 34 summaries what it is from the files of all communes', () => {
    const [above, all] = [withSummaries(nation, world), withAllFiles(nation, world)].map(figuresOf);
    expect(above).toEqual(all);
    const [residents] = all ?? [];
    expect(residents?.completeness).toMatchObject({ expected: 3321 });
    expect(residents?.completeness.late).toBeGreaterThan(100);
    const value = residents?.total.figures.installed?.value;
    const newest = new Map(reports.map(({ unit: code, figures }) => [code, figures.get('installed')?.value]));
    expect(value).toBe([...newest.values()].reduce<number>((sum, each) => sum + (each ?? 0), 0));
  });
});
