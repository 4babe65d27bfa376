import { describe, expect, it } from 'vitest';
import { parseInstant, placeListed, readReceived } from '../../src/load/arrival.ts';
import { formatInstant } from '../../src/model/time.ts';
import { draw } from '../sheet.ts';

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

describe('the lines of received.csv', () => {
  const listed = (...names: string[]) =>
    new Map(names.map((name, n) => [name, { at: n, channel: null, line: n + 2 }]));
  const placed = (names: string[], files: string[]) => {
    const { arrivals, unknown } = placeListed(listed(...names), files);
    return {
      at: [...arrivals].map(([name, { at }]) => `${name} ${at}`),
      unknown: unknown.map(([name]) => name),
    };
  };

  it('name a file letter by letter, else the one that they can only mean', () => {
    expect(placed(['a.xlsx'], ['a.xlsx', 'A.xlsx'])).toEqual({ at: ['a.xlsx 0'], unknown: [] });
    expect(placed(['Hoài Mỹ 16-8.xlsx'], ['Hoài  Mỹ 16-8.xlsx '])).toEqual({
      at: ['Hoài  Mỹ 16-8.xlsx  0'],
      unknown: [],
    });
    expect(placed([' hoà an.xlsx', 'Hòa An.xlsx'], ['Hoà An.xlsx', 'Hòa An.xlsx'])).toEqual({
      at: ['Hòa An.xlsx 1', 'Hoà An.xlsx 0'],
      unknown: [],
    });
  });

  it('that fit two files or none name none', () => {
    expect(placed(['a b.xlsx'], ['A b.xlsx', 'a  b.xlsx'])).toEqual({ at: [], unknown: ['a b.xlsx'] });
    expect(placed(['x'.repeat(5000)], ['a.xlsx']).unknown).toHaveLength(1);
  });

  it('are read whatever one or two spaces stand around their cells', () => {
    const sheet = draw('a').sheets[0];
    if (sheet === undefined) return;
    const row = (index: number, ...texts: string[]) => ({
      index,
      hidden: false,
      cells: texts.map((text, col) => ({
        row: index,
        col,
        value: { kind: 'text' as const, text },
        shown: text,
      })),
    });
    const rows = [
      row(0, ' file', ' received_at ', 'channel'),
      row(1, ' a.xlsx', '  16/8/2021  15:30', ' zalo'),
    ];
    const { arrivals, findings } = readReceived('received.csv', { ...sheet, rows }, ZONE);
    expect(findings).toEqual([]);
    expect([...arrivals.values()]).toMatchObject([
      { at: Date.parse('2021-08-16T15:30+07:00'), channel: 'zalo' },
    ]);
  });
});
