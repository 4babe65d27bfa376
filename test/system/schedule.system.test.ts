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
import { formatInstant } from '../../src/model/time.ts';
import { report } from '../commands/office.ts';

/** What `schedule` prints, taken by the programs that it is for. The built program runs, in a folder with blanks, tones and a percent sign. */
const BIN = resolve('bin/bluezone-report.js');
const ZONE = 'Asia/Ho_Chi_Minh';
const place = mkdtempSync(join(tmpdir(), 'bluezone-lịch '));
const folder = join(place, "đợt 50% của 'ta'");

function campaign(folder: string, daily: string): void {
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
  campaign(folder, '{ provisional: ["14:00"], final: "15:30", again: [] }');
});
afterAll(() => rmSync(place, { recursive: true }));

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

/** The elements of Microsoft's "Daily Trigger Example (XML)", in its order, with values of our own. */
const SAMPLE = `<?xml version="1.0" ?>
<Task xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Date>2021-08-16T07:00:00+07:00</Date><Author>A</Author><Version>1.0.0</Version><Description>B</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2021-08-16T07:00:00+07:00</StartBoundary><EndBoundary>2021-08-30T00:00:00+07:00</EndBoundary>
      <Repetition><Interval>PT10M</Interval><Duration>PT60M</Duration></Repetition>
      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals><Principal><UserId>A</UserId><LogonType>InteractiveToken</LogonType></Principal></Principals>
  <Settings><Enabled>true</Enabled><AllowStartOnDemand>true</AllowStartOnDemand><AllowHardTerminate>true</AllowHardTerminate></Settings>
  <Actions><Exec><Command>x.exe</Command></Exec></Actions>
</Task>`;

function schemaSays(input: string | Buffer): readonly [number | null, string] {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', 'test/system/task.xsd', '-'], {
    encoding: 'utf8',
    input,
  });
  return [status, stderr.trim()];
}

