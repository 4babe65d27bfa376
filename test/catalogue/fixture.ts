import { readdirSync, readFileSync } from 'node:fs';
import { CATALOGUE, type FindingCode } from '../../src/model/finding.ts';

/**
 * A fixture of one finding, as `fixtures/findings/<family>/<name>.md` says it: what raises it, marked ⚑ at the very
 * place, and what looks like it but does not.
 */
export interface Fixture {
  readonly code: FindingCode;
  readonly path: string;
  /** One sentence that says what the case is about. */
  readonly about: string;
  readonly raised: Scenario;
  readonly quiet: Scenario;
}

/** Some files of a campaign. Those of no date folder lie under 2021-08-16. */
export interface Scenario {
  /** As it stands in the fixture, marks included. */
  readonly drawn: string;
  readonly blocks: readonly Block[];
  /** Codes of further findings that the same files raise. */
  readonly also: readonly string[];
}

export interface Block {
  /**
   * `sheet`: a drawn workbook. `text`: a file's text. `bytes`: a kind of file that cannot be drawn. `reports`: units ×
   * days of running totals. `campaign`, `units`: instead of the usual ones beside the fixtures. `office`: the page
   * that this machine's LibreOffice makes of an old Word document. `sent`: the summary went out at that time, where
   * it is drawn as that workbook. `outbox`: what lies under its name now. `ledger`: what is not as it was recorded: a line as
   * `receipt 3 changed <path>`, `cut <lines>`, `other-key`. `counts`: the
   * clerk chose that file at that time. `counting`: how he said that it counts, `named` is the mode. `fails`: a file
   * that the disk does not give, `named` tells why.
   * `summary`: the workbook that the office below (`below/`) makes of its own reports, `named` tells what was done to it.
   */
  readonly kind: (typeof KINDS)[number];
  /** Relative to inbox/; drawn without a folder it is of today, with a leading `/` in the inbox itself. */
  readonly path: string;
  /** HH:MM of the file's own time; 14:00 where nothing is said. */
  readonly time: string;
  /** Of `bytes`: which. */
  readonly named: string;
  /** The finding stands on the file as a whole. */
  readonly marked: boolean;
  /** The lines, with their marks. */
  readonly body: readonly string[];
}

const KINDS = [
  'sheet',
  'text',
  'bytes',
  'reports',
  'campaign',
  'units',
  'office',
  'sent',
  'outbox',
  'ledger',
  'counts',
  'counting',
  'fails',
  'summary',
] as const;

export const MARK = '⚑';
export const TODAY = '2021-08-16';
const ROOM = new URL('../../fixtures/findings/', import.meta.url);

/** All fixtures, in the order of family and name. */
export function readFixtures(): Fixture[] {
  const families = readdirSync(ROOM, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !['forms', 'below'].includes(entry.name),
  );
  return families
    .flatMap(({ name }) => readdirSync(new URL(`${name}/`, ROOM)).map((file) => `${name}/${file}`))
    .sort()
    .map((path) => parseFixture(path, readFileSync(new URL(path, ROOM), 'utf8')));
}

/** A file that all fixtures share: `campaign.yaml` or `units.csv`. */
export function shared(name: string): string {
  return readFileSync(new URL(name, ROOM), 'utf8');
}

export function parseFixture(path: string, text: string): Fixture {
  const match = /^# `([^`]+)`\n+([^\n]+)\n+## Raised\n([\s\S]+?)\n## Not raised\n([\s\S]+)$/.exec(text);
  const [, code = '', about = '', raised = '', quiet = ''] = match ?? [];
  if (match === null) throw new Error(`${path}: not a fixture`);
  if (!Object.hasOwn(CATALOGUE, code)) throw new Error(`${path}: no such finding: ${code}`);
  return {
    code: code as FindingCode,
    path,
    about,
    raised: parseScenario(path, raised),
    quiet: parseScenario(path, quiet),
  };
}

function parseScenario(path: string, text: string): Scenario {
  const fences = [...text.matchAll(/^```(\w+)(.*)\n([\s\S]*?)\n?```$/gm)];
  const also = [.../* "Also raised: `a`, `b`." */ text.matchAll(/^Also raised: (.+)\.$/gm)].flatMap(
    ([, list = '']) => [...list.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
  );
  if (fences.length === 0) throw new Error(`${path}: nothing drawn`);
  return {
    drawn: text.trim(),
    also,
    blocks: fences.map(([, kind = '', info = '', body = '']) => parseBlock(path, kind, info, body)),
  };
}

function parseBlock(fixture: string, kind: string, info: string, body: string): Block {
  if (!(KINDS as readonly string[]).includes(kind)) throw new Error(`${fixture}: no such block: ${kind}`);
  const words = info.trim().split(/\s+/).filter(Boolean);
  const path = words.find((word) => /[./]/.test(word)) ?? 'hoai-son.xlsx';
  return {
    kind: kind as Block['kind'],
    path: path.includes('/') ? path.replace(/^\//, '') : `${TODAY}/${path}`,
    time: words.find((word) => /^\d\d:\d\d$/.test(word)) ?? '14:00',
    named: words.find((word) => /^[a-z-]+$/.test(word)) ?? '',
    marked: words.includes(MARK),
    body: body.split('\n'),
  };
}
