import type { Package } from './tree.ts';
import { all, child, type Element, number } from './tree.ts';

/** Formulas of all sheets, without what differs from row to row. */
export function formulasOf({ trees }: Package): ReadonlySet<string> {
  const sheets = [...trees].filter(([name]) => name.startsWith('xl/worksheets/'));
  return new Set(
    sheets.flatMap(([, sheet]) =>
      all(sheet, 'c').flatMap((cell) => child(cell, 'f')?.text.replace(/\b[A-Z]{1,3}\d+\b/g, 'A1') ?? []),
    ),
  );
}

/** Faults of the workbook part, its sheets with their cells, shared strings, styles and drawings. */
export function cellFaults(book: Package): readonly string[] {
  const workbook = book.trees.get('xl/workbook.xml');
  if (workbook === undefined) return ['no workbook'];
  const names = all(workbook, 'sheet').map(({ attributes }) => attributes.get('name') ?? '');
  const sheets = all(workbook, 'sheet').map((sheet) => {
    const part = book.relations.get('xl/workbook.xml')?.get(sheet.attributes.get('r:id') ?? '') ?? '';
    return { part, tree: book.trees.get(part) ?? workbook };
  });
  const trees = sheets.map(({ tree }) => tree);
  return [
    ...bookFaults(workbook, names),
    ...sheets.flatMap(({ part, tree }) =>
      [...gridFaults(tree), ...ruleFaults(tree)].map((fault) => `${part}: ${fault}`),
    ),
    ...stringFaults(book.trees.get('xl/sharedStrings.xml'), trees),
    ...styleFaults(book.trees.get('xl/styles.xml'), trees),
    ...[...book.trees].flatMap(([part, tree]) => drawnFaults(part, tree, names)),
  ];
}

function bookFaults(workbook: Element, names: readonly string[]): readonly string[] {
  const sheets = all(workbook, 'sheet');
  const ids = sheets.map(({ attributes }) => attributes.get('sheetId') ?? '');
  const visible = sheets.filter(({ attributes }) => (attributes.get('state') ?? 'visible') === 'visible');
  const active = child(child(workbook, 'bookViews'), 'workbookView')?.attributes.get('activeTab') ?? '0';
  const defined = all(workbook, 'definedName');
  return [
    ...repeated(ids, 'sheetId'),
    ...repeated(
      names.map((name) => name.toLowerCase()),
      'sheet name',
    ),
    ...names
      .filter((name) => !/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/.test(name) || name.toLowerCase() === 'history')
      .map((name) => `no name for a sheet: ${name}`),
    ...(visible.length > 0 ? [] : ['no sheet is to be seen']),
    ...(sheets[Number(active)] === undefined ? ['no active sheet'] : []),
    ...repeated(
      defined.map(({ attributes }) => `${attributes.get('name')} of ${attributes.get('localSheetId')}`),
      'defined name',
    ),
    ...defined.flatMap(({ attributes, text }) => [
      ...(names[Number(attributes.get('localSheetId') ?? 0)] === undefined ? [`${text}: no such sheet`] : []),
      ...refFaults(text, names),
    ]),
  ];
}

/** The sheets that a reference names: `'Tổng hợp'!$A$1:$B$2`. */
function refFaults(text: string, names: readonly string[]): readonly string[] {
  const named = [...text.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}\d_.]+))!/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain ?? '',
  );
  if (named.length === 0) return [`${text} names no sheet`];
  return named.filter((name) => !names.includes(name)).map((name) => `${text}: no sheet ${name}`);
}

function gridFaults(sheet: Element): readonly string[] {
  const faults: string[] = [];
  let above = 0;
  for (const row of child(sheet, 'sheetData')?.children ?? []) {
    const at = number(row, 'r');
    if (!(at > above && at <= 1_048_576)) faults.push(`row ${at} after row ${above}`);
    above = at;
    let before = -1;
    for (const cell of row.children) {
      const ref = cell.attributes.get('r') ?? '';
      const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d+)$/.exec(ref) ?? [];
      const column = columnOf(letters);
      if (Number(digits) !== at || column <= before || column > 16_383) faults.push(`${ref} out of order`);
      before = column;
      faults.push(...valueFaults(cell).map((fault) => `${ref} ${fault}`));
    }
  }
  return [...faults, ...mergeFaults(sheet)];
}

const NUMBER = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i;

function valueFaults(cell: Element): readonly string[] {
  const type = cell.attributes.get('t') ?? 'n';
  const [formula, value] = [child(cell, 'f'), child(cell, 'v')];
  return [
    ...(formula !== undefined && value === undefined ? ['has a formula without a result'] : []),
    ...(['n', 's', 'str', 'b', 'e', 'inlineStr', 'd'].includes(type) ? [] : [`is of no type: ${type}`]),
    ...(type === 'n' && value !== undefined && !NUMBER.test(value.text)
      ? [`is no number: ${value.text}`]
      : []),
  ];
}

