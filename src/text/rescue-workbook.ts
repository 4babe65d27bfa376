import type { Cell, Sheet, Workbook } from '../model/grid.ts';
import { fold } from './fold.ts';
import { aliens, hasOwnLetter, isDense, weigh } from './letters.ts';
import { ENCODINGS, isBetter, type LegacyEncoding, mended, type Rescued, readAs, rescue } from './rescue.ts';
import { symbolShown } from './symbols.ts';

/** Cells (and sheet names) of one encoding, told in one way. */
export interface RescueTally {
  readonly encoding: LegacyEncoding;
  readonly cells: number;
  readonly sure: 'font' | 'letters' | 'roster';
}

interface Located {
  readonly text: string;
  /** Texts of one column tell about each other. */
  readonly column: string;
  readonly font: string | undefined;
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
  const evidence = gather(workbook, known);
  const tallies = new Map<string, RescueTally>();
  const convert = (at: Located): string => {
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

function rescueSheet(sheet: Sheet, convert: (at: Located) => string): Sheet {
  const name = convert({ text: sheet.name, column: 'names', font: undefined });
  let changed = name !== sheet.name;
  const rows = sheet.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const at = locate(sheet, cell);
      const text = at === null ? null : (symbolShown(at.text, at.font) ?? convert(at));
      if (at === null || text === at.text) return cell;
      changed = true;
      return withText(cell, text ?? at.text);
    });
    return cells.every((cell, i) => cell === row.cells[i]) ? row : { ...row, cells };
  });
  return changed ? { ...sheet, name, rows } : sheet;
}

function locate(sheet: Sheet, cell: Cell): Located | null {
  if (cell.value.kind !== 'text') return null;
  return { text: cell.value.text, column: `${sheet.name} ${cell.col}`, font: cell.font };
}

function withText(cell: Cell, text: string): Cell {
  return { ...cell, value: { kind: 'text', text }, shown: text };
}

/** What texts without a telling font say together. */
interface Evidence {
  /** Encodings that made bad words good, the most likely first. */
  readonly present: readonly LegacyEncoding[];
  /** By column and for the whole: texts in that encoding for certain less texts in Unicode for certain. */
  readonly balance: ReadonlyMap<string, number>;
}

const WHOLE = '';

/** Characters that the text of any of these encodings has, and Unicode Vietnamese mostly has not. */
const SUSPECT = /[\u0080-\u00ff\u0102\u0152-\u0192\u02c6-\u2122]/;

function gather(workbook: Workbook, known: ReadonlySet<string>): Evidence {
  const fixed = new Map<
    LegacyEncoding,
    { texts: number; words: Set<string>; dense: boolean; plain: number; foreign: number }
  >();
  const balance = new Map<string, number>();
  const count = (column: string, by: number) => {
    for (const key of [column, WHOLE]) balance.set(key, (balance.get(key) ?? 0) + by);
  };
  for (const { text, column } of texts(workbook)) {
    if (!/[\u0080-\uffff]/.test(text)) continue;
    if (hasOwnLetter(text) || known.has(fold(text))) {
      count(column, -1);
      continue;
    }
    const before = weigh(text);
    if (before.bad.length === 0) continue;
    let any = false;
    for (const encoding of ENCODINGS) {
      const read = readAs(text, encoding);
      const after = read === null ? null : weigh(read);
      if (read === null || after === null || !isBetter(before, after)) continue;
      any = true;
      const tally = fixed.get(encoding) ?? { texts: 0, words: new Set(), dense: false, plain: 0, foreign: 0 };
      for (const word of after.good) tally.words.add(word);
      fixed.set(encoding, {
        texts: tally.texts + 1,
        words: tally.words,
        dense: tally.dense || before.bad.some(isDense),
        plain: tally.plain + after.plain + after.good.length,
        foreign: tally.foreign + after.foreign,
      });
    }
    if (any) count(column, 1);
  }
  const present = [...fixed]
    .filter(
      ([encoding, { words, dense, plain, foreign }]) =>
        plain >= foreign && (encoding === 'mojibake' || dense || words.size >= 2),
    )
    .sort(([, a], [, b]) => b.texts - a.texts || b.words.size - a.words.size)
    .map(([encoding]) => encoding);
  return { present, balance };
}

function* texts(workbook: Workbook): Generator<Located> {
  for (const sheet of workbook.sheets) {
    yield { text: sheet.name, column: 'names', font: undefined };
    for (const row of sheet.rows)
      for (const cell of row.cells) {
        const at = locate(sheet, cell);
        if (at !== null && symbolShown(at.text, at.font) === null) yield at;
      }
  }
}

function rescueOne({ text, column, font }: Located, evidence: Evidence, known: ReadonlySet<string>): Rescued {
  const alone = rescue(text, { font, known });
  if (alone.sure === 'font' || alone.sure === 'roster' || evidence.present.length === 0) return alone;
  if (!SUSPECT.test(text) || hasOwnLetter(text) || known.has(fold(text))) return alone;
  const before = weigh(text);
  // Words that are right as they stand follow their column, or the document where the column is silent.
  const side = evidence.balance.get(column) || evidence.balance.get(WHOLE) || 0;
  if (before.bad.length === 0 && (before.good.length === 0 || side <= 0)) return alone;
  for (const encoding of evidence.present) {
    const read = readAs(text, encoding);
    if (read === null || read === text) continue;
    const after = weigh(read);
    const mends = side > 0 && mended(before, encoding) > 0;
    const better =
      after.bad.length < before.bad.length || (after.bad.length === 0 && before.bad.length === 0);
    const cleaner = after.bad.length === before.bad.length && aliens(read) < aliens(text);
    if (better || mends || cleaner) return { text: read, encoding, sure: 'letters' };
  }
  return alone;
}
