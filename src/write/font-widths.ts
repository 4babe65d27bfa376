/**
 * Widths of Times New Roman in thousandths of its size. Excel fits no row to a merged cell, so the writer itself must know
 * how many lines a text takes.
 */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'", 180],
  ['|', 200],
  [' .,', 250],
  ['/:;ijlt', 278],
  ['!()-[]frI', 333],
  ['Js', 389],
  ['?acezå', 444],
  ['"', 408],
  ['SF', 556],
  ['#$*_0123456789bdghknopquvxyP–', 500],
  ['+<=>', 564],
  ['BELTZ', 630],
  ['CR', 667],
  ['ADGHKNOQUVXYw&', 722],
  ['m', 778],
  ['%', 833],
  ['M', 889],
  ['W@', 944],
  ['—…', 1000],
];

const BY_LETTER = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((one) => [one, width])));
const USUAL = 520;
const BOLD = 1.07;

/** Width of one line of text at a size in points; accents of Vietnamese letters add none. */
export function textWidth(text: string, points: number, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += BY_LETTER.get(letter) ?? measured(letter);
  return (sum * points * (bold ? BOLD : 1)) / 1000;
}

/** Width of a letter with its accents, kept for the next time. */
function measured(letter: string): number {
  const plain = letter
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace('đ', 'd')
    .replace('Đ', 'D');
  const width = [...plain].reduce((sum, each) => sum + (BY_LETTER.get(each) ?? USUAL), 0);
  BY_LETTER.set(letter, width);
  return width;
}

/** Lines that a text takes when it is wrapped at spaces into a width in points. */
export function lineCount(text: string, width: number, points: number, bold = false): number {
  return text
    .split('\n')
    .reduce((lines, paragraph) => lines + paragraphLines(paragraph, width, points, bold), 0);
}

function paragraphLines(text: string, width: number, points: number, bold: boolean): number {
  const space = textWidth(' ', points, bold);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const own = textWidth(word, points, bold);
    if (used > 0 && used + space + own > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? space : 0) + own;
    if (used > width) {
      lines += Math.ceil(used / width) - 1;
      used %= width;
    }
  }
  return lines;
}
