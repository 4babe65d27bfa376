import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { openLedger } from '../../src/ledger/ledger.ts';
import type { Summary } from '../../src/model/summary.ts';
import { COMMUNES, report, UNITS } from '../commands/office.ts';
import { quietIo } from '../quiet-io.ts';

/**
 * The built program, killed at any moment of its work. What it leaves must be a state from which the next run comes to
 * the same summary as one that nobody disturbed. Arrivals are stated in received.csv: "first seen" is when it was seen.
 */
const BIN = resolve('bin/bluezone-report.js');
const DAY = '2021-08-03';
const AS_OF = `${DAY}T16:00`;
const RUNS = 210;
/** So many of them on one folder, before a run in peace and a fresh folder. */
const A_FOLDER = 42;

const CAMPAIGN = `
name: Đợt thử
timezone: Asia/Ho_Chi_Minh
authority: { name: Ủy ban nhân dân thị xã Thử, level: district }
period: { from: 2021-08-02, to: 2021-08-15 }
collect:
  - { form: mau-02, from: [xã, phường], every: day, due: { time: "15:00", rule: before } }
report: { formats: [json] }
`;

const root = mkdtempSync(join(tmpdir(), 'bluezone-kill-'));
const fresh = join(root, 'fresh');

beforeAll(() => {
  if (!existsSync('dist/cli.js')) execFileSync('npm', ['run', 'build']);
  const inbox = join(fresh, 'inbox', DAY);
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(fresh, 'campaign.yaml'), CAMPAIGN);
  writeFileSync(join(fresh, 'units.csv'), UNITS);
  const arrivals = ['file,received_at,channel,note'];
  for (const [n, commune] of COMMUNES.entries()) {
    writeFileSync(join(inbox, `${commune}.csv`), report(commune, DAY, 100 * (n + 1)));
    utimesSync(join(inbox, `${commune}.csv`), 1_600_000_000, 1_600_000_000);
    arrivals.push(`${commune}.csv,${DAY}T14:0${n},zalo,`);
  }
  writeFileSync(join(inbox, 'received.csv'), `${arrivals.join('\n')}\n`);
});
afterAll(() => rmSync(root, { recursive: true }));

/** `daily` of a past day has every deadline behind it: it makes the final summary. */
const COMMANDS = [
  ['receive', '-d', DAY],
  ['aggregate', '-d', DAY, '-q'],
  ['daily', '-d', DAY, '-q'],
] as const;

interface Ended {
  readonly exit: number | null;
  readonly ms: number;
}

function start(folder: string, argv: readonly string[], killAfter: number | null): Promise<Ended> {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, [BIN, ...argv, '-c', folder], { stdio: 'ignore' });
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.once('exit', (exit) => {
      if (timer !== null) clearTimeout(timer);
      done({ exit, ms: performance.now() - began });
    });
  });
}

/** The exit of an `aggregate` that is interrupted so many milliseconds after it has taken the campaign's lock. */
function interrupted(folder: string, after: number): Promise<number | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [BIN, 'aggregate', '-d', DAY, '-c', folder], { stdio: 'ignore' });
    const looking = setInterval(() => {
      if (!existsSync(join(folder, '.bluezone', 'campaign.lock'))) return;
      clearInterval(looking);
      setTimeout(() => child.kill('SIGINT'), after);
    }, 5);
    child.once('exit', (exit) => {
      clearInterval(looking);
      done(exit);
    });
  });
}

function copy(name: string): string {
  const folder = join(root, name);
  cpSync(fresh, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/** The figures of the day at a fixed moment, by the product itself. */
async function summary(folder: string): Promise<Summary> {
  const printed = { out: '', err: '' };
  const argv = ['aggregate', '-d', DAY, '--as-of', AS_OF, '--json', '--dry-run'];
  expect(await main(argv, quietIo(folder, printed)), printed.err).toBe(0);
  return JSON.parse(printed.out);
}

function leftovers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tmp$|\.lock$/.test(name),
  );
}

