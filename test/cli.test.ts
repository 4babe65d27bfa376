import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/table.ts';
import { main } from '../src/cli.ts';
import { VERSION } from '../src/version.ts';
import { capture } from './golden/captured.ts';
import { type MemoryIo, type MemoryOptions, memoryIo } from './memory-io.ts';

const CAMPAIGN = {
  '/campaign/campaign.yaml': readFileSync('fixtures/hoai-nhon/campaign.yaml', 'utf8'),
  '/campaign/units.csv': readFileSync('fixtures/hoai-nhon/units.csv', 'utf8'),
};
const DAY = ['--date', '2021-08-16', '--as-of', '2021-08-16T16:00'];

async function run(
  argv: readonly string[],
  options: MemoryOptions = {},
): Promise<MemoryIo['printed'] & { readonly exit: number; readonly io: MemoryIo }> {
  const io = memoryIo({ files: CAMPAIGN, ...options });
  const exit = await main(argv, io);
  return { ...io.printed, exit, io };
}

/** A complaint is a sentence on stderr, exit 2, nothing on stdout, never a stack. */
async function complaint(argv: readonly string[], options: MemoryOptions = {}): Promise<string> {
  const { out, err, exit } = await run(argv, options);
  expect([exit, out]).toEqual([2, '']);
  expect(err).not.toMatch(/\n\s+at |undefined|\[object/);
  expect(err).toMatch(/\S\n$/);
  return err;
}

describe('--help', () => {
  const commands = COMMANDS.map(({ name }) => name);

  it.each(commands)('%s, in both languages', async (name) => {
    for (const [lang, word] of [
      ['vi', 'Cách dùng'],
      ['en', 'Usage'],
    ] as const) {
      const { out, err, exit } = await run([name, '--help', '--lang', lang], { files: {} });
      expect([exit, err]).toEqual([0, '']);
      expect(out).toContain(`${word}: bluezone-report ${name}`);
      expect(out).not.toContain('undefined');
      expect(out.split('\n').filter((line) => line.length > 80 && !/^ {2}(bluezone|\{)/.test(line))).toEqual(
        [],
      );
    }
  });

  it('of the program lists every command, and an empty command line shows it', async () => {
    const { out } = await run(['--help'], { files: {} });
    for (const name of commands) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect((await run([], { files: {} })).exit).toBe(0);
    expect((await run([], { files: {} })).out).toContain(commands[0]);
    expect((await run(['--lang', 'en'], { files: {} })).out).toContain('Usage:');
  });

  it('is Vietnamese unless the environment or the flag says English; the flag wins', async () => {
    const env = { BLUEZONE_REPORT_LANG: 'en' };
    expect((await run(['--help'], { env })).out).toContain('Usage:');
    expect((await run(['--help', '--lang', 'vi'], { env })).out).toContain('Cách dùng:');
  });

  it('--version is that of package.json', async () => {
    expect((await run(['--version'])).out).toBe(`${VERSION}\n`);
  });
});

describe('what cannot run says why, with exit 2', () => {
  it.each([
    ['a misspelt command', ['agregate'], ['"agregate"', '"aggregate"']],
    ['a misspelt flag', ['aggregate', '--formt', 'csv'], ['"--formt"', '"--format"']],
    ['a flag without its value', ['aggregate', '--date'], ['date']],
    ['an unknown format', ['aggregate', ...DAY, '--format', 'pdf'], ['"pdf"', 'xlsx, json, csv']],
    ['a date that is none', ['aggregate', '--date', '2021-02-30'], ['"2021-02-30"']],
    ['an as-of time that is none', ['status', '--as-of', '4 giờ'], ['"4 giờ"']],
    ['a path that is not there', ['aggregate', 'inbox/khong-co'], ['"inbox/khong-co"']],
    ['an unknown profile', ['aggregate', '-c', 'hoai-nhon-2012'], ['"hoai-nhon-2021"']],
    ['an unknown code', ['explain', 'value/not-a-numbr'], ['"value/not-a-number"']],
    ['too many arguments', ['explain', 'a', 'b'], ['explain --help']],
  ])('%s', async (_, argv, words) => {
    const said = await complaint(argv);
    for (const word of words) expect(said).toContain(word);
    expect(await complaint([...argv, '--lang', 'en'])).not.toBe(said);
  });

  it('a language that it does not speak', async () => {
    expect(await complaint(['aggregate', ...DAY, '--lang', 'fr'])).toContain('"fr"');
    expect(await complaint(['--lang=', 'aggregate', ...DAY])).toContain('--lang');
  });

  it('no campaign', async () => {
    expect(await complaint(['aggregate'], { files: {} })).toContain('campaign.yaml');
  });

  it('a broken campaign file, with its line', async () => {
    const files = { ...CAMPAIGN, '/campaign/campaign.yaml': 'name: A\nauthority: [\n' };
    expect(await complaint(['aggregate'], { files })).toMatch(/^campaign\.yaml, dòng 3/);
  });

  it('an unknown key of the campaign file, with the nearest known one', async () => {
    const text = CAMPAIGN['/campaign/campaign.yaml'].replace('collect:', 'colect:');
    const said = await complaint(['aggregate'], { files: { ...CAMPAIGN, '/campaign/campaign.yaml': text } });
    expect(said).toContain('"colect"');
    expect(said).toContain('"collect"');
  });

  it('a screen that loses what is printed: what was written stands', async () => {
    const io = memoryIo({ files: CAMPAIGN });
    const out = { ...io.out, done: async () => 'EPIPE' };
    expect(await main(['aggregate', ...DAY, '--json'], { ...io, out })).toBe(2);
    expect(io.printed.err).toContain('Không in ra được hết (chương trình nhận đã đóng)');
    expect([...io.disk.keys()]).toContain('/campaign/outbox/2021-08-16/tong-hop-2021-08-16.xlsx');
  });

  it('a disk that cannot be written', async () => {
    const io = memoryIo({ files: CAMPAIGN });
    const full = () => {
      throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    };
    expect(await main(['aggregate', ...DAY], { ...io, files: { ...io.files, write: full } })).toBe(2);
    expect(io.printed.err).toContain('(đĩa đã đầy)');
    expect(io.printed.out).toBe('');
  });
});

describe('a day', () => {
  it('without a folder is one on which nobody has sent: missing after the deadline, awaited before', async () => {
    expect((await run(['aggregate', ...DAY])).exit).toBe(1);
    const early = await run(['aggregate', '--date', '2021-08-16', '--as-of', '2021-08-16T09:00']);
    expect(early.exit).toBe(0);
    expect([...early.io.disk.keys()]).toContain('/campaign/outbox/2021-08-16/tong-hop-2021-08-16.xlsx');
  });

  it('is written nowhere under --dry-run, which says what it would write', async () => {
    const { io, err } = await run(['aggregate', ...DAY, '--dry-run']);
    expect([...io.disk.keys()]).toEqual(Object.keys(CAMPAIGN));
    expect(err).toContain('outbox/2021-08-16/tong-hop-2021-08-16.xlsx');
  });

  it('with --json is JSON on stdout and the rest on stderr', async () => {
    for (const command of ['aggregate', 'validate', 'status', 'receive']) {
      const flags = command === 'receive' ? ['--date', '2021-08-16'] : DAY;
      const { out, err } = await run([command, ...flags, '--json']);
      expect(JSON.parse(out)).toMatchObject({ date: '2021-08-16' });
      expect(err).toContain('2021-08-16');
    }
  });

  it('goes to the file of -o in the format that its name ends in', async () => {
    const csv = await run(['aggregate', ...DAY, '-o', 'ra/ket-qua.csv']);
    expect(new TextDecoder().decode(csv.io.disk.get('/campaign/ra/ket-qua.csv'))).toMatch(/^date,/);
    const both = await run(['aggregate', ...DAY, '-o', 'a.xlsx', '--format', 'json', '--format', 'xlsx']);
    expect([...both.io.disk.keys()].slice(2).sort()).toEqual(['/campaign/a.json', '/campaign/a.xlsx']);
  });

  it('goes to the file of -o, further formats beside it', async () => {
    const { io } = await run([
      'aggregate',
      ...DAY,
      '-o',
      'ra/ket-qua.csv',
      '--format',
      'csv',
      '--format',
      'md',
    ]);
    expect([...io.disk.keys()].slice(2)).toEqual(['/campaign/ra/ket-qua.csv', '/campaign/ra/ket-qua.md']);
  });

  it('takes a Vietnamese date', async () => {
    const { out } = await run(['aggregate', '-d', '16/8/2021', '--as-of', '2021-08-16T16:00', '--json']);
    expect(JSON.parse(out)).toMatchObject({ date: '2021-08-16', asOf: '2021-08-16T16:00:00+07:00' });
  });

  it('of a shipped profile, without a folder, is written to the current one', async () => {
    const { io, exit } = await run(['aggregate', '-c', 'hoai-nhon-2021', ...DAY], {
      files: {},
      cwd: '/here',
    });
    expect(exit).toBe(1);
    expect([...io.disk.keys()]).toEqual(['/here/outbox/2021-08-16/tong-hop-2021-08-16.xlsx']);
  });
});

describe('the terminal', () => {
  const colour = '\u001b[';

  it('has colours, unless NO_COLOR or --no-color forbids them or it is none', async () => {
    const argv = ['aggregate', ...DAY];
    const env = { TERM: 'xterm-256color' };
    expect((await run(argv, { terminal: true, env })).out).toContain(colour);
    expect((await run(argv, { terminal: true, env: { ...env, NO_COLOR: '1' } })).out).not.toContain(colour);
    expect((await run([...argv, '--no-color'], { terminal: true, env })).out).not.toContain(colour);
    expect((await run(argv, { env })).out).not.toContain(colour);
  });

  it.each([60, 80, 100, 140])('of %d columns is not overrun', async (columns) => {
    for (const [name, date] of [
      ['hoai-nhon', '2021-08-17'],
      ['loc-ninh', '2020-08-17'],
    ] as const)
      for (const command of ['aggregate', 'validate', 'status']) {
        const { out } = await capture(name, [command, '--date', date, '--as-of', `${date}T16:00`], {
          columns,
        });
        expect(out.split('\n').filter((line) => [...line.normalize('NFC')].length > columns)).toEqual([]);
      }
  });
});

describe('starting', () => {
  it('loads no workbook library, no prompts and no SQLite before a command needs them', async () => {
    const { metafile } = await build({
      entryPoints: ['src/cli.ts'],
      bundle: true,
      splitting: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      outdir: 'dist',
      packages: 'external',
      logLevel: 'silent',
    });
    const reached = new Set<string>();
    const visit = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
        if (kind === 'import-statement') visit(path);
    };
    visit('dist/cli.js');
    const packages = [...reached].flatMap((name) =>
      (metafile.outputs[name]?.imports ?? []).flatMap(({ path, external, kind }) =>
        external === true && kind === 'import-statement' && !isBuiltin(path) ? [packageOf(path)] : [],
      ),
    );
    const heavy = ['exceljs', 'inquirer', '@e965/xlsx', '@photostructure/sqlite', 'chalk', 'cli-table3'];
    expect(packages.filter((name) => heavy.includes(name))).toEqual([]);
  });
});

function packageOf(path: string): string {
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
}
