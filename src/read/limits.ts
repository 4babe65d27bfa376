import { fail } from '../pack/fault.ts';
import type { ZipLimits } from '../pack/zip.ts';

/** What one received file may cost. A real report is a few hundred cells: these keep a hostile or broken file from stopping a run. */
export interface Limits extends ZipLimits {
  /** Bytes of the file as received. */
  readonly bytes: number;
  /** Nested elements of an XML part. */
  readonly depth: number;
  readonly sheets: number;
  /** Non-blank cells of one workbook. */
  readonly cells: number;
  /** Rows that a sheet may reach down to. */
  readonly rows: number;
  readonly columns: number;
  /** Entries of the shared string table. */
  readonly strings: number;
  readonly merges: number;
  /** Archives and mails that may lie around a report: 2 lets a zip come by mail, or within a zip. */
  readonly nesting: number;
  /** Rows, cells, merges and turns of a search in one received file, all files inside it together. */
  readonly steps: number;
  /** Characters of the texts of one received file, all files inside it together; a text that many cells share counts once. */
  readonly characters: number;
}

export const LIMITS: Limits = {
  bytes: 200_000_000,
  entries: 10_000,
  inflated: 400_000_000,
  ratio: 400,
  depth: 200,
  sheets: 1_000,
  cells: 2_000_000,
  rows: 1_048_576,
  columns: 16_384,
  strings: 2_000_000,
  merges: 200_000,
  nesting: 2,
  steps: 10_000_000,
  characters: 64_000_000,
};

export type LimitName = keyof Limits;

/** Throws a fault that names the limit when `count` is above it. */
export function within(limits: Limits, limit: LimitName, count: number): void {
  if (count > limits[limit]) fail({ kind: 'limit', limit, most: limits[limit] });
}

/**
 * What one received file has cost, and all files inside it: a thousand files in an archive may cost no more than one. Work is counted,
 * never seconds: whether a file can be read must not depend on what else the machine does.
 */
export interface Work {
  /** Throws a fault where there are too many. */
  step(): void;
  /** Counts the characters of a text that will be looked at; throws a fault where there are too many. */
  text(length: number): void;
}

export function startWork(limits: Limits): Work {
  let steps = 0;
  let characters = 0;
  return {
    step: () => within(limits, 'steps', ++steps),
    text: (length) => {
      characters += length;
      within(limits, 'characters', characters);
    },
  };
}

/** Milliseconds that a program which we start may take where nothing else is said. */
export const PATIENCE = 50_000;

/** As many characters as Excel keeps in a cell: no program shows what is beyond, and it costs all the same. */
const CELL_CHARACTERS = 32_767;

/** The text as a cell holds it. */
export function cellText(text: string): string {
  return text.length > CELL_CHARACTERS ? text.slice(0, CELL_CHARACTERS) : text;
}
