import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeXlsx } from '../../src/write/xlsx/xlsx.ts';
import { type Grown, grownBook } from './grown.ts';
import { faultsOf } from './package/package.ts';

const PLAIN: Grown = {
  units: 20,
  days: 2,
  residents: 'daily',
  staff: 'none',
  bases: 'none',
  targets: 0,
  deadlines: true,
  sending: 8,
  exempt: false,
  longNames: false,
};

const every = fc.constantFrom('daily', 'once', 'none');
const grown: fc.Arbitrary<Grown> = fc.record({
  units: fc.integer({ min: 0, max: 12 }),
  days: fc.integer({ min: 1, max: 40 }),
  residents: every,
  staff: every,
  bases: fc.constantFrom('all', 'some', 'none'),
  targets: fc.integer({ min: 0, max: 5 }),
  deadlines: fc.boolean(),
  sending: fc.integer({ min: 0, max: 10 }),
  exempt: fc.boolean(),
  longNames: fc.boolean(),
});

const faults = async (each: Grown) => faultsOf(await writeXlsx(grownBook(each)));

describe('whatever a campaign is like, its summary is written, and is as the standard has it', () => {
  test('whatever it asks of whom, and however many days it has run', async () => {
    await fc.assert(
      fc.asyncProperty(grown, async (each) => {
        expect(await faults(each)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test.each<Partial<Grown>>([
    { units: 20 },
    { units: 250 },
    { units: 25, days: 31, bases: 'all', targets: 2 },
    { units: 5, days: 90, staff: 'once' },
    { units: 2, days: 12, staff: 'daily', bases: 'all', targets: 3, sending: 1 },
    { units: 3, residents: 'none' },
  ])('%o', async (change) => {
    expect(await faults({ ...PLAIN, ...change })).toEqual([]);
  });
});
