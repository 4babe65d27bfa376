import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/core/summary.ts';
import { type Disk, filesOn } from '../../src/io/disk.ts';
import { type Io, openRealLedger, slashed } from '../../src/io.ts';
import { memoryMachine } from '../memory-io.ts';
import { CAMPAIGN, COMMUNES, type Office, openOffice, withoutChangeTimes } from './office.ts';

/** What changes a disk. */
const CALLS = ['mkdirSync', 'openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'rmSync'] as const;
const DAY = '2021-08-03';

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

describe('daily on a disk that fails', () => {
  let office: Office;
  const kept = fs.mkdtempSync(join(tmpdir(), 'bluezone-kept-'));
  let undisturbed: string;
  let pid = 1000;

  /** Each run is a process of its own, and the only one that lives. */
  const run = (files: Io['files'], more: Partial<Io> = {}) => {
    pid += 1;
    const own = pid;
    return office.run(['daily', '--json'], {
      files: withoutChangeTimes(files),
      machine: { ...memoryMachine, pid: own, isAlive: (each) => each === own },
      ...more,
    });
  };
  const restore = () => {
    fs.rmSync(office.folder, { recursive: true });
    fs.cpSync(kept, office.folder, { recursive: true, preserveTimestamps: true });
  };
  /** What the last summary says but for its hour. */
  const said = () => {
    const text = office.tree('outbox').get(`outbox/${DAY}/tong-hop-${DAY}.json`) ?? '{}';
    const { asOf: _, ...summary } = JSON.parse(Buffer.from(text, 'latin1').toString()) as Summary;
    return JSON.stringify(summary);
  };
  const holds = async () => {
    expect(said()).toBe(undisturbed);
    const files = [...office.tree('.').keys()];
    expect(files.filter((path) => /tmp|lock|bo-sung/.test(path))).toEqual([]);
    const ledger = await openRealLedger(slashed(join(office.folder, '.bluezone')), false);
    if (ledger === null || 'fault' in ledger) throw new Error('no ledger');
    const marks = ledger.sent().map(({ name }) => name);
    expect(ledger.integrity()).toEqual([]);
    ledger.close();
    expect(marks).toEqual([`tong-hop-${DAY}.json`, `tong-hop-${DAY}.csv`]);
  };

  beforeAll(async () => {
    office = openOffice(`${DAY} 14:00`, `${CAMPAIGN}report: { formats: [json, csv] }\n`);
    for (const commune of COMMUNES.slice(1)) office.lands(commune, DAY, 100);
    await office.run(['receive']);
    office.clock.at += 90 * 60_000;
    fs.cpSync(office.folder, kept, { recursive: true, preserveTimestamps: true });
    await run(filesOn());
    undisturbed = said();
    await holds();
  });
  afterAll(() => {
    office.close();
    fs.rmSync(kept, { recursive: true });
  });

  it('has made its summary after the next run, whichever write, rename or removal failed', async () => {
    const calls = new Set<string>();
    for (let n = 1; ; n += 1) {
      restore();
      const { disk, count, failed } = failing(n, 'ENOSPC');
      const first = await run(filesOn(disk));
      if (count() < n) break;
      calls.add(failed());
      expect([failed(), first.exit === 2 || failed() === 'rmSync']).toEqual([failed(), true]);
      expect([...office.tree('.').keys()].filter((path) => path.includes('.tmp'))).toEqual([]);
      expect((await run(filesOn())).exit).toBe(1);
      await holds();
    }
    expect([...calls].sort()).toEqual([...CALLS].sort());
  });

  it('does not take for sent what the ledger could not keep', async () => {
    restore();
    const full: Io['ledger'] = async (folder, create) => {
      const ledger = await openRealLedger(folder, create);
      if (ledger === null || 'fault' in ledger || !create) return ledger;
      const append = () => {
        throw Object.assign(new Error('database or disk is full'), { fault: 'unavailable' });
      };
      return { ...ledger, append };
    };
    const first = await run(filesOn(), { ledger: full });
    expect(first.exit).toBe(2);
    expect(first.out).toBe('');
    expect((await run(filesOn())).exit).toBe(1);
    await holds();
  });

  it('in a folder that can only be read does nothing and says so', async () => {
    restore();
    const before = office.tree('.');
    const disk = { ...fs } as { [name: string]: unknown };
    for (const call of CALLS) {
      disk[call] = () => {
        throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
      };
    }
    const first = await run(filesOn(disk as Disk));
    expect(first).toMatchObject({ exit: 2, out: '' });
    expect(first.err).toContain('EROFS');
    expect(office.tree('.')).toEqual(before);
    await run(filesOn());
    await holds();
  });
});
