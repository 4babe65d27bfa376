import { posix } from 'node:path';
import type { Io } from '../io.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';

/** What a campaign folder holds beside what can be made again. */
const OWN = /^(inbox|forms|\.bluezone)(\/|$)|^campaign\.yaml$|^units\.(csv|xlsx)$/i;

/**
 * Whether a place lies upon, or among, what was received, what is remembered, or a campaign's own files: of this
 * campaign or another, by whatever link.
 */
export function isOwnFile(io: Io, { root, campaign }: CampaignFolder, path: string): boolean {
  const roster = campaign.units.replace(/\.(csv|xlsx)$/i, '');
  return [...new Set([path, io.files.real(path)])].some((each) => {
    const folder = campaignAround(io, each);
    if (folder === null) return false;
    const within = posix.relative(folder, each);
    const isHere = root !== null && (folder === root || folder === io.files.real(root));
    return OWN.test(within) || (isHere && within.replace(/\.(csv|xlsx)$/i, '') === roster);
  });
}

/** Throws a UserError where a result would take such a place; `shown` is how it was typed. */
export function refuseOwnFile(io: Io, folder: CampaignFolder, path: string, shown: string): void {
  if (isOwnFile(io, folder, path)) throw new UserError({ kind: 'own-file', path: shown });
}

function campaignAround(io: Io, path: string): string | null {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    if (io.files.info(posix.join(folder, 'campaign.yaml')) !== null) return folder;
    if (posix.dirname(folder) === folder) return null;
  }
}
