import { sep } from 'node:path';

/**
 * Within the program a path has `/` and one root, so that joining and shortening need not know the system. A network share
 * of Windows (`\\máy\thư-mục`) stands below this folder, which no disk has: its two first marks would melt into one.
 */
const SHARES = '/UNC/';

/** A path of the system as all of the program writes paths. */
export function slashed(path: string, separator: string = sep): string {
  if (separator === '/') return path;
  return path
    .split(separator)
    .join('/')
    .replace(/^\/\/\?\/(?=[a-z]:)/i, '')
    .replace(/^\/\/(\?\/UNC\/)?(?=[^/?.])/i, SHARES);
}

/** The other way round: a path of the program as the system takes it. */
export function native(path: string, separator: string = sep): string {
  return separator === '/' || !path.startsWith(SHARES) ? path : `//${path.slice(SHARES.length)}`;
}
