import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import type { Instant } from '../model/submission.ts';
import { formatInstant } from '../model/time.ts';

/** Who holds a lock, as its file says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
  /** When it was taken, by the holder's clock. */
  readonly at: Instant;
  readonly beat: number;
}

/** A holder writes its lock anew this often, in milliseconds: that is how other computers see that it lives. */
const BEAT = 20_000;
/** A lock that stands unchanged this long is nobody's. */
const SILENT = 90_000;
const PATIENCE = 2 * 60_000;
const PAUSE = 500;

/**
 * Holds a lock file until the function that it gives is called. A lock of a process that no longer lives is nobody's: this
 * computer knows its own processes, of others (and of a process number that was given out again) it sees that the lock
 * stands still. No two clocks are compared. Waits two minutes for another run; then throws a UserError, as for a folder
 * that cannot be written.
 */
export async function takeLock(io: Io, path: string): Promise<() => void> {
  const { pid, host, started } = io.machine;
  const mine: Holder = { pid, host, started, at: io.now(), beat: 0 };
  let seen: string | null = null;
  for (let waited = 0, still = 0; ; ) {
    if (create(io, path, JSON.stringify(mine))) return hold(io, path, mine);
    const text = textOf(io, path);
    if (text === null) continue;
    still = text === seen ? still : 0;
    seen = text;
    const holder = holderOf(text);
    const life = lifeOf(io, holder);
    if (life === 'dead' || (life === 'unknown' && still >= SILENT)) {
      putAway(io, path, text);
      continue;
    }
    if (waited >= PATIENCE) {
      const since = holder === null ? '' : formatInstant(holder.at, io.machine.zone);
      throw new UserError({ kind: 'busy', path, host: holder?.host ?? '', pid: holder?.pid ?? 0, since });
    }
    await io.sleep(PAUSE);
    waited += PAUSE;
    still += PAUSE;
  }
}

/** Writes the lock anew from time to time, as long as it is ours; gives what ends that. */
function hold(io: Io, path: string, mine: Holder): () => void {
  let text = JSON.stringify(mine);
  let beat = 0;
  const timer = setInterval(() => {
    beat += 1;
    const next = JSON.stringify({ ...mine, beat });
    try {
      if (textOf(io, path) !== text) return;
      io.files.write(path, new TextEncoder().encode(next));
      text = next;
    } catch {
      // A share that is away for a moment: the next beat may reach it.
    }
  }, BEAT);
  timer.unref();
  return () => {
    clearInterval(timer);
    release(io, path, text);
  };
}

function create(io: Io, path: string, text: string): boolean {
  try {
    return io.files.create(path, new TextEncoder().encode(text));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError({ kind: 'cannot-write', path, reason: code ?? message });
  }
}

/** Null where it is gone, or going. */
function textOf(io: Io, path: string): string | null {
  try {
    return new TextDecoder().decode(io.files.read(path));
  } catch {
    return null;
  }
}

/** Null for a file that is still being made, or that a stopped process left half-written. */
function holderOf(text: string): Holder | null {
  try {
    const { pid, host, started, at, beat } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof at !== 'number') return null;
    return { pid, host, started: started ?? null, at, beat: beat ?? 0 };
  } catch {
    return null;
  }
}

/** `alive` only where the system says that it is the very process, and no later one with its number. */
function lifeOf({ machine }: Io, holder: Holder | null): 'alive' | 'dead' | 'unknown' {
  if (holder === null || holder.host !== machine.host) return 'unknown';
  if (!machine.isAlive(holder.pid, holder.started)) return 'dead';
  return holder.started === null ? 'unknown' : 'alive';
}

/** Of two processes that find the same dead lock only one can rename it; one that got a living lock gives it back. */
function putAway(io: Io, path: string, text: string): void {
  const aside = `${path}.${io.machine.pid}.tmp`;
  try {
    io.files.rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new UserError({ kind: 'cannot-write', path, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  const moved = textOf(io, aside);
  if (moved !== null && moved !== text) create(io, path, moved);
  io.files.remove(aside);
}

/** A lock that cannot be taken away does no harm: its process ends, and the next run sees that. */
function release(io: Io, path: string, mine: string): void {
  try {
    if (textOf(io, path) === mine) io.files.remove(path);
  } catch {}
}
