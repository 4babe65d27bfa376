import { describe, expect, test } from 'vitest';
import { group } from '../../../src/day/grouping.ts';
import { finding } from '../../../src/model/finding.ts';
import { screenOf } from '../../../src/write/terminal/paint.ts';
import { problemLines } from '../../../src/write/terminal/problems.ts';
import { writeTerminal } from '../../../src/write/terminal/terminal.ts';
import { screenWidth } from '../../../src/write/terminal/text.ts';
import { sampleFindings, sampleInput } from '../../view/sample.ts';

const screen = (columns: number, verbose = false) => ({
  columns,
  colour: false,
  verbose,
  quiet: false,
});

describe('what aggregate prints', () => {
  test.each([56, 80, 120])('fits a screen of %i characters', async (columns) => {
    const text = writeTerminal(sampleInput(), screen(columns));
    await expect(text).toMatchFileSnapshot(`../expected/terminal-${columns}.txt`);
    for (const line of text.split('\n')) expect(screenWidth(line)).toBeLessThanOrEqual(columns);
  });

  test('speaks English', async () => {
    await expect(writeTerminal(sampleInput('en'), screen(100))).toMatchFileSnapshot(
      '../expected/terminal-en.txt',
    );
  });

  test('says with -v also why, and the notes', () => {
    const text = writeTerminal(sampleInput(), screen(100, true));
    expect(text).toContain('Bản mới nhất được chấp nhận là bản được tính');
    expect(text).not.toContain('thêm -v');
  });

  test('says with -q who is missing and the problems, and nothing else', () => {
    const quiet = { ...screen(80), quiet: true };
    const text = writeTerminal(sampleInput(), quiet);
    expect(text).toMatch(/^Đã gửi, chưa dùng được \(1\): Xã Thí Dụ Bắc/);
    expect(text).toContain('Điểm cần rà: ');
    expect(text).not.toContain('Toàn địa bàn');
    const { summary } = sampleInput();
    const scopes = summary.scopes.map((scope) => ({ ...scope, units: [], senders: [] }));
    const calm = sampleInput('vi', { findings: [], summary: { ...summary, scopes } });
    expect(writeTerminal(calm, quiet)).toBe('');
  });

  test('keeps a file to one screen without -v, errors first', () => {
    const [, , , , , one] = sampleFindings();
    if (one === undefined) throw new Error('no finding');
    const hidden = finding('report/hidden-rows', { ...one.at, row: 0, cell: 'A1' }, { rows: 2 });
    const errors = Array.from({ length: 12 }, (_, index) => ({
      ...one,
      at: { ...one.at, row: index * 2 + 1, cell: `E${index * 2 + 2}` },
    }));
    for (const columns of [40, 80, 100, 200]) {
      const text = problemLines(sampleInput('vi', { findings: group([hidden, ...errors]) }), screen(columns));
      const block = text.join('\n').split('\n\n')[1] ?? '';
      expect(block.split('\n').length).toBeLessThanOrEqual(22);
      const shown = block.match(/✗/g)?.length ?? 0;
      expect(block.includes(' ! ')).toBe(shown === 12);
      if (shown < 12) expect(block).toContain(`và ${13 - shown} điểm nữa`);
    }
    const all = problemLines(sampleInput('vi', { findings: group([hidden, ...errors]) }), screen(80, true));
    expect(all.join('\n').match(/✗/g)).toHaveLength(12);
  });

  test('says that all is well', () => {
    const text = writeTerminal(sampleInput('vi', { findings: [] }), screen(80));
    expect(text).toContain('Đã kiểm 31 quy tắc trên 6 báo cáo, không có điểm cần rà.');
  });

  test('uses colour only where it is wanted', () => {
    const stream = (isTerminal: boolean) => ({ isTerminal, columns: 80, write: () => {} });
    expect(screenOf(stream(true), {}).colour).toBe(true);
    expect(screenOf(stream(false), {}).colour).toBe(false);
    expect(screenOf(stream(true), { NO_COLOR: '1' }).colour).toBe(false);
    expect(screenOf(stream(true), { NO_COLOR: '' }).colour).toBe(true);
    expect(screenOf(stream(true), { TERM: 'dumb' }).colour).toBe(false);
    expect(screenOf(stream(true), {}, { noColor: true }).colour).toBe(false);
    expect(screenOf(stream(false), { FORCE_COLOR: '1' }).colour).toBe(true);
    const painted = writeTerminal(sampleInput(), { ...screen(80), colour: true });
    expect(painted).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is told
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(writeTerminal(sampleInput(), screen(80)));
  });
});
