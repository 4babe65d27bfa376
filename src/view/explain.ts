import { CATALOGUE, type Finding, type FindingCode } from '../core/finding.ts';
import type { Words } from '../lang/lang.ts';
import { EXAMPLES } from './examples.ts';
import { fixOf, whatOf } from './message.ts';

/** A finding as its fixture raises it, with the drawn files that do. */
export interface Example {
  /** The drawn file or files, the faulty cell marked ⚑. */
  readonly drawn: string;
  readonly found: Finding;
}

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
    ...example.drawn.split('\n').map((line) => (line === '' ? '' : `    ${line}`)),
    '',
    `${label.says}: ${whatOf(example.found, words)}`,
    `${label.why}: ${entry.why}`,
    `${label.fix}: ${fixOf(example.found, words)}`,
  ];
}

function listAll(words: Words): string[] {
  const codes = Object.keys(CATALOGUE) as FindingCode[];
  const widest = Math.max(...codes.map((code) => code.length));
  const families = [...new Set(codes.map(familyOf))];
  return [
    words.catalogue.explain.listHead,
    ...families.flatMap((family) => [
      '',
      words.catalogue.families[family] ?? family,
      ...codes
        .filter((code) => familyOf(code) === family)
        .map((code) => `  ${code.padEnd(widest)}  ${words.findings[code].title}`),
    ]),
  ];
}

/** `value` of `value/missing`. */
export function familyOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}
