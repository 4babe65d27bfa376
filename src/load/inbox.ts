import { posix } from 'node:path';
import type { FileInfo } from '../io/files.ts';
import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import { compareText, type Finding, finding } from '../model/finding.ts';
import type { FileFacts } from '../model/findings/file.ts';
import { isDate } from '../model/time.ts';
import { absolute } from './folder.ts';

/** A file as it was received, not yet opened. */
export interface ReceivedFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the campaign folder (to the current folder without one), with `/`. */
  readonly shown: string;
  /** Relative to its date folder; what received.csv names. */
  readonly inFolder: string;
  readonly folderDate: string;
  readonly size: number;
  readonly modified: number;
  /** As `FileInfo.changed`; null where the disk does not tell. */
  readonly changed: number | null;
  /** Why there is nothing to open: it is no file, or cannot be reached. */
  readonly fault?: OpenFailure;
}

/** What a document that could not be opened says instead. */
export type OpenFailure = 'locked' | FileFacts['file/unreadable']['reason'];

/** The folder under which `inbox/` and `outbox/` lie. */
export function baseOf(io: Io, root: string | null): string {
  return root ?? io.cwd;
}

/** Dates that have an inbox folder, ascending, and a finding for each file and folder that belongs to none. */
export function inboxDates(io: Io, base: string): { dates: readonly string[]; findings: readonly Finding[] } {
  const inbox = posix.join(base, 'inbox');
  if (io.files.info(inbox)?.kind !== 'folder') return { dates: [], findings: [] };
  const dates: string[] = [];
  const findings: Finding[] = [];
  for (const name of io.files.list(inbox)) {
    const kind = io.files.info(posix.join(inbox, name))?.kind;
    if (kind === 'file' && !isLeftByPrograms(name))
      findings.push(finding('campaign/file-outside-days', { file: `inbox/${name}` }, { file: name }));
    if (kind !== 'folder') continue;
    if (isDate(name)) dates.push(name);
    else findings.push(finding('campaign/folder-not-a-date', { file: `inbox/${name}` }, { folder: name }));
  }
  return { dates: dates.sort(compareText), findings };
}

/**
 * Paths with date folders in place of the inbox as a whole, or of the campaign folder around it: with a date its folder
 * alone.
 */
export function withinInbox(
  io: Io,
  base: string,
  root: string | null,
  paths: readonly string[],
  date?: string,
): readonly string[] {
  const inbox = posix.join(base, 'inbox');
  const { dates } = inboxDates(io, base);
  return paths.flatMap((path) => {
    const at = absolute(io, path);
    if (dates.length === 0 || (at !== inbox && at !== root)) return [path];
    return dates.filter((each) => date === undefined || each === date).map((each) => posix.join(inbox, each));
  });
}

/** What systems and Office leave lying about on their own account. */
const LEFT_BY_PROGRAMS = /^(\.|~\$|thumbs\.db$|desktop\.ini$|received\.csv$)/i;

export function isLeftByPrograms(name: string): boolean {
  return LEFT_BY_PROGRAMS.test(name);
}

/** Everything in inbox/<date>/, in path order; empty where the folder is not there. */
export function inboxFiles(io: Io, base: string, date: string): Walk {
  const folder = posix.join(base, 'inbox', date);
  if (io.files.info(folder)?.kind !== 'folder') return { files: [], findings: [] };
  return walk(io, base, date, folder, folder);
}

/** received.csv of a date folder; null where it has none. */
export function receivedFile(io: Io, base: string, date: string): ReceivedFile | null {
  const folder = posix.join(base, 'inbox', date);
  const path = posix.join(folder, RECEIVED);
  const info = io.files.info(path);
  return info?.kind === 'file' ? fileAt(base, date, folder, path, info) : null;
}

