import { createHash } from 'node:crypto';
import { VERSION } from '../../version.ts';
import type { ViewInput } from '../../view/input.ts';

/** Of all that a summary says but for its hour: two that agree need not be written twice. */
export function digestOf(input: ViewInput, formats: readonly string[]): string {
  const { summary, sources, series, corrections, given, channels, level, folder, words } = input;
  const { asOf: _, ...said } = summary;
  return digest([
    VERSION,
    words.language,
    formats,
    said,
    sources,
    series,
    corrections,
    [...given].map(([scope, units]) => [scope, [...units].map(([unit, fields]) => [unit, [...fields]])]),
    [...channels],
    level,
    folder.campaign,
  ]);
}

export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
