import { group, stageFilter, withoutConsequences } from '../day/grouping.ts';
import { RULE_COUNT } from '../intake/rules/rules.ts';
import type { Words } from '../lang/lang.ts';
import type { Batch } from '../load/load.ts';
import { CATALOGUE, type Finding } from '../model/finding.ts';
import { isUnopened } from '../model/findings/file.ts';
import type { FindingLine, Summary } from '../model/summary.ts';
import { formatInstant } from '../model/time.ts';
import type { Supplement, ViewInput } from '../view/input.ts';
import { messageOf } from '../view/message.ts';

/** The Summary of contract section 3, findings in words: cell by cell, without those that follow from a named fault. */
export function summaryOf(batch: Batch, words: Words): Summary {
  return { ...batch.summary, findings: findingLines(batch.findings, words) };
}

export function findingLines(findings: readonly Finding[], words: Words): readonly FindingLine[] {
  return withoutConsequences(stageFilter(findings)).map((found) => ({
    code: found.code,
    severity: CATALOGUE[found.code].severity,
    ...pick(found.at, ['file', 'sheet', 'cell', 'line', 'unit']),
    message: messageOf(found, words),
  }));
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(
    keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])),
  ) as Pick<T, K>;
}

/** What the views stand on. */
export function viewInputOf(batch: Batch, words: Words, supplement: number | null): ViewInput {
  const reports = batch.submissions.filter(({ form }) => form !== null).length;
  return {
    ...batch,
    summary: summaryOf(batch, words),
    sheets: new Map(batch.settled.map(({ path, sheets }) => [path, sheets])),
    findings: group(batch.findings),
    checked: { rules: RULE_COUNT, reports },
    supplement: supplement === null ? null : { number: supplement, replaces: lastSent(batch) },
    channels: channelsOf(batch),
    words,
  };
}

function lastSent({ sent, folder }: Batch): Supplement['replaces'] {
  const last = sent.at(-1);
  if (last === undefined) return null;
  return { number: last.number, sentAt: formatInstant(last.sentAt, folder.campaign.timezone) };
}

function channelsOf({ settled }: Batch): ReadonlyMap<string, string> {
  const known = settled.flatMap(({ unit, arrival }) =>
    unit === null || arrival.channel === null ? [] : [{ unit, at: arrival.at, channel: arrival.channel }],
  );
  return new Map(known.sort((a, b) => a.at - b.at).map(({ unit, channel }) => [unit, channel]));
}

/** 1 where something needs attention: a file rejected or undecided, a unit missing after its deadline, with strict any warning. */
export function exitOf(batch: Batch, strict: boolean): 0 | 1 {
  const { summary } = batch;
  const files = summary.files.some(({ outcome }) => outcome === 'rejected' || outcome === 'undecided');
  const missing = summary.scopes.some(
    ({ completeness, senders }) =>
      completeness.missing > 0 || senders?.some(({ status }) => status === 'missing'),
  );
  const unopened = batch.findings.some(isUnopened);
  const warned = strict && batch.findings.some(({ code }) => CATALOGUE[code].severity !== 'note');
  return files || missing || unopened || warned ? 1 : 0;
}
