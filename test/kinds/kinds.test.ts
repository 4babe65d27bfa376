import { describe, expect, it } from 'vitest';
import { draw } from '../sheet.ts';
import { type Kind, readKinds, type Sample } from './kind.ts';
import { type Became, becomes } from './taken.ts';

const KINDS = readKinds();

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, { samples }) => {
  it.each(samples.map((sample, n) => [`${sample.role} ${n + 1}`, sample] as const))('%s', (_name, sample) => {
    expect(inShort(becomes(draw(sample.drawn))), sample.drawn).toBe(String(sample.expected));
  });

  it('has three ways of writing it and as many look-alikes', () => {
    for (const role of ['kind', 'like'] as const)
      expect(samples.filter((sample) => sample.role === role).length).toBeGreaterThanOrEqual(3);
  });
});

/** The figure, or why there is none. */
function inShort({ how, value }: Became): string {
  return value === null ? how : String(value);
}

describe('all kinds together', () => {
  const tried = KINDS.flatMap((kind) =>
    kind.samples.map((sample) => ({ kind, sample, became: becomes(draw(sample.drawn)) })),
  );
  const wrong = ({ sample, became }: { sample: Sample; became: Became }): boolean =>
    became.value !== null && became.value !== sample.expected;
  const refused = ({ sample, became }: { sample: Sample; became: Became }): boolean =>
    became.value === null && typeof sample.expected === 'number';

  const names = (list: typeof tried) => list.map(({ kind, sample }) => `${kind.name} ${sample.expected}`);

  it('none is silently wrong', () => expect(names(tried.filter(wrong))).toEqual([]));
  it('none is refused though plain', () => expect(names(tried.filter(refused))).toEqual([]));
  it('fewer than a quarter of the kinds are asked in every way of writing them', () => {
    const isAsked = ({ samples }: Kind): boolean =>
      samples.every(({ role, expected }) => role === 'like' || expected === 'asked');
    expect(KINDS.filter(isAsked).length * 4).toBeLessThan(KINDS.length);
  });
});
