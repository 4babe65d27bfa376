import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Roster, Unit } from '../../src/model/units.ts';
import { bare } from '../../src/text/fold.ts';
import { indexRoster, type RosterIndex } from '../../src/text/match/roster-index.ts';
import { findUnits, matchUnit } from '../../src/text/match.ts';
import { adminDistricts, adminList, roster, unit } from '../model/roster.ts';

interface Area {
  readonly code: string;
  readonly list: Roster;
  readonly index: RosterIndex;
}

/** The communes of every district in its own roster; of today's list those of every province. */
function areasOf(date: string, every = 1): readonly Area[] {
  return [...adminDistricts(date)]
    .filter((_, n) => n % every === 0)
    .map(([code, list]) => ({ code, list, index: indexRoster(list) }));
}

const districts = areasOf('2021-08-01');
/** All of the first list; of the last one with districts, and of today's, the areas that the clock of a test allows. */
const LISTS: readonly (readonly [string, readonly Area[]])[] = [
  ['1/8/2021', districts],
  ['1/3/2025', areasOf('2025-03-01', 5)],
  ['30/4/2026', areasOf('2026-04-30', 2)],
];

const NAME = /^(Xã|Phường|Thị [tT]rấn|Đặc khu) (.+)$/;
const SHORT: { readonly [kind: string]: string } = { xã: 'X.', phường: 'P.', 'thị trấn': 'TT.' };

/** The ways to write one name that arrive in practice; the kind and its mark are kept. */
function spellings(name: string): string[] {
  const [, kind = '', core = ''] = NAME.exec(name) ?? [];
  const short = SHORT[kind.toLowerCase()];
  return [
    name,
    name.toUpperCase(),
    name.normalize('NFD'),
    `UBND ${name.toLowerCase()}`,
    `ỦY BAN NHÂN DÂN ${name.toUpperCase()}`,
    oldTones(name),
    // Without a diacritic left it may be typed without tones, and is asked where another name has these letters.
    ...(short === undefined || bare(core) === core.toLowerCase()
      ? []
      : [`${short} ${core}`, `${short}${core}`]),
  ];
}

/** What is left of a name: without tones, without its kind, glued. */
function worn(name: string): string[] {
  const core = NAME.exec(name)?.[2] ?? '';
  return [bare(name), bare(core), bare(core).replaceAll(' ', '-'), bare(name).replaceAll(' ', '_'), core];
}

function oldTones(text: string): string {
  const pairs: [string, string][] = [
    ['òa', 'oà'],
    ['óa', 'oá'],
    ['ỏa', 'oả'],
    ['ọa', 'oạ'],
    ['úy', 'uý'],
    ['ủy', 'uỷ'],
  ];
  return pairs.reduce(
    (said, [a, b]) => (said.includes(b) ? said.replaceAll(b, a) : said.replaceAll(a, b)),
    text,
  );
}

function check(index: RosterIndex, text: string, own: Unit, sure: boolean): string[] {
  const match = matchUnit(text, index);
  if (match.kind === 'match' && match.unit.code === own.code) return [];
  if (!sure && match.kind !== 'match') return [];
  return [
    `${text}: ${JSON.stringify(match.kind === 'match' ? match.unit.name : match.kind)}, not ${own.name}`,
  ];
}

describe.each(LISTS)('communes of %s', (_, areas) => {
  test.each([
    ['written in full', spellings, true],
    ['worn', worn, false],
  ] as const)('%s: each is itself, or asked; never another', (_, ways, sure) => {
    const wrong = areas.flatMap(({ list, index }) =>
      list.units.flatMap((own) => ways(own.name).flatMap((text) => check(index, text, own, sure))),
    );
    expect(wrong).toEqual([]);
  });
});

