import { describe, expect, it } from 'vitest';
import { WORDS } from '../src/lang/lang.ts';
import { CATALOGUE, type FindingCode } from '../src/model/finding.ts';
import { findingsPage } from '../src/view/explain/catalogue.ts';
import type { Example } from '../src/view/explain/examples.ts';
import { explain } from '../src/view/explain/explain.ts';
import { messageOf } from '../src/view/message.ts';
import { readFixtures } from './catalogue/fixture.ts';
import { run } from './catalogue/run.ts';

/** Codes that this tier cannot raise, each with its reason; a code that is raised after all must leave the list. */
const PENDING: { readonly [C in FindingCode]?: string } = {};

const CODES = Object.keys(CATALOGUE) as FindingCode[];
const fixtures = readFixtures();
const examples = new Map<FindingCode, Example>();

describe('every finding', () => {
  it('has one fixture, and no fixture is of an unknown finding', () => {
    expect(fixtures.map(({ code }) => code).sort()).toEqual([...CODES].sort());
  });

  it('has a fixture under its own name', () => {
    for (const { path, code } of fixtures) expect(path).toBe(`${code}.md`);
  });

  describe.each(fixtures)('$code', ({ code, about, raised, quiet }) => {
    if (code in PENDING) {
      it('is pending: nothing raises it yet', async () => {
        expect((await run(code, raised)).found).toEqual([]);
      });
      return;
    }

    it('is raised at the marked place, and nothing else is', async () => {
      const outcome = await run(code, raised);
      expect(outcome.others).toEqual([...raised.also].sort());
      expect(outcome.spots.join('\n')).toBe(outcome.expected.join('\n'));
      const [first] = outcome.found;
      if (first !== undefined) examples.set(code, { about, drawn: raised.drawn, found: first });
    });

    it('is not raised by what only looks like it', async () => {
      const outcome = await run(code, quiet);
      expect(outcome.found).toEqual([]);
      expect(outcome.others).toEqual([...quiet.also].sort());
    });
  });
});

describe('the examples of explain', () => {
  it('are those of the fixtures', async () => {
    const ordered = Object.fromEntries(
      CODES.flatMap((code) => (examples.has(code) ? [[code, examples.get(code)]] : [])),
    );
    await expect(`${JSON.stringify(ordered, null, 2)}\n`).toMatchFileSnapshot(
      '../src/view/explain/examples.json',
    );
  });

  it('are said in both languages, in whole sentences', () => {
    for (const { found } of examples.values()) {
      for (const words of [WORDS.vi, WORDS.en]) {
        const message = messageOf(found, words);
        expect(message).toMatch(/^[\p{Lu}\d«“].*\.$/u);
        expect(message).not.toMatch(/undefined|null|NaN|\[object/);
        expect(words.findings[found.code].why).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
  });

  it('never quote a person', () => {
    for (const { found } of examples.values()) {
      for (const words of [WORDS.vi, WORDS.en]) {
        expect(messageOf(found, words)).not.toMatch(/Văn An|Thị Bình|09120|0912 0/);
      }
    }
  });

  it('stand in explain', () => {
    for (const code of CODES) expect(explain(code, WORDS.vi)[0]).toContain(code);
    expect(explain(null, WORDS.en).join('\n')).toContain('value/approximate');
  });
});

describe('docs/findings.md', () => {
  it('is what the words and examples make', async () => {
    await expect(findingsPage()).toMatchFileSnapshot('../docs/findings.md');
  });
});
