import type * as v from 'valibot';
import type { Campaign, Dated, Due, OfficeBases, Target } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import type { Form } from '../../model/form.ts';
import { latestDeadline } from '../../model/run-times.ts';
import { kindKey } from '../../model/timeliness.ts';
import { BASE_IDS, type Roster } from '../../model/units.ts';
import { nearest } from '../../text/nearest.ts';
import { dotted, readYaml, type YamlFile } from '../yaml.ts';
import { campaignSchema } from './schema.ts';
import { WEEKDAYS } from './values.ts';

type Raw = v.InferOutput<typeof campaignSchema>;

/** campaign.yaml as it stands, before its names are held against the forms and the roster. */
export interface CampaignText {
  readonly campaign: Campaign;
  readonly yaml: YamlFile<Raw>;
}

/** Reads campaign.yaml. Throws a UserError that names the line and, for an unknown key, the nearest known one. */
export function readCampaign(file: string, text: string): CampaignText {
  const yaml = readYaml(file, text, campaignSchema);
  const raw = yaml.value;
  const campaign: Campaign = {
    name: raw.name,
    timezone: raw.timezone,
    authority: {
      name: raw.authority.name,
      department: raw.authority.department ?? null,
      place: raw.authority.place ?? null,
      level: raw.authority.level,
      parent: raw.authority.parent ?? null,
    },
    directive: {
      number: raw.directive.number ?? null,
      date: raw.directive.date ?? null,
      basis: raw.directive.basis ?? [],
    },
    period: { from: raw.period.from ?? null, to: raw.period.to ?? null },
    units: raw.units,
    collect: raw.collect.map((each) => ({
      form: each.form,
      from: each.from.map((kind) => kind.toLowerCase()),
      every: each.every,
      due: dueOf(each.due),
      counting: each.counting,
      ...datesOf(each),
    })),
    targets: raw.targets.map(targetOf),
    forward: raw.forward.map((each) => ({ to: each.to, due: dueOf(each.due), ...datesOf(each) })),
    bases: basesOf(raw.bases),
    missing: raw.missing,
    exempt: raw.exempt.map((each) => ({ ...each, from: each.from ?? null, to: each.to ?? null })),
    workingDays: raw.working_days?.map((day) => WEEKDAYS.indexOf(day) + 1) ?? null,
    holidays: raw.holidays,
    report: {
      number: raw.report.number ?? null,
      signer: {
        authority: raw.report.signer?.authority ?? null,
        onBehalf: raw.report.signer?.on_behalf ?? null,
        title: raw.report.signer?.title ?? null,
        name: raw.report.signer?.name ?? null,
      },
      recipients: raw.report.recipients ?? [],
      formats: raw.report.formats ?? ['xlsx'],
      name: raw.report.name ?? 'tong-hop-{date}',
    },
    daily: {
      provisional: raw.daily.provisional ?? null,
      final: raw.daily.final ?? null,
      again: raw.daily.again ?? null,
      receive: {
        from: raw.daily.receive?.from ?? null,
        to: raw.daily.receive?.to ?? null,
        every: raw.daily.receive?.every ?? 10,
      },
    },
    remind:
      raw.remind?.map((each) => ({
        form: each.form,
        from: each.from ?? null,
        minutesBefore: each.minutes_before,
      })) ?? null,
  };
  return { campaign, yaml };
}

function dueOf(due: Raw['collect'][number]['due']): Due | null {
  if (due === undefined) return null;
  return { date: due.date ?? null, time: due.time ?? null, rule: due.rule };
}

