import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ResourceLimits, Worker } from 'node:worker_threads';
import { hasScript, startThread } from './installed.ts';
import { filesOn } from './io/disk.ts';
import type { Files } from './io/files.ts';
import {
  type Machine,
  type ProgramResult,
  type ProgramStart,
  realMachine,
  startProgram,
} from './io/machine.ts';
import { native, slashed } from './io/paths.ts';
import type { LedgerFault } from './ledger/fault.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Instant } from './model/submission.ts';
import type { Office } from './read/office.ts';

/** The outside world as one interface: a real one (`realIo`) for the command, one in memory for tests. */
export interface Io {
  readonly files: Files;
  readonly out: Stream;
  readonly err: Stream;
  readonly env: { readonly [name: string]: string | undefined };
  /** Where a person can be asked: absent where input or output is no terminal. */
  readonly terminal?: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  /** Absolute; paths of arguments are relative to it. */
  readonly cwd: string;
  now(): Instant;
  readonly machine: Machine;
  sleep(milliseconds: number): Promise<void>;
  /** Runs a user's own program to its end; never rejects. */
  start(program: ProgramStart): Promise<ProgramResult>;
  /** The ledger in a folder: null where there is none and none is to be made; a trouble where it cannot be used. */
  ledger(folder: string, create: boolean): Promise<Ledger | LedgerTrouble | null>;
  /** Threads of this process; absent where there are none. */
  readonly threads?: Threads;
  /** What turns an old Word document into a new one; null where the machine has no LibreOffice. */
  office(): Promise<Office | null>;
}

/** A ledger that is there but cannot be used: its sentence is in `lang/`. */
export interface LedgerTrouble {
  readonly fault: LedgerFault;
  readonly detail: string;
}

/** A thread of this process: messages go in and out as plain data. */
export type Thread = Pick<Worker, 'on' | 'postMessage' | 'terminate'>;

export interface Threads {
  /** How many can run at the same time. */
  readonly cores: number;
  /** Starts one that runs a script of the program's own, by its name. */
  start(script: string, limits: ResourceLimits): Thread;
}

export interface Stream {
  readonly isTerminal: boolean;
  /** Characters a line; 80 where it is not a terminal. */
  readonly columns: number;
  write(text: string): void;
  /** When all of it is out: null, or why some of it is lost (ENOSPC, EPIPE …). */
  done?(): Promise<string | null>;
}

/** The machine itself: its disk, clock, terminal and environment. */
export function realIo(): Io {
  return {
    files: filesOn(),
    out: streamOn(process.stdout),
    err: streamOn(process.stderr),
    env: process.env,
    ...(process.stdin.isTTY === true && process.stdout.isTTY === true
      ? { terminal: { input: process.stdin, output: process.stdout } }
      : {}),
    cwd: slashed(process.cwd()),
    now: () => Date.now(),
    machine: realMachine(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    start: startProgram,
    ledger: (folder, create) => openRealLedger(folder, create),
    ...(hasScript('load/open-worker')
      ? { threads: { cores: availableParallelism(), start: startThread } }
      : {}),
    office: async () => (await import('./read/office.ts')).realOffice(),
  };
}

/** SQLite is loaded only by a run that needs it. `patience` as in `openLedger`. */
export async function openRealLedger(
  folder: string,
  create: boolean,
  patience?: number,
): Promise<Ledger | LedgerTrouble | null> {
  const place = native(folder);
  if (!create && !existsSync(join(place, 'ledger.sqlite'))) return null;
  const { openLedger } = await import('./ledger/ledger.ts');
  const { LedgerError } = await import('./ledger/fault.ts');
  try {
    return openLedger(place, create, patience);
  } catch (error) {
    if (error instanceof LedgerError) return { fault: error.fault, detail: error.message };
    throw error;
  }
}

/** Each write tells of its own failure. */
function isNoted(): void {}

/** A reader that went away, or a full disk, ends the text, not the work: files are written all the same. */
export function streamOn(target: NodeJS.WriteStream): Stream {
  let lost: string | null = null;
  const note = (error: NodeJS.ErrnoException | null | undefined): void => {
    if (error) lost ??= error.code ?? error.message;
  };
  if (!target.listeners('error').includes(isNoted)) target.on('error', isNoted);
  return {
    isTerminal: target.isTTY === true,
    columns: target.columns ?? 80,
    write: (text) => {
      if (lost === null) target.write(text, note);
    },
    done: () =>
      new Promise((resolve) => {
        if (lost !== null) return resolve(lost);
        target.write('', (error) => {
          note(error);
          resolve(lost);
        });
      }),
  };
}

export { slashed } from './io/paths.ts';