function checkLedger(folder: string): readonly string[] {
  const ledger = openLedger(join(folder, '.bluezone'), false);
  if (ledger === null) return [];
  const problems = ledger.integrity();
  ledger.close();
  return problems;
}

function marked(folder: string): readonly string[] {
  const ledger = openLedger(join(folder, '.bluezone'), false);
  const names = ledger?.sent().map(({ name }) => name) ?? [];
  ledger?.close();
  return names;
}

describe('a program that is interrupted', () => {
  it('ends with 130 and leaves nothing half-written', async () => {
    const folder = copy('interrupted');
    const exits: (number | null)[] = [];
    for (const after of [0, 50, 100, 200]) exits.push(await interrupted(folder, after));
    // One that was quick enough had ended before.
    expect(exits.filter((exit) => exit !== 0)).toEqual(exits.flatMap((exit) => (exit === 0 ? [] : 130)));
    expect(exits).toContain(130);
    expect(leftovers(folder)).toEqual([]);
    expect((await summary(folder)).scopes[0]?.completeness.reported).toBe(COMMUNES.length);
  });
});

describe('a program that is killed', () => {
  it(`${RUNS} times comes to the summary of one that was not`, { timeout: 600_000 }, async () => {
    const quiet = copy('undisturbed');
    for (const argv of COMMANDS) expect((await start(quiet, argv, null)).exit).toBe(0);
    const wanted = await summary(quiet);

    // How long an undisturbed command takes, so that kills fall on all of its work.
    const whole = copy('whole');
    const lasting: number[] = [];
    for (const argv of COMMANDS) lasting.push((await start(whole, argv, null)).ms);

    let killed = 0;
    for (let first = 0; first < RUNS; first += A_FOLDER) {
      const folder = copy(`killed-${first}`);
      // Two processes work on the same folder at any time, as cron and a person may.
      const lane = async (parity: number): Promise<void> => {
        for (let n = first + parity; n < first + A_FOLDER; n += 2) {
          const which = Math.floor(random(n) * COMMANDS.length);
          const within = (lasting[which] ?? 500) * (0.25 + 0.75 * random(n + 1000));
          const { exit } = await start(folder, COMMANDS[which] ?? COMMANDS[0], within);
          if (exit === null) killed += 1;
          expect(checkLedger(folder)).toEqual([]);
        }
      };
      await Promise.all([lane(0), lane(1)]);
      await settle(folder, wanted);
    }
    expect(killed).toBeGreaterThan(RUNS / 3);
  });
});

/** One run in peace: everything is there, once. */
async function settle(folder: string, wanted: Summary): Promise<void> {
  const last = await start(folder, ['daily', '-d', DAY, '-q'], null);
  expect(last.exit).toBe(0);
  expect(await summary(folder)).toEqual(wanted);
  expect(checkLedger(folder)).toEqual([]);
  expect(marked(folder)).toEqual([`tong-hop-${DAY}.json`]);
  expect(readdirSync(join(folder, 'outbox', DAY)).filter((name) => name.endsWith('.json'))).toEqual([
    `tong-hop-${DAY}.json`,
  ]);
  expect(leftovers(folder)).toEqual([]);
}

/** The same kills at every run of this test: a number from 0 to 1. */
function random(seed: number): number {
  const x = Math.sin(seed * 12.9898 + 78.233) * 43_758.5453;
  return x - Math.floor(x);
}

describe('two runs of daily at once', () => {
  it('both end, and nothing is there twice', async () => {
    const folder = copy('both');
    const runs = await Promise.all([1, 2, 3].map(() => start(folder, ['daily', '-d', DAY, '-q'], null)));
    expect(runs.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    expect(marked(folder)).toEqual([`tong-hop-${DAY}.json`]);
    expect(leftovers(folder)).toEqual([]);
    const log = readFileSync(join(folder, '.bluezone', 'daily.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    const written = log.flatMap((line) =>
      JSON.parse(line).days.flatMap((day: { files: string[] }) => day.files),
    );
    expect(written).toEqual([`outbox/${DAY}/tong-hop-${DAY}.json`]);
  });
});
