import type { CommandSpec } from '../console/command.ts';
import { opening, screenFor, start } from '../console/start.ts';
import type { Day } from '../day/day.ts';
import { type TraceOf, trace as traceFigures } from '../day/trace.ts';
import { UserError } from '../model/error.ts';
import { bare } from '../text/fold.ts';

/** `trace <unit> [measure]`: a figure back to file, sheet and cells; through levels where the files are at hand. */
export const trace: CommandSpec = {
  name: 'trace',
  operands: ['<unit>', '[measure]'],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun'],
  options: ['--below <folders...>'],
  async run(context, [typedUnit, typedMeasure], { below }) {
    const { io, words, flags } = context;
    const batch = await start(context, []);
    const { traceSourcesBelow: atHandBelow } = await import('../load/trace-sources.ts');
    const { viewInputOf } = await import('../console/present.ts');
    const { writeJson } = await import('../write/json.ts');
    const { writeTrace } = await import('../write/terminal/trace.ts');
    const of = await whatOf(batch, typedUnit as string, batch.date);
    const measure = measureNamed(batch, typedMeasure as string | undefined);
    const folders = (below as readonly string[] | undefined) ?? [];
    const traced = traceFigures(batch, of, measure, await atHandBelow(io, batch, folders));
    const input = { ...viewInputOf(batch, words, null), folder: batch.learnt };
    return {
      out: flags.json === true ? writeJson(traced) : writeTrace(input, traced, await screenFor(context)),
      err: opening(context, batch),
      files: [],
      ledger: [],
      root: batch.folder.root,
      exit: 0,
    };
  },
};

const TOTAL = ['tong', 'tong cong', 'toan dia ban', 'total', 'all'];

/** A unit, an office that sends summaries, or everything ("tổng"). Throws a UserError. */
async function whatOf({ summary, learnt }: Day, typed: string, date: string): Promise<TraceOf> {
  const { unitNamed } = await import('../console/form-choice.ts');
  if (TOTAL.includes(bare(typed))) return { kind: 'total' };
  const lines = summary.scopes.flatMap(({ units }) => units);
  const exact = lines.find(({ code }) => code === typed.trim());
  const { code, name } = exact ?? unitNamed(learnt, typed, date);
  const isUnit = lines.some((line) => line.code === code);
  return { kind: isUnit ? 'unit' : 'office', code, name };
}

/** A measure by its id or label. Throws a UserError. */
function measureNamed({ summary, learnt }: Day, typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const measures = summary.scopes.flatMap(({ form }) => learnt.forms.get(form)?.measures ?? []);
  const named = measures.find(({ id, label }) =>
    [id, label.vi, label.en].some((each) => bare(each) === bare(typed)),
  );
  if (named !== undefined) return named.id;
  const known = measures.map(({ id }) => id);
  throw new UserError({ kind: 'bad-choice', name: '[measure]', text: typed, known });
}
