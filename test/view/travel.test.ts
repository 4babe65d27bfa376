import { describe, expect, test } from 'vitest';
import { anonymiser } from '../../src/view/anonymous.ts';
import { embeddedCells, travelling } from '../../src/view/embedded.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { sampleInput, sampleSummary } from './sample.ts';

describe('a figure that came in a summary', () => {
  test('is walked back to the file one level down', () => {
    const [first] = sampleInput().sources;
    if (first === undefined) throw new Error('no source');
    const through = {
      sender: 'H1',
      unit: 'A1',
      version: 2,
      sha256: 'abcdef012345',
      sheet: 'Sheet1',
      cells: 'E9:E41',
      receivedAt: null,
      evidence: 'mail' as const,
    };
    const book = viewPages(sampleInput('vi', { sources: [{ ...first, through }] }));
    expect(JSON.stringify(book.pages.find((page) => page.id === 'sources'))).toContain(
      'H1: bản 2, tệp abcdef012345, Sheet1 › E9:E41',
    );
  });
});

describe('what leaves the office', () => {
  test('names files by hash', () => {
    const anonymous = anonymiser(sampleInput(), (hash) => `<${hash}>`);
    expect(anonymous('Bản này thay «inbox/2021-08-16/chi Lan gui.xlsx».')).toBe(
      'Bản này thay «<a2a2a2a2a2a2>».',
    );
    expect(anonymous('chi Lan gui (sua).xlsx')).toBe('<b2b2b2b2b2b2>');
    expect(anonymous('chi Lan gui')).toBe('<a2a2a2a2a2a2>');
  });

  test('leaves the name of a unit alone, though a file bears it', () => {
    const submissions = sampleInput().submissions.map((one) => ({
      ...one,
      path: 'inbox/2021-08-16/Xã Thí Dụ Bắc.xlsx',
    }));
    const anonymous = anonymiser(sampleInput('vi', { submissions }), () => '<>');
    expect(anonymous('Xã Thí Dụ Bắc chưa có cơ sở.')).toBe('Xã Thí Dụ Bắc chưa có cơ sở.');
  });

  test('keeps the figures as they are', () => {
    const { files, findings, ...rest } = travelling(sampleInput());
    const { files: _files, findings: _findings, ...own } = sampleSummary();
    const named = JSON.stringify(rest).replaceAll('a3a3a3a3a3a3', 'inbox/2021-08-16/thi du bac.xlsx');
    expect(JSON.parse(named)).toEqual(own);
    expect(JSON.stringify([rest, files, findings])).not.toMatch(/Lan|inbox|anh Ba/);
  });

  test('is cut where no character is', () => {
    const name = '𝄞'.repeat(40_000);
    const [, count, ...pieces] = embeddedCells(
      sampleInput('vi', { summary: { ...sampleSummary(), campaign: { name, authority: 'x' } } }),
    );
    expect(pieces).toHaveLength(Number(count));
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(30_000);
    for (const piece of pieces) expect(encodeURIComponent(piece)).toBeTruthy();
    expect(JSON.parse(pieces.join('')).campaign.name).toBe(name);
  });

  test('has sheet names that a workbook takes', () => {
    const forms = new Map(
      [...sampleInput().folder.forms].map(([id, form]) => [
        id,
        { ...form, sheetTitle: { vi: 'Doanh nghiệp / khu công nghiệp [2021] và hộ kinh doanh', en: '' } },
      ]),
    );
    const { folder } = sampleInput();
    const names = viewPages(sampleInput('vi', { folder: { ...folder, forms } })).pages.map(
      (page) => page.name,
    );
    expect(names.slice(0, 2)).toEqual(['Doanh nghiệp khu công nghiệp 20', 'Doanh nghiệp khu công nghiệp 2']);
  });
});
