import {
  appended,
  type Edit,
  type Element,
  edited,
  elements,
  needElement,
  prefixOf,
  withAttribute,
} from './tag.ts';

/** Styles of the list's own cells. */
export type ListStyle = 'title' | 'line' | 'head' | 'text' | 'center' | 'link';

/** The cell formats of a workbook, to which marked copies are added. Nothing that is there is changed. */
export interface Styles {
  /** The number of a format like `base`, with the mark of its gravity over its own ground and border. */
  marked(base: number, gravity: Gravity): number;
  list(style: ListStyle): number;
  /** The part with all that was asked for. */
  text(): string;
}

export type Gravity = 'error' | 'warning';

/** A thick frame and a broken one: they tell the two apart on a printer without colours, too. */
const GROUND: { readonly [G in Gravity]: string } = { error: 'FFF8CBAD', warning: 'FFFFF2CC' };
const FRAME: { readonly [G in Gravity]: { readonly line: string; readonly colour: string } } = {
  error: { line: 'thick', colour: 'FFC00000' },
  warning: { line: 'mediumDashed', colour: 'FFBF8F00' },
};

/** Children of the style sheet that are added to, in the order of the schema, with what an absent one must hold. */
const LISTS = {
  fonts: '<font/>',
  fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  borders: '<border/>',
  cellXfs: '<xf/>',
} as const;
type List = keyof typeof LISTS;
const AFTER: { readonly [L in List]: readonly string[] } = {
  fonts: [
    'fills',
    'borders',
    'cellStyleXfs',
    'cellXfs',
    'cellStyles',
    'dxfs',
    'tableStyles',
    'colors',
    'extLst',
  ],
  fills: ['borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'],
  borders: ['cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'],
  cellXfs: ['cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'],
};

export function openStyles(source: string): Styles {
  const root = needElement(source, 'styleSheet');
  const prefix = prefixOf(root.tag);
  const formats = elements(source, 'styleSheet/cellXfs/xf').map(({ start, end }) => source.slice(start, end));
  const lists = new Map((Object.keys(LISTS) as List[]).map((name) => [name, openList(source, root, name)]));
  const add = (name: List, xml: string): number => lists.get(name)?.add(named(xml, prefix)) ?? 0;
  const kept = new Map<string, number>();
  const once = (key: string, make: () => number): number => {
    const number = kept.get(key) ?? make();
    kept.set(key, number);
    return number;
  };
  const ground = (rgb: string) => once(`ground ${rgb}`, () => add('fills', fill(rgb)));
  const frame = (line: string, rgb: string) => once(`frame ${line}`, () => add('borders', border(line, rgb)));
  return {
    marked: (base, gravity) =>
      once(`${gravity} ${base}`, () => {
        const own = formats[base] ?? formats[0] ?? named('<xf/>', prefix);
        const { line, colour } = FRAME[gravity];
        const tag = /^<[^>]*>/.exec(own)?.[0] ?? own;
        const marked = [
          ['fillId', String(ground(GROUND[gravity]))],
          ['borderId', String(frame(line, colour))],
          ['applyFill', '1'],
          ['applyBorder', '1'],
        ].reduce((made, [name = '', value = '']) => withAttribute(made, name, value), tag);
        return lists.get('cellXfs')?.add(marked + own.slice(tag.length)) ?? 0;
      }),
    list: (style) =>
      once(`list ${style}`, () => {
        const { font, alignment, grid, head } = LIST_STYLES[style];
        const fontId = once(`font ${font}`, () => add('fonts', font));
        const fillId = head ? ground('FFDDEBF7') : 0;
        const borderId = grid ? frame('thin', 'FF404040') : 0;
        return add(
          'cellXfs',
          `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment} wrapText="1"/></xf>`,
        );
      }),
    text: () =>
      edited(
        source,
        [...lists.values()].flatMap((list) => list.edits()),
      ),
  };
}

const FONT = (marks: string, size: number, after = '') =>
  `<font>${marks}<sz val="${size}"/>${after}<name val="Times New Roman"/><family val="1"/></font>`;
const TOP = 'horizontal="left" vertical="top"';
const LIST_STYLES: {
  readonly [S in ListStyle]: {
    readonly font: string;
    readonly alignment: string;
    readonly grid: boolean;
    readonly head: boolean;
  };
} = {
  title: {
    font: FONT('<b/>', 14),
    alignment: 'horizontal="center" vertical="center"',
    grid: false,
    head: false,
  },
  line: { font: FONT('', 12), alignment: TOP, grid: false, head: false },
  head: {
    font: FONT('<b/>', 12),
    alignment: 'horizontal="center" vertical="center"',
    grid: true,
    head: true,
  },
  text: { font: FONT('', 12), alignment: TOP, grid: true, head: false },
  center: { font: FONT('', 12), alignment: 'horizontal="center" vertical="top"', grid: true, head: false },
  link: {
    font: FONT('<u/>', 12, '<color rgb="FF0563C1"/>'),
    alignment: 'horizontal="center" vertical="top"',
    grid: true,
    head: false,
  },
};

function fill(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function border(line: string, rgb: string): string {
  const side = (name: string) => `<${name} style="${line}"><color rgb="${rgb}"/></${name}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}

/** Our own XML with the prefix that the part gives to its names. */
function named(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`);
}

interface OpenList {
  /** Gives the number of what is added. */
  add(xml: string): number;
  edits(): readonly Edit[];
}

function openList(source: string, root: Element, name: List): OpenList {
  const list = elements(source, `styleSheet/${name}`)[0] ?? null;
  const child = LISTS[name].slice(1).match(/^\w+/)?.[0] ?? '';
  const there =
    list === null ? (name === 'fills' ? 2 : 1) : elements(source, `styleSheet/${name}/${child}`).length;
  const added: string[] = [];
  return {
    add: (xml) => there + added.push(xml) - 1,
    edits: () => {
      if (added.length === 0) return [];
      const count = String(there + added.length);
      if (list === null) {
        const prefix = prefixOf(root.tag);
        const xml = `${named(`<${name} count="${count}">${LISTS[name]}`, prefix)}${added.join('')}</${prefix}${name}>`;
        const followers = elements(source, ...AFTER[name].map((each) => `styleSheet/${each}`));
        const [next] = followers;
        return next === undefined ? [appended(root, xml)] : [{ at: next.start, end: next.start, text: xml }];
      }
      const tag = withAttribute(list.tag, 'count', count);
      const edit = appended({ ...list, tag }, added.join(''));
      return list.inside === null ? [edit] : [{ at: list.start, end: list.inside.from, text: tag }, edit];
    },
  };
}

/** A style sheet for a workbook that has none. */
export function bareStyles(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">${LISTS.fills}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
}
