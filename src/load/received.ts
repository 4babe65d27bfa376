import { posix } from 'node:path';
import type { Io } from '../io.ts';
import { type Finding, finding } from '../model/finding.ts';
import { read } from '../read/read.ts';
import { VERSION } from '../version.ts';
import { type Listed, type ReceivedList, readReceived } from './arrival.ts';
import { receivedFile } from './inbox.ts';
import { digest, type Keeper } from './kept.ts';

/** received.csv of a day, with the check that what it names is there. Empty where the day has none. */
export interface ReceivedOfDay extends ReceivedList {
  unknown(): readonly Finding[];
}

const NONE: ReceivedOfDay = { arrivals: new Map(), findings: [], unknown: () => [] };

/** What gives received.csv of a day; an unchanged one comes from the cache. */
export function receivedLists(
  io: Io,
  base: string,
  zone: string,
  keeper: Keeper,
): (date: string) => Promise<ReceivedOfDay> {
  return async (date) => {
    const file = receivedFile(io, base, date);
    if (file === null) return NONE;
    const { shown, path } = file;
    const keyOf = (sha256: string): string => digest(['received.csv', sha256, zone, VERSION]);
    const { arrivals, findings } = await keeper.through(file, keyOf, async (bytes) => {
      const list = await listIn(shown, bytes, zone);
      // A line that cannot be read may hold anything, also what must not be kept.
      return { made: { ...list, arrivals: [...list.arrivals] }, lasting: list.findings.length === 0 };
    });
    return {
      arrivals: new Map(arrivals),
      findings,
      unknown: () => arrivals.flatMap((each) => unknownOf(io, shown, posix.dirname(path), each)),
    };
  };
}

async function listIn(shown: string, bytes: Uint8Array, zone: string): Promise<ReceivedList> {
  const [document] = await read(shown, bytes);
  const sheet = document?.workbook?.sheets[0];
  if (sheet !== undefined) return readReceived(shown, sheet, zone);
  const found = finding('campaign/received-unreadable', { file: shown }, { shown: '' });
  return { arrivals: new Map(), findings: [found] };
}

function unknownOf(
  io: Io,
  file: string,
  folder: string,
  [name, { line }]: readonly [string, Listed],
): readonly Finding[] {
  if (isThere(io, folder, name)) return [];
  return [finding('campaign/received-unknown-file', { file, line, row: line - 1 }, { file: name })];
}

/** Names are compared composed: a disk may hand them out decomposed. */
function isThere(io: Io, folder: string, name: string): boolean {
  return ['NFC', 'NFD'].some((form) => io.files.info(posix.join(folder, name.normalize(form))) !== null);
}
