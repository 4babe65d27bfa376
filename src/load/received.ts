import { posix } from 'node:path';
import { type Finding, finding } from '../core/finding.ts';
import type { Io } from '../io.ts';
import { read } from '../read/read.ts';
import { type ReceivedList, readReceived } from './arrival.ts';

/** received.csv of a day, with the check that what it names is there. Empty where the day has none. */
export interface ReceivedOfDay extends ReceivedList {
  unknown(): readonly Finding[];
}

export async function readReceivedList(
  io: Io,
  base: string,
  date: string,
  zone: string,
): Promise<ReceivedOfDay> {
  const path = posix.join(base, 'inbox', date, 'received.csv');
  const shown = `inbox/${date}/received.csv`;
  if (io.files.info(path)?.kind !== 'file') return { arrivals: new Map(), findings: [], unknown: () => [] };
  const [document] = await read(shown, io.files.read(path));
  const sheet = document?.workbook?.sheets[0];
  if (sheet === undefined) {
    const found = finding('campaign/received-unreadable', { file: shown }, { shown: '' });
    return { arrivals: new Map(), findings: [found], unknown: () => [] };
  }
  const list = readReceived(shown, sheet, zone);
  return {
    ...list,
    unknown: () =>
      [...list.arrivals.keys()]
        .filter((name) => !isThere(io, posix.dirname(path), name))
        .map((file) => finding('campaign/received-unknown-file', { file: shown }, { file })),
  };
}

/** Names are compared composed: a disk may hand them out decomposed. */
function isThere(io: Io, folder: string, name: string): boolean {
  return ['NFC', 'NFD'].some((form) => io.files.info(posix.join(folder, name.normalize(form))) !== null);
}
