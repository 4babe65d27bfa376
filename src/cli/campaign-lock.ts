import { posix } from 'node:path';
import { type Held, takeLock } from '../io/lock.ts';
import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';

/** What nothing can be written into by anybody of ours needs no lock: neither figures nor marks can change there. */
const UNWRITABLE = ['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST'];

/** Milliseconds that a command at the screen waits for another one. */
export const AT_SCREEN = 30_000;

/**
 * The lock of a campaign folder; null without a folder, and where the folder cannot be written. Throws a UserError where
 * another run still holds it when patience ends.
 */
export async function takeCampaignLock(
  io: Io,
  root: string | null,
  patience: number,
  waiting: () => void,
): Promise<Held | null> {
  if (root === null) return null;
  try {
    return await takeLock(io, posix.join(root, '.bluezone', 'campaign.lock'), { most: patience, waiting });
  } catch (error) {
    const { problem } = error as UserError;
    if (error instanceof UserError && problem.kind === 'cannot-write' && UNWRITABLE.includes(problem.reason))
      return null;
    throw error;
  }
}
