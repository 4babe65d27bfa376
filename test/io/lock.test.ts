import { describe, expect, it, vi } from 'vitest';
import { takeLock } from '../../src/io/lock.ts';
import { memoryIo } from '../memory-io.ts';

const LOCK = '/campaign/.bluezone/daily.lock';
const NOW = Date.parse('2021-08-16T16:00:00+07:00');
const HOUR = 3_600_000;

function worldWith(holder: string | object | null) {
  const text = typeof holder === 'string' ? holder : JSON.stringify(holder);
  return memoryIo(holder === null ? {} : { files: { [LOCK]: text } });
}

const living = { pid: 100, host: 'van-phong', started: null, at: NOW - 1000 };

describe('a lock', () => {
  it('is held until it is given back', async () => {
    const io = worldWith(null);
    const release = await takeLock(io, LOCK);
    expect(JSON.parse(new TextDecoder().decode(io.disk.get(LOCK)))).toEqual({
      pid: 100,
      host: 'van-phong',
      started: null,
      at: NOW,
      beat: 0,
    });
    release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it('of a process of this computer that is dead is nobody’s at once', async () => {
    const io = worldWith({ ...living, pid: 99 });
    const release = await takeLock(io, LOCK);
    expect(io.clock.at).toBe(NOW);
    release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it.each([
    ['a stopped process left empty', ''],
    ['a computer that is off', { ...living, host: 'khac' }],
    ['a clock that is a day ahead', { ...living, host: 'khac', at: NOW + 24 * HOUR }],
    ['a dead process whose number another one has', living],
  ])('that %s is nobody’s when it has stood still for a minute and a half', async (_, holder) => {
    const io = worldWith(holder);
    const release = await takeLock(io, LOCK);
    expect(io.clock.at - NOW).toBe(90_000);
    release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it('of a process that the system knows again is waited for although it stands still', async () => {
    const io = worldWith({ ...living, started: '4711' });
    await expect(takeLock(io, LOCK)).rejects.toMatchObject({
      problem: { kind: 'busy', host: 'van-phong', pid: 100, since: '2021-08-16T15:59:59+07:00' },
    });
    expect(io.clock.at - NOW).toBe(120_000);
    const other = {
      ...io.machine,
      isAlive: (pid: number, started: string | null) => pid === 100 && started !== '4711',
    };
    (await takeLock({ ...io, machine: other }, LOCK))();
    expect(io.clock.at - NOW).toBe(120_000);
  });

  it('is written anew while it is held, and left alone when another has it', async () => {
    vi.useFakeTimers();
    try {
      const io = worldWith(null);
      const release = await takeLock(io, LOCK);
      vi.advanceTimersByTime(40_000);
      expect(JSON.parse(new TextDecoder().decode(io.disk.get(LOCK)))).toMatchObject({
        pid: 100,
        at: NOW,
        beat: 2,
      });
      const theirs = new TextEncoder().encode(JSON.stringify({ ...living, pid: 7 }));
      io.disk.set(LOCK, theirs);
      vi.advanceTimersByTime(40_000);
      release();
      vi.advanceTimersByTime(40_000);
      expect(io.disk.get(LOCK)).toBe(theirs);
    } finally {
      vi.useRealTimers();
    }
  });

  it('of a living run is waited for', async () => {
    const io = worldWith(living);
    const sleep = io.sleep;
    const waiting = {
      ...io,
      sleep: async (milliseconds: number) => {
        await sleep(milliseconds);
        if (io.clock.at - NOW >= 30_000) io.disk.delete(LOCK);
      },
    };
    (await takeLock(waiting, LOCK))();
    expect(io.clock.at - NOW).toBe(30_000);
  });

  it('of another computer that works on is not taken', async () => {
    const io = worldWith({ ...living, host: 'khac', pid: 7 });
    const sleep = io.sleep;
    const beating = {
      ...io,
      sleep: async (milliseconds: number) => {
        await sleep(milliseconds);
        const beat = Math.floor((io.clock.at - NOW) / 20_000);
        io.disk.set(
          LOCK,
          new TextEncoder().encode(JSON.stringify({ ...living, host: 'khac', pid: 7, beat })),
        );
      },
    };
    await expect(takeLock(beating, LOCK)).rejects.toMatchObject({
      problem: { kind: 'busy', host: 'khac', pid: 7, since: '2021-08-16T15:59:59+07:00' },
    });
    expect(JSON.parse(new TextDecoder().decode(io.disk.get(LOCK))).host).toBe('khac');
  });

  it('taken by another process just before it was put away is given back', async () => {
    const io = worldWith({ ...living, pid: 99 });
    const other = JSON.stringify({ ...living, started: '4711' });
    const { rename } = io.files;
    let first = true;
    const racing = {
      ...io,
      files: {
        ...io.files,
        rename: (from: string, to: string) => {
          if (first) io.disk.set(LOCK, new TextEncoder().encode(other));
          first = false;
          rename(from, to);
        },
      },
    };
    await expect(takeLock(racing, LOCK)).rejects.toMatchObject({ problem: { kind: 'busy' } });
    expect(new TextDecoder().decode(io.disk.get(LOCK))).toBe(other);
    expect([...io.disk.keys()]).toEqual([LOCK]);
  });

  it('in a folder that cannot be written says so', async () => {
    const io = memoryIo();
    const denied = {
      ...io,
      files: {
        ...io.files,
        create: () => {
          throw Object.assign(new Error('no'), { code: 'EROFS' });
        },
      },
    };
    await expect(takeLock(denied, LOCK)).rejects.toMatchObject({
      problem: { kind: 'cannot-write', reason: 'EROFS' },
    });
  });
});
