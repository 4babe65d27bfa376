import { posix } from 'node:path';
import type { Context } from '../../console/command.ts';
import type { Io } from '../../io.ts';
import { inboxFiles } from '../../load/inbox.ts';
import type { Batch } from '../../load/load.ts';
import { UserError } from '../../model/error.ts';
import { restless } from './settle.ts';

export interface Loaded {
  readonly batch: Batch;
  /** Absolute paths of files that are still being written, and of files that could not be opened. */
  readonly left: ReadonlySet<string>;
  readonly unreadable: ReadonlySet<string>;
}

/** The day without the files that are still being written or cannot be opened: one of them must not stop the others. */
export async function loadDay(context: Context, root: string, date: string): Promise<Loaded> {
  const { io, flags, progress } = context;
  const { load } = await import('../../load/load.ts');
  const left = new Set(await restless(io, root, date));
  const unreadable = new Set<string>();
  for (;;) {
    const leave = new Set([...left, ...unreadable]);
    const seen = sizes(io, root, date);
    try {
      const batch = await load(io, {
        paths: [],
        campaign: root,
        date,
        asOf: flags.asOf,
        progress,
        leave,
      });
      const moved = changedSince(seen, sizes(io, root, date)).filter((path) => !leave.has(path));
      if (moved.length === 0) return { batch, left, unreadable };
      for (const path of moved) left.add(path);
    } catch (error) {
      const path = unreadablePath(error, root);
      if (path === null || unreadable.has(path)) throw error;
      unreadable.add(path);
    }
  }
}

function unreadablePath(error: unknown, root: string): string | null {
  if (!(error instanceof UserError) || error.problem.kind !== 'cannot-read') return null;
  const path = posix.join(root, error.problem.path);
  return error.problem.path.startsWith('inbox/') ? path : null;
}

function sizes(io: Io, root: string, date: string): ReadonlyMap<string, string> {
  return new Map(
    inboxFiles(io, root, date).files.map(({ path, size, modified }) => [path, `${size} ${modified}`]),
  );
}

/** Files that changed or went while they were read; new ones are for the next run anyway. */
function changedSince(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([path, seen]) => now.get(path) !== seen).map(([path]) => path);
}