function mergeFaults(sheet: Element): readonly string[] {
  const merges = all(sheet, 'mergeCell').map(({ attributes }) => attributes.get('ref') ?? '');
  const taken = new Map<string, string>();
  const faults: string[] = [];
  for (const ref of merges) {
    const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
    for (let row = Number(top); row <= Number(bottom); row += 1) {
      for (let column = columnOf(left); column <= columnOf(right); column += 1) {
        const other = taken.get(`${row}/${column}`);
        if (other !== undefined) faults.push(`${ref} and ${other} overlap`);
        taken.set(`${row}/${column}`, ref);
      }
    }
    if (top === '') faults.push(`${ref} is no range to merge`);
  }
  return [...new Set(faults), ...countFaults(child(sheet, 'mergeCells'), 'mergeCell')];
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Rules have each their own rank; what Excel 2010 adds to one is there under the id that the rule names. */
function ruleFaults(sheet: Element): readonly string[] {
  const rules = all(sheet, 'cfRule');
  const named = all(sheet, 'id').map(({ text }) => text);
  const exact = rules.flatMap(({ attributes }) => attributes.get('id') ?? []);
  return [
    ...repeated(
      rules.flatMap(({ attributes }) => attributes.get('priority') ?? []),
      'priority',
    ),
    ...repeated(exact, 'rule id'),
    ...(named.join() === exact.join() ? [] : ['rules and their extensions differ']),
  ];
}

function stringFaults(strings: Element | undefined, sheets: readonly Element[]): readonly string[] {
  const known = strings?.children.length ?? 0;
  const used = sheets.flatMap((sheet) =>
    all(sheet, 'c').filter(({ attributes }) => attributes.get('t') === 's'),
  );
  const texts = (strings?.children ?? []).map((item) =>
    all(item, 't')
      .map(({ text }) => text)
      .join(''),
  );
  return [
    ...(number(strings, 'count') === used.length ? [] : [`count of strings is not ${used.length}`]),
    ...(number(strings, 'uniqueCount') === known ? [] : [`uniqueCount of strings is not ${known}`]),
    ...used
      .map((cell) => Number(child(cell, 'v')?.text))
      .filter((index) => !(index >= 0 && index < known))
      .map((index) => `no shared string ${index}`),
    ...texts.filter((text) => text.length > 32_767).map(() => 'a text longer than a cell'),
  ];
}

function styleFaults(styles: Element | undefined, sheets: readonly Element[]): readonly string[] {
  const sizeOf = (list: string) => child(styles, list)?.children.length ?? 0;
  const formats = new Set(
    (child(styles, 'numFmts')?.children ?? []).map((format) => number(format, 'numFmtId')),
  );
  const lists = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];
  const cells = sheets.flatMap((sheet) => [...all(sheet, 'c'), ...all(sheet, 'row'), ...all(sheet, 'col')]);
  const outside = (index: string | undefined, list: string) =>
    index !== undefined && !(Number(index) >= 0 && Number(index) < sizeOf(list));
  return [
    ...lists.flatMap((list) => countFaults(child(styles, list), null)),
    ...['cellXfs', 'cellStyleXfs'].flatMap((list) =>
      (child(styles, list)?.children ?? []).flatMap(({ attributes }) => [
        ...(outside(attributes.get('fontId'), 'fonts') ? ['no such font'] : []),
        ...(outside(attributes.get('fillId'), 'fills') ? ['no such fill'] : []),
        ...(outside(attributes.get('borderId'), 'borders') ? ['no such border'] : []),
        ...(outside(attributes.get('xfId'), 'cellStyleXfs') ? ['no such style'] : []),
        ...(Number(attributes.get('numFmtId')) < 164 || formats.has(Number(attributes.get('numFmtId')))
          ? []
          : ['no such number format']),
      ]),
    ),
    ...new Set(cells.map(({ attributes }) => attributes.get('s') ?? attributes.get('style'))).values(),
  ]
    .filter((fault) => fault !== undefined)
    .flatMap((fault) =>
      /^\d+$/.test(fault) ? (outside(fault, 'cellXfs') ? [`no cell style ${fault}`] : []) : [fault],
    )
    .concat(
      sheets
        .flatMap((sheet) => all(sheet, 'cfRule'))
        .filter(({ attributes }) => outside(attributes.get('dxfId'), 'dxfs'))
        .map(() => 'no such dxf'),
    );
}

function drawnFaults(part: string, tree: Element, names: readonly string[]): readonly string[] {
  const refs = part.startsWith('xl/charts/')
    ? all(tree, 'f').flatMap(({ text }) => refFaults(text, names))
    : [];
  const ids = all(tree, 'cNvPr').map(({ attributes }) => attributes.get('id') ?? '');
  const axes = all(tree, 'axId').map(({ attributes }) => attributes.get('val') ?? '');
  const lonely = axes.filter((axis) => axes.filter((other) => other === axis).length !== 2);
  const points = ['strCache', 'numCache']
    .flatMap((cache) => all(tree, cache))
    .flatMap((cache) => {
      const count = number(child(cache, 'ptCount'), 'val');
      return cache.children.filter((point) => point.name === 'pt' && number(point, 'idx') >= count);
    });
  return [
    ...refs,
    ...repeated(ids, 'id of a drawing'),
    ...lonely.map((axis) => `axis ${axis} is not there`),
    ...points.map(() => 'a point past the last'),
  ].map((fault) => `${part}: ${fault}`);
}

function countFaults(list: Element | undefined, item: string | null): readonly string[] {
  if (list === undefined) return [];
  const stated = list.attributes.get('count');
  const there =
    item === null ? list.children.length : list.children.filter(({ name }) => name === item).length;
  return stated === undefined || Number(stated) === there
    ? []
    : [`${list.name} says ${stated} and has ${there}`];
}

function repeated(values: readonly string[], what: string): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) < index))].map(
    (value) => `${what} twice: ${value}`,
  );
}
