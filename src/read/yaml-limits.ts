import { Lexer } from 'yaml';

/** What an office writes by hand stays far below these; a file beyond them is no campaign's. */
const MOST_CHARACTERS = 1_000_000;
const MOST_LEVELS = 64;
const MOST_ALIASES = 50;

/** Which limit a text meets, and on which line, counted from 1. */
export interface YamlLimit {
  readonly limit: 'size' | 'depth' | 'aliases';
  readonly most: number;
  readonly line: number;
}

/** Looks at the bare signs of a text before anything is built of it; null where it meets no limit. */
export function yamlLimit(text: string): YamlLimit | null {
  if (text.length > MOST_CHARACTERS) {
    const line = text.slice(0, MOST_CHARACTERS).split('\n').length;
    return { limit: 'size', most: MOST_CHARACTERS, line };
  }
  let line = 1;
  let brackets = 0;
  let aliases = 0;
  let steps = 0;
  let atStart = true;
  for (const sign of new Lexer().lex(text)) {
    if (sign === '[' || sign === '{') brackets += 1;
    if (sign === ']' || sign === '}') brackets -= 1;
    if (sign.startsWith('*')) aliases += 1;
    // A level of a block takes a blank at least, or a dash and a blank.
    if (atStart) steps += sign.length;
    if (aliases > MOST_ALIASES) return { limit: 'aliases', most: MOST_ALIASES, line };
    if (brackets > MOST_LEVELS || (atStart && isStep(sign) && steps > 4 * MOST_LEVELS))
      return { limit: 'depth', most: MOST_LEVELS, line };
    atStart = isStep(sign) && atStart;
    if (sign.includes('\n')) {
      line += sign.split('\n').length - 1;
      atStart = true;
      steps = 0;
    }
  }
  return null;
}

function isStep(sign: string): boolean {
  return sign.trim() === '' || sign === '-' || sign === '?';
}
