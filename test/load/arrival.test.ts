import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/load/arrival.ts';
import { formatInstant } from '../../src/model/time.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

describe('a moment as it is written', () => {
  it.each([
    ['2021-08-16T14:05', '2021-08-16T14:05:00+07:00'],
    ['2021-08-16 14:05:09', '2021-08-16T14:05:09+07:00'],
    ['2021-08-16T07:05:00Z', '2021-08-16T14:05:00+07:00'],
    ['2021-08-16T16:05:00+0900', '2021-08-16T14:05:00+07:00'],
    ['16/8/2021 14:05', '2021-08-16T14:05:00+07:00'],
    ['16/08/2021 14:05:09', '2021-08-16T14:05:09+07:00'],
    ['16/8/2021, 14h05', '2021-08-16T14:05:00+07:00'],
    ['14h05 16/8/2021', '2021-08-16T14:05:00+07:00'],
    ['9:05 ngày 16/8/2021', '2021-08-16T09:05:00+07:00'],
  ])('%s', (text, expected) => {
    expect(formatInstant(parseInstant(text, ZONE) ?? 0, ZONE)).toBe(expected);
  });

  it.each([
    '',
    '2021-08-16',
    '16/8/2021',
    '14:05',
    '16/8/2021 24:05',
    '31/6/2021 14:05',
    '16/8/2021 14:60',
    'chiều 16/8/2021',
  ])('"%s" tells none', (text) => {
    expect(parseInstant(text, ZONE)).toBeNull();
  });
});
