import { expect, it } from 'vitest';
import { placeOf } from '../../../src/intake/parse/place.ts';
import type { Placement } from '../../../src/model/report.ts';

it('tells the heading of a column once, not for each of its cells', () => {
  let looks = 0;
  const field = {
    id: 'installed',
    label: { vi: 'Lũy kế', en: 'Running total' },
    fallbacks: [],
    get synonyms() {
      looks += 1;
      return ['Lũy kế đến nay'];
    },
  };
  const placed = { field: 'installed', text: 'Lũy kế (bà Ví Dụ)', column: 4, label: { row: 6, col: 4 } };
  const placement = { form: { fields: [field] }, sheet: 'Sheet1', fields: [placed] } as unknown as Placement;
  for (let row = 7; row < 1000; row += 1)
    expect(placeOf(placement, 'installed', { row, col: 4 }).heading).toBe('Lũy kế');
  expect(looks).toBe(1);
});
