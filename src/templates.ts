import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What ships with the program: forms, profiles, the administrative list. Not the outside world, so not behind `Io`. */
const ROOT = new URL('../templates/', import.meta.url);

/** Text of a shipped file, by its path under templates/. */
export function templateText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

export function templateBytes(path: string): Uint8Array {
  return readFileSync(new URL(path, ROOT));
}

/** Names of the shipped profiles, in code point order. */
export function profileNames(): readonly string[] {
  return readdirSync(new URL('campaigns/', ROOT)).sort();
}

/** File names of the shipped form definitions. */
export function formFiles(): readonly string[] {
  return readdirSync(new URL('forms/', ROOT))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** Where a shipped file stands on this machine, for messages. */
export function templatePath(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}
