import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/write/annotate/annotate.ts';
import { AUTHOR, annotation, mark, part, sample, workbookOf } from '../write/annotate/sample.ts';
import { office, pdfText, python } from './office.ts';

const FACTS = readFileSync(join(import.meta.dirname, 'annotate_openpyxl.py'), 'utf8');
const MARKS = [mark('Mẫu 02', 'E6'), mark('Mẫu 02', 'D3', 'warning'), mark('Mẫu 02', 'E8')];
const { folder, convert } = office();

interface Facts {
  readonly sheets: readonly string[];
  readonly comments: { readonly [cell: string]: string };
  readonly [fact: string]: unknown;
}

async function annotated(name: string): Promise<string> {
  const bytes = sample(name);
  const workbook = await workbookOf(bytes);
  const file = join(folder, name);
  writeFileSync(file, annotate({ isXlsx: true, bytes, workbook }, annotation(MARKS)).bytes);
  return file;
}

describe.each(['openpyxl.xlsx', 'libreoffice.xlsx', 'macros.xlsm', 'threads.xlsx'])(
  '%s, annotated',
  (name) => {
    test('opens in openpyxl with all that it had', async () => {
      const facts = python(FACTS, await annotated(name)) as Facts;
      expect(facts).toMatchObject({
        sheets: ['Cần sửa', 'Mẫu 02', 'Danh mục', 'Ẩn'],
        active: 'Danh mục',
        charts: { 'Mẫu 02': 1 },
        images: { 'Mẫu 02': 1 },
        rules: { 'Mẫu 02': 2 },
        tables: { 'Danh mục': ['DanhMuc'] },
        marked: ['FFF8CBAD', 'FFFFF2CC', expect.not.stringContaining('FFF')],
        formula: '=SUM(E5:E12)',
      });
      expect(facts.links).toContainEqual(['C5', "'Mẫu 02'!D3"]);
      expect(Object.keys(facts.comments).sort()).toEqual(['Mẫu 02!D3', 'Mẫu 02!E6', 'Mẫu 02!E8']);
      expect(facts.comments['Mẫu 02!E6']).toBe(`${AUTHOR}:\nĐiểm của ô E6 <&>.`);
      expect(facts.comments['Mẫu 02!E8']).toMatch(/^Đã hỏi lại thôn\.\s/);
      expect(JSON.stringify(facts.areas)).toContain('$A$1:$E$13');
    });

    test('opens in LibreOffice, which keeps the notes and the list', async () => {
      const file = await annotated(name);
      expect(pdfText(convert(file, 'pdf'))).toContain('CÁC ĐIỂM CẦN SỬA');
      const again = python(FACTS, convert(file, 'xlsx')) as Facts;
      expect(again.sheets).toEqual(['Cần sửa', 'Mẫu 02', 'Danh mục', 'Ẩn']);
      expect(Object.keys(again.comments).sort()).toEqual(['Mẫu 02!D3', 'Mẫu 02!E6', 'Mẫu 02!E8']);
      expect(again.comments['Mẫu 02!E6']).toContain('Điểm của ô E6 <&>.');
    });

    test('is known again after LibreOffice has saved it', async () => {
      const bytes = readFileSync(convert(await annotated(name), 'xlsx'));
      const second = annotate(
        { isXlsx: true, bytes, workbook: await workbookOf(bytes) },
        annotation(MARKS.slice(0, 1)),
      );
      expect(second.how).toBe('patched');
      expect((await workbookOf(second.bytes)).sheets.map((sheet) => sheet.name)).toEqual([
        'Cần sửa',
        'Mẫu 02',
        'Danh mục',
        'Ẩn',
      ]);
      const comments = part(second.bytes, 'xl/comments2.xml');
      expect(comments.match(/Điểm của ô E6/g)).toHaveLength(1);
      expect(comments).toContain('Điểm này đã được sửa.');
    });

    test('has well-formed parts', async () => {
      const file = await annotated(name);
      const out = execFileSync('/usr/bin/python3', ['-c', WELL_FORMED, file], { encoding: 'utf8' });
      expect(out.trim()).toBe('[]');
    });
  },
);

const WELL_FORMED = `
import sys, zipfile, xml.dom.minidom
bad = []
with zipfile.ZipFile(sys.argv[1]) as package:
    assert package.testzip() is None
    names = package.namelist()
    assert len(names) == len({name.lower() for name in names})
    for name in names:
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                xml.dom.minidom.parseString(package.read(name))
            except Exception as error:
                bad.append((name, str(error)))
print(bad)
`;
