import { HAS_PACKAGES } from '../../installed.ts';
import type { Words } from '../../lang/lang.ts';
import { UserError } from '../../model/error.ts';
import type { SummaryPages } from '../../view/page.ts';
import type { Travelling } from '../../view/travelling.ts';
import { writeSvg } from './svg.ts';
import { FAMILIES, type Typeface, text, typeface } from './text.ts';

/** Optional: who wants pictures installs it. */
const RASTERISER = '@resvg/resvg-js';

/** The little of it that is used. */
export interface Rasteriser {
  readonly Resvg: new (
    svg: string,
    options: object,
  ) => {
    getBBox(): { readonly width: number } | undefined;
    render(): { asPng(): Uint8Array };
  };
}

/** Dots for a point: sharp on a phone. Long pictures have fewer, and none is longer than phones show. */
const SHARPEST = 2;
const COARSEST = 0.7;
const LONGEST = 12_000;

const FONTS = { font: { loadSystemFonts: true } };

/**
 * The tables of the scopes as one picture. Throws a UserError where the rasteriser is not installed, the machine has no
 * typeface, or there are more units than a picture can show.
 */
export async function writePng(
  book: Travelling<SummaryPages>,
  words: Words,
  load: () => Promise<Rasteriser> = installed,
): Promise<Uint8Array> {
  const rasteriser = await load().catch(() => {
    throw new UserError(HAS_PACKAGES ? { kind: 'png-package', package: RASTERISER } : { kind: 'png-app' });
  });
  const { family, face } = typefaceOf(rasteriser);
  const { svg, height } = writeSvg(book, words, face, `'${family}'`);
  const zoom = Math.min(SHARPEST, LONGEST / height);
  if (zoom < COARSEST) throw new UserError({ kind: 'png-size' });
  return new rasteriser.Resvg(svg, { ...FONTS, fitTo: { mode: 'zoom', value: zoom } }).render().asPng();
}

/** The typeface that this machine draws with. Throws a UserError where it has none with the letters of Vietnamese. */
export function typefaceOf(rasteriser: Rasteriser): { readonly family: string; readonly face: Typeface } {
  const family = familyOf(rasteriser);
  return { family, face: typeface(stretchOf(rasteriser, family)) };
}

/** The package by its name, so that neither types nor bundle ask for it. Rejects where it is not installed. */
export async function installed(): Promise<Rasteriser> {
  const name: string = RASTERISER;
  return import(/* @vite-ignore */ name) as Promise<Rasteriser>;
}

/** Letters that are as wide as the ones under their marks, where one typeface has both. */
const BARE = 'aaaa eeee oooo Aiu';
const MARKED = 'ắấằầ ếềểễ ốồổỗ Aiu';

/** The first typeface of the machine that has the letters of Vietnamese itself, in bold as well: what is lent from another is wider. */
function familyOf(rasteriser: Rasteriser): string {
  const found = FAMILIES.find((family) =>
    [false, true].every((bold) => {
      const [bare, marked] = [BARE, MARKED].map((line) => widthOf(rasteriser, line, family, bold));
      return bare !== undefined && marked !== undefined && bare > 0 && Math.abs(marked / bare - 1) < 0.03;
    }),
  );
  if (found === undefined) throw new UserError({ kind: 'png-fonts' });
  return found;
}

const PROBES = ['0123456789', '12.345 (67,89%)', 'Đơn vị: Phường Tam Quan Bắc', 'TT CBCCVC ĐTTM', BARE];

/** How much wider than Times New Roman a typeface draws at most; never less than 1. */
function stretchOf(rasteriser: Rasteriser, family: string): number {
  const known = typeface();
  return Math.max(
    1,
    ...PROBES.flatMap((line) =>
      [false, true].map((bold) => widthOf(rasteriser, line, family, bold) / known(line, PROBE_SIZE, bold)),
    ),
  );
}

const PROBE_SIZE = 30;

function widthOf({ Resvg }: Rasteriser, line: string, family: string, bold: boolean): number {
  const drawn = text(line, 0, PROBE_SIZE, { size: PROBE_SIZE, bold });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="60" font-family="'${family}'">${drawn}</svg>`;
  return new Resvg(svg, FONTS).getBBox()?.width ?? 0;
}