test.each(LISTS)('letterheads and file names of every commune of %s name it alone', (_, areas) => {
  const wrong = areas.flatMap(({ list, index }) =>
    list.units.flatMap((own) =>
      [
        `ỦY BAN NHÂN DÂN\n${own.name.toUpperCase()}`,
        `BC_${bare(own.name).replaceAll(' ', '-')}_16.8.xlsx`,
      ].flatMap((text) => {
        const found = findUnits(text, index).map(({ match }) => match);
        const [first] = found;
        const itself = first?.kind === 'match' && first.unit.code === own.code;
        const asked = text.startsWith('BC_') && first?.kind === 'ambiguous' && first.candidates.includes(own);
        return found.length === 1 && (itself || asked) ? [] : [`${text}: ${JSON.stringify(found)}`];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

test('a name of the neighbour is never taken for a unit of the roster letter by letter', () => {
  const all = adminList();
  const pair = fc.tuple(fc.constantFrom(...districts), fc.constantFrom(...all));
  fc.assert(
    fc.property(pair, ([{ list, index }, stranger]) => {
      const match = matchUnit(stranger.name, index);
      if (match.kind !== 'match' || match.how === 'near') return;
      expect(letters(match.unit.name)).toBe(letters(stranger.name));
      expect(list.units).toContain(match.unit);
    }),
    { numRuns: 2000 },
  );
});

function letters(name: string): string {
  return bare(name).replace(/\b0+(?=\d)/g, '');
}

test('one letter changed gives the unit, a question, or nothing, unless it makes another name', () => {
  const slip = fc.tuple(
    fc.constantFrom(...districts),
    fc.nat(),
    fc.nat(),
    fc.constantFrom(...'abcdeghiklmnopqrstuvxy'),
    fc.constantFrom('put', 'drop', 'change'),
  );
  fc.assert(
    fc.property(slip, ([{ list, index }, which, where, letter, what]) => {
      const own = list.units[which % list.units.length];
      if (own === undefined) return;
      const name = bare(NAME.exec(own.name)?.[2] ?? own.name);
      const at = where % name.length;
      const typed =
        name.slice(0, at) + (what === 'drop' ? '' : letter) + name.slice(at + (what === 'put' ? 0 : 1));
      // A number alone is another ward; letters without a vowel are passed over; common words at the end are no name.
      if (
        /^(\d+$|nt )/.test(name) ||
        / (bc|bz|co|da|ds|la|lan|moi|qr|so|tai|toi|tong|tp|tt|tu|tx|tren|trong|ve|xa)$/.test(typed)
      )
        return;
      const match = matchUnit(typed, index);
      if (match.kind !== 'match' || match.unit.code === own.code) return;
      expect(bare(match.unit.name).replaceAll(' ', '')).toContain(bare(typed).replaceAll(' ', ''));
    }),
    { numRuns: 5000, seed: 20210816 },
  );
});

test('numbers and single letters tell units apart', () => {
  const numbered = indexRoster(
    roster(
      unit('1', 'Phường 1', 'phường'),
      unit('12', 'Phường 12', 'phường'),
      unit('A', 'Xã Long Khánh A', 'xã'),
    ),
  );
  const codeOf = (text: string) => {
    const match = matchUnit(text, numbered);
    return match.kind === 'match' ? match.unit.code : match.kind;
  };
  expect(codeOf('Phường 01')).toBe('1');
  expect(codeOf('P.12')).toBe('12');
  expect(codeOf('P12')).toBe('12');
  expect(codeOf('Phường 2')).toBe('unknown');
  expect(codeOf('Phường 11')).toBe('unknown');
  expect(codeOf('12')).toBe('12'); // its code
  expect(codeOf('Long Khánh')).toBe('unknown');
  expect(codeOf('Long Khánh B')).toBe('unknown');
});

test('never throws', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'xã phường TT.Hoài Châu Bắc_-16/8,()\n&'),
    maxLength: 60,
  });
  const index = districts.find(({ code }) => code === '543')?.index ?? indexRoster(roster());
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), (said) => {
      matchUnit(said, index);
      findUnits(said, index);
    }),
  );
});
