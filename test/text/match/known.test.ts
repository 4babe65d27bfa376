import { expect, test } from 'vitest';
import { knownNames } from '../../../src/text/match/known.ts';
import { roster, unit } from '../../model/roster.ts';

test('names and aliases, with and without their kinds', () => {
  const units = roster(
    unit('1', 'Xã Hòa An', 'xã', { aliases: ['X. Hòa An cũ'] }),
    unit('2', 'Phòng Tư pháp', 'cơ quan'),
  );
  expect([...knownNames(units)]).toEqual([
    'xã hoà an',
    'hoà an',
    'x. hoà an cũ',
    'hoà an cũ',
    'phòng tư pháp',
  ]);
});
