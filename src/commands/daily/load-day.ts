import type { Context } from '../../console/command.ts';
import type { Io } from '../../io.ts';
import { inboxFiles } from '../../load/inbox.ts';
import type { Batch } from '../../load/load.ts';
import { isUnopened } from '../../model/findings/file.ts';
import { unstableFiles } from './unstable-files.ts';

export interface LoadedDay {
  readonly batch: Batch;
  /** Absolute paths of files that are still being written. */
  readonly left: ReadonlySet<string>;
  /** Paths, relative to the campaign folder, of files that could not be opened. */
  readonly unreadable: ReadonlySet<string>;
}

/** The day without the files that are still being written; those that cannot be opened say so in it. */
export async function loadDay(context: Context, root: string, date: string): Promise<LoadedDay> {
  const { io, flags, progress } = context;
  const { load } = await import('../../load/load.ts');
  const left = new Set(await unstableFiles(io, root, date));
  for (;;) {
    const seen = sizes(io, root, date);
    const request = { paths: [], campaign: root, date, asOf: flags.asOf, progress, leave: left };
    const batch = await load(io, request);
    const moved = changedSince(seen, sizes(io, root, date)).filter((path) => !left.has(path));
    if (moved.length === 0) return { batch, left, unreadable: unopenedIn(batch) };
    for (const path of moved) left.add(path);
  }
}

/** Paths of the day's files, and of those of earlier days, that could not be opened. */
function unopenedIn({ findings }: Batch): ReadonlySet<string> {
  return new Set(findings.filter(isUnopened).map(({ at }) => at.file ?? ''));
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
