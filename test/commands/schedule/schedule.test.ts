import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, CAMPAIGN, type Office, openOffice } from '../office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice('2021-08-03 07:00', CAMPAIGN.replace('name: Đợt thử', 'name: Đợt thử 100%'));
});
afterEach(() => office.close());

describe('schedule', () => {
  it('prints a crontab with absolute paths that cron and a shell read as they are', async () => {
    const { exit, out } = await office.run(['schedule', 'cron']);
    expect(exit).toBe(0);
    const [charset, ...lines] = out.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(charset).toBe('CONTENT_TYPE=text/plain; charset=UTF-8');
    const command = '/usr/bin/node /opt/bluezone-report/bin/bluezone-report.js';
    expect(lines.slice(2)).toEqual(
      ['30 14', '30 15', '30 17'].map((time) => `${time} * * * ${command} daily -q -c '${office.folder}'`),
    );
    expect(lines[0]).toContain('[ "$t" -ge 0700 ] && [ "$t" -le 1730 ]');
    expect(lines[1]).toMatch(/^50,51,52,53,54,55,56,57,58,59 \* /);
    expect(lines[1]).toContain(`receive -q -c '${office.folder}' >/dev/null`);
  });

  it('puts a program of the office into each kind, by its whole path and quoted for it', async () => {
    const lines = async (kind: string) =>
      (await office.run(['schedule', kind, '--on-result', "./gửi 5% 'thư'.sh"])).out
        .split('\n')
        .filter((line) => line.includes('on-result'));
    const path = `${office.folder}/gửi 5`;
    expect((await lines('cron')).at(-1)).toContain(`--on-result '${path}\\% '\\''thư'\\''.sh'`);
    expect(await lines('systemd')).toEqual([expect.stringContaining(`"--on-result" "${path}%% 'thư'.sh"`)]);
    expect((await lines('windows')).at(-1)).toContain(`--on-result "${path}% 'thư'.sh"</Arguments>`);
    const named = await office.run(['schedule', 'cron', '--on-result', 'gui-thu']);
    expect(named.out).toContain('--on-result gui-thu\n');
    expect(named.out.match(/on-result/g)).toHaveLength(3);
  });

  it('writes the files of a kind into a folder', async () => {
    const said: string[] = [];
    for (const kind of ['systemd', 'windows']) {
      said.push((await office.run(['schedule', kind, '-o', 'lịch', '-q'])).err);
    }
    expect(said[0]).toMatch(/systemctl --user enable --now \S+-daily\.timer \S+-receive\.timer/);
    expect(said[1]?.match(/schtasks \/Create/g)).toHaveLength(2);
    const files = office.tree('lịch');
    expect([...files.keys()].map((path) => path.replace(/.*-[0-9a-f]{4}-/, ''))).toEqual([
      'daily.service',
      'daily.timer',
      'daily.xml',
      'receive.service',
      'receive.timer',
      'receive.xml',
    ]);
    const service = [...files].find(([path]) => path.endsWith('daily.service'))?.[1] ?? '';
    expect(Buffer.from(service, 'latin1').toString()).toContain('Description=bluezone-report: Đợt thử 100%%');
    const task = [...files].find(([path]) => path.endsWith('daily.xml'))?.[1] ?? '';
    expect(Buffer.from(task, 'latin1').toString('utf16le')).toContain(
      '<StartBoundary>2021-08-03T15:30:00+07:00',
    );
  });

  it('says when it last ran, will next run, and that a run did not come', async () => {
    const check = async (time: string) => {
      office.clock.at = at(time);
      const { exit, out } = await office.run(['schedule', '--check', '--json']);
      return { exit, ...(JSON.parse(out) as object) };
    };
    expect(await check('2021-08-02 14:00')).toMatchObject({ exit: 0, last: null, skipped: null });
    office.clock.at = at('2021-08-03 14:30');
    await office.run(['daily']);
    expect(await check('2021-08-03 15:40')).toMatchObject({
      exit: 0,
      last: { at: '2021-08-03T14:30:00+07:00', exit: 0 },
      skipped: null,
      next: '2021-08-03T17:30:00+07:00',
    });
    expect(await check('2021-08-03 15:45')).toMatchObject({ exit: 1, skipped: '2021-08-03T15:30:00+07:00' });
    expect(await check('2021-08-15 18:00')).toMatchObject({ exit: 1, next: null });
  });

  it('knows what it can print, and needs a folder', async () => {
    expect((await office.run(['schedule', 'at'])).err).toContain('cron, systemd, windows');
    expect((await office.run(['schedule', '-c', 'hoai-nhon-2021'])).exit).toBe(2);
  });
});
