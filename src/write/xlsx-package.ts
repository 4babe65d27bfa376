import { openZip, unpack } from '../pack/zip.ts';
import { writeZip, type ZipSource } from '../pack/zip-write.ts';
import { FONT } from './xlsx-style.ts';

/** What we wrote ourselves may be large. */
const OWN = { entries: 10_000, inflated: 2 ** 31, ratio: 100_000 };

/**
 * Packs the parts again, in the order of their names and without the hour of their making, so that the same summary gives
 * the same bytes.
 */
export function finishPackage(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytes, OWN);
  const sources = zip.entries
    .filter((entry) => !entry.name.endsWith('/'))
    .map((entry): ZipSource => {
      const contents = unpack(zip, entry);
      return {
        name: entry.name,
        contents: entry.name === 'xl/styles.xml' ? withOwnFont(contents) : contents,
      };
    });
  return writeZip(sources.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1)));
}

/** Readers that look at the first bytes want the list of types first. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}

/** The workbook's normal font, which measures the columns, is the one of its texts. */
function withOwnFont(contents: Uint8Array): string {
  return new TextDecoder()
    .decode(contents)
    .replace(
      /(<fonts[^>]*>)<font>.*?<\/font>/s,
      `$1<font><sz val="12"/><name val="${FONT}"/><family val="1"/></font>`,
    );
}
