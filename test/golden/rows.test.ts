import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capture } from './captured.ts';

/** What a unit's figure may be, and must never be. */
interface Expected {
  readonly date: string;
  readonly asOf: string;
  readonly scope: string;
  readonly measure: string;
  readonly units: {
    readonly [code: string]: {
      readonly right: readonly number[];
      readonly never: readonly number[];
      /** Outcomes of a file of the unit that are as good as the right figure. */
      readonly allowed: readonly string[];
    };
  };
  /** What some finding must say. */
  readonly say?: string;
}

interface Printed {
  readonly scopes: readonly {
    readonly id: string;
    readonly units: readonly {
      readonly code: string;
      readonly figures: { readonly [measure: string]: { readonly value: number } | undefined };
    }[];
  }[];
  readonly files: readonly { readonly unit: string | null; readonly outcome: string }[];
  readonly findings: readonly { readonly message: string }[];
}

const CASES = readdirSync('fixtures/rows', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(CASES)('rows/%s', (name) => {
  it('gives a right figure or asks', async () => {
    const expected: Expected = JSON.parse(readFileSync(`fixtures/rows/${name}/expected.json`, 'utf8'));
    const { date, asOf } = expected;
    const { out } = await capture(`rows/${name}`, [
      'aggregate',
      '--date',
      date,
      '--as-of',
      asOf,
      '--json',
      '--dry-run',
    ]);
    const { scopes, files, findings }: Printed = JSON.parse(out);
    const units = scopes.find(({ id }) => id === expected.scope)?.units ?? [];
    for (const [code, { right, never, allowed }] of Object.entries(expected.units)) {
      const unit = units.find((each) => each.code === code);
      const value = unit?.figures[expected.measure]?.value ?? null;
      expect(never, code).not.toContain(value);
      if (value !== null) expect(right, code).toContain(value);
      else expect(allowed, code).toContain(files.find((file) => file.unit === code)?.outcome);
    }
    if (expected.say !== undefined)
      expect(findings.map(({ message }) => message).join('\n')).toMatch(new RegExp(expected.say, 'i'));
  });
});
