import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/day/bounds.ts';
import { compareRatios } from '../../src/model/ratio.ts';

const share = (value: number | null, base: number | null, open = false) => ({ value, base, open });

describe('bounds of a rate', () => {
  it('take nobody and everybody of a unit that never reported', () => {
    expect(boundsOf([share(40, 100), share(null, 100, true)])).toEqual({
      low: { num: 40, den: 200 },
      high: { num: 140, den: 200 },
    });
  });

  it('leave a running total at what it was, at least', () => {
    expect(boundsOf([share(40, 100), share(70, 100, true)])).toEqual({
      low: { num: 110, den: 200 },
      high: { num: 140, den: 200 },
    });
    expect(boundsOf([share(120, 100, true)])?.high.num).toBe(120);
  });

  it('are none where nobody is lacking, or a base that matters is unknown', () => {
    expect(boundsOf([share(40, 100)])).toBeNull();
    expect(boundsOf([share(40, 100), share(null, null, true)])).toBeNull();
    expect(boundsOf([])).toBeNull();
  });

  it('leave out who reported and lacks a number, as the total does', () => {
    const bounds = boundsOf([share(40, 100), share(9, null), share(null, 50), share(null, 100, true)]);
    expect(bounds?.low).toEqual({ num: 40, den: 200 });
  });

  it('hold whatever the lacking reports say', () => {
    const unit = fc
      .record({ base: fc.integer({ min: 1, max: 9000 }), open: fc.boolean() })
      .chain(({ base, open }) =>
        fc
          .tuple(fc.integer({ min: 0, max: base }), fc.integer({ min: 0, max: base }))
          .map(([a, b]) => ({ base, open, value: Math.min(a, b), later: Math.max(a, b) })),
      );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1 }), (units) => {
        const bounds = boundsOf(units);
        if (bounds === null) return;
        const num = units.reduce((sum, { open, value, later }) => sum + (open ? later : value), 0);
        const then = { num, den: units.reduce((sum, { base }) => sum + base, 0) };
        expect(compareRatios(bounds.low, then)).toBeLessThanOrEqual(0);
        expect(compareRatios(then, bounds.high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
