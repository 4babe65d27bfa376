import { posix } from 'node:path';
import type { FileInfo } from '../src/io/files.ts';
import type { Io } from '../src/io.ts';
import { compareText } from '../src/model/finding.ts';

/** A world in memory: files by absolute path, what was printed, what was written. */
export interface MemoryIo extends Io {
  readonly disk: Map<string, Uint8Array>;
  /** Modified times that differ from `now`. */
  readonly times: Map<string, number>;
  readonly printed: { out: string; err: string };
  /** The time that `now` gives; sleeping moves it. */
  readonly clock: { at: number };
}

export interface MemoryOptions {
  readonly files?: { readonly [path: string]: string | Uint8Array };
  readonly cwd?: string;
  readonly now?: string;
  readonly columns?: number;
  readonly terminal?: boolean;
  readonly env?: { readonly [name: string]: string };
}

export function memoryIo(options: MemoryOptions = {}): MemoryIo {
  const disk = new Map<string, Uint8Array>();
  const times = new Map<string, number>();
  for (const [path, content] of Object.entries(options.files ?? {})) {
    disk.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  const printed = { out: '', err: '' };
  const clock = { at: Date.parse(options.now ?? '2021-08-16T16:00:00+07:00') };
  const stream = (name: 'out' | 'err') => ({
    isTerminal: options.terminal ?? false,
    columns: options.columns ?? 80,
    write: (text: string) => {
      printed[name] += text;
    },
  });
  return {
    disk,
    times,
    printed,
    clock,
    out: stream('out'),
    err: stream('err'),
    env: options.env ?? {},
    cwd: options.cwd ?? '/campaign',
    now: () => clock.at,
    machine: memoryMachine,
    sleep: async (milliseconds) => {
      clock.at += milliseconds;
    },
    start: async () => ({ reason: null, printed: '' }),
    ledger: async () => null,
    office: async () => null,
    files: {
      read: (path) => disk.get(path) ?? fail('ENOENT', path),
      list: (path) => {
        const inside = [...disk.keys()].filter((file) => file.startsWith(`${path}/`));
        if (inside.length === 0) fail('ENOENT', path);
        return [...new Set(inside.map((file) => file.slice(path.length + 1).split('/')[0] ?? ''))].sort(
          compareText,
        );
      },
      info: (path): FileInfo | null => {
        const bytes = disk.get(path);
        if (bytes !== undefined)
          return { kind: 'file', size: bytes.length, modified: times.get(path) ?? clock.at };
        const folder = path === '/' || [...disk.keys()].some((file) => file.startsWith(`${path}/`));
        return folder ? { kind: 'folder', size: 0, modified: clock.at } : null;
      },
      write: (path, bytes, last) => {
        last?.();
        disk.set(posix.normalize(path), bytes);
      },
      create: (path, bytes) => {
        if (disk.has(path)) return false;
        disk.set(path, bytes);
        return true;
      },
      append: (path, line) => {
        const before = disk.get(path) ?? new Uint8Array();
        disk.set(path, Buffer.concat([before, new TextEncoder().encode(`${line}\n`)]));
      },
      rename: (from, to) => {
        disk.set(to, disk.get(from) ?? fail('ENOENT', from));
        disk.delete(from);
      },
      real: (path) => path,
      remove: (path) => {
        disk.delete(path);
      },
    },
  };
}

/** A computer of its own in the campaign's zone; only the run itself lives on it. */
export const memoryMachine: Io['machine'] = {
  platform: 'linux',
  host: 'van-phong',
  pid: 100,
  onExit: () => () => {},
  user: 'thu',
  zone: 'Asia/Ho_Chi_Minh',
  command: ['/usr/bin/node', '/opt/bluezone-report/bin/bluezone-report.js'],
  started: null,
  isAlive: (pid) => pid === 100,
};

function fail(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}
