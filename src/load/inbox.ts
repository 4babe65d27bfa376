import { posix } from 'node:path';
import type { FileInfo, Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import { compareText, type Finding, finding } from '../model/finding.ts';
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
}

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
    if (kind === 'file' && !LEFT_BY_PROGRAMS.test(name))
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
  const visit = (path: string): void => {
    const info = io.files.info(path);
    const shown = posix.relative(base, path);
    if (info?.kind === 'folder') {
      for (const name of io.files.list(path)) visit(posix.join(path, name));
    } else if (info?.kind === 'link') {
      findings.push(finding('file/left-alone', { file: shown }, { reason: 'link' }));
    } else if (info?.kind === 'file') {
      const file = fileAt(base, date, dateFolder, path, info);
      if (file.inFolder !== RECEIVED) files.push(file);
    }
  };
  visit(start);
  files.sort((a, b) => compareText(a.shown, b.shown));
  return { files, findings };
}

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
