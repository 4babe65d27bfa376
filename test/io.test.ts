import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { realIo, slashed, streamOn } from '../src/io.ts';

const folder = mkdtempSync(join(tmpdir(), 'bluezone-io-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the real disk', () => {
  const { files } = realIo();
  const at = (name: string) => slashed(join(folder, name));

  it('has nothing where nothing is, also below a file', () => {
    writeFileSync(at('a.xlsx'), 'x');
    expect(files.info(at('none'))).toBeNull();
    expect(files.info(at('a.xlsx/campaign.yaml'))).toBeNull();
    expect(files.info(at('a.xlsx'))?.kind).toBe('file');
  });

  it('leaves no temporary file, whether a file could be written or not', () => {
    files.write(at('outbox/b.csv'), new Uint8Array([1]));
    expect(() => files.write(at('a.xlsx/c.csv'), new Uint8Array([1]))).toThrow();
    expect(readdirSync(folder)).toEqual(['a.xlsx', 'outbox']);
    expect(readdirSync(join(folder, 'outbox'))).toEqual(['b.csv']);
  });
});

describe('the real screen', () => {
  it.each(['EPIPE', 'ENOSPC'])('says that text was lost (%s), and stops nothing', async (code) => {
    const target = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    });
    const screen = streamOn(target as NodeJS.WriteStream);
    screen.write('a');
    screen.write('b');
    expect(await screen.done?.()).toBe(code);
  });

  it('has lost nothing where all went out', async () => {
    const target = new Writable({ write: (_chunk, _encoding, done) => setTimeout(done, 5) });
    const screen = streamOn(target as NodeJS.WriteStream);
    screen.write('a');
    expect(await screen.done?.()).toBeNull();
  });
});
