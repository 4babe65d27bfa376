import { describe, expect, it } from 'vitest';
import { again, asDone, look, type Seen, type Watched } from '../../../src/commands/watch/still.ts';

const file = (path: string, size: number, modified = 1): Seen => ({ path, size, modified });
const paths = (seen: readonly Seen[]): readonly string[] => seen.map(({ path }) => path);

/** What is handed on at each look. */
function handed(
  looks: readonly (readonly Seen[])[],
  begun: Watched = new Map(),
): readonly (readonly string[])[] {
  let watched = begun;
  return looks.map((now) => {
    const seen = look(watched, now);
    watched = seen.watched;
    return paths(seen.still);
  });
}

describe('a look at the folders', () => {
  it('hands a file on once it has stood still over two looks, and once only', () => {
    expect(handed([[file('a', 5)], [file('a', 5)], [file('a', 5)]])).toEqual([[], ['a'], []]);
  });

  it('waits while it grows, and while only its time changes', () => {
    const looks = [[file('a', 1)], [file('a', 2)], [file('a', 2, 2)], [file('a', 2, 2)]];
    expect(handed(looks)).toEqual([[], [], [], ['a']]);
  });

  it('hands it on again when it was changed, or went and came back', () => {
    const a = file('a', 5);
    expect(handed([[a], [a], [file('a', 6)], [file('a', 6)]]).at(-1)).toEqual(['a']);
    expect(handed([[a], [a], [], [a], [a]])).toEqual([[], ['a'], [], [], ['a']]);
  });

  it('never hands on what lay there at the beginning, unless it changes', () => {
    const begun = asDone([file('old', 3)]);
    expect(handed([[file('old', 3)], [file('old', 3)]], begun)).toEqual([[], []]);
    expect(handed([[file('old', 4)], [file('old', 4)]], begun)).toEqual([[], ['old']]);
  });

  it('looks anew at what could not be opened', () => {
    const first = look(look(new Map(), [file('a', 5)]).watched, [file('a', 5)]);
    const watched = again(first.watched, ['a']);
    expect(handed([[file('a', 5)], [file('a', 5)]], watched)).toEqual([[], ['a']]);
  });

  it('tells what moves, so that nobody reads it', () => {
    const { moving } = look(asDone([file('a', 5)]), [file('a', 6), file('b', 1)]);
    expect(paths(moving)).toEqual(['a', 'b']);
  });
});
