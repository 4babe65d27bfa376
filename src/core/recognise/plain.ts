import { bare } from '../text/fold.ts';

const remembered = new Map<string, string>();
const MOST = 4000;

/**
 * `bare`, remembered: letterheads, heads and signatures come again from line to line and from file to file. Not for
 * data, which does not.
 */
export function plain(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MOST) remembered.clear();
  const made = bare(text);
  remembered.set(text, made);
  return made;
}
