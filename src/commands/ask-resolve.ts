import type { Decision, ReportRef } from '../core/ledger.ts';
import type { SettledSubmission } from '../core/submission.ts';
import { isDate } from '../core/time.ts';
import type { Batch } from '../load/load.ts';
import { whatOf } from '../view/message.ts';
import type { Context } from './command.ts';

/** What can be decided of one report. */
type ReportDecision = Extract<Decision, { report: ReportRef }>;

type Kind = 'unit' | 'date' | 'version' | 'counting' | 'skip';

/** Asks about one of the day's undecided reports; null when there is none, or the clerk passes. */
export async function askResolve(context: Context, batch: Batch): Promise<ReportDecision | null> {
  const { words, io } = context;
  const said = words.status.decision;
  const open = batch.rollUp.submissions.filter(({ outcome }) => outcome === 'undecided');
  if (open.length === 0) {
    io.err.write(`${said.nothingOpen}\n`);
    return null;
  }
  const { default: inquirer } = await import('inquirer');
  const { index } = await inquirer.prompt<{ index: number }>([
    {
      type: 'select',
      name: 'index',
      message: said.askFile,
      choices: open.map((each, value) => ({ value, name: nameOf(each) })),
    },
  ]);
  const chosen = open[index];
  if (chosen === undefined) return null;
  for (const found of chosen.findings) io.err.write(`  ${whatOf(found, words)}\n`);
  const { kind } = await inquirer.prompt<{ kind: Kind }>([
    {
      type: 'select',
      name: 'kind',
      message: said.askWhat(nameOf(chosen)),
      choices: (['unit', 'date', 'counting', 'version', 'skip'] as const).map((value) => ({
        value,
        name: said.choose[value],
      })),
    },
  ]);
  if (kind === 'skip') return null;
  const report = { path: chosen.path, sha256: chosen.sha256, sheet: chosen.sheet };
  const made = await askFor(kind, report, context, batch);
  const { reason } = await inquirer.prompt<{ reason: string }>([
    { type: 'input', name: 'reason', message: said.askReason },
  ]);
  return { ...made, reason: reason.trim() === '' ? null : reason.trim() };
}

async function askFor(
  kind: Exclude<Kind, 'skip'>,
  report: ReportRef,
  { words }: Context,
  batch: Batch,
): Promise<ReportDecision> {
  const { default: inquirer } = await import('inquirer');
  const said = words.status.decision;
  switch (kind) {
    case 'unit': {
      const choices = batch.folder.roster.units.map(({ code, name }) => ({
        value: code,
        name: `${name} (${code})`,
      }));
      const { unit } = await inquirer.prompt<{ unit: string }>([
        { type: 'select', name: 'unit', message: said.askUnit, choices, pageSize: 12 },
      ]);
      return { kind, report, unit, reason: null };
    }
    case 'date': {
      const { date } = await inquirer.prompt<{ date: string }>([
        {
          type: 'input',
          name: 'date',
          message: said.askDate,
          default: batch.date,
          validate: (text: string) => isDate(text.trim()),
        },
      ]);
      return { kind, report, date: date.trim(), reason: null };
    }
    case 'counting': {
      const choices = (['rows', 'per-person', 'stated-total'] as const).map((value) => ({
        value,
        name: said.counted[value],
      }));
      const { mode } = await inquirer.prompt<{ mode: (typeof choices)[number]['value'] }>([
        { type: 'select', name: 'mode', message: said.askCounting, choices },
      ]);
      return { kind, report, mode, reason: null };
    }
    case 'version':
      return { kind, report, reason: null };
  }
}

function nameOf({ path, sheet }: SettledSubmission): string {
  return sheet === null ? path : `${path} › ${sheet}`;
}
