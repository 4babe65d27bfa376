import { posix } from 'node:path';
import { NOTHING, runThen } from '../../console/chain.ts';
import type { Context, Plan } from '../../console/command.ts';
import { dateNamed } from '../../console/form-choice.ts';
import { type Keys, openKeys } from '../../console/keys.ts';
import { requestOf } from '../../console/start.ts';
import { absolute, openCampaign } from '../../load/folder.ts';
import { landedIn, landedKind } from '../../load/landing.ts';
import { load } from '../../load/load.ts';
import { takeIn } from '../../load/take-in.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import { instantOf } from '../../model/time.ts';
import { aggregate } from '../aggregate.ts';
import { resolve } from '../resolve/resolve.ts';
import { beginningOf } from './beginning.ts';
import { again, look, type Seen, type Watched } from './still.ts';
import { clockOf, type Screenful, told } from './telling.ts';

interface Options {
  readonly from?: readonly string[];
  readonly until?: string;
  readonly every?: string;
}

/** What the watch knows between two looks. */
interface State {
  readonly context: Context;
  readonly root: string;
  readonly folder: CampaignFolder;
  readonly date: string;
  readonly from: readonly string[];
  readonly until: number | null;
  readonly pause: number;
  watched: Watched;
  /** Files of the inbox that are not still yet: no run of the watch reads them. */
  moving: readonly Seen[];
  /** What was looked at elsewhere and not taken, until a key takes it. */
  left: readonly string[];
  /** Files already said to be open elsewhere. */
  held: Set<string>;
  screen: Screenful;
  keys: Keys | null;
  drawnAt: number;
  looks: number;
}

/** Looks again and again at the inbox of the day and at the other folders, until the hour or a key. Throws a UserError. */
export async function watching(context: Context, options: Options): Promise<Plan> {
  const { io, flags } = context;
  const folder = await openCampaign(io, flags.campaign, []);
  const { root, campaign } = folder;
  if (root === null) throw new UserError({ kind: 'needs-folder', command: 'watch' });
  const date = dateNamed(io, folder, flags.date);
  const from = (options.from ?? []).map((path) => {
    const at = absolute(io, path);
    if (io.files.info(at)?.kind !== 'folder') throw new UserError({ kind: 'path-not-found', path });
    return at;
  });
  const state: State = {
    context: { ...context, flags: { ...flags, date, campaign: root } },
    root,
    folder,
    date,
    from,
    until: options.until === undefined ? null : hourOf(options.until, date, campaign.timezone),
    pause: pauseOf(options.every),
    watched: beginningOf(io, root, date, from),
    moving: [],
    left: [],
    held: new Set(),
    screen: { lines: [], replies: [], files: null },
    keys: null,
    drawnAt: io.now(),
    looks: 0,
  };
  return unlocked(() => waiting(state));
}

function hourOf(typed: string, date: string, zone: string): number {
  const match = /^(\d{1,2})[:hg](\d{2})?$/.exec(typed.trim());
  const [hour, minute] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)];
  if (hour > 23 || minute > 59)
    throw new UserError({ kind: 'bad-choice', name: '--until', text: typed, known: ['15:00'] });
  return instantOf(date, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zone);
}

/** Milliseconds between two looks: shares and synchronised folders bear a look every two seconds. */
function pauseOf(typed: string | undefined): number {
  const seconds = typed === undefined ? 2 : Number(typed);
  if (!(seconds >= 1 && seconds <= 600))
    throw new UserError({ kind: 'bad-choice', name: '--every', text: typed ?? '', known: ['1', '2', '600'] });
  return seconds * 1000;
}

/** Waits, without the lock, until something stands still, a minute has passed on the screen, the hour has come, or a key. */
async function waiting(state: State): Promise<Plan> {
  const { io } = state.context;
  state.keys ??= openKeys(io);
  for (;;) {
    if (state.until !== null && io.now() >= state.until) return ending(state);
    const plan = await onKey(state);
    if (plan !== null) return plan;
    const inbox = posix.join(state.root, 'inbox', state.date);
    const seen = [inbox, ...state.from].flatMap((folder) => landedIn(io, folder));
    const { watched, still, moving } = look(state.watched, seen);
    state.watched = watched;
    state.moving = moving.filter(({ path }) => path.startsWith(`${inbox}/`));
    const found = still.length === 0 ? null : await receiving(state, still, inbox);
    if (found !== null) return found;
    state.looks += 1;
    const isOld = io.terminal !== undefined && io.now() - state.drawnAt >= 60_000;
    // What lay there before is read once it is known to stand still.
    const isFirst = state.looks > 1 && state.screen.files === null;
    if (isOld || isFirst) return { ...NOTHING, root: state.root, next: () => checking(state, []) };
    const left = state.until === null ? state.pause : Math.min(state.pause, state.until - io.now());
    await Promise.race([io.sleep(Math.max(left, 1)), ...(state.keys === null ? [] : [state.keys.pressed()])]);
  }
}

