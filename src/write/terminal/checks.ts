import type { Words } from '../../lang/lang.ts';
import type { Check, CheckState } from '../../model/check.ts';
import { paintFor, type Screen } from './paint.ts';
import { wrap } from './text.ts';

const MARK: { readonly [S in CheckState]: string } = { good: '✓', look: '!', bad: '✗' };

/** What `doctor` prints: one line a check, then how many want attention. */
export function writeChecks(checks: readonly Check[], words: Words, screen: Screen): string {
  const paint = paintFor(screen);
  const tone = { good: undefined, look: 'warning', bad: 'error' } as const;
  const lines = checks.flatMap((check) =>
    wrap(`${MARK[check.state]} ${words.doctor.check(check)}`, screen.columns, '  ').map((line) =>
      paint.tone(line, tone[check.state]),
    ),
  );
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  return `${[...lines, '', words.doctor.sum(count('look'), count('bad'))].join('\n')}\n`;
}