describe('the task of Windows', () => {
  it.each(['daily', 'receive'])('%s has the documented form, on stdout and in the file', (which) => {
    const tasks = join(folder, 'tasks');
    run('schedule', 'windows', '-o', tasks);
    const name = readdirSync(tasks).find((each) => each.endsWith(`${which}.xml`)) ?? '';
    const file = readFileSync(join(tasks, name));
    expect(file.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
    const printed = Buffer.from(run('schedule', 'windows', ...(which === 'receive' ? ['--receive'] : [])));
    for (const task of [file, printed]) {
      expect(schemaSays(task)).toEqual([0, '- validates']);
      const path = '//*[local-name()="Exec"]/*[local-name()="Arguments"]/text()';
      const words = execFileSync('xmllint', ['--xpath', path, '-'], { encoding: 'utf8', input: task });
      expect(words).toContain(`${which} -q -c "${folder}"`);
    }
  });

  it('has the form of the documented sample, and no other', () => {
    expect(schemaSays(SAMPLE)).toEqual([0, '- validates']);
    const moved = SAMPLE.replace(
      /(<Repetition>.*<\/Repetition>)\s*(<ScheduleByDay>.*<\/ScheduleByDay>)/,
      '$2$1',
    );
    expect(moved).not.toBe(SAMPLE);
    expect(schemaSays(moved)[0]).not.toBe(0);
  });
});

/** Cron of Debian with a spool and a mail of its own, so that the computer's stay as they are. */
function startCron(crontab: string, zone: string): { readonly cron: ChildProcess; readonly mail: string } {
  const spool = join(place, 'spool');
  mkdirSync(spool);
  writeFileSync(join(spool, 'root'), `${crontab}\n`, { mode: 0o600 });
  writeFileSync(join(spool, 'sendmail'), `#!/bin/sh\ncat >>'${spool}/mail'\n`, { mode: 0o755 });
  const script = [
    'mount -t tmpfs none /var/spool/cron && mkdir /var/spool/cron/crontabs',
    'mount -t tmpfs none /run && cp /usr/sbin/cron /run/cron',
    'mount -t tmpfs none /etc/cron.d && mount --bind /dev/null /etc/crontab',
    `mount -t tmpfs none /usr/sbin && cp '${spool}/sendmail' /usr/sbin/sendmail`,
    `cp '${spool}/root' /var/spool/cron/crontabs/root && chmod 600 /var/spool/cron/crontabs/root`,
    'exec /run/cron -f',
  ].join(' && ');
  const cron = spawn('unshare', ['-m', 'sh', '-c', script], {
    stdio: 'ignore',
    detached: true,
    env: { PATH: process.env.PATH, TZ: zone },
  });
  return { cron, mail: join(spool, 'mail') };
}

/** The crontab of a run at the next full minute, made while there is time before it. */
function crontabSoon(folders: readonly string[], zone: string): { crontab: string; soon: number } {
  for (;;) {
    const soon = Math.ceil((Date.now() + 2000) / 60_000) * 60_000;
    const [time, other] = [soon, soon + 3_600_000].map((at) => formatInstant(at, ZONE).slice(11, 16));
    const crontab = folders
      .map((each) => {
        campaign(each, `{ provisional: [], final: "${time}", again: ["${other}"] }`);
        return execFileSync(process.execPath, [BIN, 'schedule', 'cron', '-c', each], {
          encoding: 'utf8',
          env: { ...process.env, TZ: zone },
        });
      })
      .join('');
    if (soon - Date.now() > 1500) return { crontab, soon };
  }
}

const privileged =
  process.getuid?.() === 0 &&
  existsSync('/usr/sbin/cron') &&
  spawnSync('unshare', ['-m', 'true']).status === 0;

describe.skipIf(!privileged)('the crontab under a real cron', () => {
  it('runs daily at the minute of the campaign’s zone, on a computer that keeps another, and mails where something needs attention', async () => {
    const whole = join(place, 'đợt đủ');
    const { crontab, soon } = crontabSoon([folder, whole], 'America/New_York');
    const moment = formatInstant(soon, ZONE);
    const date = moment.slice(0, 10);
    mkdirSync(join(whole, 'inbox', date), { recursive: true });
    writeFileSync(join(whole, 'inbox', date, 'Xã Một.csv'), report('Xã Một', date, 120));
    expect(crontab.match(/ daily -q /g)).toHaveLength(4);
    const { cron, mail } = startCron(crontab, 'America/New_York');
    const logs = [folder, whole].map((each) => join(each, '.bluezone', 'daily.jsonl'));
    try {
      const until = soon + 75_000;
      const isOver = (): boolean => logs.every((log) => existsSync(log)) && existsSync(mail);
      while (Date.now() < until && !isOver()) await new Promise((next) => setTimeout(next, 200));
    } finally {
      if (cron.pid !== undefined) process.kill(-cron.pid, 'SIGKILL');
    }
    const runs = logs.map((log) =>
      readFileSync(log, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    expect(runs.map(([run]) => [run.at.slice(0, 16), run.exit])).toEqual([
      [moment.slice(0, 16), 1],
      [moment.slice(0, 16), 0],
    ]);
    expect(runs.map((each) => each.length)).toEqual([1, 1]);
    for (const each of [folder, whole]) {
      expect(readdirSync(join(each, 'outbox', date))).toContain(`tong-hop-${date}.xlsx`);
    }
    const letters = readFileSync(mail, 'utf8');
    expect(letters.match(/^Subject: /gm)).toHaveLength(1);
    expect(letters).toMatch(/^Content-Type: text\/plain; charset=UTF-8$/m);
    expect(letters.trimEnd().split('\n').at(-1)).toMatch(
      /bản chính thức .*; Mẫu 02 0\/1 \(1 quá hạn chưa gửi\)/,
    );
    const check = JSON.parse(run('schedule', '--check', '--json'));
    expect(check.last.at).toBe(runs[0]?.[0].at);
  });
});
