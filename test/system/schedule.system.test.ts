import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/core/time.ts';

/** What `schedule` prints, taken by the programs that it is for. The built program runs, in a folder with blanks, tones and a percent sign. */
const BIN = resolve('bin/bluezone-report.js');
const ZONE = 'Asia/Ho_Chi_Minh';
const folder = join(mkdtempSync(join(tmpdir(), 'bluezone-lịch ')), "đợt 50% của 'ta'");

function campaign(daily: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'campaign.yaml'),
    `name: Đợt thử 100%
timezone: ${ZONE}
authority: { name: Ủy ban nhân dân xã Thử, level: district }
collect: [{ form: mau-02, from: [xã], every: day, due: { time: "00:01", rule: before } }]
daily: ${daily}
`,
  );
  writeFileSync(join(folder, 'units.csv'), 'code,name,kind\n01,Xã Một,xã\n');
}

function run(...argv: string[]): string {
  return execFileSync(process.execPath, [BIN, ...argv, '-c', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

beforeAll(() => {
  if (!existsSync('dist/cli.js')) execFileSync('npm', ['run', 'build']);
  campaign('{ provisional: ["14:00"], final: "15:30", again: [] }');
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasSystemd)('the units of systemd', () => {
  it('are verified by systemd itself, which knows when they come next', () => {
    const units = join(folder, 'units');
    run('schedule', 'systemd', '-o', units);
    const files = readdirSync(units).map((name) => join(units, name));
    expect(files).toHaveLength(4);
    const verified = spawnSync('systemd-analyze', ['verify', '--user', '--man=no', ...files], {
      encoding: 'utf8',
      env: { ...process.env, XDG_RUNTIME_DIR: folder },
    });
    const ours = verified.stderr.split('\n').filter((line) => line.includes('bluezone'));
    expect([verified.status, ours]).toEqual([0, []]);
    const timers = files.filter((path) => path.endsWith('.timer')).map((path) => readFileSync(path, 'utf8'));
    const calendar = timers.flatMap((text) =>
      [...text.matchAll(/^OnCalendar=(.*)$/gm)].map(([, each]) => each ?? ''),
    );
    for (const each of calendar) {
      const said = execFileSync('systemd-analyze', ['calendar', each], {
        encoding: 'utf8',
        env: { ...process.env, TZ: 'UTC' },
      });
      expect(said).toMatch(/Next elapse: .* UTC/);
    }
    const final = execFileSync('systemd-analyze', ['calendar', `*-*-* 15:30:00 ${ZONE}`], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
    });
    expect(final).toContain('08:30:00 UTC');
  });
});

describe('the task of Windows', () => {
  it.each(['daily', 'receive'])('%s is well-formed, on stdout and in the file', (which) => {
    const tasks = join(folder, 'tasks');
    run('schedule', 'windows', '-o', tasks);
    const name = readdirSync(tasks).find((each) => each.endsWith(`${which}.xml`)) ?? '';
    const printed = run('schedule', 'windows', ...(which === 'receive' ? ['--receive'] : []));
    const path = '//*[local-name()="Exec"]/*[local-name()="Arguments"]/text()';
    for (const [argv, input] of [
      [['--xpath', path, join(tasks, name)], ''],
      [['--xpath', path, '-'], printed],
    ] as const) {
      const text = execFileSync('xmllint', argv, { encoding: 'utf8', input });
      expect(text).toContain(`${which} -q -c "${folder}"`);
    }
  });
});

/** Cron of Debian with a spool of its own, so that the computer's crontabs stay as they are. */
function startCron(crontab: string, zone: string): ChildProcess {
  const spool = mkdtempSync(join(tmpdir(), 'bluezone-cron-'));
  writeFileSync(join(spool, 'root'), `${crontab}\n`, { mode: 0o600 });
  const script = [
    'mount -t tmpfs none /var/spool/cron && mkdir /var/spool/cron/crontabs',
    'mount -t tmpfs none /run',
    'mount -t tmpfs none /etc/cron.d && mount --bind /dev/null /etc/crontab',
    `cp '${join(spool, 'root')}' /var/spool/cron/crontabs/root && chmod 600 /var/spool/cron/crontabs/root`,
    'exec cron -f',
  ].join(' && ');
  const child = spawn('unshare', ['-m', 'sh', '-c', script], {
    stdio: 'ignore',
    detached: true,
    env: { PATH: process.env.PATH, TZ: zone },
  });
  child.once('exit', () => rmSync(spool, { recursive: true, force: true }));
  return child;
}

const privileged =
  process.getuid?.() === 0 &&
  existsSync('/usr/sbin/cron') &&
  spawnSync('unshare', ['-m', 'true']).status === 0;

describe.skipIf(!privileged)('the crontab under a real cron', () => {
  it('runs daily at the minute of the campaign’s zone, on a computer that keeps another', async () => {
    const soon = Date.now() + 90_000;
    const time = formatInstant(soon, ZONE).slice(11, 16);
    const other = formatInstant(soon + 3_600_000, ZONE).slice(11, 16);
    campaign(`{ provisional: [], final: "${time}", again: ["${other}"] }`);
    const crontab = execFileSync(process.execPath, [BIN, 'schedule', 'cron', '-c', folder], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
    });
    expect(crontab.match(/ daily -q /g)).toHaveLength(2);
    const cron = startCron(crontab, 'UTC');
    try {
      const log = join(folder, '.bluezone', 'daily.jsonl');
      const until = soon + 75_000;
      while (Date.now() < until && !existsSync(log)) await new Promise((next) => setTimeout(next, 500));
      const runs = readFileSync(log, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(runs).toHaveLength(1);
      expect(runs[0].at.slice(11, 16)).toBe(time);
      const date = runs[0].at.slice(0, 10);
      expect(readdirSync(join(folder, 'outbox', date))).toContain(`tong-hop-${date}.xlsx`);
      const check = JSON.parse(run('schedule', '--check', '--json'));
      expect(check.last.at).toBe(runs[0].at);
    } finally {
      if (cron.pid !== undefined) process.kill(-cron.pid, 'SIGKILL');
    }
  });
});
