import { type Io, realIo, slashed } from '../src/io.ts';

/** The real machine seen from a folder, without a terminal; what is printed is kept. */
export function quietIo(folder: string, printed: { out: string; err: string }): Io {
  const stream = (name: 'out' | 'err') => ({
    isTerminal: false,
    columns: 80,
    write: (text: string) => {
      printed[name] += text;
    },
  });
  return { ...realIo(), cwd: slashed(folder), env: {}, out: stream('out'), err: stream('err') };
}
