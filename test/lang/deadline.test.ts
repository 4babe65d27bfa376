import { expect, it } from 'vitest';
import { deadline as en } from '../../src/lang/en/deadline.ts';
import { deadline } from '../../src/lang/vi/deadline.ts';

const asOf = '2021-08-16T14:20:00+07:00';

it.each([
  ['2021-08-16T15:00:00+07:00', 'before', 'trước 15 giờ 00 hôm nay', 'before 15:00 today'],
  [
    '2021-08-17T09:30:00+07:00',
    'no-later-than',
    'chậm nhất 9 giờ 30 ngày 17/8/2021',
    'no later than 09:30 on 17 August 2021',
  ],
  ['2021-08-20T00:00:00+07:00', 'before', 'trước ngày 20/8/2021', 'before 20 August 2021'],
  [
    '2021-08-20T23:59:59+07:00',
    'no-later-than',
    'chậm nhất hết ngày 20/8/2021',
    'no later than the end of 20 August 2021',
  ],
] as const)('%s, %s is said as offices say it', (at, rule, vietnamese, english) => {
  expect(deadline({ at, rule, asOf })).toBe(vietnamese);
  expect(en({ at, rule, asOf })).toBe(english);
});
