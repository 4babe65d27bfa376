import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { TCVN3 } from '../../src/text/tcvn3.ts';

test('the TCVN3 table is that of glibc, letter by letter', () => {
  const letters = [...TCVN3].filter(([, letter]) => /\p{L}/u.test(letter) && letter !== 'µ');
  expect(letters).toHaveLength(90);
  for (const [sign, letter] of letters) {
    const shown = execFileSync('iconv', ['-f', 'TCVN5712-1', '-t', 'UTF-8'], {
      input: Buffer.of(sign.charCodeAt(0)),
    });
    expect(shown.toString('utf8').normalize('NFC')).toBe(letter);
  }
});
