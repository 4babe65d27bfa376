import { openZip, unpack } from '../pack/zip.ts';
import { writeZip } from '../pack/zip-write.ts';
import { type PlacedChart, withCharts } from './xlsx-charts.ts';
import { FONT } from './xlsx-style.ts';

/** What we wrote ourselves may be large. */
const OWN = { entries: 10_000, inflated: 2 ** 31, ratio: 100_000 };

/** How exceljs is to write: its own compression would be thrown away here. */
export const UNPACKED = { zip: { compression: 'STORE' } } as const;

/**
 * Adds the charts (by the name of their sheet's part) and packs the parts again, in the order of their names and without
 * the hour of their making, so that the same summary gives the same bytes.
 */
export function finishPackage(
  bytes: Uint8Array,
  charts: ReadonlyMap<string, readonly PlacedChart[]>,
): Uint8Array {
  const zip = openZip(bytes, OWN);
  const parts = new Map(
    zip.entries
      .filter((entry) => !entry.name.endsWith('/'))
      .map((entry) => {
        const contents = unpack(zip, entry);
        return [entry.name, entry.name === 'xl/styles.xml' ? withOwnFont(contents) : contents];
      }),
  );
  const sources = [...withCharts(parts, charts)];
  return writeZip(sources.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1)));
}

/** Readers that look at the first bytes want the list of types first. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}

/** The workbook's normal font, which measures the columns, is the one of its texts. */
function withOwnFont(contents: Uint8Array): Uint8Array {
  const own = `<font><sz val="12"/><name val="${FONT}"/><family val="1"/></font>`;
  const styles = new TextDecoder().decode(contents).replace(/(<fonts[^>]*>)<font>.*?<\/font>/s, `$1${own}`);
  return new TextEncoder().encode(styles);
}
