import type { CellValue } from '../model/grid.ts';
import { clean } from './fold.ts';
import { type Convention, conventionOf, parseNumeral } from './number/numeral.ts';
import { readPhrase } from './number/phrase.ts';
import { readSpelled } from './number/spelled.ts';

/** What a cell, or nothing, gives as a number of persons. */
export type CountReading =
  | { readonly kind: 'blank' }
  /** `note`: the number stood among words that only name what is counted ("200 người"). */
  | { readonly kind: 'count'; readonly value: number; readonly note?: 'with-words' }
  | CountFault;

export type CountFault =
  | {
      readonly kind: 'fault';
      readonly code:
        | 'value/not-a-number'
        | 'value/negative'
        | 'value/not-whole'
        | 'value/percentage'
        | 'value/error-value'
        | 'value/formula-uncomputed';
    }
  | {
      readonly kind: 'fault';
      readonly code: 'value/ambiguous-number';
      readonly readings: readonly [number, number];
    }
  | { readonly kind: 'fault'; readonly code: 'value/approximate'; readonly number: number };

/**
 * The cells of one column (or one labelled value) as counts of persons: whole, not negative, safe integers. One reading
 * a cell, in order; null is a cell that is not there.
 *
 * A point groups thousands (`1.234` is 1234) and a comma divides (`42,85`), as Vietnamese offices write. `1,234` alone
 * has two readings, unless another cell of the column shows which mark divides in it. A cell that a program stored as
 * 1.234 was probably typed as 1234, so it has two readings too. Nothing is guessed: words alone for numbers, letters for
 * digits and `1e3` are faults; dashes and dotted lines are blank. Words beside digits ("20 (hai mươi)") must say the
 * same number. `scale` is what one of the column stands for: 100 under "trăm người".
 */
export function readCounts(cells: readonly (CellValue | null)[], scale = 1): readonly CountReading[] {
  const convention = conventionOf(cells.map((cell) => (cell?.kind === 'text' ? clean(cell.text) : '')));
  const how = { convention, scale };
  return cells.map((cell) => (cell === null ? { kind: 'blank' } : readOne(cell, how)));
}

interface How {
  readonly convention: Convention;
  /** What one of the column stands for: 100 under "trăm người". */
  readonly scale: number;
}

/** One cell without a column around it. */
export function readCount(cell: CellValue | null): CountReading {
  return readCounts([cell])[0] ?? { kind: 'blank' };
}

function readOne(cell: CellValue, how: How): CountReading {
  switch (cell.kind) {
    case 'number':
      return cell.percent ? fault('value/percentage') : readStored(cell.number * how.scale);
    case 'text':
      return readText(cell.text, how);
    case 'error':
      return fault('value/error-value');
    case 'uncomputed':
      return fault('value/formula-uncomputed');
    case 'date':
    case 'boolean':
      return fault('value/not-a-number');
  }
}

/** A number that the program stored as one; formulas leave tiny remainders. */
function readStored(number: number): CountReading {
  if (!Number.isFinite(number)) return fault('value/not-a-number');
  const whole = Math.round(number);
  if (Math.abs(number - whole) < 1e-9) return wholeCount(whole);
  if (number < 0) return fault('value/negative');
  const thousandfold = Math.round(number * 1000);
  const threeDecimals = Math.abs(number * 1000 - thousandfold) < 1e-6 && thousandfold % 10 !== 0;
  return threeDecimals && number >= 1 && number < 1000
    ? { kind: 'fault', code: 'value/ambiguous-number', readings: [thousandfold, number] }
    : fault('value/not-whole');
}

/** Dotted lines of a blank form, around what was written on them ("…05… người"). */
const LEADERS = /(?<![\d.…_][ ]?)[.…_]*(?:[._]{2}|…)[.…_]*|[.…_]*(?:[._]{2}|…)[.…_]*(?![ ]?[\d.…_])/g;
/** Placeholders of blank forms and the ways to leave a cell visibly empty. */
const EMPTY = /^[-–—_.…·/\\ ]*$/;
const ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i;

function readText(raw: string, how: How): CountReading {
  const text = clean(clean(raw).replace(LEADERS, ' ').trim())
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/^['’‘]\s*/, '');
  if (EMPTY.test(text)) return { kind: 'blank' };
  if (ERROR.test(text)) return fault('value/error-value');
  const numeral = readNumeral(text, how);
  if (numeral !== null) return numeral;
  const spelled = readSpelled(text);
  if (spelled !== null) return sameTwice(readNumeral(spelled.numeral, how), spelled.words);
  const phrase = readPhrase(text);
  if (phrase === null) return fault('value/not-a-number');
  const inner = readNumeral(phrase.numeral, how);
  if (phrase.kind === 'percentage')
    return inner === null ? fault('value/not-a-number') : fault('value/percentage');
  if (inner?.kind !== 'count') return inner ?? fault('value/not-a-number');
  if (phrase.kind === 'with-words') return { kind: 'count', value: inner.value, note: 'with-words' };
  return { kind: 'fault', code: 'value/approximate', number: inner.value * phrase.times };
}

/** The number in digits and in words is one number, or nobody knows which of the two was meant. */
function sameTwice(numeral: CountReading | null, words: number): CountReading {
  if (numeral?.kind === 'fault' && numeral.code === 'value/ambiguous-number')
    return numeral.readings.includes(words) ? { kind: 'count', value: words, note: 'with-words' } : numeral;
  if (numeral?.kind !== 'count') return numeral ?? fault('value/not-a-number');
  return numeral.value === words
    ? { kind: 'count', value: words, note: 'with-words' }
    : { kind: 'fault', code: 'value/ambiguous-number', readings: [numeral.value, words] };
}

/** A text that is a numeral and nothing else, or null. */
function readNumeral(text: string, { convention, scale }: How): CountReading | null {
  const signed = /^([-−–+]) ?(?=[\d.,])|^\(([^()]+)\)$/.exec(text);
  const negative = signed !== null && signed[1] !== '+';
  const body = signed === null ? text : (signed[2] ?? text.slice(signed[0].length));
  const numeral = parseNumeral(body, convention);
  if (numeral === null) return null;
  if (numeral.kind === 'two')
    return {
      kind: 'fault',
      code: 'value/ambiguous-number',
      readings: [numeral.readings[0] * scale, numeral.readings[1] * scale],
    };
  if (negative && numeral.value !== 0) return fault('value/negative');
  const whole = Math.round(numeral.value * scale);
  const isWhole = scale === 1 ? whole === numeral.value : Math.abs(numeral.value * scale - whole) < 1e-9;
  return isWhole ? wholeCount(whole) : fault('value/not-whole');
}

function wholeCount(value: number): CountReading {
  if (value < 0) return fault('value/negative');
  return Number.isSafeInteger(value) ? { kind: 'count', value: value + 0 } : fault('value/not-a-number');
}

function fault(
  code: Exclude<CountFault['code'], 'value/ambiguous-number' | 'value/approximate'>,
): CountFault {
  return { kind: 'fault', code };
}
