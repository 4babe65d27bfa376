// @ts-check
// The single executable carries what the package has as files: this stands in the place of src/installed.ts.
import { getAsset, getRawAsset } from 'node:sea';
import { Worker } from 'node:worker_threads';

/** @type {readonly string[]} paths below templates/ */
const PATHS = JSON.parse(getAsset('templates.json', 'utf8'));

export const HAS_PACKAGES = false;

/** @param {string} path */
export function shippedFile(path) {
  if (!PATHS.includes(path)) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
  return new Uint8Array(/** @type {ArrayBuffer} */ (getRawAsset(`templates/${path}`)).slice(0));
}

/** @param {string} folder */
export function shippedNames(folder) {
  const below = PATHS.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  return [...new Set(below.map((path) => path.split('/')[0] ?? ''))].sort();
}

/** @param {string} script */
export function hasScript(script) {
  return ['read/sheetjs-worker', 'load/open-worker'].includes(script);
}

/**
 * @param {string} script
 * @param {import('node:worker_threads').ResourceLimits} resourceLimits
 */
export function startThread(script, resourceLimits) {
  return new Worker(getAsset(`${script}.js`, 'utf8'), {
    eval: true,
    resourceLimits,
    stdout: true,
    stderr: true,
  });
}

export function ownCommand() {
  return [process.execPath];
}
