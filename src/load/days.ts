import type { Io } from '../io.ts';
import { compareText, type Finding } from '../model/finding.ts';
import { isUnopened } from '../model/findings/file.ts';
import type { RecordedDecision } from '../model/ledger.ts';
import type { Submission } from '../model/submission.ts';
import type { ReceivedList } from './arrival.ts';
import { inboxDates, inboxFiles, namedFiles, type Walk } from './inbox.ts';
import type { Opener } from './open.ts';
import type { Submitter } from './submit.ts';

/** The files of one date folder that a run reads. */
export interface DayWalk extends Walk {
  readonly date: string;
  /** The day that the run is about: what is wrong with its folder is said. */
  readonly asked: boolean;
}

/**
 * The day with its named paths or its inbox folder, every earlier day of the inbox, and what lies under a later day
 * but was decided to be of one up to the day. Ascending.
 */
export function walksOf(
  io: Io,
  base: string,
  { date, paths }: { readonly date: string; readonly paths: readonly string[] },
  holding: readonly RecordedDecision[],
): { readonly walks: readonly DayWalk[]; readonly findings: readonly Finding[] } {
  const inbox = inboxDates(io, base);
  const moved = new Set(
    holding.flatMap(({ decision }) =>
      decision.kind === 'date' && decision.date <= date ? [decision.report.path.split('!/')[0] ?? ''] : [],
    ),
  );
  const days = [...new Set([...inbox.dates, date])].sort(compareText);
  const walks = days.map((day): DayWalk => {
    if (day === date && paths.length > 0)
      return { ...namedFiles(io, base, day, paths), date: day, asked: true };
    const walk = inboxFiles(io, base, day);
    if (day <= date) return { ...walk, date: day, asked: day === date };
    return {
      files: walk.files.filter(({ shown }) => moved.has(shown)),
      findings: [],
      date: day,
      asked: false,
    };
  });
  return { walks: walks.filter(({ files, asked }) => asked || files.length > 0), findings: inbox.findings };
}

/** Opens and submits every file of the walks, in their order; findings are those of the asked day's folder. */
export async function readWalks(
  walks: readonly DayWalk[],
  opener: Opener,
  receivedOn: (date: string) => Promise<ReceivedList>,
  submit: Submitter['submit'],
  progress: (done: number, total: number) => void,
): Promise<{ readonly submissions: readonly Submission[]; readonly findings: readonly Finding[] }> {
  const submissions: Submission[] = [];
  const findings: Finding[] = [];
  const total = walks.reduce((sum, { files }) => sum + files.length, 0);
  let done = 0;
  for (const walk of walks) {
    const received = await receivedOn(walk.date);
    if (walk.asked) findings.push(...walk.findings, ...received.findings);
    for await (const [file, opened] of opener.all(walk.files)) {
      const listed = received.arrivals.get(file.inFolder.normalize('NFC')) ?? null;
      const lines = await submit(file, opened, listed);
      // Of an earlier day only this is said: a figure of it may be lacking.
      if (!walk.asked) findings.push(...lines.flatMap((line) => line.findings.filter(isUnopened)));
      submissions.push(...lines);
      progress(++done, total);
    }
  }
  return { submissions, findings };
}
