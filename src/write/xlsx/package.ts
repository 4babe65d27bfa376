import { openZip, unpack } from '../../pack/zip.ts';
import { writeZip } from '../../pack/zip-write.ts';
import { type PlacedBar, withBars } from './bars.ts';
import { type PlacedChart, withCharts } from './charts.ts';
import { FONT } from './style.ts';

/** What we wrote ourselves may be large. */
const OWN = { entries: 10_000, inflated: 2 ** 31, ratio: 100_000 };

/** How exceljs is to write: its own compression would be thrown away here. */
export const UNPACKED = { zip: { compression: 'STORE' } } as const;

/** What exceljs has no words for, or not the right ones. */
export interface SheetDrawings {
  readonly charts: readonly PlacedChart[];
  readonly bars: readonly PlacedBar[];
}

/**
 * Adds charts and bars (by the name of their sheet's part) and packs the parts again, in the order of their names and without
 * the hour of their making, so that the same summary gives the same bytes.
 */
export function finishPackage(bytes: Uint8Array, drawn: ReadonlyMap<string, SheetDrawings>): Uint8Array {
  const zip = openZip(bytes, OWN);
  const parts = new Map(
    zip.entries.filter((entry) => !entry.name.endsWith('/')).map((entry) => [entry.name, unpack(zip, entry)]),
  );
  const charts = new Map([...drawn].map(([sheet, own]) => [sheet, own.charts]));
  const sources = withCharts(parts, charts).map(({ name, contents }) => ({
    name,
    contents: finished(name, contents, drawn.get(name)?.bars ?? []),
  }));
  return writeZip(sources.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1)));
}

function finished(
  name: string,
  contents: Uint8Array | string,
  bars: readonly PlacedBar[],
): Uint8Array | string {
  const text = () => (typeof contents === 'string' ? contents : new TextDecoder().decode(contents));
  if (name === 'xl/styles.xml') return withOwnFont(text());
  return bars.length === 0 ? contents : withBars(text(), bars);
}

/** Readers that look at the first bytes want the list of types first. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}

/** The workbook's normal font, which measures the columns, is the one of its texts. */
function withOwnFont(styles: string): string {
  const own = `<font><sz val="12"/><name val="${FONT}"/><family val="1"/></font>`;
  return styles
    .replace(/(<fonts[^>]*>)<font>.*?<\/font>/s, `$1${own}`)
    .replace(/<font>(.*?)<\/font>/gs, (_, parts: string) => `<font>${inOrder(parts)}</font>`);
}

/** The order that Excel itself keeps (MS-OI29500), though the standard allows any; exceljs puts the colour first. */
const OF_FONT = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

function inOrder(parts: string): string {
  const place = (part: string) => OF_FONT.indexOf(/\w+/.exec(part)?.[0] ?? '');
  return (parts.match(/<[^>]*>/g) ?? []).sort((a, b) => place(a) - place(b)).join('');
}
