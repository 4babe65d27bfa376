import { posix } from 'node:path';
import type { Io } from '../../io.ts';

/** What a process that was stopped left half-written: temporary files in these folders whose process is dead. */
export function orphans(io: Io, folders: readonly string[]): readonly string[] {
  return folders
    .filter((folder) => io.files.info(folder)?.kind === 'folder')
    .flatMap((folder) => io.files.list(folder).map((name) => posix.join(folder, name)))
    .filter((path) => {
      const pid = /\.(\d+)\.tmp$/.exec(path)?.[1];
      return pid !== undefined && !io.machine.isAlive(Number(pid), null);
    });
}
