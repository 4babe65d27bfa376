import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A key of another length is none: half-written, or not ours. */
const LENGTH = 32;

function keyPath(folder: string): string {
  return join(folder, 'key');
}

/** The key of seals and of the keyed hashes of persons, 32 bytes beside the ledger; null where none was made yet. */
export function readKey(folder: string): Uint8Array | null {
  const file = keyPath(folder);
  const key = existsSync(file) ? readFileSync(file) : null;
  return key?.length === LENGTH ? key : null;
}

/** Keeps a new key. False where another process kept its own first: hashes made with this one are worth nothing then. */
export function keepKey(folder: string, key: Uint8Array): boolean {
  const known = readKey(folder);
  if (known === null) replaceFile(keyPath(folder), key, 0o600);
  return Buffer.compare(readKey(folder) ?? new Uint8Array(), key) === 0;
}

function flush(handle: number): void {
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some shares and mounted folders know no flushing.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EINVAL' && code !== 'ENOSYS' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
  }
}

/** Whole or not at all, as everything of ours: temporary file, fsync, rename. Makes the folder. */
export function replaceFile(path: string, bytes: Uint8Array, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, 'w', mode);
    try {
      writeFileSync(handle, bytes);
      flush(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
