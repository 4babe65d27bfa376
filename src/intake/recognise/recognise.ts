import { type Finding, finding } from '../../model/finding.ts';
import type { Form } from '../../model/form.ts';
import type { Sheet, Workbook } from '../../model/grid.ts';
import type { Placement } from '../../model/report.ts';
import { wordsThatLostLetters } from '../../text/lost-letters.ts';
import { answeringUnits } from './answers.ts';
import { recogniseSheet, type Sighting } from './sheet.ts';

/** A form where it was found; with `faults` (a needed column missing or doubtful) its figures cannot be read. */
interface Recognised {
  readonly placement: Placement;
  readonly sheet: Sheet;
  readonly faults: readonly Finding[];
}

/**
 * Where the forms stand in a workbook, by their labels, wherever these are. A workbook without any form gives one
 * `form/not-recognised`; a sheet without one, beside sheets that have one, a note. The answers to a form on the web are
 * reports of many units: none of them is taken for the file's own.
 */
export function recognise(
  workbook: Workbook,
  forms: readonly Form[],
): { readonly found: readonly Recognised[]; readonly findings: readonly Finding[] } {
  const answers = workbook.sheets.flatMap((sheet) => {
    const rows = answeringUnits(sheet);
    return rows === 0 ? [] : [finding('form/answers', { sheet: sheet.name }, { rows })];
  });
  if (answers.length > 0) return { found: [], findings: answers };
  const sightings = workbook.sheets.map((sheet) => ({ sheet, sighting: recogniseSheet(sheet, forms) }));
  const whole = new Set(
    sightings.flatMap(({ sighting }) =>
      sighting.found.filter(({ faults }) => faults.length === 0).map(({ placement }) => placement.form.id),
    ),
  );
  const found: Recognised[] = [];
  const findings: Finding[] = [];
  for (const { sheet, sighting } of sightings) {
    // A list without the needed column, beside a sheet that has it, is that sheet's list of names.
    const counts = sighting.found.filter(
      ({ placement, faults }) =>
        faults.length === 0 ||
        !whole.has(placement.form.id) ||
        (placement.title !== null && !faults.some(isForeign)),
    );
    found.push(
      ...counts.map(({ placement, faults }) => ({ placement, sheet, faults: explained(faults, sheet) })),
    );
    if (counts.length === 0 && sheet.rows.length > 0 && !sheet.hidden) {
      findings.push(finding('form/extra-sheet', { sheet: sheet.name }, { sheet: sheet.name }));
    }
  }
  if (found.length > 0) return { found, findings };
  const lost = lettersLost(workbook.sheets.filter(({ hidden }) => !hidden));
  return { found, findings: [lost ?? notRecognised(sightings.map((each) => each.sighting))] };
}

/** A column that is missing since its head lost letters is there, for whoever kept the headings. */
function explained(faults: readonly Finding[], sheet: Sheet): readonly Finding[] {
  const missing = faults.filter(({ code }) => code === 'form/field-missing');
  const lost = missing.length === 0 ? null : lettersLost([sheet]);
  return lost === null ? faults : [lost, ...faults.filter((fault) => !missing.includes(fault))];
}

/** A few may be typed so; a sheet that was saved without its letters has many. */
const LOST_AT_LEAST = 5;

function lettersLost(sheets: readonly Sheet[]): Finding | null {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const words = wordsThatLostLetters(cells.map(({ shown }) => shown));
  const [only] = sheets.length === 1 ? sheets : [];
  const at = only === undefined ? {} : { sheet: only.name };
  return words < LOST_AT_LEAST ? null : finding('form/letters-lost', at, { words });
}

/** A page about another matter, beside a report of the form: no report, and no fault of that one. */
function isForeign({ code }: Finding): boolean {
  return code === 'form/other-subject';
}

function notRecognised(sightings: readonly Sighting[]): Finding {
  let nearest: Sighting['nearest'] = null;
  for (const sighting of sightings) {
    if (sighting.nearest !== null && sighting.nearest.share > (nearest?.share ?? 0))
      nearest = sighting.nearest;
  }
  if (nearest === null) return finding('form/not-recognised', {}, { nearest: null, missing: [] });
  const { form, sheet, missing } = nearest;
  return finding('form/not-recognised', { sheet }, { nearest: form.id, missing });
}
