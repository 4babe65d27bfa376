import { posix, resolve } from 'node:path';
import type { Io } from '../src/io.ts';
import { slashed } from '../src/io.ts';
import { quietIo } from './quiet-io.ts';

/**
 * A campaign folder that is not on the disk: campaign.yaml and the roster of fixtures/hoai-nhon, and beside them the
 * files of fixtures/zoo. Nothing can be written; there is no LibreOffice.
 */
export function zooIo(printed: { out: string; err: string }): Io {
  const world = quietIo('.', printed);
  const { files } = world;
  const denied = (): never => {
    throw new Error('the zoo is only looked at');
  };
  return {
    ...world,
    cwd: '/campaign',
    files: {
      read: (path) => files.read(placeOf(path)),
      list: (path) => files.list(placeOf(path)),
      info: (path) => {
        const info = isOutside(path) ? null : files.info(placeOf(path));
        return info === null ? null : { ...info, modified: ARRIVED };
      },
      write: denied,
      create: denied,
      append: denied,
      rename: denied,
      real: (path) => path,
      remove: denied,
    },
    ledger: async () => null,
    office: async () => null,
  };
}

/** The zoo's files have no arrival of their own, and a checkout gives them any time. */
const ARRIVED = Date.parse('2021-08-16T14:00:00+07:00');
const CAMPAIGN = ['campaign.yaml', 'units.csv'];

function placeOf(path: string): string {
  const name = posix.relative('/campaign', path);
  const folder = CAMPAIGN.includes(name) ? 'fixtures/hoai-nhon' : 'fixtures/zoo';
  return posix.join(slashed(resolve(folder)), name);
}

function isOutside(path: string): boolean {
  return posix.relative('/campaign', path).startsWith('..') || path === '/campaign/inbox';
}
