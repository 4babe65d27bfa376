import type { Entry } from '../../model/entry.ts';
import { type Finding, finding, type Place } from '../../model/finding.ts';
import { parseAddress } from '../../model/grid.ts';
import { lineNear } from '../../model/roster-lines.ts';
import type { AcrossDay } from './day.ts';

/** A unit that came both by itself and in a summary, or in two summaries, with figures that differ (contract section 4). */
export function twoSources({ crossings, lines, date }: AcrossDay): Finding[] {
  return crossings.flatMap(({ form, unit, name, counted, other, sender }) =>
    form.measures.flatMap(({ id: measure }) => {
      const value = counted.source.figures.get(measure)?.value ?? null;
      const said = other.source.figures.get(measure)?.value ?? null;
      if (value === said) return [];
      // On the unit's own report; between two summaries, on the one that is not believed.
      const at =
        counted.via === undefined ? placeOf(counted, measure, unit) : placeOf(other, measure, sender);
      const senderName = lineNear(lines, sender, date)?.name ?? sender;
      return finding('across/two-roads', at, { unitName: name, measure, value, said, senderName });
    }),
  );
}

function placeOf({ source }: Entry, measure: string, unit: string): Place {
  const figure = source.figures.get(measure);
  const own = { file: source.path, unit };
  if (figure === undefined) return source.sheet === null ? own : { ...own, sheet: source.sheet };
  const first = parseAddress(figure.cells.split(':')[0] ?? '');
  return { ...own, sheet: figure.sheet, cell: figure.cells, ...first };
}
