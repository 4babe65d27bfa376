import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/model/summary.ts';
import { addDays } from '../../src/model/time.ts';
import { memoryMachine } from '../memory-io.ts';
import { at, CAMPAIGN, COMMUNES, type Office, openOffice, shown } from './office.ts';

/** What happens at a moment: files come, programs run. */
interface Event {
  readonly time: string;
  readonly act: () => Promise<void> | void;
}

const FIRST = '2021-08-02';
const DARK = '2021-08-05';
const TWICE = '2021-08-07';
const CORRECTED_EARLY = '2021-08-09';
const CORRECTED_LATE = '2021-08-11';
const LATE = '2021-08-12';
const HALF = '2021-08-13';

describe('a fortnight with nobody at the keyboard', () => {
  const office = openOffice(`${FIRST} 07:00`, `${CAMPAIGN}report: { formats: [xlsx, json] }\n`);
  afterAll(() => office.close());

  it('ends in a series of summaries that are there, once, and right', async () => {
    const said: string[] = [];
    for (let n = 0; n < 14; n += 1) {
      const date = addDays(FIRST, n);
      for (const { time, act } of eventsOf(office, date, n, said)) {
        office.clock.at = Math.max(at(`${date} ${time}`), office.clock.at);
        await act();
      }
    }
    office.clock.at = at('2021-08-16 14:30');
    await run(office, said, ['daily']);
    await expect(said.join('\n')).toMatchFileSnapshot('expected/fortnight.txt');
    await expect(series(office)).toMatchFileSnapshot('expected/fortnight-series.txt');
  });
});

/** Reports grow by the day; each commune has its own usual hour. */
function eventsOf(office: Office, date: string, n: number, said: string[]): readonly Event[] {
  const lands = (time: string, commune: string, count: number, name?: string): Event => ({
    time,
    act: () => {
      said.push(`${date} ${time}   ${name ?? `${commune}.csv`} đến: ${count}`);
      office.lands(commune, date, count, name);
    },
  });
  const runs = (time: string, argv: readonly string[]): Event => ({
    time,
    act: () => (date === DARK ? undefined : run(office, said, argv)),
  });
  const counts = COMMUNES.map((_, unit) => 100 * (unit + 1) + 10 * (unit + 1) * n);
  const usual = COMMUNES.map((commune, unit) => ({
    commune,
    count: counts[unit] ?? 0,
    time: `${13 + (unit % 2)}:${10 + unit * 5}`,
  }));
  const late = (commune: string) => date === LATE && commune === 'Phường Bốn';
  return [
    ...usual.map(({ commune, count, time }) => lands(late(commune) ? '15:40' : time, commune, count)),
    runs('14:55', ['receive']),
    ...['14:30', '17:30'].map((time) => runs(time, ['daily'])),
    date === TWICE ? { time: '15:30', act: () => atOnce(office, said) } : runs('15:30', ['daily']),
    ...(date === CORRECTED_EARLY ? [lands('15:20', 'Xã Hai', 999, 'Xã Hai (sửa).csv')] : []),
    ...(date === CORRECTED_LATE ? [lands('17:00', 'Xã Ba', 888, 'Xã Ba (sửa).csv')] : []),
    ...(date === HALF ? half(office, date, said) : []),
  ].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** A file that is still being copied when the final summary is made. */
function half(office: Office, date: string, said: string[]): readonly Event[] {
  const path = `inbox/${date}/Xã Một (2).csv`;
  const note = (time: string, text: string) => said.push(`${date} ${time}   Xã Một (2).csv ${text}`);
  return [
    {
      time: '15:29:58',
      act: () => {
        note('15:29', 'đang được chép');
        office.write(path, '');
      },
    },
    {
      time: '15:45',
      act: () => {
        note('15:45', 'chép xong: 777');
        rmSync(`${office.folder}/${path}`);
        office.lands('Xã Một', date, 777, 'Xã Một (2).csv');
      },
    },
  ];
}

async function run(office: Office, said: string[], argv: readonly string[]): Promise<void> {
  const began = shown(office.clock.at);
  const { exit, out, err } = await office.run(argv);
  said.push(`${began} $ ${argv.join(' ')}: ${exit}`, ...(argv[0] === 'daily' ? lines(err + out) : []));
}

function lines(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
}

/** Two processes of one computer begin in the same moment: one waits, and finds nothing left to do. */
async function atOnce(office: Office, said: string[]): Promise<void> {
  const pids = [process.pid, process.pid + 1];
  const runs = await Promise.all(
    pids.map((pid) =>
      office.run(['daily', '--json'], {
        machine: { ...memoryMachine, pid, isAlive: (each) => pids.includes(each) },
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 20)),
      }),
    ),
  );
  said.push(`${shown(office.clock.at)} $ daily & daily: ${runs.map(({ exit }) => exit).join(', ')}`);
  const written = runs.map(({ out }) =>
    JSON.parse(out).days.flatMap((day: { files: string[] }) => day.files),
  );
  said.push(...written.sort((a, b) => b.length - a.length).map((files) => `    ${files.join(', ') || '-'}`));
}

/** What lies in the outbox in the end: files by day, and what the last summary of the day says. */
function series(office: Office): string {
  const files = [...office.tree('outbox')];
  const dates = [...new Set(files.map(([path]) => path.split('/')[1] ?? ''))];
  const rows = dates.map((date) => {
    const ofDay = files.filter(([path]) => path.startsWith(`outbox/${date}/`));
    const sent = ofDay.filter(([path]) => /\d{4}-\d\d-\d\d(-bo-sung-\d+)?\.json$/.test(path));
    const summaries = sent.map(([path, text]) => {
      const { asOf, scopes } = JSON.parse(Buffer.from(text, 'latin1').toString()) as Summary;
      const { completeness, total } = scopes[0] ?? { completeness: null, total: null };
      const name = path.split('/')[2]?.replace('.json', '');
      return `  ${name}  ${asOf}  ${total?.figures.installed?.value}  ${completeness?.onTime} đúng hạn, ${completeness?.late} muộn, ${completeness?.missing} thiếu`;
    });
    const rest = ofDay.map(([path]) => path.split('/')[2]).filter((name) => !name?.endsWith('.json'));
    return [date, `  ${rest.join('  ')}`, ...summaries].join('\n');
  });
  return `${rows.join('\n')}\n`;
}
