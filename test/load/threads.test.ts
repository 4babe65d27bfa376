import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Io } from '../../src/io.ts';
import { load } from '../../src/load/load.ts';
import { quietIo } from '../quiet-io.ts';

/** As the bundler makes it for `dist/`; inside the project, so that it finds its packages. */
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join('node_modules', 'threads-'));
  await build({
    entryPoints: { 'open-worker': 'src/load/open-worker.ts', 'sheetjs-worker': 'src/read/sheetjs-worker.js' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

it('the day is the same, opened in one thread or in several', async () => {
  let started = 0;
  // What an earlier run over the fixture has cached is not opened again.
  const plain: Io = {
    ...quietIo(join(process.cwd(), 'fixtures', 'hoai-nhon'), { out: '', err: '' }),
    ledger: async () => null,
  };
  const threaded: Io = {
    ...plain,
    threads: {
      cores: 3,
      start: (script, limits) => {
        started += 1;
        return new Worker(pathToFileURL(join(folder, `${script.split('/')[1]}.mjs`)), {
          resourceLimits: limits,
        });
      },
    },
  };
  const request = {
    paths: [],
    campaign: undefined,
    date: '2021-08-17',
    asOf: '2021-08-17T18:00',
    progress: () => {},
  };
  const [alone, several] = [await load(plain, request), await load(threaded, request)];
  expect(started).toBe(2);
  expect(JSON.stringify(several.summary)).toBe(JSON.stringify(alone.summary));
  expect(several.findings).toEqual(alone.findings);
});
