import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { writeDocx } from '../../src/write/docx/docx.ts';
import { sampleInput } from '../view/sample.ts';
import { office, pdfText, python } from './office.ts';

const FACTS = `
import json, sys, docx
document = docx.Document(sys.argv[1])
section = document.sections[0]
print(json.dumps([len(document.tables), section.different_first_page_header_footer, round(section.left_margin.mm), round(section.page_width.mm), document.paragraphs[0].text]))
`;

const { folder, convert } = office();
const file = join(folder, 'bao-cao.docx');
writeFileSync(file, writeDocx(viewPages(sampleInput()), WORDS.vi));

describe('the report in words in other programs', () => {
  test('python-docx opens it', () => {
    expect(python(FACTS, file)).toEqual([4, true, 30, 210, 'BÁO CÁO']);
  });

  test('LibreOffice prints it with a number on page 2 alone', () => {
    const [first = '', second = ''] = pdfText(convert(file, 'pdf')).split('\f');
    expect(first).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(first.trimStart()).not.toMatch(/^1\s*\n/);
    expect(second.trimStart()).toMatch(/^2\s*\n/);
    expect(second).toContain('TRƯỞNG PHÒNG');
  });
});
