import { fold } from './fold.ts';
import { hasOwnLetter, isDense, weigh } from './letters.ts';
import { remembering } from './remembering.ts';
import { ENCODINGS, isBetter, type LegacyEncoding, readAs } from './rescue.ts';

/** A text of a document, and the column that it stands in: texts of one column tell about each other. */
export interface ColumnText {
  readonly text: string;
  readonly column: string;
  readonly font: string | undefined;
}

/** What texts without a telling font say together. */
export interface Evidence {
  /** Encodings that made bad words good, the most likely first. */
  readonly present: readonly LegacyEncoding[];
  /** Of a column, or of the whole where it is silent: the encoding of most texts, null where more are Unicode. */
  readonly main: (column: string) => LegacyEncoding | null;
}

const WHOLE = '';

/** Characters that the text of any of these encodings has, and Unicode Vietnamese mostly has not. */
export const SUSPECT = /[\u0080-\u00ff\u0102\u0152-\u0192\u02c6-\u2122]/;

/** What an encoding makes of the texts that are no good Vietnamese as they stand. */
interface Tally {
  texts: number;
  readonly words: Set<string>;
  dense: boolean;
  plain: number;
  foreign: number;
}

const USUAL = new Set(
  'xã phường thị trấn thôn ấp huyện của và tên số địa chỉ điện thoại ngày tháng năm ủy uỷ dân cáo đặt đã người nguyễn trần phạm văn'.split(
    ' ',
  ),
);

const MOST_TEXTS = 20_000;

/** A text as it stands and in every encoding that it can have been written in: many come again from file to file. */
const tried = remembering((text) => {
  const readings = ENCODINGS.flatMap((encoding) => {
    const read = readAs(text, encoding);
    return read === null ? [] : [{ encoding, after: weigh(read) }];
  });
  return { before: weigh(text), readings };
}, MOST_TEXTS);

type Side = LegacyEncoding | 'unicode';

/** Reads every text of a document in every encoding. `known` holds the folds of the names to be expected. */
export function gather(texts: Iterable<ColumnText>, known: ReadonlySet<string>): Evidence {
  const fixed = new Map<LegacyEncoding, Tally>();
  const votes = new Map<string, Map<Side, number>>();
  const usual = new Map<LegacyEncoding, number>();
  const vote = (column: string, side: Side) => {
    for (const key of [column, WHOLE]) {
      const own = votes.get(key) ?? new Map<Side, number>();
      votes.set(key, own.set(side, (own.get(side) ?? 0) + 1));
    }
  };
  for (const { text, column } of texts) {
    if (!/[\u0080-\uffff]/.test(text)) continue;
    if (hasOwnLetter(text) || known.has(fold(text))) {
      vote(column, 'unicode');
      continue;
    }
    const { before, readings } = tried(text);
    for (const { encoding, after } of readings) {
      const words = after.good.filter((word) => USUAL.has(word)).length;
      usual.set(encoding, (usual.get(encoding) ?? 0) + words);
      if (!isBetter(before, after)) continue;
      const tally = fixed.get(encoding) ?? { texts: 0, words: new Set(), dense: false, plain: 0, foreign: 0 };
      for (const word of after.good) tally.words.add(word);
      tally.texts += 1;
      tally.dense ||= before.bad.some(isDense);
      tally.plain += after.plain + after.good.length;
      tally.foreign += after.foreign;
      fixed.set(encoding, tally);
      vote(column, encoding);
    }
  }
  // Both give each letter one byte and make syllables of each other's texts: the words that come in every report tell.
  fixed.delete((usual.get('viscii') ?? 0) > (usual.get('tcvn3') ?? 0) ? 'tcvn3' : 'viscii');
  const present = [...fixed]
    .filter(
      ([encoding, { words, dense, plain, foreign }]) =>
        plain >= foreign && (encoding === 'mojibake' || dense || words.size >= 2),
    )
    .sort(([, a], [, b]) => b.texts - a.texts || b.words.size - a.words.size)
    .map(([encoding]) => encoding);
  const ofWhole = mainOf(votes.get(WHOLE), present);
  const main = (column: string): LegacyEncoding | null => {
    const own = mainOf(votes.get(column), present);
    return own === undefined ? (ofWhole ?? null) : own;
  };
  return { present, main };
}

/** The encoding of most texts of a place, null where more are Unicode, undefined where as many speak for both. */
function mainOf(
  votes: ReadonlyMap<Side, number> | undefined,
  present: readonly LegacyEncoding[],
): LegacyEncoding | null | undefined {
  const of = (side: Side) => votes?.get(side) ?? 0;
  const [best] = present.toSorted((a, b) => of(b) - of(a));
  const net = best === undefined ? 0 : of(best) - of('unicode');
  return net === 0 ? undefined : net > 0 ? best : null;
}
