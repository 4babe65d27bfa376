import { describe, expect, it } from 'vitest';
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
    });
    release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it.each([
    ['a process of this computer that is dead', { ...living, pid: 99 }],
    ['another computer, an hour ago', { ...living, host: 'khac', at: NOW - HOUR - 1 }],
    ['a clock that was an hour ahead', { ...living, at: NOW + HOUR + 1 }],
  ])('of %s is nobody’s', async (_, holder) => {
    const io = worldWith(holder);
    const release = await takeLock(io, LOCK);
    expect(io.clock.at).toBe(NOW);
    release();
    expect([...io.disk.keys()]).toEqual([]);
  });

  it('that a stopped process left empty is nobody’s after ten seconds', async () => {
    const io = worldWith('');
    io.times.set(LOCK, NOW);
    const release = await takeLock(io, LOCK);
    expect(io.clock.at - NOW).toBeGreaterThan(10_000);
    release();
    expect([...io.disk.keys()]).toEqual([]);
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
    await expect(takeLock(io, LOCK)).rejects.toMatchObject({
      problem: { kind: 'busy', host: 'khac', pid: 7, since: '2021-08-16T15:59:59+07:00' },
    });
    expect(JSON.parse(new TextDecoder().decode(io.disk.get(LOCK))).host).toBe('khac');
  });

  it('taken by another process just before it was put away is given back', async () => {
    const io = worldWith({ ...living, pid: 99 });
    const other = JSON.stringify({ ...living, host: 'khac' });
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
