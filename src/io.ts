import type { Instant } from './core/submission.ts';

/** The outside world as one interface: a real one (`realIo`) for the command, one in memory for tests. */
export interface Io {
  readonly files: Files;
  readonly out: Stream;
  readonly err: Stream;
  readonly env: { readonly [name: string]: string | undefined };
  /** Absolute; paths of arguments are relative to it. */
  readonly cwd: string;
  now(): Instant;
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
}
