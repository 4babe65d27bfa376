import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Thread } from '../../src/io.ts';
import type { Opening } from '../../src/load/opening.ts';
import { type Answer, type Pool, poolOf, type Setting } from '../../src/load/pool.ts';

const SETTING = { folder: {}, key: new Uint8Array(1), names: new Set() } as unknown as Setting;

describe('threads that open files', () => {
  it('leave one core to the thread that gives out the work, and take the shortest queue', async () => {
    const started: FakeThread[] = [];
    const pool = poolFor(started, 3);
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => pool.open(file(name))));
    expect(started.map(({ done }) => done)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    pool.close();
  });

  it('have no room for more than three files each', async () => {
    const pool = poolFor([], 2);
    const asked = ['a', 'b', 'c'].map((name) => pool.open(file(name)));
    expect(pool.hasRoom).toBe(false);
    await Promise.all(asked);
    expect(pool.hasRoom).toBe(true);
  });

  it('that run out of memory over a file lose that file alone', async () => {
    const started: FakeThread[] = [];
    const pool = poolFor(started, 2);
    const results = await Promise.all(['a', 'huge', 'c', 'd'].map((name) => pool.open(file(name))));
    expect(results.map(({ fallen }) => fallen)).toEqual([false, true, false, false]);
    expect(results[1]?.opened.documents[0]?.findings[0]).toMatchObject({
      code: 'file/limit',
      facts: { limit: 'memory' },
    });
    expect(results.map(({ opened }) => opened.sha256)).toEqual(['a', 'huge', 'c', 'd']);
    expect(started.map(({ done }) => done)).toEqual([['a'], ['c', 'd']]);
  });

  it('that end without a word lose one file alone', async () => {
    const pool = poolFor([], 2);
    const [a, silent, c] = await Promise.all(['a', 'silent', 'c'].map((name) => pool.open(file(name))));
    expect(silent?.opened.documents[0]?.findings[0]?.code).toBe('file/damaged');
    expect([a?.fallen, silent?.fallen, c?.fallen]).toEqual([false, true, false]);
  });

  it('tell a mistake of the program as it would be told without them', async () => {
    await expect(poolFor([], 2).open(file('mistake'))).rejects.toThrow('no such field');
  });
});

function poolFor(started: FakeThread[], cores: number): Pool {
  return poolOf({ cores, start: threads(started) }, SETTING);
}

function threads(started: FakeThread[]) {
  return (): Thread => {
    const thread = new FakeThread();
    started.push(thread);
    return thread as unknown as Thread;
  };
}

function file(name: string): Opening {
  return { name, folderDate: '2021-08-16', bytes: new Uint8Array(1), sha256: name, counting: undefined };
}

/** Answers one file after the other, and goes down as a real one does. */
class FakeThread extends EventEmitter {
  readonly done: string[] = [];
  private last: Promise<void> = Promise.resolve();
  private down = false;

  postMessage(told: Setting | Opening): void {
    if ('bytes' in told) this.last = this.last.then(() => this.work(told.name));
  }

  async terminate(): Promise<number> {
    this.down = true;
    return 0;
  }

  private async work(name: string): Promise<void> {
    await pause(1);
    if (this.down) return;
    if (name === 'huge') {
      this.down = true;
      this.emit('error', Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    } else if (name === 'silent') this.down = true;
    if (this.down) {
      this.emit('exit', 1);
      return;
    }
    this.done.push(name);
    const opened = { sha256: name, documents: [], statedDates: [] };
    const answer: Answer = name === 'mistake' ? { failed: 'no such field', stack: '' } : { opened };
    this.emit('message', answer);
  }
}
