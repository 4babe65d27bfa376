import { fail } from './fault.ts';
import { scanXml, type Xml } from './xml.ts';
import { decodeXml } from './xml-text.ts';
import { unpack, type Zip, type ZipEntry } from './zip.ts';

/** The parts of an office package, found by name without regard to letter case, as the standard says. */
export interface Parts {
  readonly zip: Zip;
  readonly byName: ReadonlyMap<string, ZipEntry>;
  readonly limits: { readonly depth: number };
}

/** One relationship of a part to another one inside the package. */
export interface Relation {
  /** Last step of its type: `worksheet`, `sharedStrings`. Strict and transitional packages differ only before it. */
  readonly type: string;
  /** Part name without a leading slash. */
  readonly target: string;
}

export function openParts(zip: Zip, limits: Parts['limits']): Parts {
  const byName = new Map<string, ZipEntry>();
  for (const entry of zip.entries) {
    const key = partKey(entry.name);
    if (!byName.has(key)) byName.set(key, entry);
  }
  return { zip, byName, limits };
}

/** Part names are the same whatever their letter case and leading slash. */
export function partKey(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

/** A scanner over a part, or null when the package has no such part. */
export function scanPart(parts: Parts, name: string): Xml | null {
  const entry = parts.byName.get(partKey(name));
  if (entry === undefined) return null;
  return scanXml(decodeXml(unpack(parts.zip, entry)), parts.limits);
}

/** As `scanPart`, for parts that something else in the package refers to. */
export function needPart(parts: Parts, name: string): Xml {
  return scanPart(parts, name) ?? fail({ kind: 'damaged', detail: `no part ${name}` });
}

/** The relationships of a part by id; of the package itself with the name ''. */
export function relationsOf(parts: Parts, name: string): ReadonlyMap<string, Relation> {
  const folder = folderOf(name);
  const relations = new Map<string, Relation>();
  const xml = scanPart(parts, relationsPart(name));
  if (xml === null) return relations;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'Relationship') continue;
    if (xml.attribute('TargetMode')?.toLowerCase() === 'external') continue;
    const type = xml.attribute('Type') ?? '';
    const target = resolve(folder, xml.attribute('Target') ?? '');
    relations.set(xml.attribute('Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target });
  }
  return relations;
}

/** Name of the part that holds the relationships of a part. */
export function relationsPart(name: string): string {
  const folder = folderOf(name);
  return `${folder}_rels/${name.slice(folder.length)}.rels`;
}

/** With its slash; empty for a part at the top. */
export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** Name of the part that a target names: absolute with a leading slash, else relative to the folder of its source. */
function resolve(folder: string, target: string): string {
  const plain = unquote(target).replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function unquote(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

const WORKBOOK_TYPE =
  /(spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template)\.macroEnabled)\.main\+xml/i;

/** Name of the workbook part: by the package's relationships, else by content type, else the usual one. */
export function findWorkbook(parts: Parts): string {
  for (const { type, target } of relationsOf(parts, '').values()) {
    if (type === 'officeDocument' && parts.byName.has(partKey(target))) return target;
  }
  const types = scanPart(parts, '[Content_Types].xml');
  for (let event = types?.next(); types != null && event !== 'end'; event = types.next()) {
    if (event !== 'open' || types.name !== 'Override') continue;
    if (WORKBOOK_TYPE.test(types.attribute('ContentType') ?? '')) {
      return partKey(types.attribute('PartName') ?? '');
    }
  }
  return 'xl/workbook.xml';
}
