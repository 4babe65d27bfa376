import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/error.ts';
import { readForm } from '../../src/read/forms.ts';

const shipped = new URL('../../templates/forms/', import.meta.url);

test('the shipped forms are read', () => {
  const ids = readdirSync(shipped)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readForm(name, readFileSync(new URL(name, shipped), 'utf8')).id);
  expect(ids.sort()).toEqual(['mau-01', 'mau-02', 'tong-hop']);
});

const GOOD = `
id: lut-01
scope: flood
name: { vi: Mẫu thiệt hại, en: Damage form }
layout: table
fields:
  - { id: hamlet, label: { vi: Thôn, en: Hamlet }, type: text, required: true }
  - { id: houses, label: { vi: Số nhà ngập, en: Flooded houses }, type: count, required: true }
measures:
  - { id: houses, label: { vi: Số nhà ngập, en: Flooded houses }, from: { sum: houses } }
rules:
  - range: { field: houses, max: 500 }
    words: { vi: Quá 500 nhà, en: More than 500 houses }
`;

test('what is left out has a plain value', () => {
  const form = readForm('forms/lut-01.yaml', GOOD);
  expect(form).toMatchObject({
    id: 'lut-01',
    version: 1,
    sheetTitle: { vi: 'Mẫu thiệt hại' },
    titles: [],
    defaultBase: null,
  });
  expect(form.measures[0]).toMatchObject({
    from: { kind: 'sum', field: 'houses' },
    cumulative: true,
    within: null,
  });
  expect(form.rules).toEqual([
    {
      kind: 'range',
      field: 'houses',
      min: null,
      max: 500,
      words: { vi: 'Quá 500 nhà', en: 'More than 500 houses' },
    },
  ]);
});

describe('a mistake is named with its line', () => {
  const cases: [string, string, string, object][] = [
    [
      'an unknown key',
      'layout: table',
      'layuot: table',
      { kind: 'yaml-unknown-key', line: 5, nearest: 'layout' },
    ],
    [
      'an unknown key of a field',
      'type: count, required',
      'type: count, requried',
      { kind: 'yaml-unknown-key', line: 8, nearest: 'required' },
    ],
    ['a missing key', 'scope: flood', '', { kind: 'yaml-missing-key', key: 'scope' }],
    [
      'an unknown type',
      'type: text',
      'type: txt',
      { kind: 'yaml-value', line: 7, key: 'fields[0].type', shown: 'txt' },
    ],
    [
      'two sources of a measure',
      '{ sum: houses }',
      '{ sum: houses, rows: true }',
      { kind: 'yaml-value', line: 10 },
    ],
    [
      'a field that is not there',
      '{ sum: houses }',
      '{ sum: house }',
      { kind: 'yaml-reference', line: 10, name: 'house', nearest: 'houses' },
    ],
    [
      'a rule on no field',
      'field: houses, max',
      'field: roofs, max',
      { kind: 'yaml-reference', line: 12, name: 'roofs' },
    ],
    [
      'an id twice',
      'id: hamlet',
      'id: houses',
      { kind: 'yaml-value', line: 8, shown: 'houses', expected: 'unique' },
    ],
    [
      'a broken pattern',
      'range: { field: houses, max: 500 }',
      'pattern: { field: hamlet, pattern: "(" }',
      { kind: 'yaml-value', line: 12, expected: 'regex' },
    ],
    ['no YAML at all', 'layout: table', 'layout: [', { kind: 'yaml-syntax' }],
  ];
  test.each(cases)('%s', (_name, from, to, problem) => {
    expect(GOOD).toContain(from);
    let caught: unknown;
    try {
      readForm('forms/lut-01.yaml', GOOD.replace(from, to));
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UserError);
    expect((caught as UserError).problem).toMatchObject({ file: 'forms/lut-01.yaml', ...problem });
  });
});
