// Makes the pages that the code knows best. `npm run docs`; CI fails where a page differs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join('node_modules', '.docs-'));
const outfile = join(folder, 'pages.mjs');
try {
  await build({
    entryPoints: ['docs/pages.ts'],
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
  const { pages } = await import(pathToFileURL(join(process.cwd(), outfile)).href);
  for (const [name, text] of await pages()) writeFileSync(name, text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
