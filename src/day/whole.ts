import type { CountedReport } from '../model/entry.ts';
import type { ReportFigure } from '../model/report.ts';

/**
 * The parts of a report as one: their figures added, the arrival of the first. A measure that one of them lacks is not
 * known of the whole. Its figures stand in no one cell: `cells` are empty, and each part knows its own.
 */
export function wholeOf(parts: readonly [CountedReport, ...CountedReport[]]): CountedReport {
  const [first] = parts;
  if (parts.length === 1) return first;
  const figures = new Map<string, ReportFigure>();
  for (const [measure, figure] of first.figures) {
    const all = parts.flatMap((part) => part.figures.get(measure) ?? []);
    if (all.length < parts.length) continue;
    const { rows: _, ...of } = figure;
    figures.set(measure, { ...of, value: all.reduce((sum, { value }) => sum + value, 0), cells: '' });
  }
  const fields = new Set(parts.flatMap(({ given }) => [...given.keys()]));
  return {
    ...first,
    figures,
    given: new Map([...fields].map((field) => [field, parts.some(({ given }) => given.get(field) === true)])),
    // Their cells are in other files than the first.
    phones: parts.flatMap(({ phones }, n) =>
      n === 0 ? phones : phones.map((each) => ({ ...each, cell: '' })),
    ),
    version: Math.max(...parts.map(({ version }) => version)),
  };
}
