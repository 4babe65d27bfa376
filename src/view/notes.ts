import type { ScopeSummary, UnitLine } from '../model/summary.ts';
import { isOpen } from './claim.ts';
import { doubtOf } from './doubt.ts';
import type { ViewInput } from './input.ts';
import { lookupOf, sourceOf } from './lookup.ts';
import { hasDeadline, type ScopeLayout } from './scope/layout.ts';
import type { Tone } from './table.ts';

/** The remark on a unit's line, in the office's own language; empty where all is as it should be. */
export function unitNote(
  input: ViewInput,
  layout: ScopeLayout,
  unit: UnitLine,
): { text: string; tone?: Tone } {
  const words = input.words.view.note;
  const main = unit.figures[layout.main];
  const doubt = doubtOf(input, layout, unit);
  const absent = absence(input, layout.scope, unit);
  if (absent !== null) {
    const parts = [absent.text];
    if (main?.carried === true) parts.push((doubt === 'stale' ? words.stale : words.carried)(main.date));
    if (doubt === 'above-base') parts.push(words.aboveBase);
    return { text: parts.join('; '), ...(absent.tone === undefined ? {} : { tone: absent.tone }) };
  }
  const parts: string[] = [];
  if (unit.status === 'late') parts.push(words.late(unit.minutesLate ?? 0));
  if (doubt === 'above-base') parts.push(words.aboveBase);
  if (lookupOf(input).fallen.has(unit.code)) parts.push(words.fall);
  if (main !== undefined && lacksBase(layout, unit)) {
    parts.push(words.noBase(input.words.view.bases[layout.bases[0] ?? ''] ?? ''));
  }
  const version = versionOf(input, layout.scope, unit);
  if (version > 1) parts.push(words.version(version));
  const [first = '', ...rest] = parts;
  const text = [first, ...rest.map((part) => part.charAt(0).toLowerCase() + part.slice(1))].join('; ');
  return { text, ...(unit.status === 'late' ? { tone: 'late' as const } : {}) };
}

function absence(
  input: ViewInput,
  scope: ScopeSummary,
  unit: UnitLine,
): { text: string; tone?: Tone } | null {
  const words = input.words.view.note;
  const { attempt } = unit;
  if (attempt !== null && isOpen(unit)) return { text: words.unusable[attempt.outcome], tone: 'missing' };
  switch (unit.status) {
    case 'missing':
      return { text: words.missing, tone: 'missing' };
    case 'awaited':
      return { text: hasDeadline(input, scope.form) ? words.awaited : words.noDeadline };
    case 'exempt':
      return { text: words.exempt };
    case 'not-required':
      return { text: words.notRequired };
    case 'on-time':
    case 'late':
      return null;
  }
}

/** A unit without its own base is named only where other units have theirs. */
function lacksBase(layout: ScopeLayout, unit: UnitLine): boolean {
  return (
    layout.bases.length > 0 &&
    (unit.coverage?.denominator ?? null) === null &&
    layout.scope.units.some((other) => (other.coverage?.denominator ?? null) !== null)
  );
}

/** The version that counts today: 1 where nothing was sent again. */
function versionOf(input: ViewInput, scope: ScopeSummary, unit: UnitLine): number {
  return sourceOf(input, scope.id, unit.code)?.version ?? 1;
}
