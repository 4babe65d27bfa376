import type * as v from 'valibot';
import { UserError } from '../model/error.ts';
import type { Field, Form, FormRule, Measure } from '../model/form.ts';
import { BASE_IDS } from '../model/units.ts';
import { nearest } from '../text/nearest.ts';
import { formSchema } from './form-schema.ts';
import { dotted, readYaml, type YamlFile } from './yaml.ts';

type Raw = v.InferOutput<typeof formSchema>;
type Path = readonly (string | number)[];

/**
 * Reads one form definition. Throws a UserError that names the file, the line, and for an unknown key or name the
 * nearest known one.
 */
export function readForm(file: string, text: string): Form {
  const yaml = readYaml(file, text, formSchema);
  const raw = yaml.value;
  checkNames(file, yaml);
  return {
    id: raw.id,
    version: raw.version,
    scope: raw.scope,
    name: raw.name,
    sheetTitle: raw.sheetTitle ?? raw.name,
    titles: raw.titles,
    subject: raw.subject ?? null,
    layout: raw.layout,
    fields: raw.fields.map(fieldOf),
    measures: raw.measures.map(measureOf),
    defaultBase: raw.defaultBase ?? null,
    rules: raw.rules.map(ruleOf),
    source: raw.source,
  };
}

function fieldOf(raw: Raw['fields'][number]): Field {
  const { hint, ...rest } = raw;
  return hint === undefined ? rest : { ...rest, hint };
}

function measureOf(raw: Raw['measures'][number]): Measure {
  const { id, label, cumulative, within, from } = raw;
  const base = { id, label, cumulative, within: within ?? null };
  if (from.field !== undefined) return { ...base, from: { kind: 'field', field: from.field } };
  if (from.sum !== undefined) return { ...base, from: { kind: 'sum', field: from.sum } };
  if (from.counting !== undefined) return { ...base, from: { kind: 'counting', field: from.counting } };
  return { ...base, from: { kind: 'rows' } };
}

function ruleOf(raw: Raw['rules'][number]): FormRule {
  const words = raw.words === undefined ? {} : { words: raw.words };
  if (raw['at-most'] !== undefined) return { kind: 'at-most', ...raw['at-most'], ...words };
  if (raw.range !== undefined) {
    const { field, min, max } = raw.range;
    return { kind: 'range', field, min: min ?? null, max: max ?? null, ...words };
  }
  if (raw.sum !== undefined) return { kind: 'sum', ...raw.sum, ...words };
  if (raw.pattern !== undefined) return { kind: 'pattern', ...raw.pattern, ...words };
  if (raw.unique !== undefined) return { kind: 'unique', fields: raw.unique, ...words };
  return { kind: 'required', field: raw.required ?? '', ...words };
}

/** Ids stand once, and what measures, base and rules name is there. */
function checkNames(file: string, yaml: YamlFile<Raw>): void {
  const raw = yaml.value;
  const fields = raw.fields.map((field) => field.id);
  const measures = raw.measures.map((measure) => measure.id);
  checkUnique(file, yaml, 'fields', fields);
  checkUnique(file, yaml, 'measures', measures);
  const refer = (path: Path, name: string, known: readonly string[]): void => {
    if (known.includes(name)) return;
    const near = nearest(name, known);
    const line = yaml.lineOf(path);
    throw new UserError({
      kind: 'yaml-reference',
      file,
      line,
      key: dotted(path),
      name,
      nearest: near,
      known,
    });
  };
  raw.measures.forEach(({ from }, n) => {
    for (const [kind, name] of Object.entries(from)) {
      if (typeof name === 'string') refer(['measures', n, 'from', kind], name, fields);
    }
  });
  if (raw.defaultBase !== undefined) refer(['defaultBase'], raw.defaultBase, [...measures, ...BASE_IDS]);
  raw.rules.forEach((rule, n) => {
    for (const [path, name] of namesOf(rule)) refer(['rules', n, ...path], name, fields);
  });
}

function namesOf(rule: Raw['rules'][number]): (readonly [Path, string])[] {
  const names: (readonly [Path, string])[] = [];
  const add = (path: Path, name: string | undefined): void => {
    if (name !== undefined) names.push([path, name]);
  };
  add(['at-most', 'left'], rule['at-most']?.left);
  add(['at-most', 'right'], rule['at-most']?.right);
  add(['range', 'field'], rule.range?.field);
  add(['sum', 'field'], rule.sum?.field);
  rule.sum?.of.forEach((name, n) => {
    add(['sum', 'of', n], name);
  });
  add(['pattern', 'field'], rule.pattern?.field);
  rule.unique?.forEach((name, n) => {
    add(['unique', n], name);
  });
  add(['required'], rule.required);
  return names;
}

function checkUnique(file: string, yaml: YamlFile<Raw>, list: string, ids: readonly string[]): void {
  ids.forEach((id, n) => {
    if (ids.indexOf(id) === n) return;
    throw valueError(file, yaml.lineOf([list, n, 'id']), dotted([list, n, 'id']), id, 'unique');
  });
}

function valueError(file: string, line: number, key: string, shown: string, expected: string): UserError {
  return new UserError({ kind: 'yaml-value', file, line, key, shown, expected });
}
