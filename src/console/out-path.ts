import { absolute } from '../load/folder.ts';
import { UserError } from '../model/error.ts';
import type { Context } from './command.ts';

/** Where `-o` points, absolute; null where it was not given. Files of Office do not go to stdout: `-` is a UserError. */
export function outPath({ io, flags }: Pick<Context, 'io' | 'flags'>): string | null {
  if (flags.out === undefined) return null;
  if (flags.out === '-') throw new UserError({ kind: 'stdout-format', known: [] });
  return absolute(io, flags.out);
}
