import type { Finding, FindingCode } from '../../src/core/finding.ts';
import { parseAddress, rangeAddress } from '../../src/core/grid.ts';
import { group } from '../../src/core/grouping.ts';
import { instantOf } from '../../src/core/time.ts';
import { load } from '../../src/load/load.ts';
import { memoryIo } from '../memory-io.ts';
import type { Scenario } from './fixture.ts';
import { type Spot, type World, worldOf } from './world.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** What the whole program finds in a scenario, as a person is told it; 16:00 on its last day. */
export async function findingsOf(world: World): Promise<Finding[]> {
  const io = memoryIo({
    cwd: '/campaign',
    now: `${world.date}T16:00:00+07:00`,
    files: Object.fromEntries([...world.files].map(([path, bytes]) => [`/campaign/${path}`, bytes])),
  });
  for (const [path, time] of world.times) {
    const date = /\d{4}-\d\d-\d\d/.exec(path)?.[0] ?? world.date;
    io.times.set(`/campaign/${path}`, instantOf(date, time, ZONE));
  }
  const batch = await load(io, {
    paths: [],
    campaign: undefined,
    date: world.date,
    asOf: undefined,
    progress: () => {},
  });
  return group(batch.findings);
}

/** What a scenario raises: the marked finding in its places, and the codes of all others. */
export interface Outcome {
  readonly found: readonly Finding[];
  readonly spots: readonly string[];
  readonly expected: readonly string[];
  readonly others: readonly string[];
}

export async function run(code: FindingCode, scenario: Scenario): Promise<Outcome> {
  const world = worldOf(scenario);
  // Units that the scenario says nothing of have sent nothing, and every rate names them.
  const all = (await findingsOf(world)).filter(
    (each) => each.code === code || each.code !== 'across/not-in-rate',
  );
  const found = all.filter((each) => each.code === code);
  return {
    found,
    spots: found.flatMap((each) => spotsOf(each, world)).sort(),
    expected: expectedOf(found, world).map(printed).sort(),
    others: [...new Set(all.map((each) => each.code))].filter((each) => each !== code).sort(),
  };
}

/** A mark in a cell stands for the whole report where the finding is about it. */
function expectedOf(found: readonly Finding[], { expected }: World): readonly Spot[] {
  if (found.some(({ at }) => at.cell !== undefined)) return expected;
  return expected.map((spot) => (spot.cell === undefined ? spot : { file: spot.file ?? '' }));
}

/** A finding's places in the same words as the marks: the cells of a range one by one, else the line, file or unit. */
function spotsOf({ at }: Finding, { expected }: World): string[] {
  if (at.cell !== undefined && expected.some(({ cell }) => cell !== undefined)) {
    return cellsOf(at.cell).map((cell) => printed({ ...at, cell }));
  }
  if (at.file === 'units.csv') return [printed({ unit: at.unit ?? '' })];
  if (at.line !== undefined && at.file !== undefined) return [printed({ file: at.file, line: at.line })];
  if (at.file === undefined) return [printed({ unit: at.unit ?? '' })];
  const inside = expected.find(
    ({ file }) => file?.startsWith(`${at.file}/`) || at.file?.startsWith(`${file}!/`),
  );
  return [printed({ file: inside?.file ?? at.file })];
}

function cellsOf(range: string): string[] {
  const [from = '', to = from] = range.split(':');
  const [first, last] = [parseAddress(from), parseAddress(to)];
  if (first === null || last === null) return [range];
  const cells: string[] = [];
  for (let row = first.row; row <= last.row; row++) {
    for (let col = first.col; col <= last.col; col++) {
      cells.push(rangeAddress({ top: row, bottom: row, left: col, right: col }));
    }
  }
  return cells;
}

function printed({ file, sheet, cell, line, unit }: Spot): string {
  if (cell !== undefined) return `${file} › ${sheet} › ${cell}`;
  if (line !== undefined) return `${file} › line ${line}`;
  return file ?? `unit ${unit}`;
}
