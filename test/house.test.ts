import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The pure rooms, in the order in which a report goes through them. */
const PURE = ['model', 'text', 'letter', 'intake', 'levels', 'day'];

/** Which room may import which: the arrows of docs/design.md. A room may always import itself. */
const ARROWS: { readonly [room: string]: readonly string[] } = {
  model: [],
  text: ['model'],
  letter: ['text', 'model'],
  intake: ['text', 'model'],
  levels: ['intake', 'text', 'model'],
  day: ['levels', 'intake', 'text', 'model'],
  lang: PURE,
  pack: PURE,
  read: ['pack', 'lang', 'installed', ...PURE],
  ledger: PURE,
  view: ['lang', ...PURE],
  write: ['view', 'pack', 'lang', 'io', 'installed', ...PURE],
  load: ['read', 'ledger', 'io', 'templates', 'version', ...PURE],
  console: ['load', 'ledger', 'view', 'write', 'lang', 'io', 'templates', 'version', ...PURE],
  commands: ['console', 'load', 'ledger', 'view', 'write', 'lang', 'io', 'templates', 'version', ...PURE],
  cli: ['commands', 'console', 'write', 'lang', 'io', 'version', ...PURE],
  io: ['ledger', 'read', 'installed', ...PURE],
  templates: ['installed'],
  installed: [],
  version: [],
};

/** Each outside library has one room, and in it the files that may import it. */
const LIBRARIES: { readonly [name: string]: RegExp } = {
  exceljs: /^write\/xlsx\//,
  'csv-parse': /^read\/csv/,
  chalk: /^write\/terminal\//,
  'cli-table3': /^write\/terminal\//,
  inquirer: /^console\/ask/,
  commander: /^(cli|console|commands)\b/,
  '@e965/xlsx': /^read\/sheetjs/,
  '@photostructure/sqlite': /^ledger\//,
  '@date-fns/tz': /^model\/time/,
  'date-fns': /^(model|text|intake|levels|day|commands)\//,
  'fastest-levenshtein': /^text\//,
  valibot: /^read\//,
  yaml: /^(read\/|write\/campaign-amended)/,
  unpdf: /^read\/letter-pdf/,
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.(ts|js)$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

function imports(): readonly Import[] {
  return sources('src').flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm,
      ),
    ].map((match) => ({
      from: file.replaceAll('\\', '/').slice(4),
      to: match[1] ?? match[2] ?? match[3] ?? '',
    })),
  );
}

/** The files that are loaded together with one: imports of values, not of types, none of them put off to a run. */
function loadedAtStart(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join('src', file), 'utf8');
  const pattern = /^(?:import|export)\s+(?!type\b)(?:[^'"`;]*?from\s+)?'(\.[^']+)'/gm;
  for (const [, to = ''] of text.matchAll(pattern)) {
    const path = normalize(join(dirname(file), to)).replaceAll('\\', '/');
    if (path.endsWith('.ts') && !path.startsWith('../')) loadedAtStart(path, seen);
  }
  return seen;
}

/** A way of imports from a file back to itself; null where there is none. */
function circleFrom(start: string, to: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const from = new Map<string, string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of to.get(at) ?? []) {
      if (next === start) {
        const way = [at];
        while (way[0] !== undefined && way[0] !== start) way.unshift(from.get(way[0]) ?? start);
        return [...way, start];
      }
      if (from.has(next)) continue;
      from.set(next, at);
      open.push(next);
    }
  }
  return null;
}

const room = (path: string): string => path.replace(/\.(ts|js)$/, '').split('/')[0] ?? '';

describe('the house', () => {
  const all = imports();

  it('is read at all', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it('lets arrows run one way', () => {
    const back = all
      .filter((each) => each.to.startsWith('.'))
      .map((each) => ({ ...each, to: normalize(join(dirname(each.from), each.to)).replaceAll('\\', '/') }))
      .filter(({ to }) => !to.startsWith('../'))
      .filter(({ from, to }) => room(from) !== room(to) && !ARROWS[room(from)]?.includes(room(to)));
    expect(back).toEqual([]);
  });

  it('has no circle of imports, those of types included', () => {
    const to = new Map<string, string[]>();
    for (const each of all.filter(({ to: path }) => path.startsWith('.'))) {
      const path = normalize(join(dirname(each.from), each.to)).replaceAll('\\', '/');
      to.set(each.from, [...(to.get(each.from) ?? []), path]);
    }
    expect([...to.keys()].map((file) => circleFrom(file, to)).filter((circle) => circle !== null)).toEqual(
      [],
    );
  });

  it('keeps every outside library in its room', () => {
    const astray = all
      .filter((each) => !each.to.startsWith('.') && !each.to.startsWith('node:'))
      .map((each) => ({
        ...each,
        name: each.to
          .split('/')
          .slice(0, each.to.startsWith('@') ? 2 : 1)
          .join('/'),
      }))
      .filter(({ from, name }) => LIBRARIES[name]?.test(from) !== true);
    expect(astray).toEqual([]);
  });

  it('lets the pure rooms touch neither disk, clock nor network', () => {
    const outside = all.filter((each) => PURE.includes(room(each.from)) && each.to.startsWith('node:'));
    expect(outside.filter((each) => each.to !== 'node:crypto')).toEqual([]);
  });

  it('starts without what only a run needs', () => {
    const heavy = [...loadedAtStart('cli.ts')].filter((file) =>
      ['read', 'load', 'view', 'write'].includes(room(file)),
    );
    expect(heavy).toEqual([]);
    expect([...loadedAtStart('commands/template/making.ts')].map(room)).toContain('load');
  });

  it('keeps files short', () => {
    const long = sources('src')
      .filter((file) => !file.includes(join('src', 'lang')))
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });
});
