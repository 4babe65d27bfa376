import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { memoryIo } from '../memory-io.ts';
import { ENTER, scriptedTerminal } from '../scripted-terminal.ts';
import { mau02, town } from './town.ts';

const OUTSIDE =
  'ở ngoài thời gian của đợt (từ 14/8/2021 đến 30/8/2021): không đơn vị nào phải báo cáo ngày này.';
const COMMANDS = [
  'aggregate --dry-run',
  'status',
  'validate',
  'receive',
  'doctor',
  'trace 101',
  'daily --dry-run',
];

describe('a day outside the campaign', () => {
  it.each(COMMANDS)('is said in one line by %s', async (command) => {
    const of = town();
    of.put('inbox/2021-08-31/son.csv', mau02('Xã Hoài Sơn', [10], 31), '31 14:00');
    of.put('inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10], 16), '16 14:00');
    of.at('31 16:00');
    expect((await of.run(`${command} -d 2021-08-31`)).err.split(OUTSIDE)).toHaveLength(2);
    expect((await of.run(`${command} -d 2021-08-16`)).err).not.toContain('ngoài thời gian');
  });

  it('is asked by fill before anything is typed: Enter writes nothing', async () => {
    const of = town();
    of.at('31 10:00');
    const { terminal, left, screen } = scriptedTerminal([['Vẫn nhập báo cáo của ngày này?', ENTER]]);
    const run = await of.run('fill mau-02 --unit 101 -d 2021-08-31', (io) => ({ ...io, terminal }));
    expect([run.exit, left()]).toEqual([0, []]);
    expect(screen()).toContain('không đơn vị nào phải báo cáo');
    expect(of.has('inbox')).toBe(false);
  });
});

it('a collection that no unit of the roster owes is said by daily, too', async () => {
  const of = town({ 'units.csv': 'code,name,kind\n101,Xã Hoài Sơn,xã\n' });
  for (const command of [...COMMANDS, 'daily --dry-run -q'])
    expect((await of.run(`${command} -d 2021-08-16`)).err, command).toContain('cơ quan');
});

it.each([
  ['2021-08-10', 'Hôm nay 10/8/2021: đợt bắt đầu từ ngày 16/8/2021.'],
  ['2021-08-17', 'Hôm nay 17/8/2021 là ngày thứ 2 của đợt.'],
  ['2026-11-30', 'Hôm nay 30/11/2026: đã qua ngày cuối của đợt (30/8/2021).'],
])('init ends by saying what day it is for the campaign: %s', async (day, said) => {
  const io = memoryIo({ cwd: '/home', now: `${day}T09:00:00+07:00` });
  expect(await main(['init', 'hoai-nhon-2021', 'dot'], io)).toBe(0);
  expect(io.printed.err).toContain(said);
});