function datesOf({ since, until }: { since?: string | undefined; until?: string | undefined }): Dated {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

/** `60%` is 60/100 and `62,5%` is 625/1000: integers, so that reaching a target is decided exactly. */
function targetOf(raw: Raw['targets'][number]): Target {
  const [whole = '', part = ''] = raw.reach.replace('%', '').trim().split(/[.,]/);
  return {
    id: raw.id,
    scope: raw.scope,
    measure: raw.measure,
    of: raw.of,
    reach: { num: Number(whole + part), den: 10 ** (2 + part.length) },
    by: raw.by ?? null,
    ...datesOf(raw),
  };
}

function basesOf(raw: Raw['bases']): OfficeBases | null {
  if (raw === undefined) return null;
  const { date, source, ...numbers } = raw;
  // A base of 0 is an unknown base.
  const known = Object.fromEntries(Object.entries(numbers).filter(([, value]) => (value ?? 0) > 0));
  return { ...known, date: date ?? null, source: source ?? null };
}

/** Holds the names in campaign.yaml against what they name: forms, scopes, measures, bases, unit codes. Throws a UserError. */
export function checkReferences(
  file: string,
  { campaign, yaml }: CampaignText,
  forms: ReadonlyMap<string, Form>,
  roster: Roster,
): void {
  const check = (path: (string | number)[], key: string, name: string, known: readonly string[]): void => {
    if (known.includes(name)) return;
    const line = yaml.lineOf(path);
    throw new UserError({
      kind: 'yaml-reference',
      file,
      line,
      key,
      name,
      nearest: nearest(name, known),
      known,
    });
  };
  campaign.collect.forEach((each, n) => {
    check(['collect', n, 'form'], 'form', each.form, [...forms.keys()]);
  });
  // A letter may set a target whose reports it leaves open.
  const all = [...forms.values()];
  campaign.targets.forEach((target, n) => {
    check(['targets', n, 'scope'], 'scope', target.scope, [...new Set(all.map((form) => form.scope))]);
    const measures = all
      .filter((form) => form.scope === target.scope)
      .flatMap((form) => form.measures.map((measure) => measure.id));
    check(['targets', n, 'measure'], 'measure', target.measure, measures);
    check(['targets', n, 'of'], 'of', target.of, [...BASE_IDS, ...measures]);
  });
  const asked = campaign.collect.map((each) => each.form);
  campaign.remind?.forEach((each, n) => {
    check(['remind', n, 'form'], 'form', each.form, asked);
    const kinds = campaign.collect.filter(({ form }) => form === each.form).flatMap(({ from }) => from);
    for (const kind of each.from ?? []) {
      if (!kinds.some((known) => kindKey(known) === kindKey(kind)))
        check(['remind', n, 'from'], 'from', kind, kinds);
    }
  });
  const codes = [...new Set(roster.units.map((unit) => unit.code))];
  campaign.exempt.forEach((each, n) => {
    check(['exempt', n, 'unit'], 'unit', each.unit, codes);
  });
  checkOrder(file, yaml, campaign);
}

interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

function checkOrder(file: string, yaml: YamlFile<Raw>, campaign: Campaign): void {
  const ends = (path: readonly (string | number)[], { from, to }: Span): void => {
    if (from === null || to === null || to >= from) return;
    const [line, key] = [yaml.lineOf([...path, 'to']), `${dotted(path)}.to`];
    throw new UserError({ kind: 'yaml-value', file, line, key, shown: to, expected: 'not-before-from' });
  };
  ends(['period'], campaign.period);
  campaign.exempt.forEach((each, n) => {
    ends(['exempt', n], each);
  });
  const { final } = campaign.daily;
  const due = latestDeadline(campaign);
  if (final !== null && due !== null && final.slice(0, 5) < due) {
    throw new UserError({
      kind: 'yaml-value',
      file,
      line: yaml.lineOf(['daily', 'final']),
      key: 'daily.final',
      shown: final,
      expected: 'not-before-due',
    });
  }
  campaign.targets.forEach((target, n) => {
    const same = campaign.targets.find(
      (other, m) => m < n && other.id === target.id && overlap(other, target),
    );
    if (same === undefined) return;
    const line = yaml.lineOf(['targets', n, 'id']);
    throw new UserError({
      kind: 'yaml-value',
      file,
      line,
      key: 'targets.id',
      shown: target.id,
      expected: 'unique',
    });
  });
}

/** Whether two entries hold on one day. */
function overlap(a: Dated, b: Dated): boolean {
  return (a.since ?? '') <= (b.until ?? '9999') && (b.since ?? '') <= (a.until ?? '9999');
}
