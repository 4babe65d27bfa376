import type { ScopeSummary, Summary, UnitLine } from '../model/summary.ts';

/**
 * One line a unit and scope, and one a total (`row` is `unit` or `total`): codes and numbers, no translated words. UTF-8
 * with a byte order mark, so that Excel on Vietnamese Windows reads it; decimals have a point. Unknown is empty.
 */
export function writeCsv(summary: Summary): string {
  const measures = [...new Set(summary.scopes.flatMap(measuresOf))];
  const targets = summary.scopes.flatMap((scope) => scope.targets.map((target) => target.id));
  const head = [
    'date',
    'as_of',
    'scope',
    'row',
    'code',
    'name',
    'status',
    'received_at',
    'minutes_late',
    ...measures.flatMap((id) => [id, `${id}_date`, `${id}_carried`, `${id}_change`]),
    'coverage_measure',
    'coverage_of',
    'numerator',
    'denominator',
    'percent',
    'points',
    'since',
    'rank',
    ...targets.map((id) => `gap_${id}`),
  ];
  const rows = summary.scopes.flatMap((scope) => [
    ...scope.units.map((unit) => unitRow(summary, scope, unit, measures, targets)),
    totalRow(summary, scope, measures, targets),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

type Value = string | number | boolean | null | undefined;

function measuresOf(scope: ScopeSummary): readonly string[] {
  return [...scope.units.map((unit) => unit.figures), scope.total.figures].flatMap((figures) =>
    Object.keys(figures),
  );
}

function unitRow(
  summary: Summary,
  scope: ScopeSummary,
  unit: UnitLine,
  measures: readonly string[],
  targets: readonly string[],
): readonly Value[] {
  return [
    summary.date,
    summary.asOf,
    scope.id,
    'unit',
    unit.code,
    unit.name,
    unit.status,
    unit.receivedAt,
    unit.minutesLate,
    ...measures.flatMap((id) => {
      const figure = unit.figures[id];
      return [figure?.value, figure?.date, figure?.carried, unit.delta?.[id]];
    }),
    unit.coverage?.measure,
    unit.coverage?.of,
    unit.coverage?.numerator,
    unit.coverage?.denominator,
    unit.coverage?.percent,
    unit.delta?.points,
    unit.delta?.since,
    unit.rank,
    ...targets.map((id) => unit.gaps?.[id]),
  ];
}

function totalRow(
  summary: Summary,
  scope: ScopeSummary,
  measures: readonly string[],
  targets: readonly string[],
): readonly Value[] {
  const { figures, coverage, delta } = scope.total;
  return [
    summary.date,
    summary.asOf,
    scope.id,
    'total',
    null,
    null,
    null,
    null,
    null,
    // For a total `carried` counts its units.
    ...measures.flatMap((id) => [figures[id]?.value, null, figures[id]?.carried, delta?.[id]]),
    coverage?.measure,
    coverage?.of,
    coverage?.numerator,
    coverage?.denominator,
    coverage?.percent,
    delta?.points,
    delta?.since,
    null,
    ...targets.map((id) => scope.targets.find((target) => target.id === id)?.gap),
  ];
}

/** Numbers stay bare. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
