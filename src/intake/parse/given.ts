import type { Sheet } from '../../model/grid.ts';
import type { FieldReading, Placement } from '../../model/report.ts';
import { bare } from '../../text/fold.ts';

const REFUSED = /^(khong|chua|khong co|chua co|chua tao|chua dan|chua chup|0)\.?$/;

/** Marks and pictures of a form: given or not. A picture belongs to the last label at or above it that asks for one. */
export function givenOf(
  sheet: Sheet,
  placement: Placement,
  fields: ReadonlyMap<string, FieldReading>,
): ReadonlyMap<string, boolean> {
  const given = new Map<string, boolean>();
  const asked = placement.form.fields.filter(({ type }) => type === 'mark' || type === 'picture');
  for (const { id } of asked) {
    const reading = fields.get(id);
    given.set(id, reading?.state === 'value' && !REFUSED.test(bare(String(reading.value))));
  }
  const labels = asked
    .flatMap(({ id }) => {
      const row = placement.fields.find(({ field }) => field === id)?.label.row;
      return row === undefined ? [] : [{ id, row }];
    })
    .sort((a, b) => a.row - b.row);
  for (const { row } of sheet.pictures) {
    if (row < placement.area.top || row > placement.area.bottom + PICTURE_ROWS) continue;
    const owner =
      labels.findLast((label) => label.row <= row)?.id ?? asked.find(({ type }) => type === 'picture')?.id;
    if (owner !== undefined) given.set(owner, true);
  }
  return given;
}

/** A picture may hang below the last written row. */
const PICTURE_ROWS = 60;
