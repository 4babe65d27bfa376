import { describe, expect, test } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { installed, typefaceOf, writePng } from '../../src/write/svg/png.ts';
import { writeSvg } from '../../src/write/svg/svg.ts';
import { sampleInput } from '../view/sample.ts';
import { all, treeOf } from '../write/package/tree.ts';

const book = viewPages(sampleInput());
const rasteriser = await installed();
const { Resvg } = rasteriser;
const { family, face } = typefaceOf(rasteriser);
const { svg, width, height } = writeSvg(book, WORDS.vi, face, `'${family}'`);
const FONTS = { font: { loadSystemFonts: true } };

describe('the picture for the chat group', () => {
  test('is a picture, sharp enough for a phone', async () => {
    const bytes = Buffer.from(await writePng(book, WORDS.vi));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
  });

  test('draws no text wider than it was thought to be: nothing is cut', () => {
    const lines = new Map(all(treeOf(svg), 'text').map((line) => [line.text, line]));
    expect(lines.size).toBeGreaterThan(60);
    for (const [line, { attributes }] of lines) {
      const look = ['font-size', 'font-weight', 'font-style'].flatMap((name) =>
        attributes.has(name) ? [`${name}="${attributes.get(name)}"`] : [],
      );
      const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="60" font-family="'${family}'"><text x="0" y="30" ${look.join(' ')}>${line.replaceAll('&', '&amp;')}</text></svg>`;
      const drawn = new Resvg(alone, FONTS).getBBox()?.width ?? 0;
      const thought = face(line, Number(attributes.get('font-size')), attributes.has('font-weight'));
      expect([line, drawn > 0, drawn <= thought + 4]).toEqual([line, true, true]);
    }
  });

  test('leaves its margins white', () => {
    const { pixels, width: across } = new Resvg(svg, FONTS).render() as unknown as {
      pixels: Buffer;
      width: number;
    };
    const inked = (x: number, y: number) => pixels.readUIntBE((y * across + x) * 4, 3) !== 0xffffff;
    for (let y = 0; y < height; y += 1) {
      for (const x of [4, 12, width - 12, width - 4]) expect([x, y, inked(x, y)]).toEqual([x, y, false]);
    }
    for (let x = 0; x < width; x += 1)
      expect([x, inked(x, 3), inked(x, height - 2)]).toEqual([x, false, false]);
  });
});
