import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, type RunTruth } from '../../fixtures/truth.ts';
import { main } from '../../src/cli.ts';
import type { Summary } from '../../src/model/summary.ts';
import { quietIo } from '../quiet-io.ts';

/** Every campaign folder of fixtures/ against the truth that its maker computed without the product. */
const FIXTURES = resolve('fixtures');
const cases = readdirSync(FIXTURES).filter(
  (name) =>
    existsSync(join(FIXTURES, name, 'campaign.yaml')) &&
    existsSync(join(FIXTURES, name, 'truth.json')) &&
    name !== 'zoo',
);

describe.each(cases)('%s', (name) => {
  const folder = join(FIXTURES, name);
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { runs: readonly RunTruth[] };

  it.each(truth.runs.map((run) => [run.date, run] as const))(
    '%s gives what its maker put in',
    async (date, run) => {
      const printed = { out: '', err: '' };
      const argv = ['aggregate', '--date', date, '--as-of', run.asOf, '--json', '--dry-run'];
      const exit = await main(argv, quietIo(folder, printed));
      const summary = JSON.parse(printed.out) as Summary;
      expect(differences(run, { summary, findings: summary.findings })).toEqual([]);
      expect(exit).toBe(run.exit);
    },
  );
});
