import type { CampaignFolder, Collect } from '../model/campaign.ts';
import type { Entry } from '../model/entry.ts';
import type { LevelObligation } from '../model/level.ts';
import { lineOn, type RosterLines } from '../model/roster-lines.ts';
import type { Instant } from '../model/submission.ts';
import type { UnitStatus } from '../model/summary.ts';
import {
  collectOf,
  type Deadline,
  type Obligation,
  obligationOn,
  type Timeliness,
  timelinessOf,
} from '../model/timeliness.ts';
import type { Unit } from '../model/units.ts';
import type { LearntUnit } from './learn.ts';

/** What a unit owes on a day: by the own campaign, or as another office's summary has it. */
export type UnitObligation =
  | Obligation
  | { readonly kind: 'stated'; readonly status: UnitStatus; readonly minutesLate: number | null };

interface Debtor {
  readonly collect: Collect | null;
  readonly learnt: LearntUnit | null;
  readonly line: Unit | null;
  readonly date: string;
  readonly deadlines: ReadonlyMap<Collect, Deadline | null>;
  readonly lines: RosterLines;
}

/**
 * The own campaign's word where it asks the unit itself; the office below frees its units all the same. Of a day for
 * which the office sent nothing only its own duty is known.
 */
export function owedBy(debtor: Debtor, folder: CampaignFolder): UnitObligation {
  const { collect, learnt, line, date, deadlines } = debtor;
  const said = learnt === null ? null : saidFor(learnt, date);
  const isFree = said?.kind === 'exempt' || said?.kind === 'not-required';
  if (collect !== null && !isFree) {
    return obligationOn(folder.campaign, collect, line, date, deadlines.get(collect));
  }
  switch (said?.kind) {
    case undefined:
      return learnt === null ? NO_DEADLINE : owedBySender(learnt, debtor, folder);
    case 'due': {
      const { deadline } = said;
      return {
        kind: 'due',
        deadline: deadline === null ? null : { at: Date.parse(deadline.at), rule: deadline.rule },
      };
    }
    case 'exempt':
      return { kind: 'exempt', reason: '' };
    case 'not-required':
    case 'stated':
      return said;
  }
}

/** What is asked once stays due when it was due, on every later day. */
function saidFor({ day, once, owes }: LearntUnit, date: string): LevelObligation | null {
  return day === date || (once && owes.kind === 'due' && day < date) ? owes : null;
}

const NO_DEADLINE: Obligation = { kind: 'due', deadline: null };

function owedBySender(
  learnt: LearntUnit,
  { date, deadlines, lines }: Debtor,
  folder: CampaignFolder,
): UnitObligation {
  const line = lineOn(lines, learnt.sender, date);
  const collect = line === null ? null : collectOf(folder.campaign, learnt.form, line.kind);
  return collect === null
    ? NO_DEADLINE
    : obligationOn(folder.campaign, collect, line, date, deadlines.get(collect));
}

/** Where a unit stands with the reports of its day. */
export function timelinessFor(owed: UnitObligation, own: readonly Entry[], asOf: Instant): Timeliness {
  const known = own.filter(({ via }) => owed.kind !== 'stated' || via?.entry.at !== null);
  const first = known.length === 0 ? null : Math.min(...known.map(({ source }) => source.arrival.at));
  if (owed.kind !== 'stated') return timelinessOf(owed, first, asOf);
  const { status, minutesLate } = owed;
  return { status, receivedAt: first, minutesLate, provisional: false };
}
