import { describe, expect, test } from 'vitest';
import type { ScopeSummary, UnitLine } from '../../src/model/summary.ts';
import { doubtOf, reachedOnlyBy } from '../../src/view/doubt.ts';
import { unitNote } from '../../src/view/notes.ts';
import { layoutOf } from '../../src/view/scope/layout.ts';
import { scopeRows } from '../../src/view/scope/rows.ts';
import { sampleInput, sampleSummary } from './sample.ts';

const input = sampleInput();
const [residents] = sampleSummary().scopes as [ScopeSummary];
const [model] = residents.units as [UnitLine];

function unit(numerator: number, denominator: number, rest: Partial<UnitLine> = {}): UnitLine {
  const coverage = { measure: 'installed', of: 'smartphone_users', numerator, denominator, percent: 100 };
  const figures = { installed: { value: numerator, date: '2021-08-16', carried: false } };
  const gaps = { 'residents-60': 0, 'residents-90': 0 };
  return { ...model, figures, coverage, coverages: [coverage], gaps, ...rest };
}

function world(...units: UnitLine[]) {
  const sum = (key: 'numerator' | 'denominator') =>
    units.reduce((total, { coverage }) => total + (coverage?.[key] ?? 0), 0);
  const coverage = {
    measure: 'installed',
    of: 'smartphone_users',
    numerator: sum('numerator'),
    denominator: sum('denominator'),
    percent: 1,
    units: units.length,
  };
  return layoutOf(input, {
    ...residents,
    units,
    total: { ...residents.total, coverage, coverages: [coverage] },
  });
}

const tones = (row: ReturnType<typeof scopeRows>[number] | undefined) =>
  row?.role === 'item' ? Object.values(row.cells).map(({ tone }) => tone) : [];

describe('a figure that counts and is doubtful', () => {
  test('above its base: said in the note, without green and without a gap that reads as reached', () => {
    const above = unit(1100, 1000);
    const layout = world(above);
    expect(doubtOf(input, layout, above)).toBe('above-base');
    expect(unitNote(input, layout, above).text).toContain('vượt tổng số');
    const [row] = scopeRows(input, layout);
    expect(tones(row)).not.toContain('reached');
    expect(row?.role === 'item' && row.cells['g:residents-60']?.value).toBeNull();
  });

  test('exactly its base is plain, and green', () => {
    const full = unit(1000, 1000);
    const layout = world(full);
    expect(doubtOf(input, layout, full)).toBeNull();
    expect(tones(scopeRows(input, layout)[0])).toContain('reached');
  });

  test('stands in for more than three days: the note says so; three days are plain', () => {
    const stood = (date: string) =>
      unit(900, 1000, { figures: { installed: { value: 900, date, carried: true } } });
    const old = stood('2021-08-12');
    expect(doubtOf(input, world(old), old)).toBe('stale');
    expect(tones(scopeRows(input, world(old))[0])).not.toContain('reached');
    const recent = stood('2021-08-13');
    expect(doubtOf(input, world(recent), recent)).toBeNull();
  });

  test('brings a total to its target alone, and is then named', () => {
    const reach = { num: 60, den: 100 };
    const pair = { id: 'installed/smartphone_users', measure: 'installed', of: 'smartphone_users' };
    const [above, low] = [unit(1900, 1000), unit(100, 1000)];
    expect(reachedOnlyBy(world(above, low), pair, reach)).toEqual([above]);
    expect(reachedOnlyBy(world(above, unit(900, 1000)), pair, reach)).toEqual([]);
    expect(reachedOnlyBy(world(unit(100, 1000)), pair, reach)).toEqual([]);
  });
});
