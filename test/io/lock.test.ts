import { describe, expect, it, vi } from 'vitest';
import { takeLock } from '../../src/io/lock.ts';
import type { Io } from '../../src/io.ts';
import { memoryIo } from '../memory-io.ts';

const LOCK = '/campaign/.bluezone/daily.lock';
const NOW = Date.parse('2021-08-16T16:00:00+07:00');
const HOUR = 3_600_000;

const take = (io: Io) => takeLock(io, LOCK, { most: 120_000 });

function worldWith(holder: string | object | null) {
  const text = typeof holder === 'string' ? holder : JSON.stringify(holder);
  const io = memoryIo(holder === null ? {} : { files: { [LOCK]: text } });
  return { ...io, machine: { ...io.machine, isAlive: (pid: number) => pid === 100 || pid === 8 } };
}

const living = { pid: 8, host: 'van-phong', started: null, at: NOW - 1000 };

describe('a lock', () => {
  it('is held until it is given back', async () => {
    const io = worldWith(null);
    const held = await take(io);
    expect(JSON.parse(new TextDecoder().decode(io.disk.get(LOCK)))).toEqual({
      pid: 100,
      host: 'van-phong',
      started: null,
      at: NOW,
      beat: 0,
    });
    held.release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it('of a process of this computer that is dead is nobody’s at once', async () => {
    const io = worldWith({ ...living, pid: 99 });
    const held = await take(io);
    expect(io.clock.at).toBe(NOW);
    held.release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it('of this very process is one that could not be taken away when it was let go', async () => {
    const io = worldWith({ ...living, pid: 100 });
    (await take(io)).release();
    expect(io.clock.at).toBe(NOW);
    expect([...io.disk.keys()]).toEqual([]);
  });

  it.each([
    ['a stopped process left empty', ''],
    ['a computer that is off', { ...living, host: 'khac' }],
    ['a clock that is a day ahead', { ...living, host: 'khac', at: NOW + 24 * HOUR }],
    ['a dead process whose number another one has', living],
  ])('that %s is nobody’s when it has stood still for a minute and a half', async (_, holder) => {
    const io = worldWith(holder);
    const held = await take(io);
    expect(io.clock.at - NOW).toBe(90_000);
    held.release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it('of a process that the system knows again is waited for although it stands still', async () => {
    const io = worldWith({ ...living, started: '4711' });
    await expect(take(io)).rejects.toMatchObject({
      problem: { kind: 'busy', host: 'van-phong', pid: 8, since: '2021-08-16T15:59:59+07:00' },
    });
    expect(io.clock.at - NOW).toBe(120_000);
    const other = {
      ...io.machine,
      isAlive: (pid: number, started: string | null) => pid === 8 && started !== '4711',
    };
    (await take({ ...io, machine: other })).release();
    expect(io.clock.at - NOW).toBe(120_000);
  });

  it('is written anew while it is held, and left alone when another has it', async () => {
    vi.useFakeTimers();
    try {
      const io = worldWith(null);
      const held = await take(io);
      vi.advanceTimersByTime(40_000);
      expect(JSON.parse(new TextDecoder().decode(io.disk.get(LOCK)))).toMatchObject({
        pid: 100,
        at: NOW,
        beat: 2,
      });
      const theirs = new TextEncoder().encode(JSON.stringify({ ...living, pid: 7 }));
      io.disk.set(LOCK, theirs);
      vi.advanceTimersByTime(40_000);
      held.release();
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
    (await take(waiting)).release();
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
    await expect(take(beating)).rejects.toMatchObject({
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
    await expect(take(racing)).rejects.toMatchObject({ problem: { kind: 'busy' } });
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
    await expect(take(denied)).rejects.toMatchObject({
      problem: { kind: 'cannot-write', reason: 'EROFS' },
    });
  });

  it('that stood still for long by the times of its own disk is nobody’s sooner', async () => {
    const io = worldWith({ ...living, host: 'khac' });
    io.times.set(LOCK, NOW - HOUR);
    (await take(io)).release();
    expect(io.clock.at - NOW).toBe(5_000);
    expect([...io.disk.keys()]).toEqual([]);
  });

  it('of any content ends no run but with words', async () => {
    for (const text of [
      'null',
      '[]',
      '{"pid":-1,"host":"van-phong","at":1,"started":"1"}',
      '\u0000\u00ff',
      '{"pid":1,"host":"khac","at":1e300}',
    ])
      (await take(worldWith(text))).release();
  });

  it('says once that it waits, and whether it still is ours', async () => {
    const io = worldWith({ ...living, started: '4711' });
    let told = 0;
    await expect(takeLock(io, LOCK, { most: 30_000, waiting: () => (told += 1) })).rejects.toMatchObject({
      problem: { kind: 'busy' },
    });
    expect([told, io.clock.at - NOW]).toEqual([1, 30_000]);
    io.disk.delete(LOCK);
    const held = await take(io);
    expect(held.isMine()).toBe(true);
    io.disk.set(LOCK, new TextEncoder().encode('{}'));
    expect(held.isMine()).toBe(false);
  });
});
