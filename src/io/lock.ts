import { UserError } from '../core/error.ts';
import type { Instant } from '../core/submission.ts';
import { formatInstant } from '../core/time.ts';
import type { Io } from '../io.ts';

/** Who holds a lock, as its file says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
  readonly at: Instant;
}

/** No run takes this long: what is older is held by nobody who will come back. In milliseconds. */
const OLDEST = 60 * 60_000;
/** A lock whose file is still empty is just being made, or was left so by a stopped process. */
const BEING_MADE = 10_000;
const PATIENCE = 2 * 60_000;
const PAUSE = 500;

/**
 * Holds a lock file until the function that it gives is called. A lock of a process that no longer lives is nobody's, nor
 * is one of an hour ago. Waits two minutes for another run; then throws a UserError, as for a folder that cannot be written.
 */
export async function takeLock(io: Io, path: string): Promise<() => void> {
  const { pid, host, started } = io.machine;
  const mine = JSON.stringify({ pid, host, started, at: io.now() } satisfies Holder);
  for (let waited = 0; ; ) {
    if (create(io, path, mine)) return () => release(io, path, mine);
    const text = textOf(io, path);
    if (text === null) continue;
    const holder = holderOf(text);
    if (isNobodys(io, path, holder)) {
      putAway(io, path, text);
      continue;
    }
    if (waited >= PATIENCE) {
      const since = holder === null ? '' : formatInstant(holder.at, io.machine.zone);
      throw new UserError({ kind: 'busy', path, host: holder?.host ?? '', pid: holder?.pid ?? 0, since });
    }
    await io.sleep(PAUSE);
    waited += PAUSE;
  }
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

function holderOf(text: string): Holder | null {
  try {
    const { pid, host, started, at } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof at !== 'number') return null;
    return { pid, host, started: started ?? null, at };
  } catch {
    return null;
  }
}

function isNobodys(io: Io, path: string, holder: Holder | null): boolean {
  if (holder === null) return Math.abs(io.now() - (io.files.info(path)?.modified ?? io.now())) > BEING_MADE;
  // The clock may have jumped: a lock from the future is as old as one from the past.
  if (Math.abs(io.now() - holder.at) > OLDEST) return true;
  return holder.host === io.machine.host && !io.machine.isAlive(holder.pid, holder.started);
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
