import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key of the keyed hashes of persons, 32 bytes beside the ledger; made once where `create`, else null. */
export function ledgerKey(folder: string, create: boolean): Uint8Array | null {
  const file = join(folder, 'key');
  if (existsSync(file)) return readFileSync(file);
  if (!create) return null;
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(32);
  writeFileSync(file, key, { flag: 'wx', mode: 0o600 });
  chmodSync(file, 0o600);
  return key;
}

/** Ends a campaign: removes the ledger and the key, so that no hash of a person can be compared any more. */
export function purgeLedger(folder: string): void {
  for (const name of ['ledger.sqlite', 'ledger.sqlite-wal', 'ledger.sqlite-shm', 'key']) {
    rmSync(join(folder, name), { force: true });
  }
}
