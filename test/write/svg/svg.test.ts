import { describe, expect, test } from 'vitest';
import { WORDS } from '../../../src/lang/lang.ts';
import { UserError } from '../../../src/model/error.ts';
import { shown } from '../../../src/view/shown.ts';
import { viewPages } from '../../../src/view/travelling.ts';
import { type Rasteriser, writePng } from '../../../src/write/svg/png.ts';
import { writeSvg } from '../../../src/write/svg/svg.ts';
import { typeface } from '../../../src/write/svg/text.ts';
import { sampleInput, sampleSummary } from '../../view/sample.ts';
import { all, type Element, number, treeOf } from '../package/tree.ts';

const book = viewPages(sampleInput());

describe('the picture of the tables', () => {
  const { svg, width, height } = writeSvg(book, WORDS.vi);
  const tree = treeOf(svg);
  const said = all(tree, 'text').map(({ text }) => text);

  test('says every title and every cell of the main tables', () => {
    const words = new Set(said.flatMap((line) => line.split(' ')));
    const tables = book.pages
      .slice(0, 2)
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' && block.main ? block.table : [])),
      );
    expect(tables).toHaveLength(2);
    for (const { columns, rows } of tables) {
      for (const column of columns) {
        const cells = rows.flatMap((row) =>
          'cells' in row ? shown(row.cells[column.id], column, WORDS.vi) : [],
        );
        for (const word of [column.title, ...cells].flatMap((cell) => cell.split(/\s+/)).filter(Boolean))
          expect(words).toContain(word);
      }
    }
  });

  test.each([1, 1.3])(
    'keeps every text inside its cell and the picture (letters %f times as wide)',
    (stretch) => {
      const drawn = writeSvg(book, WORDS.vi, typeface(stretch));
      const root = treeOf(drawn.svg);
      for (const group of all(root, 'g'))
        for (const fault of outside(group, typeface(stretch), drawn.width)) expect(fault).toBe('');
    },
  );

  test('is as large as it says, white, and needs nothing else', () => {
    expect(tree.attributes.get('viewBox')).toBe(`0 0 ${width} ${height}`);
    expect(svg).not.toMatch(/href|<image|<style|<script/);
    const rows = all(tree, 'g').map((group) =>
      Number(/ ([\d.]+)\)/.exec(group.attributes.get('transform') ?? '')?.[1]),
    );
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(Math.max(...rows)).toBeLessThan(height);
  });

  test('shows fills, and bars no longer than their cells', () => {
    expect(svg).toContain('fill="#c6e0b4"');
    expect(svg).toContain('fill="#f4b084"');
  });

  test('writes what senders wrote as text', () => {
    const campaign = { name: '<img src=x>', authority: '' };
    const hostile = viewPages(sampleInput('vi', { summary: { ...sampleSummary(), campaign } }));
    expect(writeSvg(hostile, WORDS.vi).svg).not.toContain('<img');
  });
});

/** Lines that reach out of the cell drawn before them, or out of the picture. */
function outside(group: Element, face: ReturnType<typeof typeface>, width: number): readonly string[] {
  let cell: Element | null = null;
  return group.children.flatMap((element) => {
    if (element.name === 'rect') {
      if (element.attributes.has('stroke')) cell = element;
      return [];
    }
    const length = face(element.text, number(element, 'font-size'), element.attributes.has('font-weight'));
    const anchor = element.attributes.get('text-anchor');
    const x = number(element, 'x');
    const left = anchor === 'end' ? x - length : anchor === 'middle' ? x - length / 2 : x;
    const from = cell === null ? 0 : number(cell, 'x');
    const to = cell === null ? width - 48 : from + number(cell, 'width');
    return left < from || left + length > to ? [element.text] : [];
  });
}

describe('the rasteriser', () => {
  /** Draws nothing; letters are `wide` times as wide as those of Times New Roman, those with marks `marked` times. */
  const fake = (wide: number, marked: number, made: object[] = []): (() => Promise<Rasteriser>) => {
    return async () => ({
      Resvg: class {
        readonly #svg: string;
        constructor(svg: string, options: object) {
          this.#svg = svg;
          made.push(options);
        }
        getBBox() {
          const [line] = all(treeOf(this.#svg), 'text');
          const own = typeface(wide * (/[ắếồ]/.test(line?.text ?? '') ? marked : 1));
          return { width: own(line?.text ?? '', 30, line?.attributes.has('font-weight') === true) };
        }
        render() {
          return { asPng: () => new TextEncoder().encode(this.#svg) };
        }
      },
    });
  };
  const problem = async (load: () => Promise<Rasteriser>, own = book) => {
    const fault = await writePng(own, WORDS.vi, load).catch((error: unknown) => error);
    return fault instanceof UserError ? fault.problem : null;
  };

  test('that is not installed is named, with how to install it', async () => {
    const found = await problem(() => Promise.reject(new Error('Cannot find package')));
    expect(found).toEqual({ kind: 'png-package', package: '@resvg/resvg-js' });
    if (found?.kind !== 'png-package') return;
    for (const words of [WORDS.vi, WORDS.en])
      expect(words.problems['png-package'](found)).toContain('npm install --no-save @resvg/resvg-js');
  });

  test('that has no typeface of its own for the marked letters is refused', async () => {
    expect(await problem(fake(1, 1))).toBeNull();
    expect(await problem(fake(1, 1.2))).toEqual({ kind: 'png-fonts' });
    expect(await problem(fake(0, 1))).toEqual({ kind: 'png-fonts' });
  });

  test('that draws wider letters gets wider columns', async () => {
    const widthIn = async (wide: number) => {
      const svg = new TextDecoder().decode(await writePng(book, WORDS.vi, fake(wide, 1)));
      return number(treeOf(svg), 'width');
    };
    expect(await widthIn(1.25)).toBeGreaterThan((await widthIn(1)) * 1.1);
  });

  test('draws a long picture smaller, and none that could not be read', async () => {
    const { scopes, ...rest } = sampleSummary();
    const long = (times: number) => {
      const grown = scopes.map((scope) => ({
        ...scope,
        units: Array.from({ length: times }, () => scope.units).flat(),
      }));
      return viewPages(sampleInput('vi', { summary: { ...rest, scopes: grown } }));
    };
    const made: object[] = [];
    await writePng(long(20), WORDS.vi, fake(1, 1, made));
    const { fitTo } = made.at(-1) as { fitTo: { value: number } };
    expect(fitTo.value).toBeGreaterThan(0.7);
    expect(fitTo.value).toBeLessThan(2);
    expect(await problem(fake(1, 1), long(200))).toEqual({ kind: 'png-size' });
  });
});
