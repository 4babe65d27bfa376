import { describe, expect, test } from 'vitest';
import { WORDS } from '../../../src/lang/lang.ts';
import { scanXml } from '../../../src/pack/xml.ts';
import { openZip, unpack } from '../../../src/pack/zip.ts';
import { viewPages } from '../../../src/view/travelling.ts';
import { writeDocx } from '../../../src/write/docx/docx.ts';
import { sampleInput, sampleSummary } from '../../view/sample.ts';

const bytes = writeDocx(viewPages(sampleInput()), WORDS.vi);

function parts(package_: Uint8Array): ReadonlyMap<string, string> {
  const zip = openZip(package_, { entries: 100, inflated: 1e8, ratio: 1e4 });
  return new Map(zip.entries.map((entry) => [entry.name, new TextDecoder().decode(unpack(zip, entry))]));
}

/** The document as lines: a paragraph each, cells of a row between bars. */
function lines(document: string): string {
  return document
    .replace(/<\/w:p><\/w:tc><w:tc>/g, ' | ')
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\n{2,}/g, '\n');
}

describe('the report in words', () => {
  test('reads as it should', async () => {
    await expect(lines(parts(bytes).get('word/document.xml') ?? '')).toMatchFileSnapshot(
      '../expected/report.txt',
    );
  });

  test('reads as it should in English', async () => {
    const english = writeDocx(viewPages(sampleInput('en')), WORDS.en);
    await expect(lines(parts(english).get('word/document.xml') ?? '')).toMatchFileSnapshot(
      '../expected/report-en.txt',
    );
  });

  test('is made of well-formed parts', () => {
    for (const [, part] of parts(bytes)) {
      const xml = scanXml(part);
      while (xml.next() !== 'end') {}
    }
  });

  test('shows page numbers from page 2 on, A4, with the margins of the decree', () => {
    const document = parts(bytes).get('word/document.xml');
    expect(document).toContain('<w:titlePg/>');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(document).toContain('w:top="1134" w:right="851" w:bottom="1134" w:left="1701"');
  });

  test('gives the same bytes twice, and carries no file name', () => {
    expect(Buffer.from(writeDocx(viewPages(sampleInput()), WORDS.vi)).equals(Buffer.from(bytes))).toBe(true);
    expect([...parts(bytes).values()].join('\n')).not.toMatch(/chi Lan|anh Ba|poster\.pdf|inbox/);
  });

  test('writes names as text', () => {
    const campaign = { name: 'A </w:t> & "B"', authority: '' };
    const odd = writeDocx(
      viewPages(sampleInput('vi', { summary: { ...sampleSummary(), campaign } })),
      WORDS.vi,
    );
    expect(parts(odd).get('word/document.xml')).toContain('a &lt;/w:t&gt; &amp; &quot;B&quot;');
  });
});
