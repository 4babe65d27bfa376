import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { type ResourceLimits, Worker } from 'node:worker_threads';

/*
 * How the program is installed: as files, in the source as in `dist/`. The single executable has `bin/app/installed.js` in the
 * place of this file, with the same functions over what it carries.
 */

const TEMPLATES = new URL('../templates/', import.meta.url);

/** Whether packages can be added beside the program. */
export const HAS_PACKAGES = true;

/** A file below `templates/`. Throws where there is none. */
export function shippedFile(path: string): Uint8Array {
  return readFileSync(new URL(path, TEMPLATES));
}

/** Names in a folder below `templates/`, in code point order; the folder's name ends with `/`. */
export function shippedNames(folder: string): readonly string[] {
  return readdirSync(new URL(folder, TEMPLATES)).sort();
}

/** Whether one of the program's own scripts is there: the source holds some that only a bundler makes scripts of. */
export function hasScript(script: string): boolean {
  return existsSync(new URL(`./${script}.js`, import.meta.url));
}

/** A thread that runs one of the program's own scripts: `read/sheetjs-worker`, `load/open-worker`. */
export function startThread(script: string, limits: ResourceLimits): Worker {
  return new Worker(new URL(`./${script}.js`, import.meta.url), {
    resourceLimits: limits,
    stdout: true,
    stderr: true,
  });
}

/** The words that start this program from anywhere: absolute paths of Node and of the program. */
export function ownCommand(): readonly string[] {
  return [process.execPath, realPath(process.argv[1] ?? '')];
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
