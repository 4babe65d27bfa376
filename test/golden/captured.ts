import { join, resolve } from 'node:path';
import { main } from '../../src/cli.ts';
import { slashed } from '../../src/io.ts';
import { quietIo } from '../quiet-io.ts';

/** A run over a campaign folder of fixtures/: what it printed, and by name what it would have written. */
export interface Captured {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
  readonly written: ReadonlyMap<string, Uint8Array>;
}

export interface CaptureOptions {
  readonly columns?: number;
  /** The order in which a folder gives its names; sorted where absent. */
  readonly order?: (names: readonly string[]) => readonly string[];
}

/** Runs one command over `fixtures/<name>` as if nothing had been run before; the disk is only read. */
export async function capture(
  name: string,
  argv: readonly string[],
  { columns = 80, order = (names) => names }: CaptureOptions = {},
): Promise<Captured> {
  const printed = { out: '', err: '' };
  const world = quietIo(slashed(join(resolve('fixtures'), name)), printed);
  const { files } = world;
  const written = new Map<string, Uint8Array>();
  const exit = await main(argv, {
    ...world,
    out: { ...world.out, columns },
    err: { ...world.err, columns },
    files: {
      ...files,
      list: (path) => order(files.list(path)),
      info: (path) => {
        const info = files.info(path);
        // A checkout gives files any time.
        return info === null ? null : { ...info, modified: CHECKED_OUT };
      },
      write: (path, bytes) => {
        written.set(path.slice(world.cwd.length + 1), bytes);
      },
      create: () => true,
      remove: () => {},
    },
    ledger: async () => null,
    office: async () => null,
  });
  return { ...printed, exit, written };
}

const CHECKED_OUT = Date.parse('2020-01-01T00:00:00Z');
