import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differencesOfFiles, type FileTruth } from '../../fixtures/truth.ts';
import { main } from '../../src/cli.ts';
import type { Summary } from '../../src/model/summary.ts';
import { zooIo } from '../zoo-io.ts';

/** Every ugly file alone, over the campaign of fixtures/hoai-nhon with nothing else received. */
const ZOO = resolve('fixtures/zoo');
const truth = JSON.parse(readFileSync(join(ZOO, 'truth.json'), 'utf8')) as {
  readonly date: string;
  readonly asOf: string;
  readonly files: readonly (FileTruth & { readonly withoutLibreOffice?: Partial<FileTruth> })[];
};

const NOTHING = { outcome: '', errors: [], warnings: [], notes: [] };
const names = [...new Set(truth.files.map(({ path }) => path.split('!/')[0] ?? path))];

describe('zoo', () => {
  it.each(names)('%s', async (name) => {
    const lines = truth.files.filter(({ path }) => path === name || path.startsWith(`${name}!/`));
    const printed = { out: '', err: '' };
    const argv = ['aggregate', name, '--date', truth.date, '--as-of', truth.asOf, '--json', '--dry-run'];
    const exit = await main(argv, zooIo(printed));
    expect([0, 1], printed.err).toContain(exit);
    const summary = JSON.parse(printed.out) as Summary;
    const expected = lines.map(({ withoutLibreOffice, ...line }) =>
      withoutLibreOffice === undefined ? line : { ...NOTHING, path: line.path, ...withoutLibreOffice },
    );
    const got = { summary, findings: summary.findings };
    expect(
      [...differencesOfFiles(expected, got), ...differencesOfFigures(expected, summary)].join('\n'),
    ).toBe('');
  });
});

it('does not take two tables of one sheet for one another', async () => {
  const printed = { out: '', err: '' };
  const argv = [
    'aggregate',
    'two-tables-one-sheet.xlsx',
    '--date',
    truth.date,
    '--as-of',
    truth.asOf,
    '--json',
  ];
  await main([...argv, '--dry-run'], zooIo(printed));
  const { findings } = JSON.parse(printed.out) as Summary;
  expect(findings.filter(({ file }) => file !== undefined)).toEqual([]);
});

/** What each counted unit has, when one report of the file counts for it. */
function differencesOfFigures(lines: readonly FileTruth[], summary: Summary): readonly string[] {
  return lines.flatMap(({ path, unit, figures, outcome }) => {
    if (figures === undefined || !String(outcome).startsWith('accepted')) return [];
    const units = summary.scopes.flatMap((scope) => scope.units.filter(({ code }) => code === unit));
    return Object.entries(figures).flatMap(([measure, value]) => {
      const found = units.map((each) => each.figures[measure]?.value).find((each) => each !== undefined);
      return found === value ? [] : [`${path}: ${measure} ${found}, not ${value}`];
    });
  });
}