async function onKey(state: State): Promise<Plan | null> {
  for (const key of state.keys?.taken() ?? []) {
    if (key === 'ctrl-c') {
      close(state);
      throw Object.assign(new Error('interrupted'), { name: 'ExitPromptError' });
    }
    if (key === 'q') {
      close(state);
      return NOTHING;
    }
    if (key === 't' && state.left.length > 0) {
      const { left } = state;
      state.left = [];
      return taking(state, left);
    }
    if (key === 'x') {
      close(state);
      return runThen(resolve, state.context, [[]], {}, () => unlocked(() => waiting(state)));
    }
  }
  return null;
}

function close(state: State): void {
  state.keys?.close();
  state.keys = null;
}

/**
 * Sorts what stands still elsewhere: reports are taken in, the rest is named. What lies in the inbox is simply read. Null
 * where there is nothing to do or to say.
 */
async function receiving(state: State, still: readonly Seen[], inbox: string): Promise<Plan | null> {
  const { context, folder, date } = state;
  const { io, words } = context;
  const time = clockOf(state);
  const reports: string[] = [];
  const lines: string[] = [];
  const elsewhere = still.filter((each) => !each.path.startsWith(`${inbox}/`));
  for (const { path } of elsewhere) {
    const name = posix.basename(path);
    const kind = await landedKind(io, folder, date, path);
    if (kind === 'report') reports.push(path);
    else if (kind === 'other') {
      state.left = [...state.left.filter((each) => each !== path), path];
      lines.push(words.watch.left(time, name));
    } else {
      state.watched = again(state.watched, [path]);
      if (!state.held.has(path)) lines.push(words.watch.held(time, name));
      state.held.add(path);
    }
  }
  const isIdle = elsewhere.length === still.length && reports.length + lines.length === 0;
  return isIdle ? null : taking(state, reports, lines);
}

/** Copies under the lock, then reads the day. */
function taking(state: State, paths: readonly string[], said: readonly string[] = []): Plan {
  const { io, words } = state.context;
  return {
    ...NOTHING,
    root: state.root,
    next: async () => {
      const { lines, files } = takeIn(io, state.root, state.date, paths);
      const time = clockOf(state);
      const copied = lines.map(({ from, to }) => {
        const name = posix.basename(from);
        if (to !== null) return words.watch.taken(time, name, to);
        // It went, or was opened, between the look and the copy.
        state.watched = again(state.watched, [from]);
        return words.watch.notCopied(time, name);
      });
      return {
        ...NOTHING,
        root: state.root,
        files: files.map((file) => ({ ...file, unsaid: true as const })),
        next: () => checking(state, [...said, ...copied]),
        otherwise: async (error) => {
          state.watched = again(state.watched, paths);
          throw error;
        },
      };
    },
  };
}

/** Reads the day under the lock, tells what is new in it, and waits on. */
async function checking(state: State, said: readonly string[]): Promise<Plan> {
  const { context } = state;
  const { io } = context;
  const leave = new Set(state.moving.map(({ path }) => path));
  const batch = await load(io, { ...requestOf(context, [], []), leave });
  state.drawnAt = io.now();
  const { text, screen } = await told(state, batch, said);
  state.screen = screen;
  return {
    ...NOTHING,
    out: text,
    ledger: batch.newEntries,
    root: state.root,
    next: () => unlocked(() => waiting(state)),
  };
}

async function unlocked(next: () => Promise<Plan>): Promise<Plan> {
  return { ...NOTHING, next };
}

/** The hour has come: the day is summed up like any other. */
async function ending(state: State): Promise<Plan> {
  close(state);
  const { context } = state;
  const said = { ...NOTHING, err: `${context.words.watch.until(clockOf(state))}\n` };
  return { ...said, next: () => runThen(aggregate, context, [[]], {}, async () => NOTHING) };
}
