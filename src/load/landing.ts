import { posix } from 'node:path';
import type { Io } from '../io.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { isUnopened } from '../model/findings/file.ts';
import type { MatchHow } from '../text/match/choose.ts';
import { indexRoster } from '../text/match/roster-index.ts';
import { findUnits } from '../text/match.ts';
import { isLeftByPrograms, namedFiles } from './inbox.ts';
import { readMemory } from './memory.ts';
import { opener } from './open.ts';
import { keeperOf } from './reading-cache.ts';

/** A file in a folder where files of all kinds land. */
export interface Landed {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** Names that browsers, chat programs and synchronisers give to what is not whole yet. */
const UNFINISHED = /\.(crdownload|part|partial|download|tmp|temp|filepart|opdownload|!ut)$/i;

/** Folders below a watched one are looked into this deep: chat programs make one a group. */
const DEEPEST = 3;

/** The files below a folder, those left out that programs leave about or have not finished. Empty where it cannot be read. */
export function landedIn(io: Io, folder: string, deep = 0): readonly Landed[] {
  let names: readonly string[];
  try {
    if (io.files.info(folder)?.kind !== 'folder') return [];
    names = io.files.list(folder);
  } catch {
    // A share that is away for a moment is looked at again.
    return [];
  }
  return names.flatMap((name) => {
    if (isLeftByPrograms(name) || UNFINISHED.test(name)) return [];
    const path = posix.join(folder, name);
    const info = infoOf(io, path);
    if (info?.kind === 'folder') return deep < DEEPEST ? landedIn(io, path, deep + 1) : [];
    return info?.kind === 'file' ? [{ path, size: info.size, modified: info.modified }] : [];
  });
}

function infoOf(io: Io, path: string) {
  try {
    return io.files.info(path);
  } catch {
    return null;
  }
}

/**
 * What a file from elsewhere is: `report` shows a form or names a unit of the roster exactly, `held` cannot be opened at
 * this moment, `other` is anything else.
 */
export async function landedKind(
  io: Io,
  folder: CampaignFolder,
  date: string,
  path: string,
): Promise<'report' | 'held' | 'other'> {
  const memory = await readMemory(io, folder.root);
  const files = opener(io, folder, keeperOf(io, memory));
  try {
    const [file] = namedFiles(io, posix.dirname(path), date, [path]).files;
    if (file === undefined) return 'held';
    const { documents } = await files.open(file);
    if (documents.some(({ findings }) => findings.some(isUnopened))) return 'held';
    if (documents.some(({ reports }) => reports.length > 0)) return 'report';
    return namesUnit(folder, posix.basename(path, posix.extname(path)), date) ? 'report' : 'other';
  } catch (error) {
    // Gone or taken away between two looks.
    if ((error as NodeJS.ErrnoException).code !== undefined || io.files.info(path) === null) return 'held';
    throw error;
  } finally {
    files.close();
    memory.close();
  }
}

function namesUnit({ roster }: CampaignFolder, name: string, date: string): boolean {
  return findUnits(name, indexRoster(roster), { date }).some(
    ({ match }) => match.kind === 'match' && EXACT.has(match.how),
  );
}

/** Neither without tones nor with a letter changed. */
const EXACT: ReadonlySet<MatchHow> = new Set<MatchHow>(['exact', 'folded', 'alias', 'kind-stripped']);
