import type { Batch } from '../../load/load.ts';
import { UserError } from '../../model/error.ts';
import type { ReportRef } from '../../model/ledger.ts';
import type { DecidedSubmission } from '../../model/submission.ts';

export interface FoundReport {
  /** The reports of the file that are meant. */
  readonly reports: readonly DecidedSubmission[];
  readonly ref: ReportRef;
}

/** A file of the day by its path or by its last parts, and one of its reports by its sheet. Throws a UserError. */
export function findReport(batch: Batch, file: string, sheet: string | null): FoundReport {
  const all = batch.settled.filter(({ folderDate }) => folderDate === batch.date);
  const path = pathOf(all, file);
  const inFile = all.filter((each) => each.path === path);
  const several = inFile.length > 1;
  const reports =
    sheet === null || !several ? inFile : inFile.filter((each) => same(each.sheet ?? '', sheet));
  const [first] = reports;
  if (first === undefined) {
    const known = inFile.map((each) => each.sheet ?? '');
    throw new UserError({ kind: 'bad-choice', name: '--sheet', text: sheet ?? '', known });
  }
  return { reports, ref: { path, sha256: first.sha256, sheet: sheet === null ? null : first.sheet } };
}

/** What a decision that a report counts settles: all that is there of its unit and form; of no unit, of its day. */
export function versionsKnown(batch: Batch, { path, sha256 }: ReportRef): readonly Version[] {
  const about = batch.settled.filter((each) => each.path === path && each.sha256 === sha256);
  return batch.settled
    .filter((each) =>
      about.some(({ unit, form, folderDate }) =>
        unit === null ? each.folderDate === folderDate : each.unit === unit && each.form === form,
      ),
    )
    .map(({ sha256: bytes, sheet }) => ({ sha256: bytes, sheet }));
}

type Version = Pick<ReportRef, 'sha256' | 'sheet'>;

function pathOf(all: readonly DecidedSubmission[], file: string): string {
  const wanted = file.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '');
  const paths = [...new Set(all.map(({ path }) => path))];
  const exact = paths.filter((path) => same(path, wanted));
  const near = paths.filter((path) => {
    const known = path.normalize('NFC');
    return known.endsWith(`/${wanted}`) || known.endsWith(`!/${wanted}`) || wanted.endsWith(`/${known}`);
  });
  const found = exact.length > 0 ? exact : near;
  if (found.length > 1) throw new UserError({ kind: 'several-reports', file, known: found });
  if (found[0] === undefined) throw new UserError({ kind: 'no-such-report', file, known: paths });
  return found[0];
}

function same(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC');
}

/** The day of a file that is named with its folder, so that nobody has to say it twice. */
export function dayOfPath(file: string | undefined): string | undefined {
  return /(?:^|[\\/])inbox[\\/](\d{4}-\d{2}-\d{2})[\\/]/.exec(file ?? '')?.[1];
}
