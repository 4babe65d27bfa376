import type { Field, Form } from '../../model/form.ts';
import type { FieldPlacement } from '../../model/report.ts';
import { bare, clean, fold } from '../../text/fold.ts';
import { isFiller, labelWords, opposites, sameWord } from './words.ts';

/** How well a text fits the label of a field. */
export interface LabelMatch {
  readonly field: string;
  /** 0.5 to 1; 1 is the official label letter by letter. */
  readonly score: number;
  readonly because: FieldPlacement['because'];
}

/** Two fits nearer than this are a tie: which is meant is not guessed. */
export const TIE = 0.08;
const LEAST = 0.5;
/** Longer texts are prose. */
const LONGEST = 240;

/** The fits of a text with the fields of one form, best first, at most one a field. */
export type Labels = (text: string) => readonly LabelMatch[];

interface Variant {
  readonly field: Field;
  readonly kind: 'label' | 'synonym' | 'fallback';
  readonly clean: string;
  readonly fold: string;
  readonly bare: string;
  readonly words: readonly string[];
  readonly unlike: readonly string[];
  /** How many words of contradiction stand in the label itself. */
  readonly turned: number;
}

type Seen = Pick<Variant, 'clean' | 'fold' | 'bare' | 'words'>;

const memo = new WeakMap<Form, Labels>();
const REMEMBERED = 5000;

/** The labels of a form, ready to be compared with. Texts come again from file to file, so answers are remembered. */
export function labelsOf(form: Form): Labels {
  const known = memo.get(form);
  if (known !== undefined) return known;
  const compare = comparer(form);
  const answers = new Map<string, readonly LabelMatch[]>();
  const labels: Labels = (text) => {
    if (text.length > LONGEST) return [];
    const answer = answers.get(text);
    if (answer !== undefined) return answer;
    if (answers.size >= REMEMBERED) answers.clear();
    const found = compare(text);
    answers.set(text, found);
    return found;
  };
  memo.set(form, labels);
  return labels;
}

function comparer(form: Form): Labels {
  const variants = form.fields.flatMap(variantsOf);
  const byWord = new Map<string, Variant[]>();
  for (const variant of variants) {
    for (const word of new Set(variant.words)) byWord.set(word, [...(byWord.get(word) ?? []), variant]);
  }
  const weigh = weigher(byWord);
  const titles = new Set(form.titles.map((title) => plain(bare(title))));
  return (text) => {
    const words = labelWords(text);
    const near = new Set(words.flatMap((word) => byWord.get(word) ?? []));
    if (near.size === 0 || titles.has(plain(bare(text)))) return [];
    const seen = { clean: clean(text), fold: plain(fold(text)), bare: plain(bare(text)), words };
    const best = new Map<string, LabelMatch>();
    for (const variant of near) {
      const match = compare(seen, variant, weigh);
      if (match.score > (best.get(match.field)?.score ?? LEAST - 1e-9)) best.set(match.field, match);
    }
    return [...best.values()].sort((a, b) => b.score - a.score);
  };
}

function variantsOf(field: Field): Variant[] {
  const unlike = field.unlike.map((each) => labelWords(each).join(' '));
  const variant = (kind: Variant['kind']) => (text: string) => {
    const words = labelWords(text);
    return {
      field,
      kind,
      clean: clean(text),
      fold: plain(fold(text)),
      bare: plain(bare(text)),
      words,
      unlike,
      turned: opposites(words, unlike).length,
    };
  };
  return [
    variant('label')(field.label.vi),
    ...field.synonyms.map(variant('synonym')),
    ...field.fallbacks.map(variant('fallback')),
  ];
}

/** Without punctuation and bullets around it. */
function plain(text: string): string {
  return text.replace(/^[^\p{L}\d(]+|[^\p{L}\d)]+$/gu, '');
}

const EQUAL: Record<Variant['kind'], readonly [fold: number, bare: number, words: number]> = {
  label: [0.99, 0.96, 0.94],
  synonym: [0.95, 0.92, 0.9],
  fallback: [0.75, 0.73, 0.72],
};

function compare(seen: Seen, variant: Variant, weigh: (word: string) => number): LabelMatch {
  const { field, kind } = variant;
  const match = (score: number, because: LabelMatch['because']) => ({ field: field.id, score, because });
  if (kind === 'label' && seen.clean === variant.clean) return match(1, 'official-label');
  const [byFold, byBare, byWords] = EQUAL[kind];
  const equal = kind === 'label' ? 'folded' : 'synonym';
  if (seen.fold === variant.fold) return match(byFold, equal);
  if (seen.bare === variant.bare) return match(byBare, 'folded');
  if (seen.words.join(' ') === variant.words.join(' ')) return match(byWords, 'folded');
  if (opposites(seen.words, variant.unlike).length > variant.turned) return match(0, 'near');
  return match(likeness(seen.words, variant.words, weigh) * byWords * 0.95, 'near');
}

/** Twice the weight of the common words over the weight of all words; 0 where the numerals differ ("mũi 1", "mũi 2"). */
function likeness(
  text: readonly string[],
  label: readonly string[],
  weigh: (word: string) => number,
): number {
  const numerals = label.filter((word) => /^\d+$/.test(word));
  if (numerals.length > 0 && numerals.join() !== text.filter((word) => /^\d+$/.test(word)).join()) return 0;
  const left = [...label];
  let common = 0;
  let all = 0;
  for (const word of text) {
    const at = left.findIndex((each) => sameWord(each, word));
    all += weigh(at === -1 ? word : (left[at] ?? word));
    if (at === -1) continue;
    common += weigh(left[at] ?? word);
    left.splice(at, 1);
  }
  for (const word of label) all += weigh(word);
  return all === 0 ? 0 : (2 * common) / all;
}

const UNKNOWN = 0.35;

/** A word that few fields have tells much; one that all have ("số", "cán bộ"), little. */
function weigher(byWord: ReadonlyMap<string, readonly Variant[]>): (word: string) => number {
  const weights = new Map<string, number>();
  for (const [word, variants] of byWord) {
    const fields = new Set(variants.map(({ field }) => field.id)).size;
    weights.set(word, Math.max(0.2, 1 / fields));
  }
  return (word) => (isFiller(word) ? 0.1 : (weights.get(word) ?? UNKNOWN));
}
