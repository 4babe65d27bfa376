import * as v from 'valibot';
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import { UserError } from '../model/error.ts';
import { nearest } from '../text/nearest.ts';
import { yamlLimit } from './yaml-limits.ts';

/** A checked YAML file: its value, and the line that any part of it stands on, for later complaints. */
export interface YamlFile<T> {
  readonly value: T;
  /** 1-based line of the value at a path of keys and indexes. */
  lineOf(path: readonly (string | number)[]): number;
}

type Schema = v.GenericSchema<unknown, unknown>;

/**
 * Reads a YAML 1.2 text against a schema. Throws a UserError that names the file, the line, and for an unknown key the
 * nearest known one.
 */
export function readYaml<S extends Schema>(
  file: string,
  text: string,
  schema: S,
): YamlFile<v.InferOutput<S>> {
  const limit = yamlLimit(text);
  if (limit !== null) throw new UserError({ kind: 'yaml-limit', file, ...limit });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    throw new UserError({
      kind: 'yaml-syntax',
      file,
      line: lines.linePos(fault.pos[0]).line,
      detail: fault.code,
    });
  }
  const root = document.contents as ParsedNode | null;
  const lineOf = (path: readonly (string | number)[]): number =>
    lines.linePos(offsetOf(root, path)).line || 1;
  const value = plainOf(document, file, lines);
  if (!isMap(root))
    throw new UserError({
      kind: 'yaml-no-keys',
      file,
      empty: value === null || value === undefined,
      needed: neededKeys(schema),
    });
  const first = v.safeParse(schema, value);
  const result = first.success ? first : v.safeParse(schema, withWrittenTexts(root, value, first.issues));
  if (result.success) return { value: result.output, lineOf };
  const issue = result.issues.find((each) => each.expected === 'never') ?? result.issues[0];
  throw new UserError(problemOf(file, issue, schema, lineOf));
}

/** The plain value. An alias without its anchor, or one that repeats others without end, is the writer's fault. */
function plainOf(document: Document.Parsed, file: string, lines: LineCounter): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let offset = 0;
    visit(document, {
      Alias: (_, { range }) => {
        offset = range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    const { line } = lines.linePos(offset);
    throw new UserError({ kind: 'yaml-syntax', file, line, detail: 'ALIAS' });
  }
}

/**
 * The value with numbers as they were written wherever a text is asked for: `unit: 01234` is the code 01234, which YAML
 * takes for the number 1234.
 */
function withWrittenTexts(
  root: ParsedNode | null,
  value: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): unknown {
  return issues.reduce((changed, { expected, input, path }) => {
    if (expected !== 'string' || typeof input !== 'number') return changed;
    const keys = (path ?? []).map((step) => step.key as string | number);
    const written = writtenAt(root, keys);
    return written === null ? changed : replaced(changed, keys, written);
  }, value);
}

function writtenAt(root: ParsedNode | null, path: readonly (string | number)[]): string | null {
  const node: unknown = path.reduce<unknown>(
    (here, step) => (isCollection(here) ? here.get(step, true) : undefined),
    root,
  );
  return isScalar(node) ? (node.source ?? null) : null;
}

function replaced(value: unknown, path: readonly (string | number)[], text: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (Array.isArray(value)) return value.map((each, n) => (n === step ? replaced(each, rest, text) : each));
  const held = value as { readonly [key: string]: unknown };
  return { ...held, [step]: replaced(held[step], rest, text) };
}

function problemOf(
  file: string,
  issue: v.BaseIssue<unknown>,
  schema: Schema,
  lineOf: (path: readonly (string | number)[]) => number,
) {
  const path = (issue.path ?? []).map((step) => step.key as string | number);
  const line = lineOf(path);
  const key = dotted(path);
  const last = String(path.at(-1) ?? '');
  if (issue.expected === 'never') {
    const known = knownKeys(schema, path.slice(0, -1));
    return { kind: 'yaml-unknown-key', file, line, key: last, nearest: nearest(last, known), known } as const;
  }
  if (issue.received === 'undefined') return { kind: 'yaml-missing-key', file, line, key } as const;
  // Of a text valibot may say what it lacks instead of what it is.
  const shown = typeof issue.input === 'string' ? issue.input : issue.received.replace(/^"(.*)"$/, '$1');
  return { kind: 'yaml-value', file, line, key, shown, expected: expectation(issue) } as const;
}

/** `collect[0].due.time`, as documentation writes it. */
export function dotted(path: readonly (string | number)[]): string {
  return path
    .map((step, n) => (typeof step === 'number' ? `[${step}]` : n === 0 ? step : `.${step}`))
    .join('');
}

/** The schema's own word for what is wanted, else what valibot says: "string", "Object". */
function expectation({ kind, message, expected }: v.BaseIssue<unknown>): string {
  if (kind === 'validation' || expected === null || !message.startsWith('Invalid ')) return message;
  return expected.replace(/^\((.*)\)$/, '$1');
}

/** The keys that a schema knows at a path, through optional wrappers, arrays and pipes. */
function knownKeys(schema: Schema, path: readonly (string | number)[]): readonly string[] {
  let here: unknown = schema;
  for (const step of path) {
    here = unwrap(here);
    if (hasEntries(here)) here = here.entries[String(step)];
    else if (isArraySchema(here)) here = here.item;
    else return [];
  }
  const end = unwrap(here);
  return hasEntries(end) ? Object.keys(end.entries) : [];
}

/** The keys that a schema asks for at its top, in its order. */
function neededKeys(schema: Schema): readonly string[] {
  if (!hasEntries(schema)) return [];
  const isOptional = (entry: unknown): boolean =>
    typeof entry === 'object' && entry !== null && 'wrapped' in entry;
  return Object.keys(schema.entries).filter((key) => !isOptional(schema.entries[key]));
}

function unwrap(schema: unknown): unknown {
  let here = schema;
  while (typeof here === 'object' && here !== null && 'wrapped' in here) here = here.wrapped;
  return here;
}

function hasEntries(schema: unknown): schema is { entries: Record<string, unknown> } {
  return typeof schema === 'object' && schema !== null && 'entries' in schema;
}

function isArraySchema(schema: unknown): schema is { item: unknown } {
  return typeof schema === 'object' && schema !== null && 'item' in schema;
}

/** Offset of the key at a path, or of the nearest ancestor that is there. */
function offsetOf(root: ParsedNode | null, path: readonly (string | number)[]): number {
  let node: ParsedNode | null = root;
  let offset = root?.range[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return offset;
      offset = (pair.key as ParsedNode).range[0];
      node = pair.value as ParsedNode | null;
    } else if (node !== null && 'items' in node && typeof step === 'number') {
      node = (node.items[step] as ParsedNode | undefined) ?? null;
      offset = node?.range[0] ?? offset;
    } else return offset;
  }
  return offset;
}
