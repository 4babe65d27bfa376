import type { Placement } from '../../model/report.ts';
import type { CountColumn } from './columns.ts';
import type { Counting } from './counted.ts';
import { unitFinding } from './measure-unit.ts';
import type { MeasureRead } from './summed.ts';

/** A measure of a column in persons: a scale is said, another thing is no figure, unless somebody decided how the file counts. */
export function inPersons(
  placement: Placement,
  { field, unit }: CountColumn,
  { told }: Counting,
  read: () => MeasureRead,
): MeasureRead {
  const found = unitFinding(placement, field, unit);
  if (found?.code === 'report/other-unit' && told !== 'decision') return { figure: null, findings: [found] };
  const { figure, findings } = read();
  const scaled = found?.code === 'report/scaled' && figure?.counting?.mode !== 'rows' ? [found] : [];
  return { figure, findings: [...scaled, ...findings] };
}
