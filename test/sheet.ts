import {
  type Cell,
  type CellValue,
  type Look,
  parseAddress,
  type Range,
  type Row,
  type Sheet,
  type Workbook,
} from '../src/model/grid.ts';

/**
 * Sheets drawn as text, for tests. One line a row, cells between `|`; a blank line is an empty row.
 *
 *     # Sheet1                     starts a sheet (`# Sheet1 (hidden)`)
 *     ! merge A1:E1                a merge; `! picture C9` anchors a picture; `! hide-column C`
 *     BÁO CÁO HÀNG NGÀY            text
 *     1 | Nguyễn Văn A | '0912     number, text, text that looks like a number
 *     2021-08-16                   a date (also 2021-08-16T15:00:00)
 *     1900-01-10#10                a number under a date format
 *     =SUM(A1:A2) -> 12            a formula with its cached value; `=A1 -> ?` has none
 *     #REF! | TRUE | 43%           an error, a boolean, a percentage (0.43)
 *     {.VnTime}Hoµi Nh¬n           a font
 *     ~ 3 | hidden                 a hidden row
 *     **bold** | ~~struck~~ | →in  how a cell looks; each arrow is a step to the right
 *     ␣␣␣three blanks              blanks before a text
 *     ! outline 5:7                rows of the outline's first level, by their numbers
 */
export function draw(text: string): Workbook {
  const sheets: Sheet[] = [];
  let current: {
    name: string;
    hidden: boolean;
    rows: Row[];
    merges: Range[];
    pictures: { row: number; col: number }[];
    hiddenColumns: Set<number>;
    outline: Set<number>;
    next: number;
  } | null = null;
  const open = (name: string, hidden: boolean) => {
    current = {
      ...{ name, hidden, rows: [], merges: [], pictures: [], next: 0 },
      hiddenColumns: new Set<number>(),
      outline: new Set<number>(),
    };
    sheets.push(current);
    return current;
  };
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  for (const raw of lines) {
    const line = raw.trim();
    const head = /^# (.+?)( \(hidden\))?$/.exec(line);
    if (head?.[1] !== undefined) {
      open(head[1], head[2] !== undefined);
      continue;
    }
    const sheet = current ?? open('Sheet1', false);
    const order = /^! (merge|picture|hide-column) (\S+)$/.exec(line);
    if (order?.[1] === 'merge') {
      const [a = '', b = ''] = (order[2] ?? '').split(':');
      const from = parseAddress(a);
      const to = parseAddress(b);
      if (from === null || to === null) throw new Error(`bad merge: ${line}`);
      sheet.merges.push({ top: from.row, left: from.col, bottom: to.row, right: to.col });
      continue;
    }
    if (order?.[1] === 'picture') {
      const at = parseAddress(order[2] ?? '');
      if (at === null) throw new Error(`bad picture: ${line}`);
      sheet.pictures.push(at);
      continue;
    }
    if (order?.[1] === 'hide-column') {
      const at = parseAddress(`${order[2]}1`);
      if (at === null) throw new Error(`bad column: ${line}`);
      sheet.hiddenColumns.add(at.col);
      continue;
    }
    const outline = /^! outline (\d+):(\d+)$/.exec(line);
    if (outline !== null) {
      for (let n = Number(outline[1]); n <= Number(outline[2]); n += 1) sheet.outline.add(n - 1);
      continue;
    }
    const hidden = /^~(?!~)/.test(line);
    const cells = (hidden ? line.slice(1) : line)
      .split('|')
      .flatMap((part, col) => drawCell(part.trim(), sheet.next, col) ?? []);
    const level = sheet.outline.has(sheet.next) ? { outline: 1 } : {};
    if (cells.length > 0) sheet.rows.push({ index: sheet.next, hidden, ...level, cells });
    sheet.next += 1;
  }
  return { sheets };
}

function drawCell(part: string, row: number, col: number): Cell | null {
  if (part === '') return null;
  const font = /^\{([^}]+)\}/.exec(part);
  let body = font === null ? part : part.slice(font[0].length);
  const look = lookOf(body);
  body = body
    .replace(/^→+/, '')
    .replace(/^(\*\*|~~)(.*)\1$/, '$2')
    .replaceAll('␣', ' ');
  const formula = /^=(.*?)\s*->\s*(.+)$/.exec(body);
  if (formula?.[2] !== undefined) body = formula[2];
  const value: CellValue = formula !== null && body === '?' ? { kind: 'uncomputed' } : drawValue(body);
  return {
    row,
    col,
    value,
    shown: value.kind === 'uncomputed' ? '' : body.replace(/^'|#\d+$/g, ''),
    ...(look === null ? {} : { look }),
    ...(font?.[1] === undefined ? {} : { font: font[1] }),
    ...(formula?.[1] === undefined ? {} : { formula: formula[1] }),
  };
}

function lookOf(body: string): Look | null {
  const indent = /^→*/.exec(body)?.[0].length ?? 0;
  const look = {
    ...(/^→*\*\*.*\*\*$/.test(body) ? { bold: true as const } : {}),
    ...(/^→*~~.*~~$/.test(body) ? { struck: 'all' as const } : {}),
    ...(indent === 0 ? {} : { indent }),
  };
  return Object.keys(look).length === 0 ? null : look;
}

function drawValue(body: string): CellValue {
  if (body.startsWith("'")) return { kind: 'text', text: body.slice(1) };
  if (/^-?\d+(\.\d+)?$/.test(body) && !/^-?0\d/.test(body)) return { kind: 'number', number: Number(body) };
  if (/^-?\d+(\.\d+)?%$/.test(body))
    return { kind: 'number', number: Number(body.slice(0, -1)) / 100, percent: true };
  if (/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$/.test(body)) return { kind: 'date', iso: body };
  const dated = /^(\d{4}-\d\d-\d\d)#(\d+)$/.exec(body);
  if (dated?.[1] !== undefined) return { kind: 'date', iso: dated[1], serial: Number(dated[2]) };
  if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(body)) return { kind: 'error', error: body };
  if (body === 'TRUE' || body === 'FALSE') return { kind: 'boolean', boolean: body === 'TRUE' };
  return { kind: 'text', text: body };
}
