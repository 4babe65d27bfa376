import type { Words } from '../lang/lang.ts';
import type { Campaign, Collect, DailySettings, Dated, Due, Target } from '../model/campaign.ts';

/** campaign.yaml of a new campaign, with remarks for the office that goes on with it. Read back it gives the campaign. */
export function writeCampaignYaml(campaign: Campaign, words: Words): string {
  const said = words.fill.init.remarks;
  const { authority, directive, period, report } = campaign;
  return `${[
    `# ${said.head}`,
    `name: ${text(campaign.name)}`,
    `timezone: ${campaign.timezone}`,
    '',
    'authority:',
    ...entries({ name: authority.name, department: authority.department, place: authority.place }),
    `  level: ${authority.level}`,
    ...entries({ parent: authority.parent }),
    '',
    ...group('directive', said.directive, [
      ...entries({ number: directive.number, date: directive.date }),
      ...(directive.basis.length === 0
        ? []
        : ['  basis:', ...directive.basis.map((each) => `    - ${text(each)}`)]),
    ]),
    `# ${said.period}`,
    ...orRemark(
      inline('period', [...pair('from', period.from), ...pair('to', period.to)]),
      'period: { from: …, to: … }',
    ),
    '',
    `# ${said.units}`,
    `units: ${/^[\w.-]+$/.test(campaign.units) ? campaign.units : text(campaign.units)}`,
    '',
    `# ${said.collect}`,
    'collect:',
    ...campaign.collect.map(collectLine),
    '',
    `# ${said.targets}`,
    ...(campaign.targets.length === 0 ? ['targets: []'] : ['targets:', ...campaign.targets.map(targetLine)]),
    '',
    `# ${said.forward}`,
    ...(campaign.forward.length === 0
      ? ['forward: []']
      : [
          'forward:',
          ...campaign.forward.map(
            ({ to, due, ...dated }) =>
              `  - { ${[`to: [${to.map(text).join(', ')}]`, ...(due === null ? [] : [`due: ${dueText(due)}`]), ...days(dated)].join(', ')} }`,
          ),
        ]),
    '',
    ...basesLines(campaign, said.bases),
    `missing: ${campaign.missing}`,
    ...list(
      'exempt',
      campaign.exempt.map(({ unit, from, to, reason }) => [
        `unit: ${text(unit)}`,
        ...pair('from', from),
        ...pair('to', to),
        `reason: ${text(reason)}`,
      ]),
    ),
    ...(campaign.workingDays === null
      ? []
      : [`working_days: [${campaign.workingDays.map((day) => DAYS_OF_WEEK[day - 1]).join(', ')}]`]),
    ...(campaign.holidays.length === 0 ? [] : [`holidays: [${campaign.holidays.join(', ')}]`]),
    '',
    'report:',
    ...entries({ number: report.number }),
    ...signerLines(report.signer),
    ...(report.recipients.length === 0
      ? []
      : ['  recipients:', ...report.recipients.map((each) => `    - ${text(each)}`)]),
    `  formats: [${report.formats.join(', ')}]`,
    ...(report.name === USUAL_NAME ? [] : [`  name: ${text(report.name)}`]),
    ...dailyLines(campaign.daily),
    ...(campaign.remind === null
      ? []
      : list(
          'remind',
          campaign.remind.map(({ form, from, minutesBefore }) => [
            `form: ${form}`,
            ...(from === null ? [] : [`from: [${from.map(text).join(', ')}]`]),
            `minutes_before: ${minutesBefore}`,
          ]),
          'remind: []',
        )),
  ].join('\n')}\n`;
}

const USUAL_NAME = 'tong-hop-{date}';
const USUAL_FROM = '07:00';
const DAYS_OF_WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A key over entries of a line each; `none` where there are none. */
function list(key: string, lines: readonly (readonly string[])[], none?: string): readonly string[] {
  if (lines.length === 0) return none === undefined ? [] : [none];
  return [`${key}:`, ...lines.map((pairs) => `  - { ${pairs.join(', ')} }`)];
}

function days({ since, until }: Dated): string[] {
  return [...pair('since', since ?? null), ...pair('until', until ?? null)];
}

/** Nothing where all is as it is without the key. */
function dailyLines({ provisional, final, again, receive }: DailySettings): readonly string[] {
  const times = (key: string, values: readonly string[] | null) =>
    values === null ? [] : [`  ${key}: [${values.map(text).join(', ')}]`];
  const receiving = [
    ...(receive.from === null ? [] : [`from: ${text(receive.from)}`]),
    ...(receive.to === null ? [] : [`to: ${text(receive.to)}`]),
    `every: ${receive.every}`,
  ];
  const lines = [
    ...times('provisional', provisional),
    ...entries({ final }),
    ...times('again', again),
    ...((receive.from ?? USUAL_FROM) === USUAL_FROM && receive.to === null && receive.every === 10
      ? []
      : [`  receive: { ${receiving.join(', ')} }`]),
  ];
  return lines.length === 0 ? [] : ['daily:', ...lines];
}

/** In double quotes, which YAML reads as JSON does. */
function text(value: string): string {
  return JSON.stringify(value);
}

function entries(values: { readonly [key: string]: string | null }): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [`  ${key}: ${text(value)}`],
  );
}

function group(key: string, remark: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`# ${remark}`, `${key}:`, ...lines, ''];
}

