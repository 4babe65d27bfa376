/** A glyph on a page: what it stands for, and where, from the lower left corner. */
export interface PageGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of its font on the page. */
  readonly height: number;
}

/** What the pdf library gives of a page: operators by number, with what each is given. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** a b c d e f of the pdf reference: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly [number, number, number, number, number, number];
const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  readonly page: Matrix;
  readonly size: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  /** 1 for 100 %. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

interface Glyph {
  readonly unicode: string;
  /** In thousandths of the font's size. */
  readonly width: number;
  readonly isSpace?: boolean;
}

/**
 * Every glyph that a page draws, with its place (ISO 32000-1, 9.4). The library's own text pieces do not tell where the
 * letters within a piece stand, and take the gap that another font fills for a blank.
 */
export function glyphsOf(
  { fnArray, argsArray }: Operators,
  ops: { readonly [name: string]: number },
): readonly PageGlyph[] {
  const names = new Map(Object.entries(ops).map(([name, number]) => [number, name]));
  const drawn: PageGlyph[] = [];
  const saved: State[] = [];
  let state: State = {
    page: UNCHANGED,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  let line: Matrix = UNCHANGED;
  let at: Matrix = UNCHANGED;
  const move = (x: number, y: number): void => {
    line = times([1, 0, 0, 1, x, y], line);
    at = line;
  };
  for (const [n, operator] of fnArray.entries()) {
    const given = (argsArray[n] ?? []) as readonly unknown[];
    const [first = 0, second = 0] = given as readonly number[];
    switch (names.get(operator)) {
      case 'save':
        saved.push(state);
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        state = saved.pop() ?? state;
        break;
      case 'transform':
        state = { ...state, page: times(matrixOf(given), state.page) };
        break;
      case 'paintFormXObjectBegin':
        saved.push(state);
        if (given[0] != null) state = { ...state, page: times(matrixOf([given[0]]), state.page) };
        break;
      case 'beginText':
        line = UNCHANGED;
        at = UNCHANGED;
        break;
      case 'setFont':
        state = { ...state, size: second };
        break;
      case 'setTextMatrix':
        line = matrixOf(given);
        at = line;
        break;
      case 'moveText':
        move(first, second);
        break;
      case 'setLeadingMoveText':
        state = { ...state, leading: -second };
        move(first, second);
        break;
      case 'nextLine':
        move(0, -state.leading);
        break;
      case 'setLeading':
        state = { ...state, leading: first };
        break;
      case 'setCharSpacing':
        state = { ...state, charSpace: first };
        break;
      case 'setWordSpacing':
        state = { ...state, wordSpace: first };
        break;
      case 'setHScale':
        state = { ...state, stretch: first / 100 };
        break;
      case 'setTextRise':
        state = { ...state, rise: first };
        break;
      case 'showText':
        for (const piece of (given[0] ?? []) as readonly (Glyph | number | null)[]) {
          const advance = advanceOf(piece, state);
          if (typeof piece === 'object' && piece !== null) drawn.push(placed(piece, advance, at, state));
          at = times([1, 0, 0, 1, advance, 0], at);
        }
        break;
    }
  }
  return drawn;
}

function advanceOf(piece: Glyph | number | null, { size, charSpace, wordSpace, stretch }: State): number {
  if (piece === null) return 0;
  if (typeof piece === 'number') return (-piece / 1000) * size * stretch;
  return ((piece.width / 1000) * size + charSpace + (piece.isSpace === true ? wordSpace : 0)) * stretch;
}

function placed({ unicode }: Glyph, advance: number, at: Matrix, { page, size, rise }: State): PageGlyph {
  const [a, b, c, d, x, y] = times([1, 0, 0, 1, 0, rise], times(at, page));
  return {
    text: unicode,
    x,
    y,
    width: Math.hypot(a, b) * Math.abs(advance),
    height: Math.hypot(c, d) * Math.abs(size),
  };
}

/** First `m`, then `n`. */
function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** The library gives a matrix as six numbers, or as one array of them. */
function matrixOf(given: readonly unknown[]): Matrix {
  const [first] = given;
  const numbers = Array.from(
    (typeof first === 'number' ? given : (first as ArrayLike<number>)) as ArrayLike<number>,
  );
  return [0, 1, 2, 3, 4, 5].map((n) => numbers[n] ?? UNCHANGED[n as 0] ?? 0) as unknown as Matrix;
}
