/** What of a page's looks matters to a reader: fonts tell the encoding, number formats the kind of a number, `display` what is hidden. */
export interface Look {
  readonly font?: string;
  /** Excel's own number format code, unescaped. */
  readonly format?: string;
  readonly hidden?: true;
}

export interface StyleSheet {
  /** The looks that a tag, its classes, its `style` and (for `font`) its `face` give, the nearest last. */
  look(name: string, attributes: ReadonlyMap<string, string>): Look;
  /** Takes in the rules of a `<style>`: single tags and classes only; whatever is more elaborate is passed over. */
  add(css: string): void;
}

export function styleSheet(): StyleSheet {
  const rules = new Map<string, Look>();
  return {
    add(css) {
      for (const block of css.split('}')) {
        const brace = block.lastIndexOf('{');
        if (brace < 0) continue;
        const look = declarations(block.slice(brace + 1));
        if (look === NOTHING) continue;
        for (const selector of block.slice(0, brace).split(',')) {
          const key = /^[a-z0-9]*(?:\.[\w-]+)?$/i.exec(
            selector.replace(/<!--|\/\*[^*]*\*\//g, '').trim(),
          )?.[0];
          if (key) rules.set(key.toLowerCase(), { ...rules.get(key.toLowerCase()), ...look });
        }
      }
    },
    look(name, attributes) {
      let look: Look = rules.get(name) ?? NOTHING;
      for (const word of (attributes.get('class') ?? '').toLowerCase().split(/\s+/)) {
        if (word !== '') look = { ...look, ...rules.get(`.${word}`), ...rules.get(`${name}.${word}`) };
      }
      const face = name === 'font' ? attributes.get('face') : undefined;
      if (face) look = { ...look, font: firstFont(face) };
      const style = attributes.get('style');
      return style === undefined ? look : { ...look, ...declarations(style) };
    },
  };
}

const NOTHING: Look = {};

function declarations(css: string): Look {
  let look = NOTHING;
  for (const [, name, value = ''] of css.matchAll(
    /(?:^|[;\s])(font-family|mso-number-format|display|mso-hide)\s*:((?:"[^"]*"|'[^']*'|[^;"'])*)/gi,
  )) {
    switch (name?.toLowerCase()) {
      case 'font-family':
        look = { ...look, font: firstFont(value) };
        break;
      case 'mso-number-format':
        look = { ...look, format: unescapeCss(value) };
        break;
      default:
        if (/^\s*(none|all)\b/i.test(value)) look = { ...look, hidden: true };
    }
  }
  return look;
}

function firstFont(list: string): string {
  return (list.split(',')[0] ?? '').replace(/["']/g, '').trim();
}

/** `"dd\/mm\/yyyy"` is dd/mm/yyyy; `\0022` and the like are characters by number; Excel's names of its own formats stay. */
function unescapeCss(value: string): string {
  const bare = value.trim().replace(/^(["'])([\s\S]*)\1$/, '$2');
  return bare.replace(/\\([0-9a-f]{4})\s?|\\(.)/gi, (_, code, mark) =>
    code === undefined ? mark : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
