import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

// Bundled, so that a user installs none of the libraries' own dependencies; split, so that `--help` loads none of them.
rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [
    { in: 'src/cli.ts', out: 'cli' },
    // Found at run time by their names, which are fixed.
    { in: 'src/read/sheetjs-worker.js', out: 'read/sheetjs-worker' },
    { in: 'src/load/open-worker.ts', out: 'load/open-worker' },
  ],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.17',
  external: ['@photostructure/sqlite'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  legalComments: 'none',
  plugins: [unused(['unzipper', 'fast-csv', 'archiver'])],
  metafile: true,
  logLevel: 'warning',
});

// The licences ask that their text travels with the code.
const packages = new Map();
for (const input of Object.keys(metafile.inputs)) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found) packages.set(found[1], packages.get(found[1]) ?? licenceOf(found[1]));
}
writeFileSync(
  join('dist', 'LICENCES.txt'),
  [...packages.keys()]
    .sort()
    .map((name) => packages.get(name))
    .join('\n'),
);

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const head = `${name} ${version} (${typeof license === 'string' ? license : (license?.type ?? 'see below')})\n${'-'.repeat(60)}\n`;
  for (const file of [
    'LICENSE',
    'LICENSE.md',
    'LICENCE',
    'license',
    'LICENSE.txt',
    'License.txt',
    'LICENSE-MIT',
    'LICENSE.markdown',
  ]) {
    try {
      return `${head}${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    } catch {}
  }
  return `${head}\n`;
}

// What exceljs loads for its streaming and CSV parts, which nothing here calls.
function unused(names) {
  return {
    name: 'unused',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'unused',
      }));
      onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}
