import { isBase } from '../../day/rollup/plan.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import type { Check } from '../../model/check.ts';
import { idleCollections, within } from '../../model/timeliness.ts';
import { fold } from '../../text/fold.ts';

/** What the campaign and its roster leave open. They were read without an error, so nothing here stops a run. */
export function checkSetup({ campaign, roster, questions }: CampaignFolder): readonly Check[] {
  return [
    { kind: 'campaign', state: 'good', name: campaign.name, units: roster.units.length },
    ...idleCollections(campaign, roster.units).map(
      ({ form, from }): Check => ({ kind: 'collect-empty', state: 'bad', form, from }),
    ),
    ...kinds(campaign, roster.units),
    ...bases(campaign, roster.units),
    ...campaign.targets.flatMap((target): Check[] =>
      target.by === null || within(campaign.period, target.by)
        ? []
        : [{ kind: 'target-outside', state: 'look', target: target.id, by: target.by }],
    ),
    ...sameNames(roster.units),
    ...(questions ?? []).map((question): Check => ({ kind: 'question', state: 'look', ...question })),
  ];
}

type Campaign = CampaignFolder['campaign'];
type Units = CampaignFolder['roster']['units'];

function kinds(campaign: Campaign, units: Units): readonly Check[] {
  const counts = new Map<string, number>();
  for (const { kind } of units) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const asked = new Set(campaign.collect.flatMap(({ from }) => from));
  const unused = [...counts].filter(([kind]) => !asked.has(kind));
  return [
    ...unused.map(
      ([unitKind, count]): Check => ({ kind: 'kind-unused', state: 'look', unitKind, units: count }),
    ),
    ...campaign.collect.flatMap(({ form, from }) =>
      // Where none has units that is said of the whole collection.
      (from.some((kind) => counts.has(kind)) ? from : [])
        .filter((kind) => !counts.has(kind))
        .map((unitKind): Check => ({ kind: 'kind-empty', state: 'look', unitKind, form })),
    ),
  ];
}

/** Bases of targets that some units lack: they stay out of the rate, unless the office's own base is given. */
function bases(campaign: Campaign, units: Units): readonly Check[] {
  const wanted = [...new Set(campaign.targets.map(({ of }) => of))].filter(isBase);
  const asked = new Set(campaign.collect.filter(({ form }) => form === 'mau-02').flatMap(({ from }) => from));
  const reporting = units.filter(({ kind }) => asked.has(kind));
  return wanted.flatMap((base): Check[] => {
    const lacking = reporting.filter((unit) => unit.bases[base] === null).length;
    if (lacking === 0 || (lacking === reporting.length && campaign.bases?.[base] !== undefined)) return [];
    return [{ kind: 'base-missing', state: 'look', base, units: lacking, of: reporting.length }];
  });
}

function sameNames(units: Units): readonly Check[] {
  const byName = new Map<string, Set<string>>();
  for (const { name, code } of units) {
    const key = fold(name);
    byName.set(key, (byName.get(key) ?? new Set<string>()).add(code));
  }
  return units.flatMap(({ name, code }): Check[] => {
    const codes = [...(byName.get(fold(name)) ?? [])];
    return codes.length > 1 && codes[0] === code ? [{ kind: 'same-name', state: 'look', name, codes }] : [];
  });
}
