import { decodeAs } from '../text/bytes.ts';
import { utf16Order } from './utf16.ts';

export interface CsvText {
  readonly text: string;
  /**
   * `bytes`: no Unicode at all. The text then has one character a byte (windows-1252), as cells in an old font have it, so that what
   * rescues those (text/) rescues these: nothing is lost here, and nothing is guessed.
   */
  readonly encoding: 'utf-8' | 'utf-16' | 'bytes';
}

/** The text of a file without a mark at its head. */
export function decodeCsv(bytes: Uint8Array): CsvText {
  const order = utf16Order(bytes);
  if (order !== null) return { text: new TextDecoder(order).decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return mostlyUtf8(text)
      ? { text, encoding: 'utf-8' }
      : { text: decodeAs('windows-1252', bytes), encoding: 'bytes' };
  }
}

/** A file cut in the middle of a letter, or patched by hand, is still UTF-8: by far most of its letters are sound. */
function mostlyUtf8(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return sound > broken * 20;
}

const SEPARATORS = ['\t', ';', ',', '|'] as const;

/** Lines looked at; a letterhead is shorter. */
const LOOKED_AT = 200;

/** What stands between the fields, or null when each line is one field. `text` is looked at outside quotes. */
export function findSeparator(text: string): string | null {
  const counts = countSeparators(text);
  let best: string | null = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    const widths = counts.map((line) => line.get(separator) ?? 0);
    const score = scoreOf(widths, separator === ',');
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/**
 * How many fields the lines of the most frequent width divide. Commas also stand in sentences and addresses: they divide only where
 * a third of the lines agree, or four fields do.
 */
function scoreOf(widths: readonly number[], strict: boolean): number {
  const lines = new Map<number, number>();
  for (const width of widths) if (width > 0) lines.set(width, (lines.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of lines) {
    const agreed = !strict || count * 3 >= widths.length || width >= 3;
    // Lines that agree weigh more than wide ones: an address has several commas, but each its own number.
    if (agreed) score = Math.max(score, count * count * width);
  }
  return score;
}

/** Separators a line, for lines that are not blank. A quote opens only at the start of a field; line ends within quotes are text. */
function countSeparators(text: string): readonly ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = [];
  let line = new Map<string, number>();
  let quoted = false;
  let fresh = true;
  let blank = true;
  for (const mark of text.slice(0, 200_000)) {
    if (mark === '"') {
      if (quoted || fresh) quoted = !quoted;
      fresh = quoted;
      blank = false;
    } else if (quoted) continue;
    else if (mark === '\n' || mark === '\r') {
      if (!blank) lines.push(line);
      if (lines.length === LOOKED_AT) return lines;
      [line, blank, fresh] = [new Map(), true, true];
    } else {
      fresh = mark === '\t' || mark === ';' || mark === ',' || mark === '|';
      if (fresh) line.set(mark, (line.get(mark) ?? 0) + 1);
      if (fresh || mark.trim() !== '') blank = false;
    }
  }
  if (!blank) lines.push(line);
  return lines;
}
