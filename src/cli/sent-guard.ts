import { posix } from 'node:path';
import type { PlannedFile } from '../console/command.ts';
import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import { sha256Of } from '../model/hash.ts';
import type { SentMark } from '../model/ledger.ts';

/** Looks at the marks of what was sent, as they are at this very moment. */
export interface SentGuard {
  /** Throws a UserError where a file would take the place of one that was sent, by its name or by its bytes. */
  check(file: PlannedFile): void;
  close(): void;
}

/** A guard over what is to be written for a campaign; a ledger that cannot be read guards whatever it may have marked. */
export async function sentGuard(
  io: Io,
  root: string | null,
  files: readonly PlannedFile[],
): Promise<SentGuard> {
  const near =
    root ?? files.map(({ path }) => campaignAround(io, path)).find((each) => each !== null) ?? null;
  const ledger =
    near === null || files.length === 0 ? null : await io.ledger(posix.join(near, '.bluezone'), false);
  if (ledger === null || near === null) return { check: () => {}, close: () => {} };
  const unread = (): null => null;
  const marks = 'fault' in ledger ? unread : () => readable(ledger.marks);
  return {
    check: (file) => {
      if (file.unsaid !== true && isRefused(io, near, file, marks()))
        throw new UserError({ kind: 'sent-stays', path: posix.relative(near, file.path) });
    },
    close: () => {
      if (!('fault' in ledger)) ledger.close();
    },
  };
}

function readable(read: () => readonly SentMark[]): readonly SentMark[] | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function isRefused(
  io: Io,
  root: string,
  { path, bytes }: PlannedFile,
  marks: readonly SentMark[] | null,
): boolean {
  const lies = io.files.info(path)?.kind === 'file' ? sha256Of(io.files.read(path)) : null;
  const comes = sha256Of(bytes);
  if (lies === comes) return false;
  const [date, name, ...deeper] = posix.relative(posix.join(root, 'outbox'), path).split('/');
  const named = name !== undefined && deeper.length === 0;
  if (marks === null) return lies !== null && named && mayBeSent(name);
  if (marks.some(({ sha256 }) => sha256 === lies)) return true;
  const same = marks.filter((mark) => named && mark.date === date && mark.name === name);
  return same.length > 0 && same.every(({ sha256 }) => sha256 !== comes);
}

/** Neither a provisional summary nor the reminders are ever marked. */
function mayBeSent(name: string): boolean {
  return !/-tam\.[a-z]+$|^nhac-nho-/.test(name);
}

function campaignAround(io: Io, path: string): string | null {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    if (io.files.info(posix.join(folder, 'campaign.yaml')) !== null) return folder;
    if (posix.dirname(folder) === folder) return null;
  }
}
