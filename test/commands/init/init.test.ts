import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli.ts';
import { openCampaign } from '../../../src/load/folder.ts';
import { profileNames } from '../../../src/templates.ts';
import { type MemoryIo, memoryIo } from '../../memory-io.ts';
import { DOWN, ENTER, scriptedTerminal } from '../../scripted-terminal.ts';

const made = (io: MemoryIo) => [...io.disk.keys()];
const world = () => memoryIo({ cwd: '/home' });

/** What `doctor` finds not in order in a new folder; that nobody's smartphone users are known yet is for the office to see. */
async function looks(io: MemoryIo, folder: string): Promise<readonly string[]> {
  io.printed.out = '';
  expect(await main(['doctor', '-c', folder, '--json'], io)).toBe(0);
  const { checks } = JSON.parse(io.printed.out) as { checks: readonly { kind: string; state: string }[] };
  expect(checks.length).toBeGreaterThan(2);
  return checks
    .filter(({ kind, state }) => state !== 'good' && kind !== 'base-missing')
    .map(({ kind }) => kind);
}

describe('init', () => {
  it.each(profileNames())('%s: a folder that every command takes as it is', async (profile) => {
    const io = world();
    expect(await main(['init', profile], io)).toBe(0);
    expect(made(io)).toEqual([
      `/home/${profile}/campaign.yaml`,
      `/home/${profile}/units.csv`,
      `/home/${profile}/doc-truoc.txt`,
    ]);
    // The mark by which Excel knows UTF-8.
    expect([...(io.disk.get(`/home/${profile}/units.csv`) ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(await looks(io, profile)).toEqual([]);
    const shipped = await openCampaign(io, profile, []);
    expect(shipped.roster.units.length).toBeGreaterThan(10);
  });

  it('never writes over anything', async () => {
    const io = world();
    expect(await main(['init', 'hoai-nhon-2021', 'dot'], io)).toBe(0);
    const before = new Map(io.disk);
    expect(await main(['init', 'loc-ninh-2020', 'dot'], io)).toBe(2);
    expect(io.printed.err).toContain('dot/campaign.yaml');
    expect(io.disk).toEqual(before);
  });

  it('writes nothing under --dry-run', async () => {
    const io = world();
    expect(await main(['init', 'hoai-nhon-2021', '--dry-run'], io)).toBe(0);
    expect(made(io)).toEqual([]);
  });

  it.each(['hoai-nhon-2021', 'loc-ninh-2020'])(
    '%s: a rural district gets the agencies of one',
    async (profile) => {
      const io = world();
      expect(await main(['init', profile, 'dot', '--district', 'duc hue'], io)).toBe(0);
      const names = (await openCampaign(io, 'dot', [])).roster.units.map(({ name }) => name);
      expect(names).toContain('Phòng Kinh tế và Hạ tầng');
      expect(names).not.toContain('Phòng Quản lý đô thị');
      expect(names.filter((name) => /thị xã|Thị đoàn|Lộc Ninh|Hoài Nhơn/.test(name))).toEqual([]);
    },
  );

  it('takes the units of a district from the administrative list', async () => {
    const io = world();
    expect(await main(['init', 'loc-ninh-2020', 'dot', '--district', 'bu dop'], io)).toBe(0);
    const { campaign, roster } = await openCampaign(io, 'dot', []);
    expect(campaign.authority).toMatchObject({
      name: 'Ủy ban nhân dân huyện Bù Đốp',
      parent: 'Ủy ban nhân dân tỉnh Bình Phước',
    });
    expect(campaign.collect[0]).toMatchObject({
      form: 'mau-02',
      due: { time: '15:00', rule: 'no-later-than' },
    });
    expect(campaign.targets.map(({ reach }) => reach)).toEqual([
      { num: 60, den: 100 },
      { num: 100, den: 100 },
    ]);
    expect(roster.units.filter(({ parent, kind }) => parent === '693' && kind !== 'cơ quan')).toHaveLength(7);
    expect(campaign.forward).toMatchObject([
      { to: ['Ủy ban nhân dân tỉnh Bình Phước'], due: { time: '16:00' } },
    ]);
  });

  it.each([
    ...profileNames().flatMap((profile) => [
      [profile, '--district', '543', '--list', '2021-08-01'],
      [profile, '--province', '01', '--list', '2021-08-01'],
      [profile, '--province', '52', '--list', '2026-04-30'],
    ]),
    ['--district', '543'],
    ['--province', 'Bình Định'],
  ])('%s %s %s gives a campaign that is in order', async (...argv) => {
    const io = world();
    const [first = ''] = argv;
    expect(
      await main(
        [
          'init',
          ...(first.startsWith('-') ? ['dot', ...argv] : [first, 'dot', ...argv.slice(1)]).filter(Boolean),
        ],
        io,
      ),
    ).toBe(0);
    expect(await looks(io, 'dot')).toEqual([]);
    const { campaign, roster } = await openCampaign(io, 'dot', []);
    const kinds = new Set(roster.units.map(({ kind }) => kind));
    for (const { from } of campaign.collect) expect(from.some((kind) => kinds.has(kind))).toBe(true);
    expect(new Set(roster.units.map(({ code }) => code)).size).toBe(roster.units.length);
  });

  it('lists the communes of a province of today, and of a ward what is typed', async () => {
    const io = world();
    expect(await main(['init', '--province', 'gia lai', '--list', '2026-04-30'], io)).toBe(0);
    expect(io.printed.err).toContain('30/4/2026');
    const { campaign, roster } = await openCampaign(io, 'gia-lai', []);
    expect(roster.units.filter(({ kind }) => kind === 'xã' || kind === 'phường')).toHaveLength(135);
    expect(campaign.authority).toMatchObject({ department: 'Sở Khoa học và Công nghệ', parent: null });
    io.disk.set(
      '/office/kp.csv',
      new TextEncoder().encode('STT;Tên\n1;Khu phố 1\n2;KP 2\n3;Trường Mầm non Ví Dụ\n'),
    );
    const ward = [
      'init',
      '--commune',
      'Hoai Nhon Bac, Gia Lai',
      '--list',
      '30/4/2026',
      '--units',
      '/office/kp.csv',
    ];
    expect(await main(ward, io)).toBe(0);
    const below = await openCampaign(io, 'hoai-nhon-bac', []);
    expect(below.roster.units.map(({ code, name, kind }) => `${code} ${name} ${kind}`)).toEqual([
      '21655-01 Khu phố 1 khu phố',
      '21655-02 KP 2 khu phố',
      '21655-03 Trường Mầm non Ví Dụ trường học',
    ]);
    expect(below.campaign.authority).toMatchObject({
      name: 'Ủy ban nhân dân phường Hoài Nhơn Bắc',
      department: 'Phòng Văn hóa - Xã hội',
      level: 'commune',
      parent: 'Ủy ban nhân dân tỉnh Gia Lai',
    });
    expect(below.campaign.collect.map(({ form, from }) => [form, ...from])).toEqual([
      ['mau-02', 'khu phố'],
      ['mau-01', 'trường học'],
    ]);
  });

  it('asks which place is meant where a name comes again, each with what it lies in', async () => {
    const { terminal, left, screen } = scriptedTerminal([['“chau thanh”', `${DOWN}${DOWN}${ENTER}`]]);
    const io = { ...world(), terminal };
    expect(
      await main(['init', 'loc-ninh-2020', 'dot', '--district', 'chau thanh', '--list', '2021-08-01'], io),
    ).toBe(0);
    expect(left()).toEqual([]);
    const [, , third = ''] = [...screen().matchAll(/\d{3} Huyện Châu Thành, (Tỉnh [\p{L} ]+)/gu)].map(
      ([, above]) => above?.trim(),
    );
    const { campaign } = await openCampaign(io, 'dot', []);
    expect(third).not.toBe('');
    expect(campaign.authority).toMatchObject({
      name: 'Ủy ban nhân dân huyện Châu Thành',
      parent: `Ủy ban nhân dân ${third.replace('Tỉnh', 'tỉnh')}`,
    });
  });

  it.each([
    [['init', '--commune', 'Minh Khai', '--list', '2021-08-01'], 'Tỉnh Hà Giang'],
    [['init', '--commune', 'Hoài Nhơn Bắc', '--list', '2026-04-30'], '--units'],
    [['init', '--district', '543', '--list', '2026-04-30'], '--list 2025-03-01'],
    [['init', '--province', '52', '--list', 'hôm qua'], 'hôm qua'],
    [['init', 'hoai-nhon'], 'hoai-nhon-2021'],
    [['init', '--district', 'Châu Thành'], '708 Huyện Châu Thành'],
    [['init', '--province', 'Bình Đinh Nào'], 'Bình Đinh Nào'],
    [['init'], '--district'],
  ])('%j says what to do', async (argv, said) => {
    const io = world();
    expect(await main(argv, io)).toBe(2);
    expect(io.printed.err).toContain(said);
    expect(made(io)).toEqual([]);
  });
});
