import { posix } from 'node:path';
import { compareText } from '../src/core/finding.ts';
import type { FileInfo, Io } from '../src/io.ts';

/** A world in memory: files by absolute path, what was printed, what was written. */
export interface MemoryIo extends Io {
  readonly disk: Map<string, Uint8Array>;
  /** Modified times that differ from `now`. */
  readonly times: Map<string, number>;
  readonly printed: { out: string; err: string };
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
  const now = Date.parse(options.now ?? '2021-08-16T16:00:00+07:00');
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
    out: stream('out'),
    err: stream('err'),
    env: options.env ?? {},
    cwd: options.cwd ?? '/campaign',
    now: () => now,
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
          return { kind: 'file', size: bytes.length, modified: times.get(path) ?? now };
        const folder = path === '/' || [...disk.keys()].some((file) => file.startsWith(`${path}/`));
        return folder ? { kind: 'folder', size: 0, modified: now } : null;
      },
      write: (path, bytes) => {
        disk.set(posix.normalize(path), bytes);
      },
      remove: (path) => {
        disk.delete(path);
      },
    },
  };
}

function fail(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}
