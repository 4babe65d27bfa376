import { describe, expect, test } from 'vitest';
import { WORDS } from '../../../src/lang/lang.ts';
import { scanXml } from '../../../src/pack/xml.ts';
import { viewPages } from '../../../src/view/travelling.ts';
import { writeHtml } from '../../../src/write/html/html.ts';
import { sampleInput, sampleSummary } from '../../view/sample.ts';

const html = writeHtml(viewPages(sampleInput()), WORDS.vi);

describe('the page', () => {
  test('needs nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:/);
    expect(html).toContain("default-src 'none'");
  });

  test('has a section for every sheet, and its drawings', () => {
    expect([...html.matchAll(/<section id="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'residents',
      'staff',
      'receipts',
      'trend',
      'findings',
      'sources',
    ]);
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain('<td class="right far">45,12%</td>');
  });

  test('has drawings that are well formed', () => {
    for (const [drawing] of html.matchAll(/<svg .*?<\/svg>/gs)) {
      const xml = scanXml(drawing);
      while (xml.next() !== 'end') {}
    }
  });

  test('writes what senders wrote as text', () => {
    const campaign = { name: '<img src=x onerror=alert(1)>', authority: '' };
    const hostile = writeHtml(
      viewPages(sampleInput('vi', { summary: { ...sampleSummary(), campaign } })),
      WORDS.vi,
    );
    expect(hostile).not.toContain('<img');
    expect(hostile).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('carries no file name', () => {
    expect(html).not.toMatch(/chi Lan|anh Ba|poster\.pdf|inbox/);
  });
});
