import type { Words } from '../../lang/lang.ts';
import { CATALOGUE, type FindingCode } from '../../model/finding.ts';
import { fixOf, whatOf } from '../message.ts';
import { EXAMPLES } from './examples.ts';

/** Whether the text is the code of a finding. */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(CATALOGUE, text);
}

/** Lines that say what one finding means, show an example and how to put it right; of null, the list of all codes. */
export function explain(code: FindingCode | null, words: Words): string[] {
  return code === null ? listAll(words) : explainOne(code, words);
}

function explainOne(code: FindingCode, words: Words): string[] {
  const entry = words.findings[code];
  const { explain: label, severity, effect } = words.catalogue;
  const example = EXAMPLES[code];
  const head = [
    `${code}: ${entry.title}`,
    `(${severity[CATALOGUE[code].severity]}; ${effect[CATALOGUE[code].effect]})`,
    '',
  ];
  if (example === undefined) return [...head, `${label.why}: ${entry.why}`];
  return [
    ...head,
    `${label.example}:`,
    '',
    ...withoutFences(example.drawn).map((line) => (line === '' ? '' : `    ${line}`)),
    '',
    `${label.says}: ${whatOf(example.found, words)}`,
    `${label.why}: ${entry.why}`,
    `${label.fix}: ${fixOf(example.found, words)}`,
  ];
}

/** A drawn scenario for a terminal: each block under the name of its file. */
function withoutFences(drawn: string): string[] {
  return drawn
    .split('\n')
    .filter((line) => line !== '```' && !line.startsWith('Also raised'))
    .flatMap((line) => {
      const [, kind, info = ''] = /^```(\w+) ?(.*)$/.exec(line) ?? [];
      if (kind === undefined) return [line];
      const name = blockName(kind, info);
      return name === '' ? [] : [`[${name}]`];
    });
}

/** What a reader is told of a block: the name of its file, where it has one of its own. */
export function blockName(kind: string, info: string): string {
  if (kind === 'units') return 'units.csv';
  if (kind === 'office') return 'LibreOffice';
  return kind === 'sent' ? `${info} → outbox` : info;
}

function listAll(words: Words): string[] {
  const codes = Object.keys(CATALOGUE) as FindingCode[];
  const widest = Math.max(...codes.map((code) => code.length));
  return [
    words.catalogue.explain.listHead,
    ...byFamily(codes).flatMap(([family, members]) => [
      '',
      words.catalogue.families[family] ?? family,
      ...members.map((code) => `  ${code.padEnd(widest)}  ${words.findings[code].title}`),
    ]),
  ];
}

/** The codes of each family (`value` of `value/missing`), in the order of the catalogue. */
export function byFamily(codes: readonly FindingCode[]): [family: string, codes: FindingCode[]][] {
  const families = new Map<string, FindingCode[]>();
  for (const code of codes) {
    const family = code.slice(0, code.indexOf('/'));
    families.set(family, [...(families.get(family) ?? []), code]);
  }
  return [...families];
}
