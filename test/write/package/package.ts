import { posix } from 'node:path';
import { openZip, unpack } from '../../../src/pack/zip.ts';
import { orderFaults } from './order.ts';
import { cellFaults } from './sheets.ts';
import { all, type Element, type Package, treeOf } from './tree.ts';

/** Whatever makes Excel offer a repair, or would if it looked closer; empty for a sound workbook. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const book = packageOf(bytes);
  return [
    ...typeFaults(book),
    ...relationFaults(book),
    ...[...book.trees].flatMap(([name, tree]) => orderFaults(tree).map((fault) => `${name}: ${fault}`)),
    ...cellFaults(book),
  ];
}

export function packageOf(bytes: Uint8Array): Package {
  const zip = openZip(bytes, { entries: 1000, inflated: 2 ** 31, ratio: 1e5 });
  const names = zip.entries.map(({ name }) => name);
  const trees = new Map(
    zip.entries
      .filter(({ name }) => /\.(xml|rels|vml)$/.test(name))
      .map((entry) => [
        entry.name,
        treeOf(new TextDecoder('utf-8', { fatal: true }).decode(unpack(zip, entry))),
      ]),
  );
  const relations = new Map(
    [...trees].flatMap(([name, tree]) => {
      const source = sourceOf(name);
      if (source === null) return [];
      const targets = all(tree, 'Relationship').map(
        ({ attributes }) => [attributes.get('Id') ?? '', resolved(source, attributes)] as const,
      );
      return [[source, new Map(targets)] as const];
    }),
  );
  return { names, trees, relations };
}

/** `xl/_rels/workbook.xml.rels` → `xl/workbook.xml`; '' for those of the package. */
function sourceOf(name: string): string | null {
  const found = /^(.*)_rels\/([^/]*)\.rels$/.exec(name);
  return found === null ? null : `${found[1]}${found[2]}`;
}

function resolved(source: string, attributes: Element['attributes']): string {
  const target = attributes.get('Target') ?? '';
  if (attributes.get('TargetMode') === 'External') return `external:${target}`;
  return target.startsWith('/')
    ? target.slice(1)
    : posix.normalize(posix.join(posix.dirname(source), target));
}

function typeFaults({ names, trees }: Package): readonly string[] {
  const list = trees.get('[Content_Types].xml');
  const defaults = new Set(list?.children.map(({ attributes }) => attributes.get('Extension')));
  const overrides = all(list ?? NOTHING, 'Override').map(
    ({ attributes }) => attributes.get('PartName') ?? '',
  );
  return [
    ...(names[0] === '[Content_Types].xml' ? [] : ['the list of types is not first']),
    ...twice(names.map((name) => name.toLowerCase())).map((name) => `two parts are called ${name}`),
    ...twice(overrides).map((name) => `${name} has two types`),
    ...overrides
      .filter((name) => !names.includes(name.slice(1)))
      .map((name) => `a type for ${name}, which is not there`),
    ...names
      .filter((name) => name !== '[Content_Types].xml')
      .filter((name) => !overrides.includes(`/${name}`))
      .filter((name) => !defaults.has(name.slice(name.lastIndexOf('.') + 1)) || /^xl\/.*\.xml$/.test(name))
      .map((name) => `${name} has no type`),
  ];
}

const NOTHING: Element = { tag: '', name: '', attributes: new Map(), children: [], text: '' };

function relationFaults({ names, trees, relations }: Package): readonly string[] {
  const lists = [...trees].filter(([name]) => sourceOf(name) !== null);
  const reached = new Set(['[Content_Types].xml', ...lists.map(([name]) => name)]);
  const queue = [...(relations.get('')?.values() ?? [])];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (reached.has(part)) continue;
    reached.add(part);
    queue.push(...(relations.get(part)?.values() ?? []));
  }
  return [
    ...lists.flatMap(([name, list]) => [
      ...(names.includes(sourceOf(name) ?? '') || name === '_rels/.rels'
        ? []
        : [`${name} belongs to no part`]),
      ...twice(list.children.map(({ attributes }) => attributes.get('Id') ?? '')).map(
        (id) => `${name}: two of ${id}`,
      ),
    ]),
    ...[...relations].flatMap(([source, targets]) =>
      [...targets.values()]
        .filter((target) => !target.startsWith('external:') && !names.includes(target))
        .map((target) => `${source} points to ${target}, which is not there`),
    ),
    ...names.filter((name) => !reached.has(name)).map((name) => `nothing points to ${name}`),
    ...[...trees].flatMap(([name, tree]) => usedFaults(name, tree, relations.get(name) ?? new Map())),
  ];
}

/** What a part names by `r:id` is in its relationships; charts, drawings and sheets there are named in it. */
function usedFaults(name: string, tree: Element, targets: ReadonlyMap<string, string>): readonly string[] {
  const used = new Set(idsOf(tree));
  return [
    ...[...used].filter((id) => !targets.has(id)).map((id) => `${name}: no relationship ${id}`),
    ...[...targets]
      .filter(([id, target]) => /\/(worksheets|drawings|charts|media)\//.test(`/${target}`) && !used.has(id))
      .filter(([, target]) => !target.endsWith('.rels'))
      .map(([id]) => `${name} does not use its relationship ${id}`),
  ];
}

function idsOf(element: Element): readonly string[] {
  const own = [...element.attributes].flatMap(([name, value]) =>
    /^r:(id|embed|link|pict)$/.test(name) ? [value] : [],
  );
  return [...own, ...element.children.flatMap(idsOf)];
}

export function twice(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) < index);
}
