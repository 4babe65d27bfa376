import { UserError } from '../core/error.ts';
import { type Decision, FALL_REASONS, type FallReason, type ReportRef } from '../core/ledger.ts';
import { nearest } from '../core/nearest.ts';
import type { SettledSubmission } from '../core/submission.ts';
import { isDate } from '../core/time.ts';
import type { Batch } from '../load/load.ts';
import type { CommandSpec, Context } from './command.ts';
import { opening, screenFor, start } from './start.ts';

interface Options {
  readonly sheet?: string;
  readonly unit?: string;
  readonly day?: string;
  readonly counts?: boolean;
  readonly counting?: string;
  readonly acceptFall?: string;
  readonly acceptChange?: string;
  readonly why?: string;
  readonly exempt?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly form?: string;
  readonly undo?: string;
  readonly list?: boolean;
}

/** `resolve [file]`: records a decision; the figures of every later run follow it. */
export const resolve: CommandSpec = {
  name: 'resolve',
  operands: ['[file]'],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun'],
  options: [
    '--sheet <name>',
    '--unit <code|name>',
    '--day <yyyy-mm-dd>',
    '--counts',
    '--counting <rows|per-person|stated-total>',
    '--accept-fall <unit>',
    '--accept-change <unit>',
    '--why <why>',
    '--exempt <unit>',
    '--from <yyyy-mm-dd>',
    '--to <yyyy-mm-dd>',
    '--form <form>',
    '--reason <text>',
    '--undo <number>',
    '--list',
  ],
  async run(context, [file], options) {
    const batch = await start(context, []);
    if (batch.folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'resolve' });
    const typed = options as Options;
    const decision = typed.list === true ? null : decisionOf(batch, file as string | undefined, typed);
    const asked = decision !== null || typed.list === true ? null : await askDecision(context, batch);
    const made = decision ?? asked;
    const { decisionLines, decisionsTable } = await import('../view/decisions.ts');
    const { terminalTable } = await import('../write/terminal-table.ts');
    const { writeJson } = await import('../write/json.ts');
    const recorded = made === null ? batch.decisions : [...batch.decisions, madeNow(batch, made, context)];
    const lines = decisionLines(recorded, batch.folder, context.words);
    const table = terminalTable(
      decisionsTable(lines, context.words),
      context.words,
      await screenFor(context),
    );
    const said = context.words.status.decision;
    const shown = lines.length === 0 ? said.none : table.lines.join('\n');
    const news = made === null ? '' : `${said.recorded(recorded.at(-1)?.id ?? 0)}\n`;
    return {
      out:
        context.flags.json === true
          ? writeJson({ schema: 'bluezone-report/decisions@1', decisions: lines })
          : `${shown}\n${news === '' ? '' : `\n${news}`}`,
      err: opening(context, batch),
      files: [],
      ledger: made === null ? [] : [{ kind: 'decision', decision: made, recordedAt: context.io.now() }],
      ledgerNeeded: made !== null,
      root: batch.folder.root,
      exit: 0,
    };
  },
};

function madeNow(batch: Batch, decision: Decision, { io }: Context) {
  return { id: (batch.decisions.at(-1)?.id ?? 0) + 1, recordedAt: io.now(), decision };
}

/** What the flags say; null where they say nothing. Throws a UserError for what cannot be. */
function decisionOf(batch: Batch, file: string | undefined, options: Options): Decision | null {
  const reason = options.reason ?? null;
  if (options.undo !== undefined)
    return { kind: 'undo', decision: knownDecision(batch, options.undo), reason };
  if (options.exempt !== undefined) return exemption(batch, options.exempt, options);
  const accepted = options.acceptFall ?? options.acceptChange;
  if (accepted !== undefined) {
    const kind = options.acceptFall === undefined ? 'change' : 'fall';
    const unit = unitCode(batch, accepted);
    return {
      kind,
      unit,
      form: formOf(batch, unit, options.form),
      date: batch.date,
      why: whyOf(options.why),
      reason,
    };
  }
  if (file === undefined) return null;
  const report = reportOf(batch, file, options.sheet ?? null);
  if (options.unit !== undefined)
    return { kind: 'unit', report, unit: unitCode(batch, options.unit), reason };
  if (options.day !== undefined) return { kind: 'date', report, date: dayOf(options.day), reason };
  if (options.counts === true) return { kind: 'version', report, reason };
  if (options.counting !== undefined)
    return { kind: 'counting', report, mode: modeOf(options.counting), reason };
  throw new UserError({
    kind: 'missing-argument',
    name: '--unit | --day | --counts | --counting',
    command: 'resolve',
  });
}

