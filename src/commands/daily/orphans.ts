import { posix } from 'node:path';
import type { Io } from '../../io.ts';

/** Nobody writes one file for so long, in milliseconds. */
const LONG = 60 * 60_000;

/**
 * What a process that was stopped left half-written: temporary files in these folders whose process is dead, or whose
 * number another process or another computer has, but which lie there for long.
 */
export function orphans(io: Io, folders: readonly string[]): readonly string[] {
  return folders
    .filter((folder) => io.files.info(folder)?.kind === 'folder')
    .flatMap((folder) => io.files.list(folder).map((name) => posix.join(folder, name)))
    .filter((path) => {
      const pid = /\.(\d+)\.tmp$/.exec(path)?.[1];
      if (pid === undefined) return false;
      return (
        !io.machine.isAlive(Number(pid), null) ||
        io.now() - (io.files.info(path)?.modified ?? io.now()) > LONG
      );
    });
}
