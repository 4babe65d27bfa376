import type { Instant } from '../model/submission.ts';

/** Paths are absolute, with `/`. Failures throw Node's own errors (`code`: ENOENT, EACCES, ENOSPC …). */
export interface Files {
  read(path: string): Uint8Array;
  /** Names in a folder, in code point order. */
  list(path: string): readonly string[];
  /** Null when nothing is there. Links are not followed. */
  info(path: string): FileInfo | null;
  /**
   * Whole or not at all: temporary file, fsync, rename. Makes the folders on the way. `last` is asked right before the
   * rename; what it throws ends the writing.
   */
  write(path: string, bytes: Uint8Array, last?: () => void): void;
  /** Makes a file that is not there yet; false where one is, whoever made it. Makes the folders on the way. */
  create(path: string, bytes: Uint8Array): boolean;
  /** Adds a line to the end of a file, which is made where it is not there. */
  append(path: string, line: string): void;
  rename(from: string, to: string): void;
  /** The path without links on the way, as far as anything is there. */
  real(path: string): string;
  /** Nothing happens where nothing is there. */
  remove(path: string): void;
}

export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly modified: Instant;
  /** When the disk last saw anything of it change, which nobody can set; absent where the disk does not tell. */
  readonly changed?: Instant;
}
