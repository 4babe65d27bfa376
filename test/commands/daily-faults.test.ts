import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Disk, filesOn } from '../../src/io/disk.ts';
import { type Io, openRealLedger, slashed } from '../../src/io.ts';
import { memoryMachine } from '../memory-io.ts';
import { at, CAMPAIGN, COMMUNES, type Office, openOffice, withoutChangeTimes } from './office.ts';

/** What changes a file. */
const CALLS = ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'rmSync'] as const;
const DAY = '2021-08-03';
const NEXT = '2021-08-04';

/** A disk on which the nth of these calls fails, once; it counts them. */
function failing(nth: number, code: string): { disk: Disk; count: () => number; failed: () => string } {
  let done = 0;
  let failed = '';
  const real = { ...fs } as unknown as { readonly [name: string]: (...args: unknown[]) => unknown };
  const disk = { ...fs } as { [name: string]: unknown };
  for (const call of CALLS) {
    disk[call] = (...args: unknown[]) => {
      done += 1;
      if (done === nth) {
        failed = call;
        throw Object.assign(new Error(code), { code });
      }
      return real[call]?.(...args);
    };
  }
  return { disk: disk as Disk, count: () => done, failed: () => failed };
}

/** A step of two days: what happens before it, and the command that a disk call fails in. */
interface Step {
  readonly name: string;
  readonly time: string;
  readonly before?: (office: Office) => void;
  readonly argv: readonly string[];
  /** What a person must have been told of by the run that failed or by the one after it. */
  readonly says: readonly string[];
}

const LOG = '.bluezone/daily.jsonl';
const STEPS: readonly Step[] = [
  {
    name: 'the provisional summary and the reminders',
    time: `${DAY} 14:30`,
    before: (office) => {
      for (const commune of COMMUNES.slice(1)) office.lands(commune, DAY, 100);
    },
    argv: ['daily', '-q'],
    says: [],
  },
  {
    name: 'the final summary',
    time: `${DAY} 15:30`,
    argv: ['daily', '-q'],
    says: ['1 quá hạn chưa gửi'],
  },
  {
    name: 'the supplement, the end of the reminders and a program that is told',
    time: `${DAY} 17:30`,
    before: (office) => office.lands('Xã Một', DAY, 100),
    argv: ['daily', '-q', '--on-result', 'gui-thu'],
    says: [`bản bổ sung tong-hop-${DAY}-bo-sung-1.json`],
  },
  {
    name: 'a day that is caught up, and a log that is turned over',
    time: '2021-08-05 14:30',
    before: (office) => {
      for (const commune of COMMUNES.slice(1)) office.lands(commune, NEXT, 200);
      const line = office.tree('.bluezone').get(LOG)?.split('\n')[0] ?? '';
      office.write(LOG, `${line}\n`.repeat(Math.floor((512 * 1024) / (line.length + 1))));
      for (const n of [1, 2]) office.write(`${LOG}.${n}`, `${line}\n`);
    },
    argv: ['daily', '-q'],
    says: [`Lập bù 4/8/2021: bản chính thức tong-hop-${NEXT}.json`, '1 quá hạn chưa gửi'],
  },
];

/** What stays of a step: all that is on the disk but for hours, and what the ledger knows. */
interface Left {
  readonly files: readonly (readonly [string, string])[];
  readonly marks: readonly string[];
  readonly told: readonly string[];
}

