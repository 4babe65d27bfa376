import { getHeapStatistics } from 'node:v8';
import type { Thread, Threads } from '../io.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { OpenedFile } from './opened.ts';
import type { Opening, Tools } from './opening.ts';

/** What a thread is told first: with what it opens all files. */
export type Setting = Omit<Tools, 'office'>;

/** What a thread is asked: a file, its bytes handed over. */
export type Question = Opening;

/** What it answers; `failed` is a mistake of the program, as it would have been without threads. */
export type Answer = { readonly opened: OpenedFile } | { readonly failed: string; readonly stack: string };

/** `fallen`: the thread ended over it. What is said then holds for this run only. */
export interface Opened {
  readonly opened: OpenedFile;
  readonly fallen: boolean;
}

/** Threads that open files; each does one after the other, in the order in which they were given. */
export interface Pool {
  /** Whether a thread could do with another file, so that it never waits for one. */
  readonly hasRoom: boolean;
  /**
   * What `openBytes` makes of a file, without LibreOffice. A file that brings its thread down, by memory or otherwise, is
   * one document that says so: the others of that thread are opened by another.
   */
  open(file: Opening): Promise<Opened>;
  /** Ends the threads. */
  close(): void;
}

/** One core is that of the thread that gives out the work, and opens files itself; above so many it would be waited for. */
const MOST_THREADS = 6;
/** Files that wait at a thread, so that it never does: more of them would only hold memory. */
const WAITING = 3;
/** Most of what a file leaves behind dies at once; a small nursery keeps several threads within the memory of one. */
const NURSERY_MEGABYTES = 16;

export function poolOf({ cores, start }: Threads, setting: Setting): Pool {
  const megabytes = Math.floor(getHeapStatistics().heap_size_limit / 1024 / 1024);
  const limits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: NURSERY_MEGABYTES };
  const begin = (): Seat => seat(start('load/open-worker', limits), setting, megabytes);
  const seats = Array.from({ length: Math.max(1, Math.min(cores - 1, MOST_THREADS)) }, begin);
  const shortest = (): Seat => {
    for (const [n, one] of seats.entries()) if (one.isDown()) seats[n] = begin();
    return seats.reduce((least, one) => (one.waiting() < least.waiting() ? one : least));
  };
  return {
    get hasRoom() {
      return shortest().waiting() < WAITING;
    },
    open: async (file) => {
      for (;;) {
        const result = await shortest().ask(file);
        if (result !== 'ask-again') return result;
      }
    },
    close: () => {
      for (const one of seats) one.close();
    },
  };
}

/** One thread and the files that wait at it. */
interface Seat {
  waiting(): number;
  isDown(): boolean;
  /** `ask-again`: the thread went down over another file. */
  ask(file: Opening): Promise<Opened | 'ask-again'>;
  close(): void;
}

interface Asked {
  resolve(result: Opened | 'ask-again'): void;
  reject(error: Error): void;
  readonly sha256: string;
}

function seat(thread: Thread, setting: Setting, megabytes: number): Seat {
  const asked: Asked[] = [];
  let down = false;
  const fall = (found: Finding): void => {
    if (down) return;
    down = true;
    const [culprit, ...others] = asked.splice(0);
    culprit?.resolve(fallen(culprit.sha256, found));
    for (const other of others) other.resolve('ask-again');
  };
  thread.on('message', (answer: Answer) => {
    const one = asked.shift();
    if ('opened' in answer) one?.resolve({ opened: answer.opened, fallen: false });
    else one?.reject(Object.assign(new Error(answer.failed), { stack: answer.stack }));
  });
  thread.on('error', (error: NodeJS.ErrnoException) => {
    fall(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? finding('file/limit', {}, { limit: 'memory', most: megabytes })
        : finding('file/damaged', {}, { kind: 'unknown' }),
    );
  });
  thread.on('exit', () => fall(finding('file/damaged', {}, { kind: 'unknown' })));
  thread.postMessage(setting);
  return {
    waiting: () => asked.length,
    isDown: () => down,
    ask: (file) =>
      new Promise((resolve, reject) => {
        if (down) return resolve('ask-again');
        asked.push({ resolve, reject, sha256: file.sha256 });
        // The bytes stay here, too: they are asked for again where a thread goes down over another file.
        thread.postMessage(file satisfies Question);
      }),
    close: () => {
      down = true;
      void thread.terminate();
    },
  };
}

function fallen(sha256: string, found: Finding): Opened {
  const document = { inner: '', sha256, mailDate: null, sheets: [], findings: [found], reports: [] };
  return { opened: { sha256, documents: [document], statedDates: [] }, fallen: true };
}
