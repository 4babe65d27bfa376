import { address, type Cell, parseAddress, type Sheet } from '../../model/grid.ts';

/**
 * The number that a formula gives, computed from what was typed and never from stored results: sums, rates, roundings,
 * as a summary workbook has them and as people change them. Null for a formula of another kind, or without a number.
 */
export function evaluate(formula: string, sheet: Sheet): number | null {
  const value = compute(formula, cellsOf(sheet), []);
  return value === null || !Number.isFinite(value) ? null : value;
}

type Cells = ReadonlyMap<string, Cell>;

const memo = new WeakMap<Sheet, Cells>();

function cellsOf(sheet: Sheet): Cells {
  const known = memo.get(sheet);
  if (known !== undefined) return known;
  const cells = new Map(
    sheet.rows.flatMap((row) => row.cells.map((cell) => [address(cell.row, cell.col), cell] as const)),
  );
  memo.set(sheet, cells);
  return cells;
}

const TOKENS = /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\d+(?:\.\d+)?|[A-Z]+|">=0"|[-+*/(),]/g;
/** Formulas that point to formulas, at most so deep. */
const DEEPEST = 8;

/** What is left to read of a formula, the cells that it may name, and the formulas around it. */
interface Reader {
  readonly tokens: string[];
  readonly cells: Cells;
  readonly around: readonly string[];
}

/** Null as soon as anything in it is not known. */
function compute(formula: string, cells: Cells, around: readonly string[]): number | null {
  const text = formula.replace(/\s+/g, '').toUpperCase();
  const tokens = text.match(TOKENS) ?? [];
  if (tokens.join('') !== text || around.length > DEEPEST || around.includes(text)) return null;
  const reader: Reader = { tokens: [...tokens], cells, around: [...around, text] };
  const value = readSum(reader);
  return reader.tokens.length === 0 ? value : null;
}

function readSum(reader: Reader): number | null {
  let value = readProduct(reader);
  while (reader.tokens[0] === '+' || reader.tokens[0] === '-') {
    const sign = reader.tokens.shift() === '+' ? 1 : -1;
    const next = readProduct(reader);
    value = value === null || next === null ? null : value + sign * next;
  }
  return value;
}

function readProduct(reader: Reader): number | null {
  let value = readOne(reader);
  while (reader.tokens[0] === '*' || reader.tokens[0] === '/') {
    const isTimes = reader.tokens.shift() === '*';
    const next = readOne(reader);
    value = value === null || next === null ? null : isTimes ? value * next : value / next;
  }
  return value;
}

function readOne(reader: Reader): number | null {
  const token = reader.tokens.shift();
  if (token === undefined) return null;
  if (token === '-') {
    const value = readOne(reader);
    return value === null ? null : -value;
  }
  if (token === '(') {
    const value = readSum(reader);
    return reader.tokens.shift() === ')' ? value : null;
  }
  if (/^\d/.test(token)) return Number(token);
  return /\d$/.test(token) ? (numberAt(token, reader) ?? 0) : readCall(token, reader);
}

/** What a cell counts as: null for text and for nothing. */
function numberAt(token: string, { cells, around }: Reader): number | null {
  const cell = cells.get(token.replaceAll('$', ''));
  if (cell?.formula !== undefined) return compute(cell.formula, cells, around);
  return cell?.value.kind === 'number' ? cell.value.number : null;
}

/** The numbers of a range in order; null for a cell without one. */
function numbersIn(token: string, reader: Reader): readonly (number | null)[] {
  const [from = '', to = from] = token.split(':');
  const [first, last] = [parseAddress(from), parseAddress(to)];
  if (first === null || last === null) return [];
  const numbers: (number | null)[] = [];
  for (let row = first.row; row <= last.row; row += 1) {
    for (let col = first.col; col <= last.col; col += 1) numbers.push(numberAt(address(row, col), reader));
  }
  return numbers;
}

function readCall(name: string, reader: Reader): number | null {
  if (reader.tokens.shift() !== '(') return null;
  if (name === 'SUM') return readSums(reader);
  if (name === 'SUMIF') return readSumIf(reader);
  const values: (number | null)[] = [];
  do values.push(readSum(reader));
  while (reader.tokens[0] === ',' && reader.tokens.shift() !== undefined);
  if (reader.tokens.shift() !== ')') return null;
  const [first, second] = values;
  if (values.some((value) => value === null) || first == null) return null;
  switch (name) {
    case 'ROUND':
      return rounded(first, second ?? 0, 0.5);
    case 'ROUNDUP':
      return rounded(first, second ?? 0, 1);
    case 'MAX':
      return Math.max(...values.map((value) => value ?? 0));
    default:
      return null;
  }
}

/** Away from zero. The tiny part is what floating numbers leave of an exact half or whole. */
function rounded(value: number, digits: number, share: 0.5 | 1): number {
  const power = 10 ** digits;
  const size = Math.abs(value) * power;
  const whole = share === 1 ? Math.ceil(size - 1e-9) : Math.floor(size + 0.5 + 1e-9);
  return (Math.sign(value) * whole) / power;
}

function readSums(reader: Reader): number | null {
  let sum = 0;
  for (;;) {
    const token = reader.tokens[0] ?? '';
    if (token.includes(':')) {
      reader.tokens.shift();
      for (const value of numbersIn(token, reader)) sum += value ?? 0;
    } else {
      const value = readSum(reader);
      if (value === null) return null;
      sum += value;
    }
    const next = reader.tokens.shift();
    if (next === ')') return sum;
    if (next !== ',') return null;
  }
}

/** `SUMIF(range,">=0",summed)`: the rows in which the range holds a number. */
function readSumIf({ tokens, ...rest }: Reader): number | null {
  const [range = '', comma, condition, , summed = '', end] = tokens.splice(0, 6);
  if (comma !== ',' || condition !== '">=0"' || end !== ')') return null;
  const reader = { tokens, ...rest };
  const having = numbersIn(range, reader);
  return numbersIn(summed, reader).reduce<number>(
    (sum, value, n) => ((having[n] ?? -1) >= 0 ? sum + (value ?? 0) : sum),
    0,
  );
}
