import type { Io } from '../io.ts';
import { type Problem, UserError } from '../model/error.ts';
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
/** So long it is watched at least before the disk's own times are believed: a living holder may just be writing. */
const WATCHED = 5_000;
const PAUSE = 500;
/** A folder that another program holds for a moment lets go within so many tries. */
const DENIED_TRIES = 3;

/** How long another run is waited for, in milliseconds, and what is done when waiting begins. */
export interface Patience {
  readonly most: number;
  readonly waiting?: () => void;
}

/** A lock that is held. */
export interface Held {
  release(): void;
  /** Shows others that it lives, where that is due: for work that lets no clock of this process strike. */
  beat(): void;
  /** False where another run took it for dead: this process slept, or its disk was away. */
  isMine(): boolean;
}

/**
 * Takes a lock file. A lock of a process that no longer lives is nobody's: this computer knows its own processes, of others
 * (and of a process number that was given out again) it sees that the lock stands still, by watching it or by the times
 * that its own disk gives it. No two clocks are compared. Throws a UserError where another run still holds it when
 * patience ends, and for a folder that cannot be written.
 */
export async function takeLock(io: Io, path: string, patience: Patience): Promise<Held> {
  const { pid, host, started } = io.machine;
  const mine: Holder = { pid, host, started, at: io.now(), beat: 0 };
  let seen: string | null = null;
  for (let waited = 0, still = 0, denied = 0; ; ) {
    const made = create(io, path, JSON.stringify(mine));
    if (made === true) return hold(io, path, mine);
    if (made !== false) {
      denied += 1;
      if (!HELD.includes(made) || denied >= DENIED_TRIES)
        throw new UserError({ kind: 'cannot-write', path, reason: made });
    } else {
      const text = textOf(io, path);
      if (text === null && io.files.info(path) === null) continue;
      still = text === seen ? still : 0;
      seen = text;
      const holder = text === null ? null : holderOf(text);
      if (isNobodys(io, path, holder, still)) {
        putAway(io, path, text);
        continue;
      }
      if (waited >= patience.most) throw new UserError(busy(io, path, holder));
      if (waited === 0) patience.waiting?.();
    }
    await io.sleep(PAUSE);
    waited += PAUSE;
    still += PAUSE;
  }
}

/** What Windows and shares say of a name that is just going, or that another program looks at. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];

function busy(io: Io, path: string, holder: Holder | null): Problem {
  const since = holder === null ? '' : formatInstant(holder.at, io.machine.zone);
  return { kind: 'busy', path, host: holder?.host ?? '', pid: holder?.pid ?? 0, since };
}

function isNobodys(io: Io, path: string, holder: Holder | null, still: number): boolean {
  const life = lifeOf(io, path, holder);
  if (life !== 'unknown') return life === 'dead';
  return still >= SILENT || (still >= WATCHED && still < WATCHED + PAUSE && ageOf(io, path) >= SILENT);
}

/** How old the disk says that a file is, held against a file that it makes now. */
function ageOf(io: Io, path: string): number {
  const probe = `${path}.${io.machine.pid}.tmp`;
  try {
    io.files.write(probe, new Uint8Array(1));
    const [now, then] = [io.files.info(probe), io.files.info(path)];
    return now === null || then === null ? 0 : now.modified - then.modified;
  } catch {
    return 0;
  } finally {
    removeIfPossible(io, probe);
  }
}

/** Writes the lock anew from time to time, as long as it is ours. */
function hold(io: Io, path: string, mine: Holder): Held {
  let text = JSON.stringify(mine);
  let beats = 0;
  let last = io.now();
  const isMine = (): boolean => textOf(io, path) === text;
  const beat = (): void => {
    beats += 1;
    last = io.now();
    const next = JSON.stringify({ ...mine, beat: beats });
    try {
      if (!isMine()) return;
      io.files.write(path, new TextEncoder().encode(next));
      text = next;
    } catch {
      // A share that is away for a moment: the next beat may reach it.
    }
  };
  heldHere.add(path);
  const timer = setInterval(beat, BEAT);
  timer.unref();
  const forget = io.machine.onExit(() => release(io, path, text));
  return {
    isMine,
    beat: () => {
      if (io.now() - last >= BEAT) beat();
    },
    release: () => {
      clearInterval(timer);
      forget();
      heldHere.delete(path);
      release(io, path, text);
    },
  };
}

/** Whether it was made; the disk's code where it can be made by nobody. */
function create(io: Io, path: string, text: string): boolean | string {
  try {
    return io.files.create(path, new TextEncoder().encode(text));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
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
    const { pid = 0, host, started, at = 0, beat } = JSON.parse(text) as Partial<Holder>;
    if (!Number.isSafeInteger(pid) || pid <= 0 || typeof host !== 'string' || !isMoment(at)) return null;
    return { pid, host, started: started ?? null, at, beat: beat ?? 0 };
  } catch {
    return null;
  }
}

function isMoment(at: unknown): boolean {
  return typeof at === 'number' && at >= 0 && at < 253_370_764_800_000;
}

/** What this process holds: a lock that bears its own name beside these could not be taken away when it was let go. */
const heldHere = new Set<string>();

/** `alive` only where the system says that it is the very process, and no later one with its number. */
function lifeOf({ machine }: Io, path: string, holder: Holder | null): 'alive' | 'dead' | 'unknown' {
  if (holder === null || holder.host !== machine.host) return 'unknown';
  if (holder.pid === machine.pid && holder.started === machine.started && !heldHere.has(path)) return 'dead';
  if (!machine.isAlive(holder.pid, holder.started)) return 'dead';
  return holder.started === null ? 'unknown' : 'alive';
}

/** Of two processes that find the same dead lock only one can rename it; one that got a living lock gives it back. */
function putAway(io: Io, path: string, text: string | null): void {
  const aside = `${path}.${io.machine.pid}.tmp`;
  try {
    io.files.rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new UserError({ kind: 'cannot-write', path, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  const moved = textOf(io, aside);
  if (moved !== null && moved !== text) create(io, path, moved);
  removeIfPossible(io, aside);
}

function removeIfPossible(io: Io, path: string): void {
  try {
    io.files.remove(path);
  } catch {}
}

/** A lock that cannot be taken away does no harm: its process ends, and the next run sees that. */
function release(io: Io, path: string, mine: string): void {
  try {
    if (textOf(io, path) === mine) io.files.remove(path);
  } catch {}
}
