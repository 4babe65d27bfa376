import type { CampaignFolder } from '../model/campaign.ts';
import { EMBEDDED_SHEET } from '../model/embedded-sheet.ts';
import { type Entry, type EntryIndex, inOrder } from '../model/entry.ts';
import type { Form } from '../model/form.ts';
import type { ReportFigure } from '../model/report.ts';
import { NOTHING_STATED } from '../text/stated.ts';
import { nameOf, type Sender, type SenderEntry, type SenderScope, type SenderUnit } from './sender.ts';

/** What summaries say of the units of one form, by code; of several offices the one that is believed first. */
export type SummaryClaims = ReadonlyMap<string, readonly SummaryClaim[]>;

/** What one office says of a unit; its word for the unit's code above it is already the one here. */
export interface SummaryClaim {
  readonly sender: Sender;
  readonly scope: SenderScope;
  readonly unit: SenderUnit;
}

/** A report of one unit and day that came from two sources. */
export interface DoubleReport {
  readonly form: Form;
  readonly unit: string;
  readonly name: string;
  /** The one that counts. */
  readonly counted: Entry;
  /** The one from a summary that does not, and the office that sent it. */
  readonly other: Entry;
  readonly sender: string;
}

interface JoinContext {
  readonly forms: ReadonlyMap<string, Form>;
  readonly folder: CampaignFolder;
  readonly date: string;
}

/**
 * The own reports with those of the summaries. Of one unit and day one counts: its own file, else what the nearest
 * office says; the others tell only when the unit first reported.
 */
export function joinBooks(
  own: EntryIndex,
  told: ReadonlyMap<string, SummaryClaims>,
  context: JoinContext,
): { readonly book: EntryIndex; readonly crossings: readonly DoubleReport[] } {
  const book = new Map(own);
  const crossings: DoubleReport[] = [];
  for (const [id, units] of told) {
    const form = context.forms.get(id);
    if (form === undefined) continue;
    const joined = new Map(own.get(id));
    book.set(id, joined);
    for (const [code, offices] of units) {
      let entries = joined.get(code) ?? [];
      for (const { sender, unit } of offices) {
        const said = unit.entries.map((heard) => entryOf(heard, code, form));
        const whose = { form, unit: code, name: nameOf(unit.unit), sender: sender.code };
        crossings.push(...crossed(entries, said, whose, unit.unit.once, context.date));
        entries = joinEntries(entries, said, unit.unit.once);
      }
      joined.set(code, entries);
    }
  }
  return { book, crossings };
}

/** Adds what a weaker source says: it counts only on days on which nothing else does. Once is one day. */
function joinEntries(stronger: readonly Entry[], said: readonly Entry[], once: boolean): readonly Entry[] {
  const days = new Set(stronger.filter(({ counts }) => counts).map(({ day }) => day));
  const weaker = said.map((entry) =>
    days.has(entry.day) || (once && days.size > 0) ? { ...entry, counts: false } : entry,
  );
  return [...stronger, ...weaker].sort(inOrder);
}

/** Both sources have a report for the same day. For what is asked once: both have one by the day. */
function crossed(
  stronger: readonly Entry[],
  said: readonly Entry[],
  whose: Omit<DoubleReport, 'counted' | 'other'>,
  once: boolean,
  date: string,
): DoubleReport[] {
  const on = (entries: readonly Entry[]): Entry | undefined =>
    entries.findLast(({ counts, day }) => counts && (once ? day <= date : day === date));
  const [counted, other] = [on(stronger), on(said)];
  return counted === undefined || other === undefined ? [] : [{ ...whose, counted, other }];
}

/** A leaf's report as an entry: its file is the summary, its cells are those of the summary. */
function entryOf({ entry, unit, summary }: SenderEntry, code: string, form: Form): Entry {
  const standing = unit.entries.findLast(({ counts }) => counts) === entry;
  const figures = new Map<string, ReportFigure>();
  for (const [measure, { value, counting }] of Object.entries(entry.figures)) {
    const place = standing ? unit.places[measure] : undefined;
    const at = { sheet: place?.sheet ?? EMBEDDED_SHEET, cells: place?.cell ?? 'A1' };
    figures.set(measure, { value, ...at, counting: counting ?? null });
  }
  return {
    day: entry.day,
    counts: entry.counts,
    source: {
      path: summary.path,
      sha256: summary.sha256,
      sheet: null,
      sheets: summary.sheets,
      arrival: {
        at: entry.at === null ? summary.arrival.at : Date.parse(entry.at),
        evidence: entry.evidence,
        channel: null,
      },
      folderDate: summary.folderDate,
      form: form.id,
      scope: form.scope,
      unit: code,
      date: entry.date,
      figures,
      given: new Map(Object.entries(entry.given ?? {})),
      standing: 'accepted',
      phones: [],
      rows: [],
      stated: NOTHING_STATED,
      findings: [],
      version: entry.version,
    },
    via: { summary, unit: unit.code, entry },
  };
}
