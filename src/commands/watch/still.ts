/** A file as one look at a folder sees it. */
export interface Seen {
  /** Absolute. */
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** What is known of a file from the looks before. */
interface Known extends Seen {
  /** It stood still, and was handed on. */
  readonly done: boolean;
}

export type Watched = ReadonlyMap<string, Known>;

export interface Look {
  readonly watched: Watched;
  /** Files that have size and time of the look before and were not handed on in that state. */
  readonly still: readonly Seen[];
  /** Files that are new or still grow: nobody reads them yet. */
  readonly moving: readonly Seen[];
}

/**
 * One look at the folders after another: a file is handed on once it has stood still over two looks, and again when it has
 * changed after that. One that is gone is forgotten.
 */
export function look(before: Watched, now: readonly Seen[]): Look {
  const watched = new Map<string, Known>();
  const still: Seen[] = [];
  const moving: Seen[] = [];
  for (const seen of now) {
    const known = before.get(seen.path);
    const same = known !== undefined && known.size === seen.size && known.modified === seen.modified;
    if (same && !known.done) still.push(seen);
    if (!same) moving.push(seen);
    watched.set(seen.path, { ...seen, done: same });
  }
  return { watched, still, moving };
}

/** Files that could not be opened after all are looked at anew. */
export function again(watched: Watched, paths: readonly string[]): Watched {
  const left = new Map(watched);
  for (const path of paths) left.delete(path);
  return left;
}

/** What lay there when the watch began: it is nothing new. */
export function asDone(now: readonly Seen[]): Watched {
  return new Map(now.map((seen) => [seen.path, { ...seen, done: true }]));
}
