import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { compareText } from './core/finding.ts';
import type { Instant } from './core/submission.ts';
import type { LedgerFault } from './ledger/fault.ts';
import type { Ledger } from './ledger/ledger.ts';
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
  /** The ledger in a folder: null where there is none and none is to be made; a trouble where it cannot be used. */
  ledger(folder: string, create: boolean): Promise<Ledger | LedgerTrouble | null>;
  /** What turns an old Word document into a new one; null where the machine has no LibreOffice. */
  office(): Promise<Office | null>;
}

/** A ledger that is there but cannot be used: its sentence is in `lang/`. */
export interface LedgerTrouble {
  readonly fault: LedgerFault;
  readonly detail: string;
}

export interface Stream {
  readonly isTerminal: boolean;
  /** Characters a line; 80 where it is not a terminal. */
  readonly columns: number;
  write(text: string): void;
}

export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly modified: Instant;
}

/** Paths are absolute, with `/`. Failures throw Node's own errors (`code`: ENOENT, EACCES, ENOSPC …). */
export interface Files {
  read(path: string): Uint8Array;
  /** Names in a folder, in code point order. */
  list(path: string): readonly string[];
  /** Null when nothing is there. Links are not followed. */
  info(path: string): FileInfo | null;
  /** Whole or not at all: temporary file, fsync, rename. Makes the folders on the way. */
  write(path: string, bytes: Uint8Array): void;
  /** Nothing happens where nothing is there. */
  remove(path: string): void;
}

/** The machine itself: its disk, clock, terminal and environment. */
export function realIo(): Io {
  return {
    files: realFiles,
    out: stream(process.stdout),
    err: stream(process.stderr),
    env: process.env,
    ...(process.stdin.isTTY === true && process.stdout.isTTY === true
      ? { terminal: { input: process.stdin, output: process.stdout } }
      : {}),
    cwd: slashed(process.cwd()),
    now: () => Date.now(),
    ledger: openRealLedger,
    office: async () => (await import('./read/office.ts')).realOffice(),
  };
}

/** SQLite is loaded only by a run that needs it. */
async function openRealLedger(folder: string, create: boolean): Promise<Ledger | LedgerTrouble | null> {
  if (!create && !existsSync(join(folder, 'ledger.sqlite'))) return null;
  const { openLedger } = await import('./ledger/ledger.ts');
  const { LedgerError } = await import('./ledger/fault.ts');
  try {
    return openLedger(folder, create);
  } catch (error) {
    if (error instanceof LedgerError) return { fault: error.fault, detail: error.message };
    throw error;
  }
}

const realFiles: Files = {
  read: (path) => readFileSync(path),
  list: (path) => readdirSync(path).sort(compareText),
  info: (path) => {
    const stat = statOf(path);
    if (stat === undefined) return null;
    const kind = stat.isFile()
      ? 'file'
      : stat.isDirectory()
        ? 'folder'
        : stat.isSymbolicLink()
          ? 'link'
          : 'other';
    return { kind, size: stat.size, modified: stat.mtimeMs };
  },
  write: (path, bytes) => {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      const handle = openSync(temporary, 'w');
      try {
        writeFileSync(handle, bytes);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  },
  remove: (path) => rmSync(path, { force: true }),
};

/** Undefined also below a file, as in `x.xlsx/campaign.yaml`, where Node throws although nothing is there. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function stream(target: NodeJS.WriteStream): Stream {
  return {
    isTerminal: target.isTTY === true,
    columns: target.columns ?? 80,
    write: (text) => {
      target.write(text);
    },
  };
}

/** A path with `/`, as all of the program writes paths. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
