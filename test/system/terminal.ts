import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** A real terminal of 80 × 24 in tmux, driven as a person would: keys in, screens out. */
export function openTerminal(folder: string) {
  const name = `wizard-${process.pid}-${Math.floor(performance.now())}`;
  const tmux = (...argv: string[]): string =>
    execFileSync('tmux', ['-L', name, ...argv], { encoding: 'utf8' });
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-s',
    name,
    '-x',
    '80',
    '-y',
    '24',
    '-c',
    folder,
    'env',
    'LANG=C.UTF-8',
    'bash',
    '--norc',
  );
  const screen = (): string =>
    tmux('capture-pane', '-t', name, '-p', '-S', '-200')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n');
  const program = `node ${resolve('bin/bluezone-report.js')}`;
  /** Waits for a text on the screen or above it; gives all of it. */
  const until = async (text: string): Promise<string> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const now = screen();
      if (now.includes(text)) return now;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`"${text}" does not come:\n${screen()}`);
  };
  const pause = () => new Promise((done) => setTimeout(done, 350));
  return {
    until,
    screen,
    run: (command: string) => {
      tmux('clear-history', '-t', name);
      tmux('send-keys', '-t', name, '-l', '--', `clear; ${program} ${command}; echo "exit=$?"`);
      tmux('send-keys', '-t', name, 'Enter');
    },
    /** Types a text (nothing for a bare Enter), then Enter; what stands there already goes. */
    answer: async (text = '') => {
      await pause();
      if (text !== '') tmux('send-keys', '-t', name, 'C-u');
      if (text !== '') tmux('send-keys', '-t', name, '-l', '--', text);
      await pause();
      tmux('send-keys', '-t', name, 'Enter');
      await pause();
    },
    key: async (key: string) => {
      await pause();
      tmux('send-keys', '-t', name, key);
      await pause();
    },
    paste: (text: string) => {
      tmux('set-buffer', text);
      tmux('paste-buffer', '-t', name);
    },
    close: () => {
      tmux('kill-server');
    },
  };
}
