/**
 * Number format codes (`#,##0`, `dd/mm/yyyy`, `[h]:mm`): what they make of a number, and how they show it on a Vietnamese machine,
 * with dots between thousands and a comma before decimals.
 */
export interface NumberCode {
  readonly kind: 'number' | 'percent' | 'date';
  /** For `date`: which parts are seen. */
  readonly date: boolean;
  readonly time: boolean;
  /** `[h]:mm` counts hours beyond a day. */
  readonly elapsed: boolean;
  /** For positive, negative and zero numbers; null shows a plain number. */
  readonly sections: readonly (Section | null)[];
}

/** One section of a code: the pieces in order, and what they do to the digits. */
export interface Section {
  readonly pieces: readonly Piece[];
  readonly decimals: { readonly least: number; readonly most: number };
  readonly integers: number;
  readonly grouped: boolean;
  /** Power of ten that the number is multiplied by: 2 for `%`, -3 for each trailing comma. */
  readonly shift: number;
}

/** A literal, or one place of the integer part (`0`, `#`, `?`), or the whole decimal part. */
export type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit' }
  | { readonly kind: 'decimals' };

const PLAIN: NumberCode = { kind: 'number', date: false, time: false, elapsed: false, sections: [] };

/** Excel itself allows 255 characters; what is longer was written to be slow. */
const LONGEST = 1000;

export function readCode(code: string): NumberCode {
  if (code.length > LONGEST) return PLAIN;
  const first = splitSections(code);
  const bare = (first[0] ?? '').replace(/"[^"]*"?|\\.|[_*]./g, '');
  const elapsed = /\[(h+|m+|s+)\]/i.test(bare);
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace(/am\/pm|a\/p/gi, 'h');
  // Seconds may have decimals; any other place for digits makes it a number.
  const digits = /[0#?]/.test(letters.replace(/s\.0+/gi, 's'));
  if (elapsed || (/[ymdhs]/i.test(letters) && !digits && !/general|standard/i.test(letters))) {
    const time = elapsed || /[hs]/i.test(letters);
    const date = !elapsed && (/[yd]/i.test(letters) || !time);
    return { ...PLAIN, kind: 'date', date, time, elapsed };
  }
  const sections = first.slice(0, 3).map(readSection);
  return { ...PLAIN, kind: /%/.test(bare) ? 'percent' : 'number', sections };
}

function splitSections(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;])+|^$/g) ?? [];
}

/** Null for codes that are shown as a plain number: General, text, fractions, powers of ten, conditions. */
function readSection(code: string): Section | null {
  if (/general|standard|[eE][+-]|[0#?]\s*\/\s*[0#?\d]|\[[<>=]/i.test(code.replace(/"[^"]*"?|\\./g, '')))
    return null;
  const pieces: Piece[] = [];
  let fraction: { least: number; most: number } | null = null;
  let integers = 0;
  let places = 0;
  let commas = 0;
  let grouped = false;
  let shift = 0;
  for (const [token] of code.matchAll(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]|./gsu)) {
    if (token === '0' || token === '#' || token === '?') {
      if (fraction !== null) {
        fraction.most += 1;
        if (token === '0') fraction.least = fraction.most;
        continue;
      }
      if (commas > 0) grouped = true;
      commas = 0;
      places += 1;
      if (token === '0') integers += 1;
      pieces.push({ kind: 'digit' });
    } else if (token === '.' && fraction === null) {
      fraction = { least: 0, most: 0 };
      pieces.push({ kind: 'decimals' });
    } else if (token === ',' && places > 0) commas += 1;
    else if (token === '@') return null;
    else {
      if (token === '%') shift += 2;
      const text = literal(token);
      if (text !== '') pieces.push({ kind: 'literal', text });
    }
  }
  return {
    pieces,
    decimals: fraction ?? { least: 0, most: 0 },
    integers,
    grouped,
    shift: shift - 3 * commas,
  };
}

function literal(token: string): string {
  if (token.startsWith('"')) return token.replaceAll('"', '');
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('_')) return ' ';
  if (token.startsWith('*')) return '';
  // `[$₫-42A]` shows its sign; colours and conditions show nothing.
  if (token.startsWith('[')) return /^\[\$([^\]-]*)/.exec(token)?.[1] ?? '';
  return token;
}

/** Codes that a workbook uses by number alone. 27–36 and 50–58 are dates of East Asian editions. */
export const BUILT_IN_CODES: { readonly [id: number]: string } = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0',
  6: '#,##0',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;(#,##0)',
  39: '#,##0.00 ;(#,##0.00)',
  40: '#,##0.00 ;(#,##0.00)',
  41: '#,##0 ;(#,##0);"-"',
  42: '#,##0 ;(#,##0);"-"',
  43: '#,##0.00 ;(#,##0.00);"-"',
  44: '#,##0.00 ;(#,##0.00);"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'dd/mm/yyyy'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm'])),
};
