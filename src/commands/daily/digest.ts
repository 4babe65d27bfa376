import { sha256Of } from '../../model/hash.ts';
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
  return sha256Of(JSON.stringify(value)).slice(0, 32);
}
