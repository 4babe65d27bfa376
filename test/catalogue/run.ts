import { main } from '../../src/cli.ts';
import { group } from '../../src/day/grouping.ts';
import type { Io } from '../../src/io.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type Batch, load } from '../../src/load/load.ts';
import type { Finding, FindingCode } from '../../src/model/finding.ts';
import { parseAddress, rangeAddress } from '../../src/model/grid.ts';
import { sha256Of } from '../../src/model/hash.ts';
import type { RecordedDecision, SentRecord } from '../../src/model/ledger.ts';
import { instantOf } from '../../src/model/time.ts';
import { type MemoryIo, memoryIo } from '../memory-io.ts';
import { edited } from './edit.ts';
import type { Scenario } from './fixture.ts';
import { type Spot, type World, worldOf } from './world.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** What the whole program finds in a scenario, as a person is told it; 16:00 on its last day. */
export async function findingsOf(world: World): Promise<Finding[]> {
  const files = new Map(world.files);
  for (const { path, named, files: below } of world.summaries) {
    files.set(path, edited(await summaryBelow(below, world.date), named));
  }
  if (world.outbox !== null) files.set(`outbox/${world.date}/tong-hop-${world.date}.xlsx`, world.outbox);
  const memory = worldIo('/campaign', files, world);
  const io = {
    ...memory,
    office: async () => pretendOffice(world.office),
    files: { ...memory.files, read: (path: string) => readOn(memory, world, path) },
  };
  const sent = world.sentAt === null ? [] : [await sentAt(io, world, world.sentAt)];
  const ledger = ledgerOf(sent, world);
  const batch = await loaded({ ...io, ledger: async () => ledger }, world.date);
  return group(batch.findings);
}

function readOn(io: MemoryIo, { failing }: World, path: string): Uint8Array {
  const code = failing.get(path.slice('/campaign/'.length));
  if (code !== undefined) throw Object.assign(new Error(code), { code });
  return io.files.read(path);
}

function worldIo(
  root: string,
  files: ReadonlyMap<string, Uint8Array>,
  { date, times }: Partial<World>,
): MemoryIo {
  const io = memoryIo({
    cwd: root,
    now: `${date}T16:00:00+07:00`,
    files: Object.fromEntries([...files].map(([path, bytes]) => [`${root}/${path}`, bytes])),
  });
  for (const path of files.keys()) {
    const day = /\d{4}-\d\d-\d\d/.exec(path)?.[0] ?? date ?? '';
    io.times.set(`${root}/${path}`, instantOf(day, times?.get(path) ?? '14:00', ZONE));
  }
  return io;
}

function loaded(io: Io, date: string, asOf?: string): Promise<Batch> {
  return load(io, { paths: [], campaign: undefined, date, asOf, progress: () => {} });
}

function pretendOffice(page: World['office']) {
  return page === null ? null : async () => page;
}

/** The summary as it went out at a time of the day. */
async function sentAt(io: Io, { date, sent }: World, time: string): Promise<SentRecord> {
  const { summary } = await loaded(io, date, `${date}T${time}`);
  return {
    id: 1,
    date,
    sentAt: instantOf(date, time, ZONE),
    number: null,
    name: `tong-hop-${date}.xlsx`,
    sha256: sent === null ? '' : sha256Of(sent),
    data: JSON.stringify(summary),
  };
}

/** What `resolve --counts` recorded: the versions known are the files that had come by then. */
function chosenAt({ files, times, date, choice }: World): readonly RecordedDecision[] {
  if (choice === null) return [];
  const refTo = (path: string) => {
    return { path, sha256: sha256Of(files.get(path) ?? new Uint8Array()), sheet: null };
  };
  const recordedAt = instantOf(date, choice.time, ZONE);
  if (choice.mode !== '') {
    const mode = choice.mode as 'rows' | 'per-person' | 'stated-total';
    return [
      {
        id: 1,
        by: null,
        recordedAt,
        decision: { kind: 'counting', report: refTo(choice.path), mode, reason: null },
      },
    ];
  }
  const known = [...times].filter(([, time]) => time <= choice.time).map(([path]) => refTo(path));
  const decision = { kind: 'version', report: refTo(choice.path), known, reason: null } as const;
  return [{ id: 1, by: null, recordedAt, decision }];
}

function ledgerOf(sent: readonly SentRecord[], world: World): Ledger {
  const decisions = chosenAt(world);
  return {
    receipts: () => [],
    decisions: () => decisions,
    sent: () => sent,
    marks: () => sent,
    chain: () => world.chain,
    sealedNow: 0,
    content: () => world.sent,
    cached: () => null,
    key: () => null,
    append: () => {},
    integrity: () => [],
    close: () => {},
  };
}

/** What `aggregate` of the office below writes, at 15:30. */
async function summaryBelow(files: ReadonlyMap<string, Uint8Array>, date: string): Promise<Uint8Array> {
  const io = worldIo('/below', files, { date });
  await main(['aggregate', '-d', date, '--as-of', `${date}T15:30`], io);
  const bytes = io.disk.get(`/below/outbox/${date}/tong-hop-${date}.xlsx`);
  if (bytes === undefined) throw new Error(`no summary: ${io.printed.err}`);
  return bytes;
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
  if (at.file === undefined) return [printed(at.unit === undefined ? {} : { unit: at.unit })];
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
  return file ?? (unit === undefined ? 'the campaign' : `unit ${unit}`);
}
