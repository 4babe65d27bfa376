import { posix } from 'node:path';
import type { TraceSource } from '../day/trace.ts';
import type { Io } from '../io.ts';
import { absolute } from './folder.ts';
import type { Batch } from './load.ts';
import { load } from './load.ts';

/**
 * What is at hand to follow a figure down the levels: the campaign folders of offices below, as of the same day and
 * time, and the own inbox. Paths are shown relative to the current folder. Throws a UserError for a folder that is none.
 */
export async function traceSourcesBelow(
  io: Io,
  own: Batch,
  folders: readonly string[],
): Promise<readonly TraceSource[]> {
  const below: TraceSource[] = [];
  for (const folder of folders) {
    const batch = await load(io, {
      paths: [],
      campaign: absolute(io, folder),
      date: own.date,
      asOf: own.summary.asOf,
      progress: () => {},
    });
    below.push({
      folder: batch.learnt,
      settled: batch.settled,
      sources: batch.sources,
      shown: (path) => posix.relative(io.cwd, posix.join(batch.base, path)),
    });
  }
  const raw = own.settled.filter(({ summary }) => summary === undefined);
  return [...below, { folder: own.folder, settled: raw, sources: [], shown: (path) => path }];
}
