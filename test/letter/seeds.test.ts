import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readLetter } from '../../src/letter/read-letter.ts';
import { quoteOf } from '../../src/letter/text.ts';
import { committeeAbove } from '../../src/load/places.ts';
import { profileNames, templateText } from '../../src/templates.ts';

/** A letter that a shipped profile was made from; persons' names are invented. */
const seed = (profile: string): string => readFileSync(`fixtures/letters/seeds/${profile}.txt`, 'utf8');

type Profile = { readonly [key: string]: unknown } & { readonly collect: readonly object[] };

/** What the profile says beside the letter: `counting` is how the office counts, no letter speaks of it. */
function saidByLetter({ authority, directive, collect, targets, forward }: Profile) {
  const asked = collect.map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'counting')),
  );
  return { authority, directive, collect: asked, targets, forward };
}

/** The profile of today is an example: nobody wrote its letter. */
const LETTERS = profileNames().filter((profile) => profile !== 'gia-lai-2026');

describe.each(LETTERS)('%s', (profile) => {
  const { letter, reading } = readLetter(seed(profile), committeeAbove);
  const { authority, directive, collect, targets, forward } = reading.campaign;

  it('is what its letter orders', () => {
    const shipped = parse(templateText(`campaigns/${profile}/campaign.yaml`)) as Profile;
    expect({ authority, directive, collect, targets, forward }).toEqual(saidByLetter(shipped));
  });

  it('has a place in the letter for every value', () => {
    const lines = seed(profile).split('\n');
    for (const { path, from, to } of reading.evidence) {
      const at = path.split(/[.[\]]+/).filter((key) => key !== '');
      const value = at.reduce<unknown>(
        (here, key) => (here as { [key: string]: unknown })?.[key],
        reading.campaign,
      );
      expect(value, path).toBeDefined();
      const quote = quoteOf(letter, { from, to });
      expect(quote.length, path).toBeGreaterThan(1);
      const line = lines[letter.lineAt(from) - 1]?.replaceAll('*', '') ?? '';
      expect(line, path).toContain(quote.split(' ')[0]);
    }
  });

  it('asks for reports where the profile has deadlines', () => {
    expect(reading.asksReport).toBe(profile !== 'quang-dien-2020');
  });
});
