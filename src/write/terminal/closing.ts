import type { Words } from '../../lang/lang.ts';
import type { ClosingView } from '../../view/closing.ts';
import { paintFor, type Screen } from './paint.ts';
import { wrap } from './text.ts';

/** Points of one closing that are shown without `-v`. */
const SHOWN = 6;
const MARKS = { fixed: '✓', remains: '✗', fresh: '+' } as const;

/** What became of the points of earlier files; nothing where no newer file came. */
export function closingLines(
  closings: readonly ClosingView[],
  words: Words,
  screen: Screen,
): readonly string[] {
  if (closings.length === 0) return [];
  const say = words.annotation.closing;
  const paint = paintFor(screen);
  return [
    '',
    paint.bold(say.head),
    ...closings.flatMap(({ title, counts, points }) => {
      const shown = screen.verbose ? points : points.slice(0, SHOWN);
      const rest = points.length - shown.length;
      return [
        ...wrap(`${title}: ${counts}`, screen.columns, '  '),
        ...shown.flatMap(({ kind, text }) => indented(`${MARKS[kind]} ${say[kind]}: ${text}`, screen)),
        ...(rest > 0 ? [`  ${paint.dim(say.more(rest))}`] : []),
      ];
    }),
  ];
}

/** How many files go back to their senders, and each that could not be marked itself. */
export function returnedLines(
  lines: readonly Returned[],
  folder: string,
  words: Words,
  screen: Screen,
): readonly string[] {
  const say = words.annotation.returned;
  const paint = paintFor(screen);
  if (lines.length === 0) return ['', say.none];
  const patched = lines.filter(({ how }) => how === 'patched').length;
  return [
    '',
    ...wrap(say.head(lines.length, folder), screen.columns, '  ').map(paint.bold),
    ...(patched === 0 ? [] : wrap(`- ${say.patched(patched)}`, screen.columns, '  ')),
    ...lines.flatMap(({ file, how }) =>
      how === 'patched' ? [] : wrap(`- ${file}: ${say[how]}`, screen.columns, '  '),
    ),
  ];
}

interface Returned {
  readonly file: string;
  readonly how: 'patched' | 'copied' | 'unsafe' | 'reply-only' | 'good';
}

function indented(text: string, screen: Screen): readonly string[] {
  return wrap(text, screen.columns - 2, '  ').map((line) => `  ${line}`);
}