describe('daily on a disk that fails', () => {
  let office: Office;
  const kept = fs.mkdtempSync(join(tmpdir(), 'bluezone-kept-'));
  let told: string[] = [];
  let pid = 1000;

  /** Each run is a process of its own, and the only one that lives. */
  const run = (step: Step, files: Io['files'], more: Partial<Io> = {}) => {
    pid += 1;
    const own = pid;
    office.clock.at = at(step.time);
    return office.run(step.argv, {
      files: withoutChangeTimes(files),
      machine: { ...memoryMachine, pid: own, isAlive: (each) => each === own },
      start: async ({ args }) => {
        told.push(...args.map((path) => path.slice(office.folder.length + 1)));
        return { reason: null, printed: '' };
      },
      ...more,
    });
  };
  const prepare = (step: Step) => {
    office.clock.at = at(step.time) - 60_000;
    step.before?.(office);
    fs.rmSync(kept, { recursive: true });
    fs.cpSync(office.folder, kept, { recursive: true, preserveTimestamps: true });
  };
  const restore = () => {
    told = [];
    fs.rmSync(office.folder, { recursive: true });
    fs.cpSync(kept, office.folder, { recursive: true, preserveTimestamps: true });
  };
  const left = async (): Promise<Left> => {
    const ledger = await openRealLedger(slashed(join(office.folder, '.bluezone')), false);
    if (ledger === null || 'fault' in ledger) throw new Error('no ledger');
    const marks = ledger.sent().map(({ name }) => name);
    expect(ledger.integrity()).toEqual([]);
    ledger.close();
    const files = [...office.tree('.')].filter(([path]) => !/ledger|key$|jsonl/.test(path));
    const lines = [...office.tree('.bluezone')].filter(([path]) => path.includes('jsonl'));
    for (const line of lines.flatMap(([, text]) => text.split('\n'))) if (line !== '') JSON.parse(line);
    return { files, marks, told: [...new Set(told)] };
  };

  beforeAll(() => {
    office = openOffice(`${DAY} 14:00`, `${CAMPAIGN}report: { formats: [json] }\n`);
  });
  afterAll(() => {
    office.close();
    fs.rmSync(kept, { recursive: true });
  });

  describe.each(STEPS)('$name', (step) => {
    let undisturbed: Left;
    beforeAll(async () => {
      prepare(step);
      told = [];
      await run(step, filesOn());
      undisturbed = await left();
    });
    // The next step begins where an undisturbed run ended.
    afterAll(async () => {
      restore();
      await run(step, filesOn());
    });

    it('is there after the next run, whichever write, rename or removal failed', async () => {
      const calls = new Set<string>();
      for (let n = 1; ; n += 1) {
        restore();
        const { disk, count, failed } = failing(n, 'ENOSPC');
        const first = await run(step, filesOn(disk));
        if (count() < n) break;
        calls.add(failed());
        const { exit } = first;
        // A removal does no harm, and an earlier day that failed is no end of the run.
        const isFatal = failed() !== 'rmSync' && step.time.startsWith(DAY);
        expect([failed(), n, isFatal && exit !== 2]).toEqual([failed(), n, false]);
        expect([...office.tree('.').keys()].filter((path) => path.includes('.tmp'))).toEqual([]);
        const next = await run(step, filesOn());
        expect([next.exit, next.err]).toEqual([next.exit === 0 ? 0 : 1, '']);
        for (const text of step.says) expect(`${n} ${failed()} ${first.out}${next.out}`).toContain(text);
        expect(await left()).toEqual(undisturbed);
      }
      expect([...calls].sort()).toEqual([...CALLS].sort());
    }, 240_000);
  });

  it('does not take for sent what the ledger could not keep', async () => {
    const step = STEPS.at(-1) as Step;
    restore();
    const full: Io['ledger'] = async (folder, create) => {
      const ledger = await openRealLedger(folder, create);
      if (ledger === null || 'fault' in ledger || !create) return ledger;
      const append = () => {
        throw Object.assign(new Error('database or disk is full'), { fault: 'unavailable' });
      };
      return { ...ledger, append };
    };
    const before = await left();
    const first = await run(step, filesOn(), { ledger: full });
    expect(first).toMatchObject({ exit: 2, out: '' });
    expect((await left()).marks).toEqual(before.marks);
    expect((await run(step, filesOn())).exit).toBe(1);
    expect((await left()).marks).toEqual([...before.marks, `tong-hop-${NEXT}.json`]);
  });

  it('in a folder that can only be read does nothing and says so', async () => {
    const step = STEPS.at(-1) as Step;
    restore();
    const before = office.tree('.');
    const disk = { ...fs } as { [name: string]: unknown };
    for (const call of ['mkdirSync', ...CALLS]) {
      disk[call] = () => {
        throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
      };
    }
    const first = await run(step, filesOn(disk as Disk));
    expect(first).toMatchObject({ exit: 2, out: '' });
    expect(first.err).toContain('ổ đĩa chỉ cho đọc');
    expect(office.tree('.')).toEqual(before);
  });
});
