import * as fs from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { compareText } from '../model/finding.ts';
import type { Files } from './files.ts';
import { native, slashed } from './paths.ts';

/** The calls of `node:fs` that the program makes: a test puts one of them out of order. */
export type Disk = Pick<
  typeof fs,
  | 'closeSync'
  | 'fsyncSync'
  | 'fstatSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'readSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'writeFileSync'
>;

/** The real disk behind `Io.files`; `separator` is the system's between folders. */
export function filesOn(disk: Disk = fs, separator: string = sep): Files {
  const plain = plainFiles(disk, separator);
  const on = (path: string): string => native(path, separator);
  return {
    read: (path) => plain.read(on(path)),
    list: (path) => plain.list(on(path)),
    info: (path) => plain.info(on(path)),
    write: (path, bytes, last) => plain.write(on(path), bytes, last),
    create: (path, bytes) => plain.create(on(path), bytes),
    append: (path, line) => plain.append(on(path), line),
    rename: (from, to) => plain.rename(on(from), on(to)),
    real: (path) => plain.real(on(path)),
    remove: (path) => plain.remove(on(path)),
  };
}

function plainFiles(disk: Disk, separator: string): Files {
  return {
    read: (path) => disk.readFileSync(path),
    list: (path) => disk.readdirSync(path).sort(compareText),
    info: (path) => {
      const stat = statOf(disk, path);
      return stat === undefined
        ? null
        : {
            kind: kindOf(stat),
            size: Number(stat.size),
            modified: Number(stat.mtimeMs),
            changed: Number(stat.ctimeMs),
          };
    },
    write: (path, bytes, last) => {
      disk.mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      try {
        put(disk, disk.openSync(temporary, 'w'), bytes);
        last?.();
        replace(disk, temporary, path);
        flushFolder(disk, dirname(path));
      } catch (error) {
        disk.rmSync(temporary, { force: true });
        throw error;
      }
    },
    create: (path, bytes) => {
      disk.mkdirSync(dirname(path), { recursive: true });
      const handle = openNew(disk, path);
      if (handle === null) return false;
      try {
        put(disk, handle, bytes);
        flushFolder(disk, dirname(path));
      } catch (error) {
        disk.rmSync(path, { force: true });
        throw error;
      }
      return true;
    },
    append: (path, line) => {
      disk.mkdirSync(dirname(path), { recursive: true });
      const handle = disk.openSync(path, 'a+');
      try {
        // A process that was stopped may have left half a line, which must not swallow this one.
        disk.writeFileSync(handle, `${endsInLine(disk, handle) ? '' : '\n'}${line}\n`);
        flush(disk, handle);
      } finally {
        disk.closeSync(handle);
      }
    },
    rename: (from, to) => disk.renameSync(from, to),
    real: (path) => slashed(realOf(disk, path), separator),
    remove: (path) => disk.rmSync(path, { force: true }),
  };
}

/** Fills a file that was just opened, and closes it whatever happens. */
function put(disk: Disk, handle: number, bytes: Uint8Array): void {
  try {
    disk.writeFileSync(handle, bytes);
    flush(disk, handle);
  } finally {
    disk.closeSync(handle);
  }
}

/** What a share or a mounted folder says that knows no flushing: its files are as safe as it makes them. */
const NO_FLUSHING = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

function flush(disk: Disk, handle: number): void {
  try {
    disk.fsyncSync(handle);
  } catch (error) {
    if (!NO_FLUSHING.includes(codeOf(error))) throw error;
  }
}

/** A new name is on the disk when its folder is. Windows opens no folder, and a share may know no such flushing. */
function flushFolder(disk: Disk, path: string): void {
  let handle: number;
  try {
    handle = disk.openSync(path, 'r');
  } catch (error) {
    if ([...HELD, ...NO_FLUSHING, 'EISDIR'].includes(codeOf(error))) return;
    throw error;
  }
  try {
    flush(disk, handle);
  } catch (error) {
    if (!HELD.includes(codeOf(error))) throw error;
  } finally {
    disk.closeSync(handle);
  }
}

/** What Windows and shares say of a file that a virus scanner, a synchroniser or Excel holds at this moment. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];
/** Milliseconds before each further try: scanners let go within a second, a person does not. */
const TRIES = [50, 150, 300, 500];

function replace(disk: Disk, from: string, to: string): void {
  for (const pause of [...TRIES, null]) {
    try {
      disk.renameSync(from, to);
      return;
    } catch (error) {
      if (pause === null || !HELD.includes(codeOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

function openNew(disk: Disk, path: string): number | null {
  try {
    return disk.openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  }
}

function endsInLine(disk: Disk, handle: number): boolean {
  const { size } = disk.fstatSync(handle);
  if (size === 0) return true;
  const last = new Uint8Array(1);
  disk.readSync(handle, last, 0, 1, size - 1);
  return last[0] === 10;
}

function realOf(disk: Disk, path: string): string {
  try {
    return disk.realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realOf(disk, dirname(path)), basename(path));
  }
}

/** Undefined also below a file, as in `x.xlsx/campaign.yaml`, where Node throws although nothing is there. */
/** What no path of this system can be is not there either: too long, a file where a folder must be, a NUL. */
const NO_SUCH_NAME = new Set(['ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE']);

function statOf(disk: Disk, path: string): fs.Stats | undefined {
  try {
    return disk.lstatSync(path, { throwIfNoEntry: false }) as fs.Stats | undefined;
  } catch (error) {
    if (NO_SUCH_NAME.has(codeOf(error))) return undefined;
    throw error;
  }
}

function kindOf(stat: fs.Stats): 'file' | 'folder' | 'link' | 'other' {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'folder';
  return stat.isSymbolicLink() ? 'link' : 'other';
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
