import type { Words } from '../lang/lang.ts';
import type { Campaign, Collect, Due, Target } from '../model/campaign.ts';

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
    'units: units.csv',
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
            ({ to, due }) =>
              `  - { to: [${to.map(text).join(', ')}]${due === null ? '' : `, due: ${dueText(due)}`} }`,
          ),
        ]),
    '',
    ...basesLines(campaign, said.bases),
    `missing: ${campaign.missing}`,
    '',
    'report:',
    ...entries({ number: report.number }),
    ...signerLines(report.signer),
    ...(report.recipients.length === 0
      ? []
      : ['  recipients:', ...report.recipients.map((each) => `    - ${text(each)}`)]),
    `  formats: [${report.formats.join(', ')}]`,
  ].join('\n')}\n`;
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

function collectLine({ form, from, every, due, counting }: Collect): string {
  const parts = [
    `form: ${form}`,
    `from: [${from.map(text).join(', ')}]`,
    `every: ${every}`,
    ...(due === null ? [] : [`due: ${dueText(due)}`]),
    ...(counting === 'auto' ? [] : [`counting: ${counting}`]),
  ];
  return `  - { ${parts.join(', ')} }`;
}

function dueText({ date, time, rule }: Due): string {
  return `{ ${[...pair('date', date), ...(time === null ? [] : [`time: "${time}"`]), `rule: ${rule}`].join(', ')} }`;
}

function targetLine({ id, scope, measure, of, reach, by }: Target): string {
  const parts = [
    `id: ${text(id)}`,
    `scope: ${scope}`,
    `measure: ${measure}`,
    `of: ${of}`,
    `reach: ${percent(reach)}`,
  ];
  return `  - { ${[...parts, ...pair('by', by)].join(', ')} }`;
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
