import type { Asker } from '../../console/ask.ts';
import type { Words } from '../../lang/lang.ts';
import type { Batch } from '../../load/load.ts';
import type { Finding } from '../../model/finding.ts';
import { type Decision, FALL_REASONS, type ReportRef } from '../../model/ledger.ts';
import type { DecidedSubmission } from '../../model/submission.ts';
import { isDate } from '../../model/time.ts';
import { parseDay } from '../../text/date.ts';
import { whatOf } from '../../view/message.ts';
import { versionsKnown } from './report.ts';

/** Something of the day that waits for the clerk. */
type Open =
  | { readonly kind: 'report'; readonly report: DecidedSubmission; readonly name: string }
  | {
      readonly kind: 'fall' | 'change';
      readonly unit: string;
      readonly form: string;
      readonly name: string;
      readonly told: readonly Finding[];
    };

/** Asks about what is open on the day, one thing after another, until the clerk has had enough. */
export async function askResolve(asker: Asker, batch: Batch, words: Words): Promise<readonly Decision[]> {
  const said = words.status.decision;
  const made: Decision[] = [];
  let open = openThings(batch, words);
  if (open.length === 0) asker.say(said.nothingOpen);
  while (open.length > 0) {
    const choices = open.map((value): { value: Open | null; name: string } => ({ value, name: value.name }));
    const chosen = await asker.choose(said.askThing, [...choices, { value: null, name: said.enough }]);
    if (chosen === null) break;
    const decision = await askAbout(asker, chosen, batch, words);
    if (decision !== null) made.push(decision);
    open = open.filter((each) => each !== chosen);
  }
  return made;
}

function openThings(batch: Batch, words: Words): readonly Open[] {
  const said = words.status.decision;
  const nameOf = (code: string): string =>
    batch.folder.roster.units.find((unit) => unit.code === code)?.name ?? code;
  const { submissions } = batch;
  const reports = submissions
    .filter(({ outcome }) => outcome === 'undecided')
    .map((report): Open => {
      const { path, sheet } = report;
      return { kind: 'report', report, name: sheet === null ? path : `${path} › ${sheet}` };
    });
  const falls = submissions.flatMap((each): readonly Open[] => {
    const told = each.findings.filter(({ code }) => code === 'across/fall');
    if (told.length === 0 || each.unit === null || each.form === null) return [];
    return [{ kind: 'fall', unit: each.unit, form: each.form, name: said.openFall(nameOf(each.unit)), told }];
  });
  const unexplained = batch.corrections.filter(({ reason }) => reason === null);
  const changed = new Map(unexplained.map((each) => [JSON.stringify([each.unit, each.form]), each]));
  const changes = [...changed.values()].map(({ unit, form, name }): Open => {
    const told = batch.findings.filter(
      ({ code, at }) => code === 'across/changed-after-sent' && at.unit === unit,
    );
    return { kind: 'change', unit, form, name: said.openChange(name), told };
  });
  return [...reports, ...falls, ...changes];
}

async function askAbout(asker: Asker, open: Open, batch: Batch, words: Words): Promise<Decision | null> {
  const said = words.status.decision;
  for (const found of open.kind === 'report' ? open.report.findings : open.told)
    asker.say(`- ${whatOf(found, words)}`);
  if (open.kind === 'report') return askReport(asker, open.report, batch, words);
  const { kind, unit, form } = open;
  const whys = FALL_REASONS.map((value) => ({ value, name: value }));
  const why = await asker.choose(said.askWhy, whys);
  const needed = (text: string): string | null => (text === '' ? said.needsReason : null);
  const reason = await asker.text(said.askReason, why === 'khác' ? { check: needed } : {});
  return { kind, unit, form, date: batch.date, why, reason: reason === '' ? null : reason };
}

type ReportDecision = Extract<Decision, { report: ReportRef }>;
type Kind = ReportDecision['kind'];

async function askReport(
  asker: Asker,
  chosen: DecidedSubmission,
  batch: Batch,
  words: Words,
): Promise<Decision | null> {
  const said = words.status.decision;
  const kinds = (['unit', 'date', 'counting', 'version', 'skip'] as const).map((value) => ({
    value,
    name: said.choose[value],
  }));
  const kind = await asker.choose(said.askWhat(chosen.path), kinds, likely(chosen));
  if (kind === 'skip') return null;
  const { path, sha256, sheet } = chosen;
  const made = await askFor(asker, kind, { path, sha256, sheet }, batch, words);
  const reason = await asker.text(said.askReason);
  return { ...made, reason: reason === '' ? null : reason };
}

/** What its findings ask for. */
function likely({ findings }: DecidedSubmission): Kind {
  const has = (start: string): boolean => findings.some(({ code }) => code.startsWith(start));
  if (has('across/order')) return 'version';
  if (has('report/counting')) return 'counting';
  return has('time/') ? 'date' : 'unit';
}

async function askFor(
  asker: Asker,
  kind: Kind,
  report: ReportRef,
  batch: Batch,
  words: Words,
): Promise<ReportDecision> {
  const said = words.status.decision;
  switch (kind) {
    case 'unit': {
      const units = batch.folder.roster.units.map(({ code, name }) => ({
        value: code,
        name: `${name} (${code})`,
      }));
      return { kind, report, unit: await asker.find(said.askUnit, units), reason: null };
    }
    case 'date': {
      const year = Number(batch.date.slice(0, 4));
      const dayOf = (text: string): string | null => (isDate(text) ? text : parseDay(text, { year }));
      const check = (text: string): string | null => (dayOf(text) === null ? said.askDate : null);
      const text = await asker.text(said.askDate, { initial: batch.date, check });
      return { kind, report, date: dayOf(text) ?? batch.date, reason: null };
    }
    case 'counting': {
      const modes = (['rows', 'per-person', 'stated-total'] as const).map((value) => ({
        value,
        name: said.counted[value],
      }));
      return { kind, report, mode: await asker.choose(said.askCounting, modes), reason: null };
    }
    case 'version':
      return { kind, report, known: versionsKnown(batch, report), reason: null };
  }
}
