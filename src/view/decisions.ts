import type { Words } from '../lang/lang.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import { type Decision, holding, type RecordedDecision, undoneBy } from '../model/ledger.ts';
import { formatInstant } from '../model/time.ts';
import { column } from './scope/columns.ts';
import { cell, type Table } from './table.ts';

/** A recorded decision in words. */
export interface DecisionLine {
  readonly id: number;
  readonly recordedAt: string;
  readonly kind: Decision['kind'];
  readonly text: string;
  readonly reason: string | null;
  /** False once a later one undid or replaced it. */
  readonly holds: boolean;
}

export function decisionLines(
  recorded: readonly RecordedDecision[],
  { campaign, roster }: CampaignFolder,
  words: Words,
): readonly DecisionLine[] {
  const holds = new Set(holding(recorded).map(({ id }) => id));
  const undone = undoneBy(recorded);
  const nameOf = (code: string): string => roster.units.find((unit) => unit.code === code)?.name ?? code;
  return recorded.map(({ id, recordedAt, decision }) => ({
    id,
    recordedAt: formatInstant(recordedAt, campaign.timezone),
    kind: decision.kind,
    text: textOf(decision, nameOf, words),
    reason: decision.reason,
    holds: decision.kind === 'undo' ? !undone.has(id) : holds.has(id),
  }));
}

function textOf(decision: Decision, nameOf: (code: string) => string, words: Words): string {
  const said = words.status.decision;
  switch (decision.kind) {
    case 'unit':
      return said.unit(decision.report.path, nameOf(decision.unit));
    case 'date':
      return said.date(decision.report.path, decision.date);
    case 'version':
      return said.version(decision.report.path);
    case 'together':
      return said.together(
        decision.reports.map(({ path, sheet }) => (sheet === null ? path : `${path} › ${sheet}`)),
      );
    case 'counting':
      return said.counting(decision.report.path, decision.mode);
    case 'fall':
      return said.fall(nameOf(decision.unit), decision.date, decision.why);
    case 'change':
      return said.change(nameOf(decision.unit), decision.date, decision.why);
    case 'exempt':
      return said.exempt(nameOf(decision.unit), decision.from, decision.to);
    case 'undo':
      return said.undo(decision.decision);
  }
}

/** What `resolve` prints: every decision, the ones that no longer hold marked. */
export function decisionsTable(lines: readonly DecisionLine[], words: Words): Table {
  const said = words.status.decision;
  return {
    id: 'decisions',
    columns: [
      column('id', 'ordinal', said.id, { width: 5 }),
      column('at', 'instant', said.at, { width: 16, drop: 2 }),
      column('what', 'text', said.what, { width: 40, grow: true }),
      column('reason', 'text', said.reason, { width: 20, drop: 1 }),
    ],
    rows: lines.map(({ id, recordedAt, text, reason, holds }) => ({
      role: 'item',
      cells: {
        id: cell(id),
        at: cell(recordedAt),
        what: cell(holds ? text : `${text} (${said.undone})`, holds ? undefined : 'weak'),
        reason: cell(reason),
      },
    })),
  };
}
