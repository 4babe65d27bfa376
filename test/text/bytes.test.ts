import { expect, test } from 'vitest';
import { decodeAs } from '../../src/text/bytes.ts';

test('windows-1252 has its punctuation, whatever the machine believes', () => {
  const bytes = Uint8Array.of(0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9f, 0xe0, 0xad);
  for (const label of ['windows-1252', 'iso-8859-1', 'latin1', 'cp1252'])
    expect(decodeAs(label, bytes)).toBe('€…‘’“”•–—Ÿà\u00ad');
  expect(decodeAs('windows-1258', Uint8Array.of(0x80, 0xd0))).toBe('€Đ');
  expect(() => decodeAs('no-such', bytes)).toThrow(RangeError);
});
