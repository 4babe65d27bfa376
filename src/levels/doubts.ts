import { checkWithUnit } from '../intake/intake.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import type { CountedReport } from '../model/entry.ts';
import { effectOf } from '../model/finding.ts';
import type { UnitDoubt } from '../model/findings/across.ts';
import type { Form } from '../model/form.ts';
import type { LevelUnit } from '../model/level.ts';
import type { ReportFigure } from '../model/report.ts';
import { lineNear, type RosterLines } from '../model/roster-lines.ts';
import type { Instant } from '../model/submission.ts';
import { collectOf, seconds } from '../model/timeliness.ts';
import type { SummaryClaim, SummaryClaims } from './join.ts';
import { ancestorsOf, nameOf, type SenderEntry, type SenderUnit } from './sender.ts';

/** What a summary says of one unit that is not taken over; the rest of the summary counts. */
export interface Doubt {
  readonly form: string;
  readonly scope: string;
  /** Code and name here. */
  readonly unit: string;
  readonly name: string;
  /** Code of the office that sent the summary. */
  readonly sender: string;
  readonly summary: CountedReport;
  /** The day that the report in doubt stands for. */
  readonly day: string;
  readonly once: boolean;
  readonly why: UnitDoubt;
  /** Where the figure in doubt stands in the summary; null where no cell shows it. */
  readonly place: { readonly sheet: string; readonly cell: string } | null;
}

export interface Judged {
  readonly told: ReadonlyMap<string, SummaryClaims>;
  readonly doubts: readonly Doubt[];
}

type Tellings = ReadonlyMap<string, SummaryClaims>;

/**
 * Without what offices say of units that are another office's: in the own roster they stand below one that sends
 * summaries itself, and not below the sender.
 */
export function ofOwnUnits(told: Tellings, { campaign, forms }: CampaignFolder, lines: RosterLines): Judged {
  const sends = (code: string, date: string): boolean => {
    const kind = lineNear(lines, code, date)?.kind;
    return (
      kind !== undefined &&
      campaign.collect.some(
        ({ form }) => forms.get(form)?.layout === 'summary' && collectOf(campaign, form, kind) !== null,
      )
    );
  };
  const owner = (code: string, sender: string, date: string): string | null => {
    if (code === sender) return null;
    const above = [code, ...ancestorsOf(lines, code, date)];
    return above.includes(sender) ? null : (above.find((each) => sends(each, date)) ?? null);
  };
  return judged(told, (telling, code) => {
    const { sender, scope, unit } = telling;
    const other = owner(code, sender.code, scope.day);
    if (other === null) return { telling, doubts: [] };
    const otherName = lineNear(lines, other, scope.day)?.name ?? other;
    const newest = unit.entries.findLast(({ entry }) => entry.counts);
    const why = { reason: 'of-another-office', otherName } as const;
    return { telling: null, doubts: newest === undefined ? [] : [{ entry: newest, why, measure: null }] };
  });
}

interface Roster {
  readonly forms: ReadonlyMap<string, Form>;
  /** The own lines, and those that the summaries tell of. */
  readonly lines: RosterLines;
  readonly asOf: Instant;
}

/**
 * Without the reports that would wait if they had come by themselves: more than twice the base or more than the
 * population, by the own roster first, and those that arrived after the as-of time, which do not exist yet.
 */
export function ofSoundReports(told: Tellings, { forms, lines, asOf }: Roster): Judged {
  return judged(told, (telling, code, id) => {
    const form = forms.get(id);
    const doubts: Doubted[] = [];
    const sound = telling.unit.entries.filter((each) => {
      const found = form === undefined ? null : doubtOf(each, code, form, lines, asOf);
      if (found !== null && each.entry.counts) doubts.push({ entry: each, ...found });
      return found === null;
    });
    if (sound.length === telling.unit.entries.length) return { telling, doubts };
    return { telling: { ...telling, unit: { unit: unsaid(telling.unit, sound), entries: sound } }, doubts };
  });
}

interface Doubted {
  readonly entry: SenderEntry;
  readonly why: UnitDoubt;
  readonly measure: string | null;
}

function doubtOf(
  { entry }: SenderEntry,
  code: string,
  form: Form,
  lines: RosterLines,
  asOf: Instant,
): Omit<Doubted, 'entry'> | null {
  if (entry.at !== null && seconds(Date.parse(entry.at)) > seconds(asOf))
    return { why: { reason: 'after-as-of' }, measure: null };
  const line = lineNear(lines, code, entry.date);
  if (line === null) return null;
  const figures = new Map<string, ReportFigure>();
  for (const [measure, { value }] of Object.entries(entry.figures))
    figures.set(measure, { value, sheet: '', cells: 'A1', counting: null });
  for (const found of checkWithUnit({ form, figures }, line)) {
    if (effectOf([found]) !== 'undecided') continue;
    if (found.code === 'report/above-population') {
      const { measure, value, population } = found.facts;
      return { why: { reason: 'above-population', measure, value, bound: population }, measure };
    }
    if (found.code === 'report/above-twice-base') {
      const { measure, value, base, baseValue } = found.facts;
      return { why: { reason: 'above-twice-base', measure, value, base, bound: baseValue }, measure };
    }
  }
  return null;
}

/** A unit whose word alone says that it reported has not, without the report. */
function unsaid({ unit }: SenderUnit, sound: readonly SenderEntry[]): SenderUnit['unit'] {
  const entries = sound.map(({ entry }) => entry);
  if (unit.owes.kind !== 'stated' || sound.some(({ entry }) => entry.counts)) return { ...unit, entries };
  const reported = unit.owes.status === 'on-time' || unit.owes.status === 'late';
  const owes: LevelUnit['owes'] = reported
    ? { kind: 'stated', status: 'missing', minutesLate: null }
    : unit.owes;
  return { ...unit, owes, entries };
}

function judged(
  told: Tellings,
  judge: (
    telling: SummaryClaim,
    code: string,
    form: string,
  ) => { readonly telling: SummaryClaim | null; readonly doubts: readonly Doubted[] },
): Judged {
  const kept = new Map<string, Map<string, readonly SummaryClaim[]>>();
  const doubts: Doubt[] = [];
  for (const [form, units] of told) {
    const left = new Map<string, readonly SummaryClaim[]>();
    kept.set(form, left);
    for (const [code, all] of units) {
      const sound = all.flatMap((each) => {
        const { telling, doubts: own } = judge(each, code, form);
        doubts.push(...own.map((found) => doubt(found, each, code, form)));
        return telling === null ? [] : [telling];
      });
      if (sound.length > 0) left.set(code, sound);
    }
  }
  return { told: kept, doubts };
}

function doubt(
  { entry, why, measure }: Doubted,
  { sender, scope, unit }: SummaryClaim,
  code: string,
  form: string,
): Doubt {
  const places = Object.entries(entry.unit.places);
  const place = places.find(([id]) => measure === null || id === measure)?.[1] ?? null;
  return {
    form,
    scope: scope.scope.form.scope,
    unit: code,
    name: nameOf(unit.unit),
    sender: sender.code,
    summary: entry.summary,
    day: entry.entry.day,
    once: unit.unit.once,
    why,
    place,
  };
}

/** Whether a doubt is about the report that would stand for a day. */
export function isOn({ day, once }: Doubt, date: string): boolean {
  return once ? day <= date : day === date;
}
