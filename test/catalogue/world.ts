import { address } from '../../src/model/grid.ts';
import type { ChainCheck, SpoiltLine } from '../../src/model/ledger.ts';
import { drawnDocx } from '../drawn-docx.ts';
import { drawnXlsx } from '../drawn-xlsx.ts';
import { draw } from '../sheet.ts';
import { BYTES } from './bytes.ts';
import { type Block, MARK, type Scenario, shared, TODAY } from './fixture.ts';

/** A scenario as a campaign folder, and where its finding is expected. */
export interface World {
  /** By path relative to the campaign folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** HH:MM of files' own times on the day of their folder. */
  readonly times: ReadonlyMap<string, string>;
  readonly date: string;
  readonly expected: readonly Spot[];
  /** What LibreOffice gives for any old Word document (it takes too long over an empty page); null: this machine has none. */
  readonly office: Uint8Array | 'too-long' | null;
  /** HH:MM when the summary of the day went out. */
  readonly sentAt: string | null;
  /** The workbook that went out, where it is drawn, and what lies under its name in the outbox now. */
  readonly sent: Uint8Array | null;
  readonly outbox: Uint8Array | null;
  readonly chain: ChainCheck;
  /** By path: the code with which the disk refuses to read it. */
  readonly failing: ReadonlyMap<string, string>;
  /** The file that the clerk chose, and HH:MM when he did. */
  readonly choice: { readonly path: string; readonly time: string; readonly mode: string } | null;
  /** Summary workbooks of the office below, still to be made from these files of its own. */
  readonly summaries: readonly {
    readonly path: string;
    readonly named: string;
    readonly files: ReadonlyMap<string, Uint8Array>;
  }[];
}

/** A marked place: a cell, a line of a text file, a file, a unit, or (none of them) the campaign. */
export interface Spot {
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  readonly unit?: string;
}

