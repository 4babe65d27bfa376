import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realIo, slashed } from '../src/io.ts';

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
  it('may be closed by a reader that has seen enough; any other fault of it is one', () => {
    realIo();
    const fault = (code: string) => () =>
      process.stdout.emit('error', Object.assign(new Error(code), { code }));
    expect(fault('EPIPE')).not.toThrow();
    expect(fault('EIO')).toThrow('EIO');
  });
});
