import { describe, expect, it } from 'vitest';
import { ADMIN_LISTS, listOn, mergers, placesOf } from '../../src/load/admin-lists.ts';
import { otherDays } from '../../src/load/other-days.ts';
import { placesNamed } from '../../src/load/places.ts';
import { unitsOver } from '../../src/load/reform.ts';

describe('the administrative lists', () => {
  it.each([
    ['2020-08-14', '2021-08-01'],
    ['2025-02-28', '2021-08-01'],
    ['2025-03-01', '2025-03-01'],
    ['2025-06-30', '2025-03-01'],
    ['2025-07-01', '2026-04-30'],
    ['2027-01-01', '2026-04-30'],
  ])('on %s the one of %s is used', (day, list) => {
    expect(listOn(day).date).toBe(list);
  });

  it('are whole: provinces, districts, communes', () => {
    const counts = ADMIN_LISTS.map((list) => {
      const places = placesOf(list);
      return (['province', 'district', 'commune'] as const).map(
        (tier) => places.filter((p) => p.tier === tier).length,
      );
    });
    expect(counts).toEqual([
      [63, 705, 10_599],
      [63, 696, 10_035],
      [34, 0, 3321],
    ]);
    expect(mergers()).toHaveLength(3321);
  });

  it('every commune of today is in the mergers, and every code there in the list before', () => {
    const today = new Set(placesOf(listOn('2026-05-01')).map(({ code }) => code));
    const before = new Set(placesOf(listOn('2025-03-01')).map(({ code }) => code));
    for (const { code, from } of mergers()) {
      expect(today).toContain(code);
      for (const old of from) if (old.code !== null) expect(before).toContain(old.code);
    }
  });
});

describe('a name of another day', () => {
  const other = otherDays();
  it('is told with what became of it, or what it was made of', () => {
    expect(other('UBND XÃ HOÀI SƠN', '2026-05-11')).toMatchObject({
      since: '2025-07-01',
      later: false,
      units: [{ code: '21655', name: 'Phường Hoài Nhơn Bắc', part: true }],
    });
    const made = other('Phường Hoài Nhơn Bắc', '2021-08-16');
    expect(made).toMatchObject({ later: true });
    expect(made?.units.map(({ name }) => name)).toEqual([
      'Phường Tam Quan Bắc',
      'Xã Hoài Sơn',
      'Xã Hoài Châu Bắc',
    ]);
  });

  it('that no map has is none', () => {
    expect(other('xã Không Có Đâu', '2026-05-11')).toBeNull();
    expect(other('Phòng Tư pháp', '2021-08-16')).toBeNull();
  });
});

it('a roster over the change has both, and the successors that are certain', () => {
  const [place] = placesNamed('district', 'Hoài Nhơn', listOn('2025-06-01'));
  if (place === undefined) throw new Error('no such place');
  const lines = unitsOver(place, { from: '2025-06-16', to: '2025-07-15' }, (into) => `? ${into.join(', ')}`);
  const before = lines.filter(({ validTo }) => validTo === '2025-06-30');
  const after = lines.filter(({ validFrom }) => validFrom === '2025-07-01');
  expect(before).toHaveLength(place.units.length);
  expect(after.map(({ name }) => name)).toEqual([
    'Phường Tam Quan',
    'Phường Bồng Sơn',
    'Phường Hoài Nhơn Bắc',
    'Phường Hoài Nhơn Tây',
    'Phường Hoài Nhơn',
    'Phường Hoài Nhơn Đông',
    'Phường Hoài Nhơn Nam',
  ]);
  const codes = new Set(after.map(({ code }) => code));
  for (const { successor, note } of before)
    expect(successor === undefined ? note : codes.has(successor)).toBeTruthy();
  expect(before.find(({ name }) => name === 'Xã Hoài Sơn')).toMatchObject({ successor: '21655' });
  expect(unitsOver(place, { from: '2025-06-16', to: '2025-06-30' }, () => '')).toEqual(place.units);
});