export function worldOf(scenario: Scenario): World {
  const files = new Map([
    ['campaign.yaml', utf8(shared('campaign.yaml'))],
    ['units.csv', utf8(shared('units.csv'))],
    ...['forms/van-dong.yaml', 'forms/gap-go.yaml'].map((path): [string, Uint8Array] => [
      path,
      utf8(shared(path)),
    ]),
  ]);
  const times = new Map<string, string>();
  const expected: Spot[] = [];
  for (const block of scenario.blocks) {
    for (const made of filesOf(block)) {
      if (made.path !== '') files.set(made.path, made.bytes);
      times.set(made.path, block.time);
      expected.push(...made.expected);
    }
  }
  const days = [...files.keys()].flatMap((path) => /^inbox\/(\d{4}-\d\d-\d\d)\//.exec(path)?.[1] ?? []);
  const office = scenario.blocks.find(({ kind }) => kind === 'office');
  const choice = scenario.blocks.find(({ kind }) => kind === 'counts' || kind === 'counting');
  return {
    files,
    times,
    date: days.sort().at(-1) ?? TODAY,
    expected,
    office: office === undefined ? null : pageOf(office),
    sentAt: scenario.blocks.find(({ kind }) => kind === 'sent')?.time ?? null,
    sent: workbookOf(scenario, 'sent'),
    outbox: workbookOf(scenario, 'outbox'),
    chain: chainOf(scenario.blocks.find(({ kind }) => kind === 'ledger')),
    failing: new Map(
      scenario.blocks
        .filter(({ kind }) => kind === 'fails')
        .map(({ path, named }) => [`inbox/${path}`, named === 'locked' ? 'EBUSY' : 'EACCES']),
    ),
    choice:
      choice === undefined ? null : { path: `inbox/${choice.path}`, time: choice.time, mode: choice.named },
    summaries: scenario.blocks.filter(({ kind }) => kind === 'summary').map(summaryOf),
  };
}

function workbookOf({ blocks }: Scenario, wanted: 'sent' | 'outbox'): Uint8Array | null {
  const body = blocks.find(({ kind }) => kind === wanted)?.body.join('\n') ?? '';
  return body === '' ? null : drawnXlsx(draw(body));
}

/** What became of the lines of the ledger, from lines such as `receipt 3 changed 2021-08-16/hoai-son.xlsx`. */
function chainOf(block: Block | undefined): ChainCheck {
  const lines: SpoiltLine[] = [];
  let [cut, otherKey] = [0, false];
  for (const line of block?.body ?? []) {
    const [kind = '', id = '', how = '', path] = line.replace(MARK, '').trim().split(/\s+/);
    if (kind === 'cut') cut = Number(id);
    else if (kind === 'other-key') otherKey = true;
    else
      lines.push({
        kind: kind as SpoiltLine['kind'],
        id: Number(id),
        how: how as SpoiltLine['how'],
        about: path === undefined ? null : `inbox/${path}`,
      });
  }
  return { lines, cut, otherKey };
}

function pageOf({ body }: Block): World['office'] {
  return body.join('') === '' ? 'too-long' : drawnDocx(draw(body.join('\n')));
}

function summaryOf({ path, named, body }: Block): World['summaries'][number] {
  const files = new Map([
    ['campaign.yaml', utf8(shared('below/campaign.yaml'))],
    ['units.csv', utf8(shared('below/units.csv'))],
  ]);
  for (const made of reportsOf(body)) files.set(made.path, made.bytes);
  return { path: `inbox/${path}`, named, files };
}

interface Made {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: readonly Spot[];
}

function filesOf(block: Block): Made[] {
  const path = `inbox/${block.path}`;
  const whole: Spot[] = block.marked ? [{ file: path }] : [];
  switch (block.kind) {
    case 'sheet': {
      const { sheets } = draw(block.body.join('\n'));
      const bytes = drawnXlsx(draw(block.body.join('\n').replaceAll(` ${MARK}`, '').replaceAll(MARK, '')));
      return [{ path, bytes, expected: [...whole, ...marksOf(path, sheets)] }];
    }
    case 'text':
      return [
        { path, bytes: utf8(unmarked(block.body)), expected: [...whole, ...markedLines(path, block.body)] },
      ];
    case 'bytes': {
      const make = BYTES[block.named];
      if (make === undefined) throw new Error(`no such bytes: ${block.named}`);
      return [{ path, bytes: make(), expected: whole }];
    }
    case 'reports':
      return reportsOf(block.body);
    case 'fails':
    case 'summary':
      return [{ path, bytes: new Uint8Array(), expected: whole }];
    case 'ledger':
      return [{ path: '', bytes: new Uint8Array(), expected: block.body.flatMap(spoiltSpot) }];
    case 'outbox':
    case 'sent':
      return block.marked ? [{ path: '', bytes: new Uint8Array(), expected: [{}] }] : [];
    case 'office':
    case 'counts':
    case 'counting':
      return [];
    case 'campaign':
      return [{ path: 'campaign.yaml', bytes: utf8(unmarked(block.body)), expected: [] }];
    case 'units': {
      const units = block.body.filter((line) => line.endsWith(MARK)).map((line) => line.split(',')[0] ?? '');
      return [
        { path: 'units.csv', bytes: utf8(unmarked(block.body)), expected: units.map((unit) => ({ unit })) },
      ];
    }
  }
}

function spoiltSpot(line: string): readonly Spot[] {
  if (!line.endsWith(MARK)) return [];
  const [kind, , , path] = line.split(/\s+/);
  return kind === 'receipt' ? [{ file: `inbox/${path}` }] : [{}];
}

function marksOf(path: string, sheets: ReturnType<typeof draw>['sheets']): Spot[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }) =>
      cells
        .filter(({ shown }) => shown.endsWith(MARK))
        .map(({ row, col }) => ({ file: path, sheet: name, cell: address(row, col) })),
    ),
  );
}

function markedLines(path: string, body: readonly string[]): Spot[] {
  return body.flatMap((line, index) => (line.endsWith(MARK) ? [{ file: path, line: index + 1 }] : []));
}

function unmarked(body: readonly string[]): string {
  return `${body.map((line) => line.replace(new RegExp(`\\s*${MARK}$`), '')).join('\n')}\n`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** One Mẫu 02 a unit and day of the table; its running total stands at E6, where a mark on the number points. */
function reportsOf(body: readonly string[]): Made[] {
  const [head = [], ...rows] = body.map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([unit = '', ...totals], index) =>
    totals.flatMap((told, day) => {
      const date = head[day + 1] ?? '';
      if (told === '') return [];
      const path = `inbox/${date}/${fileName(unit)}`;
      const [, month, dayOfMonth] = date.split('-').map(Number);
      const sheet = draw(`
        ỦY BAN NHÂN DÂN ${unit.toUpperCase()}
        BÁO CÁO HÀNG NGÀY
        Số liệu cài đặt, sử dụng ứng dụng Bluezone
        (ngày ${dayOfMonth} tháng ${month} năm 2021)
        STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại
        1 | Nguyễn Văn An | Thôn 1 | 09120000${index}1 | ${told.replace(MARK, '').trim()}
        2 | Trần Thị Bình | Thôn 2 | 09120000${index}2 |`);
      const expected = told.endsWith(MARK) ? [{ file: path, sheet: 'Sheet1', cell: 'E6' }] : [];
      return [{ path, bytes: drawnXlsx(sheet), expected }];
    }),
  );
}

/** "Xã Hoài Sơn" → xa-hoai-son.xlsx. */
function fileName(unit: string): string {
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd');
  return `${plain.toLowerCase().replace(/\s+/g, '-')}.xlsx`;
}
