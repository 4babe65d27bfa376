import { posix } from 'node:path';
import type { FileInfo } from '../io/files.ts';
import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import { compareText } from '../model/finding.ts';
import { sha256Of } from '../model/hash.ts';
import { isDate } from '../model/time.ts';
import { absolute } from './folder.ts';
import { isLeftByPrograms, type OpenFailure, unopened } from './inbox.ts';

/** What became of one file that was to be taken in. */
export interface TakenFile {
  /** Absolute. */
  readonly from: string;
  /** Relative to the campaign folder; null for what is not taken. */
  readonly to: string | null;
  /** `trial`: it would be copied. `there`: the same bytes lie under that name already. */
  readonly how: 'copied' | 'trial' | 'there' | 'link' | 'list' | OpenFailure;
}

export interface Taking {
  readonly lines: readonly TakenFile[];
  /** What is to be written: absolute paths in the inbox that are free. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Whether a path lies outside a campaign folder, and not around it. Throws a UserError for one that is not there. */
export function isOutside(io: Io, root: string, path: string): boolean {
  const at = absolute(io, path);
  if (io.files.info(at) === null) throw new UserError({ kind: 'path-not-found', path });
  const own = [root, io.files.real(root)];
  const isWithin = [at, io.files.real(at)].some((each) =>
    own.some((folder) => each === folder || each.startsWith(`${folder}/`) || folder.startsWith(`${each}/`)),
  );
  return !isWithin;
}

/**
 * Files and folders from elsewhere as copies in `inbox/<date>/` (contract section 2), each under its own name; a folder
 * keeps its name, unless that is a date. The same bytes under the same name are one file; another file of that name is
 * `… (2)`. Nothing is changed at the source.
 */
export function takeIn(io: Io, root: string, date: string, paths: readonly string[]): Taking {
  const inbox = posix.join(root, 'inbox', date);
  const taken = namesIn(io, inbox);
  const lines: TakenFile[] = [];
  const files: { path: string; bytes: Uint8Array }[] = [];
  for (const { path, name, fault } of paths.flatMap((each) => sourcesAt(io, absolute(io, each)))) {
    if (fault !== null) {
      lines.push({ from: path, to: null, how: fault });
      continue;
    }
    const bytes = bytesAt(io, path);
    if (typeof bytes === 'string') {
      lines.push({ from: path, to: null, how: bytes });
      continue;
    }
    const { own, isNew } = placeFor(name.normalize('NFC'), bytes, taken);
    lines.push({ from: path, to: posix.join('inbox', date, own), how: isNew ? 'copied' : 'there' });
    if (isNew) files.push({ path: posix.join(inbox, own), bytes });
  }
  return { lines, files };
}

interface Source {
  readonly path: string;
  /** Below the date folder. */
  readonly name: string;
  readonly fault: Exclude<TakenFile['how'], 'copied' | 'trial' | 'there'> | null;
}

function sourcesAt(io: Io, start: string): readonly Source[] {
  const found: Source[] = [];
  const visit = (path: string, name: string, above: FileInfo | null): void => {
    const info = io.files.info(path);
    if (info === null) found.push({ path, name, fault: above === null ? 'gone' : 'name' });
    else if (info.kind === 'folder') visitAll(path, name, info);
    else if (info.kind === 'link') found.push({ path, name, fault: 'link' });
    else if (info.kind === 'other') found.push({ path, name, fault: 'special' });
    else if (above !== null && isList(path)) found.push({ path, name, fault: 'list' });
    else found.push({ path, name, fault: null });
  };
  const visitAll = (path: string, name: string, info: FileInfo): void => {
    let names: readonly string[];
    try {
      names = io.files.list(path);
    } catch (error) {
      found.push({ path, name, fault: unopened(io, codeOf(error)) });
      return;
    }
    for (const each of names) {
      if (!isLeftByPrograms(each) || isList(each))
        visit(posix.join(path, each), posix.join(name, each), info);
    }
  };
  const own = posix.basename(start);
  const isDay = isDate(own) && io.files.info(start)?.kind === 'folder';
  visit(start, isDay ? '' : own, null);
  return found;
}

/** Arrival times of another folder belong to that folder's files. */
function isList(path: string): boolean {
  return posix.basename(path).toLowerCase() === 'received.csv';
}

function bytesAt(io: Io, path: string): Uint8Array | OpenFailure {
  try {
    return io.files.read(path);
  } catch (error) {
    return unopened(io, codeOf(error));
  }
}

/** The names that are taken, as disks compare them that know neither capitals nor how a letter is composed. */
type Names = Map<string, { readonly name: string; readonly sha256: () => string | null }>;

function namesIn(io: Io, inbox: string): Names {
  const names: Names = new Map();
  const visit = (path: string): void => {
    const info = io.files.info(path);
    if (info?.kind === 'folder') for (const name of io.files.list(path)) visit(posix.join(path, name));
    if (info === null || path === inbox) return;
    const name = posix.relative(inbox, path);
    const sha256 = (): string | null => {
      const bytes = info.kind === 'file' ? bytesAt(io, path) : 'special';
      return typeof bytes === 'string' ? null : sha256Of(bytes);
    };
    names.set(keyOf(name), { name, sha256 });
  };
  visit(inbox);
  return names;
}

/** The name under which bytes lie already, else the first that is free: `a.xlsx`, `a (2).xlsx`, … */
function placeFor(
  name: string,
  bytes: Uint8Array,
  taken: Names,
): { readonly own: string; readonly isNew: boolean } {
  const sha256 = sha256Of(bytes);
  const ending = posix.extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let n = 1; ; n++) {
    const own = n === 1 ? name : `${stem} (${n})${ending}`;
    const there = taken.get(keyOf(own));
    if (there === undefined) {
      taken.set(keyOf(own), { name: own, sha256: () => sha256 });
      return { own, isNew: true };
    }
    if (there.sha256() === sha256) return { own: there.name, isNew: false };
  }
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** Taken files whose place is known, in path order, each once. */
export function placesOf(lines: readonly TakenFile[]): readonly string[] {
  return [...new Set(lines.flatMap(({ to }) => to ?? []))].sort(compareText);
}
