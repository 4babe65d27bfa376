import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The product's own parts as one module, bundled as the program is but with its libraries left outside. */
export async function ours() {
  const folder = mkdtempSync(join('node_modules', '.bench-'));
  const outfile = join(folder, 'ours.mjs');
  try {
    await build({
      entryPoints: ['bench/ours.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.17',
      packages: 'external',
      logLevel: 'warning',
      define: {
        'import.meta.url': JSON.stringify(pathToFileURL(join(process.cwd(), 'src', 'templates.ts')).href),
      },
    });
    return await import(pathToFileURL(join(process.cwd(), outfile)).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
