import { decodeText, scanXml } from '../../../src/pack/xml.ts';

/** An element as it was written: names with their prefixes, attributes too. */
export interface Element {
  readonly tag: string;
  /** Without the prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/** The root of a part. Throws where it is not well formed. */
export function treeOf(source: string): Element {
  const top: Element = { tag: '', name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  const xml = scanXml(source);
  for (;;) {
    const here = open.at(-1) ?? top;
    switch (xml.next()) {
      case 'open': {
        const made = elementOf(source.slice(xml.start, xml.end));
        here.children.push(made);
        open.push(made);
        break;
      }
      case 'close':
        open.pop();
        break;
      case 'text':
        here.text += xml.text();
        break;
      case 'end': {
        const [root, ...more] = top.children;
        if (root === undefined || more.length > 0) throw new Error('not one root');
        return root;
      }
    }
  }
}

function elementOf(source: string): Element {
  const tag = /^<([^\s/>]+)/.exec(source)?.[1] ?? '';
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(
    /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (attributes.has(name)) throw new Error(`${tag} has ${name} twice`);
    attributes.set(name, decodeText(double ?? single ?? ''));
  }
  return { tag, name: tag.slice(tag.indexOf(':') + 1), attributes, children: [], text: '' };
}

/** All elements of a name, at any depth. */
export function all(element: Element, name: string): readonly Element[] {
  const own = element.children.filter((child) => child.name === name);
  return [...own, ...element.children.flatMap((child) => all(child, name))];
}

/** The first child of a name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

export function number(element: Element | undefined, attribute: string): number {
  return Number(element?.attributes.get(attribute));
}
/** A package, read part by part; what is not XML (a picture) has no tree. */
export interface Package {
  readonly names: readonly string[];
  readonly trees: ReadonlyMap<string, Element>;
  /** By part, what its relationships name: id → part. */
  readonly relations: ReadonlyMap<string, ReadonlyMap<string, string>>;
}
