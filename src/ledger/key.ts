import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key of the keyed hashes of persons, 32 bytes beside the ledger; null where none was made yet. */
export function readKey(folder: string): Uint8Array | null {
  const file = join(folder, 'key');
  return existsSync(file) ? readFileSync(file) : null;
}

/** Keeps a new key. False where another process kept its own first: hashes made with this one are worth nothing then. */
export function keepKey(folder: string, key: Uint8Array): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'key'), key, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      return Buffer.compare(readFileSync(join(folder, 'key')), key) === 0;
    throw error;
  }
}

/** Ends a campaign: removes the ledger and the key, so that no hash of a person can be compared any more. */
export function purgeLedger(folder: string): void {
  for (const name of ['ledger.sqlite', 'ledger.sqlite-wal', 'ledger.sqlite-shm', 'key']) {
    rmSync(join(folder, name), { force: true });
  }
}