const MODES = ['rows', 'per-person', 'stated-total'] as const;

function modeOf(text: string): (typeof MODES)[number] {
  const mode = MODES.find((known) => known === text);
  if (mode === undefined) throw new UserError({ kind: 'bad-choice', name: '--counting', text, known: MODES });
  return mode;
}

function whyOf(text: string | undefined): FallReason {
  const why = FALL_REASONS.find((known) => known === text?.normalize('NFC').toLowerCase());
  if (why !== undefined) return why;
  if (text === undefined)
    throw new UserError({ kind: 'missing-argument', name: '--why', command: 'resolve' });
  throw new UserError({ kind: 'bad-choice', name: '--why', text, known: FALL_REASONS });
}

function dayOf(text: string): string {
  if (!isDate(text)) throw new UserError({ kind: 'bad-date', text });
  return text;
}

function exemption(batch: Batch, unit: string, options: Options): Decision {
  if (options.reason === undefined)
    throw new UserError({ kind: 'missing-argument', name: '--reason', command: 'resolve' });
  return {
    kind: 'exempt',
    unit: unitCode(batch, unit),
    from: options.from === undefined ? batch.date : dayOf(options.from),
    to: options.to === undefined ? batch.date : dayOf(options.to),
    reason: options.reason,
  };
}

function knownDecision(batch: Batch, text: string): number {
  const id = Number(text);
  if (!batch.decisions.some((each) => each.id === id))
    throw new UserError({ kind: 'no-such-decision', id: text });
  return id;
}

/** A unit by its code or its name. */
function unitCode({ folder }: Batch, text: string): string {
  const { units } = folder.roster;
  const wanted = text.normalize('NFC').trim().toLowerCase();
  const found = units.find(
    ({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (found !== undefined) return found.code;
  const known = units.flatMap(({ code, name }) => [code, name]);
  throw new UserError({ kind: 'no-such-unit', text, nearest: nearest(text, known) });
}

/** The form in question: the one named, else the only one in which the unit has a finding, else the first it is asked for. */
function formOf(batch: Batch, unit: string, typed: string | undefined): string {
  if (typed !== undefined) {
    if (batch.folder.forms.has(typed)) return typed;
    throw new UserError({
      kind: 'bad-choice',
      name: '--form',
      text: typed,
      known: [...batch.folder.forms.keys()],
    });
  }
  const forms = batch.rollUp.summary.scopes.filter((scope) =>
    scope.units.some(({ code, figures }) => code === unit && Object.keys(figures).length > 0),
  );
  return forms[0]?.form ?? batch.rollUp.summary.scopes[0]?.form ?? '';
}

function reportOf(batch: Batch, file: string, sheet: string | null): ReportRef {
  const wanted = file.normalize('NFC').replaceAll('\\', '/');
  const of = (each: SettledSubmission): string => each.path.normalize('NFC');
  const all = batch.settled.filter(({ folderDate }) => folderDate === batch.date);
  const found =
    all.find((each) => of(each) === wanted) ??
    all.find((each) => of(each).endsWith(`/${wanted}`) || wanted.endsWith(`/${of(each)}`));
  if (found === undefined) {
    throw new UserError({ kind: 'no-such-report', file, known: [...new Set(all.map(({ path }) => path))] });
  }
  return { path: found.path, sha256: found.sha256, sheet };
}

/** On a terminal: the open files one by one. Throws a UserError where there is none to ask on. */
async function askDecision(context: Context, batch: Batch): Promise<Decision | null> {
  if (!context.io.out.isTerminal) {
    throw new UserError({
      kind: 'no-terminal',
      instead: 'bluezone-report resolve <file> --unit <code> | --list',
    });
  }
  const { askResolve } = await import('./ask-resolve.ts');
  return askResolve(context, batch);
}
