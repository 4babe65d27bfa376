import type { Doubt } from '../../levels/doubts.ts';
import type { DoubleReport } from '../../levels/join.ts';
import type { Learnt } from '../../levels/learn.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { type CountedReport, type EntryIndex, isOnce } from '../../model/entry.ts';
import type { Place } from '../../model/finding.ts';
import type { Form } from '../../model/form.ts';
import { parseAddress } from '../../model/grid.ts';
import { mergedOn } from '../../model/mergers.ts';
import { lineNear, type RosterLines, rosterLinesOf } from '../../model/roster-lines.ts';

/** What is compared across files, days and levels: the reports that count on one day, each with its own history. */
export interface AcrossDay {
  readonly folder: CampaignFolder;
  readonly lines: RosterLines;
  /** yyyy-mm-dd. */
  readonly date: string;
  /** In the order of forms, then of unit codes as first posted. */
  readonly reports: readonly Reporting[];
  /** Units that came from two sources: by themselves and in a summary, or in two summaries. */
  readonly crossings: readonly DoubleReport[];
  /** What summaries say of units that is not taken over. */
  readonly doubts: readonly Doubt[];
}

export interface Reporting {
  readonly form: Form;
  readonly unit: string;
  /** The unit's name on the day, or its code where the roster has none. */
  readonly name: string;
  readonly once: boolean;
  readonly report: CountedReport;
  /** What counted on earlier days, ascending by day. */
  readonly earlier: readonly EarlierDay[];
}

export interface EarlierDay {
  readonly day: string;
  readonly report: CountedReport;
}

/** The own reports of a day as the book has them, beside what summaries say of the same units. */
export function acrossDay(
  folder: CampaignFolder,
  book: EntryIndex,
  date: string,
  { doubleReports: crossings, doubts }: Pick<Learnt, 'doubleReports' | 'doubts'>,
): AcrossDay {
  const lines = rosterLinesOf(folder.roster);
  const reports: Reporting[] = [];
  for (const [formId, units] of book) {
    const form = folder.forms.get(formId);
    if (form === undefined) continue;
    for (const [unit, entries] of units) {
      const counted = entries.filter((entry) => entry.counts);
      const now = counted.find((entry) => entry.day === date);
      if (now === undefined) continue;
      // Before a merger the code was of another unit.
      const merged = mergedOn(lines, unit, date);
      reports.push({
        form,
        unit,
        name: lineNear(lines, unit, date)?.name ?? unit,
        once: isOnce(folder, lines, now.source),
        report: now.source,
        earlier: counted
          .filter((entry) => entry.day < date && (merged === null || entry.day > merged))
          .map((entry) => ({ day: entry.day, report: entry.source })),
      });
    }
  }
  return { folder, lines, date, reports, crossings, doubts };
}

/** The measures that run on from day to day, with today's figure. */
export function runningFigures({ form, report }: Reporting) {
  return form.measures.flatMap((measure) => {
    const figure = report.figures.get(measure.id);
    return figure === undefined || !measure.cumulative ? [] : [{ measure: measure.id, figure }];
  });
}

/** Where a report stands; with a measure, where its figure was read. */
export function placeOf({ report }: Reporting, measure?: string): Place {
  const figure = measure === undefined ? undefined : report.figures.get(measure);
  const own = { file: report.path, unit: report.unit };
  if (figure === undefined || figure.cells === '')
    return report.sheet === null ? own : { ...own, sheet: report.sheet };
  const first = parseAddress(figure.cells.split(':')[0] ?? '');
  return { ...own, sheet: figure.sheet, cell: figure.cells, ...first };
}
