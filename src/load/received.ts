import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import { finding } from '../model/finding.ts';
import { read } from '../read/read.ts';
import { VERSION } from '../version.ts';
import { placeListed, type ReceivedList, readReceived, shortened } from './arrival.ts';
import { inboxFiles, receivedFile } from './inbox.ts';
import { digest, type Keeper } from './reading-cache.ts';

const NONE: ReceivedList = { arrivals: new Map(), findings: [] };

/** What gives received.csv of a day (empty where it has none); an unchanged one comes from the cache. */
export function receivedLists(
  io: Io,
  base: string,
  zone: string,
  keeper: Keeper,
): (date: string) => Promise<ReceivedList> {
  return async (date) => {
    const file = receivedFile(io, base, date);
    if (file === null) return NONE;
    const { shown } = file;
    const keyOf = (sha256: string): string => digest(['received.csv', sha256, zone, VERSION]);
    const { arrivals, findings } = await keeper
      .through(file, keyOf, async (bytes) => {
        const list = await listIn(shown, bytes, zone);
        // A line that cannot be read may hold anything, also what must not be kept.
        return { made: { ...list, arrivals: [...list.arrivals] }, lasting: list.findings.length === 0 };
      })
      .catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        return { arrivals: [], findings: unreadableList(shown).findings };
      });
    const { files } = inboxFiles(io, base, date);
    const placed = placeListed(
      new Map(arrivals),
      files.map(({ inFolder }) => inFolder),
    );
    const unknown = placed.unknown.map(([name, { line }]) =>
      finding(
        'campaign/received-unknown-file',
        { file: shown, line, row: line - 1 },
        { file: shortened(name) },
      ),
    );
    return { arrivals: placed.arrivals, findings: [...findings, ...unknown] };
  };
}

async function listIn(shown: string, bytes: Uint8Array, zone: string): Promise<ReceivedList> {
  const [document] = await read(shown, bytes);
  const sheet = document?.workbook?.sheets[0];
  if (sheet !== undefined) return readReceived(shown, sheet, zone);
  return unreadableList(shown);
}

function unreadableList(shown: string): ReceivedList {
  const found = finding('campaign/received-unreadable', { file: shown }, { shown: '' });
  return { arrivals: new Map(), findings: [found] };
}
