import { posix } from 'node:path';
import { type Io, slashed } from '../../io.ts';
import { absolute } from '../../load/folder.ts';

/**
 * Campaign folders that a program started without words can mean: the one that a path, the current folder, or the program
 * itself lies in; else those just below the current folder or the program's. Absolute, nearest first.
 */
export function campaignsNear(io: Io, paths: readonly string[]): readonly string[] {
  const program = posix.dirname(slashed(io.machine.command.at(-1) ?? ''));
  const starts = [...paths.map((path) => absolute(io, path)), io.cwd, program];
  for (const start of starts) {
    const found = around(io, start);
    if (found !== null) return [found];
  }
  return [...new Set([io.cwd, program].flatMap((folder) => below(io, folder)))];
}

function around(io: Io, start: string): string | null {
  for (let folder = start; ; folder = posix.dirname(folder)) {
    if (has(io, folder)) return folder;
    if (posix.dirname(folder) === folder) return null;
  }
}

function below(io: Io, folder: string): readonly string[] {
  try {
    return io.files
      .list(folder)
      .map((name) => posix.join(folder, name))
      .filter((path) => has(io, path));
  } catch {
    // A folder that nobody may look into has none to offer.
    return [];
  }
}

function has(io: Io, folder: string): boolean {
  return io.files.info(posix.join(folder, 'campaign.yaml'))?.kind === 'file';
}
