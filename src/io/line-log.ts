import type { Files } from './files.ts';

/** A log is turned over at this many bytes; so many older ones are kept beside it, `.1` the youngest. */
const MOST = 512 * 1024;
const KEPT = 3;

/** Adds a line to a log of lines. Throws Node's own errors. */
export function logLine(files: Files, path: string, line: string): void {
  if ((files.info(path)?.size ?? 0) + line.length > MOST) turnOver(files, path);
  files.append(path, line);
}

function turnOver(files: Files, path: string): void {
  for (let n = KEPT - 1; n >= 1; n -= 1) {
    if (files.info(`${path}.${n}`) !== null) files.rename(`${path}.${n}`, `${path}.${n + 1}`);
  }
  files.rename(path, `${path}.1`);
}

/** The lines of a log from the last one back, as far as they are kept; half a line is none. */
export function* linesFromLast(files: Files, path: string): Generator<string> {
  for (const file of [path, ...Array.from({ length: KEPT }, (_, n) => `${path}.${n + 1}`)]) {
    if (files.info(file)?.kind !== 'file') continue;
    const lines = new TextDecoder().decode(files.read(file)).split('\n');
    for (const line of lines.reverse()) if (line !== '') yield line;
  }
}
