import { COMMANDS } from '../src/cli/table.ts';
import { main } from '../src/cli.ts';
import type { Io } from '../src/io.ts';

/** docs/commands.md: the help of every command, as the program prints it. */
export async function commandsPage(): Promise<string> {
  const parts = ['# Các lệnh\n\nTrang này là chính trợ giúp của chương trình (`npm run docs`).\n'];
  parts.push(block(await help(['--help'])));
  for (const { name } of COMMANDS) parts.push(`## ${name}\n\n${block(await help([name, '--help']))}`);
  return parts.join('\n');
}

async function help(argv: readonly string[]): Promise<string> {
  let text = '';
  const stream = {
    isTerminal: false,
    columns: 100,
    write: (part: string) => {
      text += part;
    },
  };
  const io: Io = {
    files: {
      read: absent,
      list: absent,
      info: () => null,
      write: absent,
      create: absent,
      append: absent,
      rename: absent,
      real: (path) => path,
      remove: absent,
    },
    out: stream,
    err: stream,
    env: {},
    cwd: '/',
    now: () => 0,
    machine: {
      platform: '',
      host: '',
      pid: 0,
      user: '',
      zone: 'UTC',
      command: [],
      started: null,
      isAlive: () => false,
      onExit: () => () => {},
    },
    sleep: async () => {},
    start: absent,
    ledger: async () => null,
    office: async () => null,
  };
  await main(argv, io);
  return text;
}

function absent(): never {
  throw new Error('help reads no file');
}

function block(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
}