function pair(key: string, value: string | null): string[] {
  return value === null ? [] : [`${key}: ${value}`];
}

function inline(key: string, pairs: readonly string[]): string[] {
  return pairs.length === 0 ? [] : [`${key}: { ${pairs.join(', ')} }`];
}

/** A key that is not there yet, as a remark to be made a line of. */
function orRemark(lines: readonly string[], example: string): readonly string[] {
  return lines.length > 0 ? lines : [`# ${example}`];
}

function collectLine({ form, from, every, due, counting, ...dated }: Collect): string {
  const parts = [
    `form: ${form}`,
    `from: [${from.map(text).join(', ')}]`,
    `every: ${every}`,
    ...(due === null ? [] : [`due: ${dueText(due)}`]),
    ...(counting === 'auto' ? [] : [`counting: ${counting}`]),
    ...days(dated),
  ];
  return `  - { ${parts.join(', ')} }`;
}

function dueText({ date, time, rule }: Due): string {
  return `{ ${[...pair('date', date), ...(time === null ? [] : [`time: "${time}"`]), `rule: ${rule}`].join(', ')} }`;
}

function targetLine({ id, scope, measure, of, reach, by, ...dated }: Target): string {
  const parts = [
    `id: ${text(id)}`,
    `scope: ${scope}`,
    `measure: ${measure}`,
    `of: ${of}`,
    `reach: ${percent(reach)}`,
  ];
  return `  - { ${[...parts, ...pair('by', by), ...days(dated)].join(', ')} }`;
}

/** 625/1000 → 62.5%. */
function percent({ num, den }: Target['reach']): string {
  const places = String(den).length - 3;
  const digits = String(num).padStart(places + 1, '0');
  return places === 0 ? `${num}%` : `${digits.slice(0, -places)}.${digits.slice(-places)}%`;
}

function basesLines({ bases }: Campaign, remark: string): string[] {
  if (bases === null)
    return [`# ${remark}`, ...orRemark([], 'bases: { smartphone_users: …, date: …, source: "…" }'), ''];
  const { date, source, ...numbers } = bases;
  const parts = [
    ...Object.entries(numbers).map(([key, value]) => `${key}: ${value}`),
    ...pair('date', date),
    ...(source === null ? [] : [`source: ${text(source)}`]),
  ];
  return [`# ${remark}`, ...inline('bases', parts), ''];
}

function signerLines(signer: Campaign['report']['signer']): string[] {
  const said = Object.entries({
    authority: signer.authority,
    on_behalf: signer.onBehalf,
    title: signer.title,
    name: signer.name,
  }).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${text(value)}`]));
  return said.length === 0 ? [] : [`  signer: { ${said.join(', ')} }`];
}
