import type { Io } from '../io.ts';

/** Single keys of a person at the terminal, while nothing is asked. */
export interface Keys {
  /** The keys pressed since the last call. */
  taken(): readonly string[];
  /** Ends when a key is pressed. */
  pressed(): Promise<void>;
  close(): void;
}

interface RawInput extends NodeJS.ReadableStream {
  setRawMode?(on: boolean): unknown;
}

const CTRL_C = '\u0003';

/** Null where there is no terminal. Ctrl-C is given as `ctrl-c`. */
export function openKeys(io: Io): Keys | null {
  const input = io.terminal?.input as RawInput | undefined;
  if (input === undefined) return null;
  let waiting: (() => void)[] = [];
  let queue: string[] = [];
  const onData = (chunk: unknown): void => {
    queue.push(...[...String(chunk)].map((key) => (key === CTRL_C ? 'ctrl-c' : key.toLowerCase())));
    for (const done of waiting.splice(0)) done();
  };
  input.setRawMode?.(true);
  input.on('data', onData);
  input.resume();
  return {
    taken: () => {
      const now = queue;
      queue = [];
      return now;
    },
    pressed: () =>
      queue.length > 0 ? Promise.resolve() : new Promise((resolve) => (waiting = [...waiting, resolve])),
    close: () => {
      input.removeListener('data', onData);
      input.setRawMode?.(false);
      input.pause();
    },
  };
}