/** The files of named paths, for one date. Throws a UserError for a path that is not there. */
export function namedFiles(io: Io, base: string, date: string, paths: readonly string[]): Walk {
  const walks = paths.map((path) => {
    const at = absolute(io, path);
    const info = io.files.info(at);
    if (info === null) throw new UserError({ kind: 'path-not-found', path });
    const folder = info.kind === 'folder' ? at : posix.dirname(at);
    return walk(io, base, date, dateFolderOf(base, at) ?? folder, at);
  });
  const files = new Map(walks.flatMap((each) => each.files).map((file) => [file.path, file]));
  return {
    files: [...files.values()].sort((a, b) => compareText(a.shown, b.shown)),
    findings: walks.flatMap((each) => each.findings),
  };
}

export interface Walk {
  readonly files: readonly ReceivedFile[];
  /** Links, which are not followed out of the inbox. */
  readonly findings: readonly Finding[];
}

/** `<base>/inbox/<date>` when the path lies in it; it is what received.csv is relative to. */
export function dateFolderOf(base: string, path: string): string | null {
  const inside = posix.relative(posix.join(base, 'inbox'), path).split('/')[0] ?? '';
  return isDate(inside) ? posix.join(base, 'inbox', inside) : null;
}

function walk(io: Io, base: string, date: string, dateFolder: string, start: string): Walk {
  const files: ReceivedFile[] = [];
  const findings: Finding[] = [];
  const add = (path: string, info: FileInfo, fault?: OpenFailure): void => {
    const file = fileAt(base, date, dateFolder, path, info);
    if (file.inFolder !== RECEIVED) files.push(fault === undefined ? file : { ...file, fault });
  };
  const visit = (path: string, above: FileInfo | null): void => {
    const info = io.files.info(path);
    if (info === null) {
      // A name in other bytes than UTF-8 does not lead back to its file; anything else went while one looked.
      if (above !== null && path.includes('\ufffd')) add(path, above, 'name');
    } else if (info.kind === 'file') add(path, info);
    else if (info.kind === 'folder') visitAll(path, info);
    else if (info.kind === 'other') add(path, info, 'special');
    else if (isDead(io, path)) add(path, info, 'dead-link');
    else findings.push(finding('file/left-alone', { file: posix.relative(base, path) }, { reason: 'link' }));
  };
  const visitAll = (path: string, info: FileInfo): void => {
    let names: readonly string[] = [];
    try {
      names = io.files.list(path);
    } catch (error) {
      add(path, { ...info, size: 0 }, unopened(io, (error as NodeJS.ErrnoException).code ?? ''));
    }
    for (const name of names) visit(posix.join(path, name), info);
  };
  visit(start, null);
  files.sort((a, b) => compareText(a.shown, b.shown));
  return { files, findings };
}

/** Links lead out of the inbox and are not followed; one that leads nowhere is a file that somebody misses. */
function isDead(io: Io, path: string): boolean {
  try {
    return io.files.info(io.files.real(path))?.kind === 'link';
  } catch {
    return true;
  }
}

/** What a failure of the disk means for a file. Windows says EACCES and EPERM of a file that a program holds. */
export function unopened(io: Io, code: string): OpenFailure {
  switch (code) {
    case 'EBUSY':
    case 'ETXTBSY':
      return 'locked';
    case 'EACCES':
    case 'EPERM':
      return io.machine.platform === 'win32' ? 'locked' : 'permission';
    case 'ENOENT':
      return 'gone';
    case CHANGING:
      return 'changing';
    default:
      return 'disk';
  }
}

/** In the place of a code of the disk: the file did not stand still. */
export const CHANGING = 'changing';

const RECEIVED = 'received.csv';

function fileAt(
  base: string,
  folderDate: string,
  dateFolder: string,
  path: string,
  { size, modified, changed }: FileInfo,
): ReceivedFile {
  const shown = posix.relative(base, path);
  const inFolder = posix.relative(dateFolder, path);
  return { path, shown, inFolder, folderDate, size, modified, changed: changed ?? null };
}
