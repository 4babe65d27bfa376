import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter, manyDays, smallReport, unitName } from '../../bench/world.js';
import { main } from '../../src/cli.ts';
import { quietIo } from '../quiet-io.ts';

/** A campaign of a quarter at its real size; what it costs is measured in `bench/`. */
const DAYS = 90;
const UNITS = 200;
const LAST = dayAfter(DAYS - 1);
/** Long after the files were put there: what changed just before it was read is read once more. */
const NOW = Date.parse('2099-01-01T00:00:00Z');

let folder = '';
beforeAll(() => {
  folder = manyDays(DAYS, UNITS);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command answers, and the files of the inbox that it opened. */
async function run(command: string): Promise<{ readonly json: string; readonly opened: readonly string[] }> {
  const opened: string[] = [];
  const printed = { out: '', err: '' };
  const io = quietIo(folder, printed);
  const files = {
    ...io.files,
    read: (path: string) => {
      if (path.includes('/inbox/')) opened.push(path.split('/inbox/')[1] ?? path);
      return io.files.read(path);
    },
  };
  const exit = await main([command, '-d', LAST, '--json'], { ...io, files, now: () => NOW });
  expect(exit, printed.err.slice(-2000)).toBe(0);
  return { json: printed.out, opened };
}

describe(`${DAYS} days of ${UNITS} units`, () => {
  it('are read once: status and aggregate then answer without opening a file, but for one that changed', {
    timeout: 600_000,
  }, async () => {
    const first = await run('aggregate');
    // Each report, and the received.csv of each day.
    expect(new Set(first.opened).size).toBe(DAYS * (UNITS + 1));
    expect(first.opened).toHaveLength(DAYS * (UNITS + 1));
    const before = JSON.parse(first.json).scopes[0].total;
    expect(before.figures.installed).toEqual({
      // Each has 300 persons and three for every day and number that it has.
      value: UNITS * (300 + 3 * (DAYS - 1)) + (3 * UNITS * (UNITS - 1)) / 2,
      units: UNITS,
      carried: 0,
    });

    const second = await run('aggregate');
    expect(second.opened).toEqual([]);
    expect(second.json === first.json).toBe(true);
    const board = await run('status');
    expect(board.opened).toEqual([]);
    expect(JSON.parse(board.json).scopes[0].completeness).toMatchObject({ expected: UNITS, onTime: UNITS });

    const file = `${dayAfter(DAYS - 2)}/7.csv`;
    writeFileSync(join(folder, 'inbox', file), smallReport(unitName(7), dayAfter(DAYS - 2), 1));
    const third = await run('aggregate');
    expect(third.opened).toEqual([file]);
    const after = JSON.parse(third.json).scopes[0].total;
    expect(after.figures).toEqual(before.figures);
    expect(after.delta.installed).toBe(before.delta.installed + 3 * (DAYS - 2 + 7 - 1));
  });
});
