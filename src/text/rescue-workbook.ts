import type { Cell, Sheet, Workbook } from '../model/grid.ts';
import { fold } from './fold.ts';
import { aliens, hasOwnLetter, type Letters, weigh } from './letters.ts';
import { type LegacyEncoding, mended, type Rescued, readAs, rescue } from './rescue.ts';
import { type ColumnText, type Evidence, gather, SUSPECT } from './rescue-evidence.ts';
import { symbolShown } from './symbols.ts';

/** Cells (and sheet names) of one encoding, told in one way. */
export interface RescueTally {
  readonly encoding: LegacyEncoding;
  readonly cells: number;
  readonly sure: 'font' | 'letters' | 'roster';
}

/**
 * The workbook with every text as Unicode. Fonts decide where they tell; where they do not, the whole document and then
 * the column decide about words that could be either ("Léc An"). `known` holds the folds of the names to be expected.
 * Text that is right stays as it is.
 */
export function rescueWorkbook(
  workbook: Workbook,
  known: ReadonlySet<string>,
): { workbook: Workbook; rescued: readonly RescueTally[] } {
  const evidence = gather(texts(workbook), known);
  const tallies = new Map<string, RescueTally>();
  const convert = (at: ColumnText): string => {
    const result = rescueOne(at, evidence, known);
    if (result.encoding === null || result.sure === null) return result.text;
    const key = `${result.encoding} ${result.sure}`;
    const cells = (tallies.get(key)?.cells ?? 0) + 1;
    tallies.set(key, { encoding: result.encoding, cells, sure: result.sure });
    return result.text;
  };
  const sheets = workbook.sheets.map((sheet) => rescueSheet(sheet, convert));
  return {
    workbook: sheets.every((sheet, i) => sheet === workbook.sheets[i]) ? workbook : { ...workbook, sheets },
    rescued: [...tallies.values()],
  };
}

function rescueSheet(sheet: Sheet, convert: (at: ColumnText) => string): Sheet {
  const name = convert({ text: sheet.name, column: 'names', font: undefined });
  const locate = locator(sheet);
  let changed = name !== sheet.name;
  const rows = sheet.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const at = locate(cell);
      const text = at === null ? null : (symbolShown(at.text, at.font) ?? convert(at));
      if (at === null || text === at.text) return cell;
      changed = true;
      return withText(cell, text ?? at.text);
    });
    return cells.every((cell, i) => cell === row.cells[i]) ? row : { ...row, cells };
  });
  const aside = sheet.aside?.map((line) => {
    const text = convert({ text: line.text, column: 'aside', font: line.font });
    changed ||= text !== line.text;
    return { ...line, text };
  });
  return changed ? { ...sheet, name, rows, ...(aside === undefined ? {} : { aside }) } : sheet;
}

/** Texts of a sheet that may need rescue: those of ASCII are what they are, unless a font draws them otherwise. */
function locator({ name }: Sheet): (cell: Cell) => ColumnText | null {
  const columns: string[] = [];
  return ({ value, col, font }) => {
    if (value.kind !== 'text' || (font === undefined && isAscii(value.text))) return null;
    columns[col] ??= `${name} ${col}`;
    return { text: value.text, column: columns[col], font };
  };
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

function withText(cell: Cell, text: string): Cell {
  return { ...cell, value: { kind: 'text', text }, shown: text };
}

function* texts(workbook: Workbook): Generator<ColumnText> {
  for (const sheet of workbook.sheets) {
    yield { text: sheet.name, column: 'names', font: undefined };
    const locate = locator(sheet);
    for (const row of sheet.rows)
      for (const cell of row.cells) {
        const at = locate(cell);
        if (at !== null && symbolShown(at.text, at.font) === null) yield at;
      }
  }
}

function rescueOne(
  { text, column, font }: ColumnText,
  evidence: Evidence,
  known: ReadonlySet<string>,
): Rescued {
  const alone = rescue(text, { font, known });
  if (alone.sure === 'font' || alone.sure === 'roster' || evidence.present.length === 0) return alone;
  if (!SUSPECT.test(text) || known.has(fold(text))) return alone;
  const main = evidence.main(column);
  if (hasOwnLetter(text)) return rescueWords(text, evidence, main) ?? alone;
  const before = weigh(text);
  const best =
    before.bad.length > 0 ? fewestBad(text, before, evidence, main) : main && inMain(text, before, main);
  return best === null ? alone : { text: best.read, encoding: best.encoding, sure: 'letters' };
}

interface Reading {
  readonly encoding: LegacyEncoding;
  readonly read: string;
}

/** Words that are right as they stand ("Léc An") follow their column, or the document where the column is silent. */
function inMain(text: string, before: Letters, encoding: LegacyEncoding): Reading | null {
  if (before.good.length === 0 && mended(before, encoding) === 0) return null;
  const read = readAs(text, encoding);
  return read === null || read === text || weigh(read).bad.length > 0 ? null : { encoding, read };
}

/** The reading with the fewest words that are no syllables; of equal ones that of the column. Head and body may differ. */
function fewestBad(
  text: string,
  before: Letters,
  { present }: Evidence,
  main: LegacyEncoding | null,
): Reading | null {
  let best: (Reading & { readonly bad: number }) | null = null;
  const order = main === null ? present : [main, ...present];
  for (const encoding of order) {
    const read = readAs(text, encoding);
    if (read === null || read === text) continue;
    const bad = weigh(read).bad.length;
    // Where as much stays strange ("H§ND" is HĐND), the column must speak for it.
    const tied = bad === before.bad.length && encoding === main && aliens(read) < aliens(text);
    const mends = encoding === main && mended(before, encoding) > 0;
    if (bad >= before.bad.length && !tied && !mends) continue;
    if (best === null || bad < best.bad) best = { encoding, read, bad };
  }
  return best;
}

/** A cell that is Unicode for certain in one word may hold others that are not: each is mended by itself. */
function rescueWords(text: string, { present }: Evidence, main: LegacyEncoding | null): Rescued | null {
  let used: LegacyEncoding | null = null;
  const words = text.split(/(\s+)/).map((word) => {
    if (hasOwnLetter(word) || weigh(word).bad.length === 0) return word;
    for (const encoding of main === null ? present : [main, ...present]) {
      const read = readAs(word, encoding);
      const after = weigh(read ?? '');
      if (read === null || after.bad.length > 0 || after.good.length === 0) continue;
      used ??= encoding;
      return read;
    }
    return word;
  });
  return used === null ? null : { text: words.join(''), encoding: used, sure: 'letters' };
}
