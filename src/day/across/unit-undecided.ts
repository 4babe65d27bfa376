import { isOn } from '../../levels/doubts.ts';
import { EMBEDDED_SHEET } from '../../model/embedded-sheet.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { parseAddress } from '../../model/grid.ts';
import type { AcrossDay } from './day.ts';

/** Units of the day's summaries that are not taken over (contract section 3, "A summary from below"). */
export function unitsUndecided({ doubts, date }: AcrossDay): Finding[] {
  return doubts
    .filter((doubt) => isOn(doubt, date))
    .map(({ name, sender, summary, why, place }) => {
      const where =
        place === null ? { sheet: EMBEDDED_SHEET } : { ...place, ...(parseAddress(place.cell) ?? {}) };
      const at = { file: summary.path, unit: sender, ...where };
      return finding('across/unit-undecided', at, { ...why, unitName: name });
    });
}
