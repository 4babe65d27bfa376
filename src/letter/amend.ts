import type { Campaign, Collect, Due, Forward, Target } from '../model/campaign.ts';
import { isInForce, kindKey } from '../model/timeliness.ts';
import type { LetterCollect, LetterDue, LetterForward, LetterReading, LetterTarget } from './proposal.ts';

/** What a letter changes in a campaign that is there already. */
export interface Change {
  readonly list: 'collect' | 'targets' | 'forward';
  /** Of the campaign's entry that ends; null where the letter only adds one. */
  readonly ends: number | null;
  readonly value: LetterCollect | LetterTarget | LetterForward;
  /** Of the letter's entry: `collect[0]`. */
  readonly path: string;
}

/**
 * The entries of a letter that the campaign has otherwise, or not at all, on the day from which the letter holds. What it
 * says again is no change. A collection changes where form and kinds meet; a target of the same name; a forwarding to the
 * same receiver.
 */
export function changesOf(
  campaign: Campaign,
  { campaign: letter }: LetterReading,
  since: string,
): readonly Change[] {
  const holds = (entry: Collect | Target | Forward): boolean => isInForce(entry, since);
  const collect = letter.collect.flatMap((value, n): Change[] => {
    const at = campaign.collect.findIndex(
      (old) => holds(old) && old.form === value.form && meet(old.from, value.from),
    );
    const old = campaign.collect[at];
    if (old !== undefined && old.every === value.every && sameDue(old.due, value.due)) return [];
    // Kinds that the letter does not speak of stay with what they had, so the whole old list goes on.
    const from = old === undefined ? value.from : old.from;
    return [
      {
        list: 'collect',
        ends: old === undefined ? null : at,
        value: { ...value, from },
        path: `collect[${n}]`,
      },
    ];
  });
  const targets = letter.targets.flatMap((value, n): Change[] => {
    const at = campaign.targets.findIndex((old) => holds(old) && old.id === value.id);
    const old = campaign.targets[at];
    if (old !== undefined && (value.by === undefined || old.by === value.by)) return [];
    return [{ list: 'targets', ends: old === undefined ? null : at, value, path: `targets[${n}]` }];
  });
  const forward = letter.forward.flatMap((value, n): Change[] => {
    const at = campaign.forward.findIndex((old) => holds(old) && old.to.some((to) => value.to.includes(to)));
    const old = campaign.forward[at];
    if (value.due === undefined || (old !== undefined && sameDue(old.due, value.due))) return [];
    return [
      {
        list: 'forward',
        ends: old === undefined ? null : at,
        value: old === undefined ? value : { ...value, to: old.to },
        path: `forward[${n}]`,
      },
    ];
  });
  return [...collect, ...targets, ...forward];
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => kindKey(one) === kindKey(other)));
}

/** A letter that names no deadline leaves the one that there is. */
function sameDue(old: Due | null, due: LetterDue | undefined): boolean {
  if (due === undefined) return true;
  return (
    old !== null &&
    old.rule === due.rule &&
    (old.time ?? null) === (due.time ?? null) &&
    (old.date ?? null) === (due.date ?? null)
  );
}
