import { posix } from 'node:path';
import type { Context, PlannedFile } from '../../console/command.ts';
import { formatsOf, outputsOf, restoredFiles } from '../../console/outputs.ts';
import type { LedgerEntry } from '../../ledger/append.ts';
import type { Batch } from '../../load/load.ts';
import type { OutputFormat } from '../../model/output-formats.ts';
import { isFinal } from '../../model/report-days.ts';
import type { Summary } from '../../model/summary.ts';
import { provisionalName, summaryName, supplementOf } from '../../model/summary-name.ts';
import type { ViewInput } from '../../view/input.ts';
import { sentEntry } from '../sent/entry.ts';
import { digestOf } from './digest.ts';
import type { DayState } from './state.ts';

/** `idle`: no report is due on the day. */
export type Stage = 'idle' | 'provisional' | 'final' | 'supplement';

/** The summary files of a day that are to be written now, and the marks that they went out. */
export interface SummaryPlan {
  readonly stage: Stage;
  readonly files: readonly PlannedFile[];
  readonly ledger: readonly LedgerEntry[];
  readonly state?: DayState;
}

/** Before the deadline a provisional summary, after it the final one, after that a supplement where there is news. */
export async function planSummary(
  context: Context,
  batch: Batch,
  input: ViewInput,
  before: DayState,
): Promise<SummaryPlan> {
  const { campaign } = batch.folder;
  const formats = formatsOf(context.flags, batch);
  const name = summaryName(campaign, batch.date);
  if (batch.marked.some((each) => supplementOf(each.name, name) !== null)) {
    return afterFinal(context, batch, formats, input);
  }
  return isFinal(campaign, batch.date, batch.asOf)
    ? firstFinal(context, batch, formats)
    : provisional(context, batch, formats, input, before);
}

/** `…-tam`, written again only where it would say something else. */
async function provisional(
  context: Context,
  batch: Batch,
  formats: readonly OutputFormat[],
  input: ViewInput,
  before: DayState,
): Promise<SummaryPlan> {
  const name = provisionalName(batch.folder.campaign, batch.date);
  const now = digestOf(input, formats);
  const paths = formats.map((format) => posix.join(batch.base, 'outbox', batch.date, `${name}.${format}`));
  const same = before.provisional === now && paths.every((path) => context.io.files.info(path) !== null);
  const files = same ? [] : (await outputsOf(context, batch, formats, name)).files;
  return { stage: 'provisional', files, ledger: [], state: { provisional: now } };
}

async function firstFinal(
  context: Context,
  batch: Batch,
  formats: readonly OutputFormat[],
): Promise<SummaryPlan> {
  const { files, input } = await outputsOf(
    context,
    batch,
    formats,
    summaryName(batch.folder.campaign, batch.date),
  );
  return { stage: 'final', files, ledger: marks(batch, input.summary, files) };
}

/** A supplement where something came since the last summary went out; else what went out, where the outbox lacks it. */
async function afterFinal(
  context: Context,
  batch: Batch,
  formats: readonly OutputFormat[],
  input: ViewInput,
): Promise<SummaryPlan> {
  const name = summaryName(batch.folder.campaign, batch.date);
  if (!hasNews(batch, input.summary)) {
    const stem = posix.join(batch.base, 'outbox', batch.date, name);
    return { stage: 'final', files: await restoredFiles(context, batch, stem), ledger: [] };
  }
  const { files, restored, input: supplement } = await outputsOf(context, batch, formats, name);
  return {
    stage: 'supplement',
    files: [...restored, ...files],
    ledger: marks(batch, supplement.summary, files),
  };
}

/**
 * A report that came, or a figure that changed: of whoever had reported, or should have. A deadline that merely passed is
 * no news about a day that was sent, nor is what is asked once and came early: the next day's summary has it.
 */
function hasNews({ sent, corrections, folder }: Batch, now: Summary): boolean {
  const last = sent.at(-1);
  if (last === undefined) return false;
  const before = JSON.parse(last.data) as Pick<Summary, 'scopes'>;
  const early = new Set(
    before.scopes
      .filter(({ form }) =>
        folder.campaign.collect.every((each) => each.form !== form || each.every === 'once'),
      )
      .flatMap(({ id, units }) =>
        units.filter(({ status }) => status === 'awaited').map(({ code }) => `${id} ${code}`),
      ),
  );
  const known = arrivals(before);
  return (
    corrections.some(({ scope, unit }) => !early.has(`${scope} ${unit}`)) ||
    [...arrivals(now)].some(([unit, at]) => known.get(unit) !== at && !early.has(unit))
  );
}

/** When each unit's first accepted report came, by scope and code. */
function arrivals({ scopes }: Pick<Summary, 'scopes'>): ReadonlyMap<string, string> {
  return new Map(
    scopes.flatMap(({ id, units }) =>
      units.flatMap(({ code, receivedAt }) =>
        receivedAt === null ? [] : [[`${id} ${code}`, receivedAt] as const],
      ),
    ),
  );
}

function marks(batch: Batch, summary: Summary, files: readonly PlannedFile[]): readonly LedgerEntry[] {
  return files.map((file) => sentEntry(summary, file, batch.asOf, null));
}
