import type { Words } from '../lang/lang.ts';
import { type Sentence, sentenceAt } from '../letter/clause.ts';
import type {
  LetterCollect,
  LetterDue,
  LetterForward,
  LetterReading,
  LetterTarget,
} from '../letter/proposal.ts';
import type { OpenLetter } from '../letter/read-letter.ts';

/**
 * campaign.yaml as a letter orders it: each key under the sentence that it comes from, what is not sure marked "# ?", what
 * is open as a comment. `file` is the letter's name. What is written always loads.
 */
export function writeLetterYaml(open: OpenLetter, file: string, words: Words): string {
  const { reading } = open;
  const { campaign } = reading;
  const { authority, directive, period } = campaign;
  const said = words.letter;
  const { remarks } = words.fill.init;
  const about = (path: string, indent = ''): readonly string[] => remarksOn(open, path, words, indent);
  const list = <T>(
    key: 'collect' | 'targets' | 'forward',
    entries: readonly T[],
    lines: (entry: T) => readonly string[],
  ): readonly string[] => {
    const settled = entries.flatMap((entry, n) => [...about(`${key}[${n}]`, '  '), ...lines(entry)]);
    const opened = reading.open
      .filter(({ path }) => path.startsWith(`${key}[`))
      .flatMap((point) => openLines(open, point, words));
    return [`# ${remarks[key]}`, settled.length === 0 ? `${key}: []` : `${key}:`, ...settled, ...opened, ''];
  };
  return `${[
    `# ${said.head(oneLine(file))}`,
    ...(reading.asksReport ? [] : [`# ${said.noReport}`]),
    ...about('name'),
    `name: ${text(campaign.name ?? said.unnamed)}`,
    'timezone: Asia/Ho_Chi_Minh',
    '',
    ...about('authority'),
    ...(authority === undefined ? [`# ? ${said.noOffice}`] : []),
    'authority:',
    `  name: ${text(authority?.name ?? said.unknownOffice)}`,
    ...pairs('  ', { department: authority?.department, place: authority?.place }),
    `  level: ${authority?.level ?? 'district'}`,
    ...pairs('  ', { parent: authority?.parent }),
    '',
    ...about('directive'),
    ...(directive === undefined || Object.keys(directive).length === 0
      ? ['directive: {}']
      : [
          'directive:',
          ...pairs('  ', { number: directive.number, date: directive.date }),
          ...(directive.basis === undefined
            ? []
            : ['  basis:', ...directive.basis.map((each) => `    - ${text(each)}`)]),
        ]),
    '',
    `# ${remarks.period}`,
    ...about('period'),
    period === undefined
      ? '# period: { from: …, to: … }'
      : `period: ${flow({ from: period.from, to: period.to })}`,
    '',
    `# ${remarks.units}`,
    'units: units.csv',
    '',
    ...list('collect', campaign.collect, collectLines),
    ...list('targets', campaign.targets, targetLines),
    ...list('forward', campaign.forward, forwardLines),
    'missing: carry-forward',
  ].join('\n')}\n`;
}

/** The sentences behind an entry, each once, then what is not sure of it. */
function remarksOn(
  { seen, reading }: OpenLetter,
  path: string,
  { letter: said }: Words,
  indent: string,
): readonly string[] {
  const proofs = reading.evidence.filter(
    (each) => each.path === path || each.path.startsWith(`${path}.`) || each.path.startsWith(`${path}[`),
  );
  const cited = [...new Set(proofs.map((proof) => citation(sentenceAt(seen, proof), said)))];
  const doubts = [...new Set(proofs.filter(({ sure }) => !sure).map(({ path: key }) => lastKey(key, path)))];
  return [
    ...cited.map((line) => `${indent}# ${line}`),
    ...doubts.map((key) => `${indent}# ? ${said.unsure(key)}`),
  ];
}

function citation({ quote, line, item }: Sentence, said: Words['letter']): string {
  return said.cited(oneLine(quote), line, item);
}

function lastKey(path: string, entry: string): string {
  const rest = path.slice(entry.length).replace(/^\./, '');
  return (rest === '' ? path : rest).replace(/\[\d+\]$/, '');
}

/** An entry that the letter leaves open: its sentence, what is missing, and as much of it as is known, all as comments. */
function openLines(
  { seen }: OpenLetter,
  point: LetterReading['open'][number],
  { letter: said }: Words,
): readonly string[] {
  const key = point.path.replace(/^\w+\[\d+\]\.?/, '');
  const known = Object.entries(point.known).map(
    ([name, value]) =>
      `${name}: ${value !== null && typeof value === 'object' ? inFlow(value) : scalar(name, value)}`,
  );
  return [
    `  # ${citation(sentenceAt(seen, point), said)}`,
    `  # ? ${said.open(key, point.candidates)}`,
    `  # - { ${[...known, ...(key === '' || key in point.known ? [] : [`${key.replace('due.', '')}: …`])].join(', ')} }`,
  ];
}

function inFlow(value: object): string {
  if (Array.isArray(value)) return `[${value.map((each) => text(String(each))).join(', ')}]`;
  return flow(value as { readonly [key: string]: string });
}

function collectLines({ form, from, every, due }: LetterCollect): readonly string[] {
  return [
    `  - form: ${form}`,
    `    from: [${from.map(text).join(', ')}]`,
    `    every: ${every}`,
    ...dueLines(due),
  ];
}

function targetLines({ id, scope, measure, of, reach, by }: LetterTarget): readonly string[] {
  return [
    `  - id: ${text(id)}`,
    `    scope: ${scope}`,
    `    measure: ${measure}`,
    `    of: ${of}`,
    `    reach: ${reach}`,
    ...pairs('    ', { by }),
  ];
}

function forwardLines({ to, due }: LetterForward): readonly string[] {
  return [`  - to: [${to.map(text).join(', ')}]`, ...dueLines(due)];
}

function dueLines(due: LetterDue | undefined): readonly string[] {
  return due === undefined ? [] : [`    due: ${flow({ date: due.date, time: due.time, rule: due.rule })}`];
}

function pairs(indent: string, values: { readonly [key: string]: string | undefined }): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${indent}${key}: ${scalar(key, value)}`],
  );
}

function flow(values: { readonly [key: string]: string | undefined }): string {
  return `{ ${Object.entries(values)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${scalar(key, value)}`]))
    .join(', ')} }`;
}

/** Days and rules are plain words; hours would be numbers to base 60 without quotes. */
function scalar(key: string, value: unknown): string {
  const plain = [
    'date',
    'from',
    'to',
    'by',
    'rule',
    'every',
    'form',
    'reach',
    'scope',
    'measure',
    'of',
  ].includes(key);
  return plain && typeof value === 'string' && /^[\w%.,-]+$/.test(value) ? value : text(String(value));
}

/** In double quotes, which YAML reads as JSON does. */
function text(value: string): string {
  return JSON.stringify(value);
}

function oneLine(value: string): string {
  return value.replace(/[\s\u0085\u2028\u2029]+/gu, ' ').trim();
}
