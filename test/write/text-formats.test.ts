import { describe, expect, test } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import type { Summary } from '../../src/model/summary.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { writeCsv } from '../../src/write/csv.ts';
import { writeJson } from '../../src/write/json.ts';
import { writeMarkdown } from '../../src/write/markdown.ts';
import { sampleInput, sampleSummary } from '../view/sample.ts';

describe('csv', () => {
  test('has codes and numbers, one line a unit and a total', async () => {
    await expect(writeCsv(sampleSummary())).toMatchFileSnapshot('expected/sample.csv');
  });

  test('begins with a byte order mark and cannot start a formula', () => {
    const [residents] = sampleSummary().scopes;
    const [unit] = residents?.units ?? [];
    if (residents === undefined || unit === undefined) throw new Error('no unit');
    const hostile: Summary = {
      ...sampleSummary(),
      scopes: [{ ...residents, units: [{ ...unit, name: '=HYPERLINK("http://x","Xã, phường")' }] }],
    };
    const text = writeCsv(hostile);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""Xã, phường"")"`);
    expect(text.split('\r\n')[1]).toContain(',60,');
  });
});

describe('markdown', () => {
  test('reads as it should', async () => {
    const text = writeMarkdown(viewPages(sampleInput()), WORDS.vi);
    await expect(text).toMatchFileSnapshot('expected/sample-md.txt');
    expect(text).not.toContain('chi Lan');
  });
});

describe('json', () => {
  test('is the summary itself, and ends with a line feed', () => {
    const text = writeJson(sampleSummary());
    expect(JSON.parse(text)).toEqual(sampleSummary());
    expect(text.endsWith('}\n')).toBe(true);
  });
});
