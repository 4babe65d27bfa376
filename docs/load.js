import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A TypeScript module of the project, loaded as it stands; its libraries are left outside. */
export async function load(entry) {
  const folder = mkdtempSync(join('node_modules', '.load-'));
  const outfile = join(folder, 'module.mjs');
  try {
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.17',
      packages: 'external',
      logLevel: 'warning',
      plugins: [{ name: 'own-place', setup: ownPlace }],
    });
    return await import(pathToFileURL(resolve(outfile)).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What lies beside a module (templates, the worker) is found beside its source, not beside the bundle. */
function ownPlace({ onLoad }) {
  onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll(
      'import.meta.url',
      JSON.stringify(pathToFileURL(path).href),
    ),
    loader: 'ts',
  }));
}
