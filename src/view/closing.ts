import type { Closing, Points } from '../day/closing.ts';
import { group } from '../day/grouping.ts';
import type { Words } from '../lang/lang.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { shortHash } from './anonymous.ts';
import { whatOf } from './message.ts';

/** "Since the file before: …", as one sentence. */
export function sinceOf(points: Points, words: Words): string {
  return words.annotation.closing.since(countsOf(points, words));
}

/** How many points were fixed, remain and are new. Like points on cells under one another are one. */
function countsOf(points: Points, words: Words): string {
  const [fixed, remains, fresh] = [points.fixed, points.remains, points.fresh].map(
    (each) => group(each).length,
  );
  return words.annotation.closing.counts(fixed ?? 0, remains ?? 0, fresh ?? 0);
}

/** One closing as a person is told it: whose, which files, and its points. */
export interface ClosingView {
  readonly title: string;
  readonly counts: string;
  readonly points: readonly { readonly kind: 'fixed' | 'remains' | 'fresh'; readonly text: string }[];
}

export function closingView(closing: Closing, unitName: string | null, words: Words): ClosingView {
  const name = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const pair = words.annotation.closing.pair(name(closing.newer.path), name(closing.earlier.path));
  return {
    title: unitName === null ? pair : `${unitName}, ${pair}`,
    counts: countsOf(closing, words),
    points: (['fixed', 'remains', 'fresh'] as const).flatMap((kind) =>
      group(closing[kind]).map((found) => ({ kind, text: whatOf(found, words) })),
    ),
  };
}

/** A closing in a document that travels: whose, and how many points; files by hash. */
export function closingNote(closing: Closing, unitName: string | null, words: Words): string {
  const { text } = words.view;
  const file = ({ sha256 }: { readonly sha256: string }) => text.file(shortHash(sha256));
  const pair = words.annotation.closing.pair(file(closing.newer), file(closing.earlier));
  return `${unitName ?? text.unknownUnit}, ${pair}: ${countsOf(closing, words)}.`;
}

/** A closing as `validate --json` gives it. */
export interface ClosingLine {
  readonly file: string;
  readonly earlier: string;
  readonly unit: string | null;
  readonly fixed: readonly ClosedPoint[];
  readonly remains: readonly ClosedPoint[];
  readonly new: readonly ClosedPoint[];
}

export interface ClosedPoint {
  readonly code: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly message: string;
}

export function closingLine(closing: Closing, words: Words): ClosingLine {
  const lines = (findings: readonly Finding[]) =>
    [...findings].sort(compareFindings).map((found) => ({
      code: found.code,
      ...(found.at.sheet === undefined ? {} : { sheet: found.at.sheet }),
      ...(found.at.cell === undefined ? {} : { cell: found.at.cell }),
      message: whatOf(found, words),
    }));
  return {
    file: closing.newer.path,
    earlier: closing.earlier.path,
    unit: closing.newer.unit,
    fixed: lines(closing.fixed),
    remains: lines(closing.remains),
    new: lines(closing.fresh),
  };
}
