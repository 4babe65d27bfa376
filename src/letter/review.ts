import type { LetterCampaign, LetterReading } from './proposal.ts';

/** One thing that a person is asked about a letter: a part of the campaign, or what the letter leaves open. */
export interface Step {
  /** `name`, `authority`, `collect[0]`; of an open entry the path that its list would give it. */
  readonly path: string;
  readonly kind: 'settled' | 'open';
}

/** What was answered: as it is, not at all, or another value. */
export type Decision =
  | { readonly kind: 'take' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'set'; readonly value: object | string };

const LISTS = ['collect', 'targets', 'forward'] as const;
type List = (typeof LISTS)[number];

/** The steps of a letter in the order of campaign.yaml; an open entry comes behind the settled ones of its list. */
export function stepsOf({ campaign, open }: LetterReading): readonly Step[] {
  const parts = (['name', 'authority', 'directive', 'period'] as const).filter((key) =>
    hasContent(campaign[key]),
  );
  const settled = parts.map((path): Step => ({ path, kind: 'settled' }));
  const lists = LISTS.flatMap((list) => [
    ...campaign[list].map((_, n): Step => ({ path: `${list}[${n}]`, kind: 'settled' })),
    ...open
      .filter(({ path }) => listOf(path) === list)
      .map(({ path }): Step => ({ path: entryOf(path), kind: 'open' })),
  ]);
  return [...settled, ...lists];
}

function hasContent(value: unknown): boolean {
  return (
    value !== undefined && (typeof value !== 'object' || value === null || Object.keys(value).length > 0)
  );
}

/** `collect[1].due.time` → `collect[1]`. */
export function entryOf(path: string): string {
  return /^\w+(?:\[\d+\])?/.exec(path)?.[0] ?? path;
}

function listOf(path: string): string {
  return /^\w+/.exec(path)?.[0] ?? '';
}

/** The reading with a person's decisions: what was looked at is sure, what was left out is gone, what was open and is not now is settled. */
export function decide(reading: LetterReading, decisions: ReadonlyMap<string, Decision>): LetterReading {
  const moved = new Map<string, string>();
  const lists = Object.fromEntries(
    LISTS.map((list) => [list, decideList(reading, list, decisions, moved)]),
  ) as unknown as Pick<LetterCampaign, List>;
  const parts = Object.fromEntries(
    (['name', 'authority', 'directive', 'period'] as const).flatMap((key) => {
      const decision = decisions.get(key);
      const value = reading.campaign[key];
      if (decision?.kind === 'leave' || value === undefined) return [];
      moved.set(key, key);
      return [[key, decision?.kind === 'set' ? decision.value : value]];
    }),
  );
  const known = [
    ...reading.evidence,
    ...reading.open.map(({ path, from, to }) => ({ path: entryOf(path), from, to, sure: true })),
  ];
  return {
    ...reading,
    campaign: { ...parts, ...lists },
    evidence: known.flatMap((proof) => {
      const entry = entryOf(proof.path);
      const to = moved.get(entry);
      return to === undefined
        ? []
        : [{ ...proof, path: to + proof.path.slice(entry.length), sure: proof.sure || decisions.has(entry) }];
    }),
    open: reading.open.filter(
      ({ path }) => !decisions.has(entryOf(path)) || decisions.get(entryOf(path))?.kind === 'take',
    ),
  };
}

function decideList(
  { campaign, open }: LetterReading,
  list: List,
  decisions: ReadonlyMap<string, Decision>,
  moved: Map<string, string>,
): readonly object[] {
  const kept: object[] = [];
  const keep = (path: string, value: object): void => {
    moved.set(path, `${list}[${kept.length}]`);
    kept.push(value);
  };
  for (const [n, entry] of campaign[list].entries()) {
    const decision = decisions.get(`${list}[${n}]`);
    if (decision?.kind === 'leave') continue;
    keep(
      `${list}[${n}]`,
      decision?.kind === 'set' && typeof decision.value === 'object' ? decision.value : entry,
    );
  }
  for (const { path } of open.filter((point) => listOf(point.path) === list)) {
    const decision = decisions.get(entryOf(path));
    if (decision?.kind === 'set' && typeof decision.value === 'object') keep(entryOf(path), decision.value);
  }
  return kept;
}
