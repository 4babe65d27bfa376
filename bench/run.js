// Measures what a clerk waits for, each against a named peer in the same run: only the ratios travel to another machine.
// `npm run bench`; some minutes on two cores. `npm run bench -- --write` keeps the run in docs/bench.md.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import * as sheetjs from '@e965/xlsx';
import excel from 'exceljs';
import { load } from '../docs/load.js';
import { campaign, DATE, dayAfter, form, manyDays, workbook } from './world.js';

const ABOUT = `# Đo tốc độ

<!-- Made by \`npm run bench -- --write\`; not by hand. -->

One run of \`npm run bench -- --write\`. Each line is measured against named peers in the same run, in turns; only the ratios
("times ours": above 1 the peer is slower) travel to another machine, and the milliseconds are those of a machine that had
other work to do. "File" is the size of what was read or written: the summary of 200 units and that of 11,000 are the whole
workbook, all sheets with styles, formulas, charts and the data for the next level, while the peers write its bare values.
`;

const own = await load('bench/ours.ts');
const lines = [];

await smallWorkbooks();
await largeWorkbook();
await toSummary();
await writing(200, 3);
await writing(11_000, 1);
starting();
await ninetyDays();
print();

/** A thousand reports as communes send them: what a province receives in a day. */
async function smallWorkbooks() {
  const files = Array.from({ length: 50 }, (_, n) => workbook(form(`Xã Ví Dụ ${n}`, 20, n)));
  const thousand = (readOne) => async () => {
    for (let n = 0; n < 1000; n += 1) await readOne(files[n % files.length]);
  };
  await compare('read 1,000 workbooks of 20 rows', 3, readers(thousand), size(files[0]));
}

async function largeWorkbook() {
  const file = workbook(form('Xã Ví Dụ', 100_000));
  await compare(
    'read one workbook of 100,000 rows',
    3,
    readers((readOne) => () => readOne(file)),
    size(file),
  );
}

function readers(around) {
  return {
    ours: around(async (bytes) => {
      const [document] = await own.read('a.xlsx', bytes);
      if (document.workbook === null) throw new Error('not read');
    }),
    exceljs: around((bytes) => new excel.Workbook().xlsx.load(bytes)),
    SheetJS: around((bytes) => sheetjs.read(bytes)),
  };
}

/** From the folder to the figures of the summary, checks included; the peer only opens the same files. */
async function toSummary() {
  const { folder, inbox } = campaign(
    200,
    (n) => `${90_000 + n}.xlsx`,
    (unit, n) => workbook(form(unit, 20, n)),
  );
  const files = readdirSync(inbox).filter((name) => name.endsWith('.xlsx'));
  try {
    await compare('200 files to the summary’s figures; the peers only open the files', 3, {
      ours: () => batchOf(folder),
      exceljs: async () => {
        for (const name of files) await new excel.Workbook().xlsx.load(readFileSync(join(inbox, name)));
      },
      SheetJS: () => {
        for (const name of files) sheetjs.read(readFileSync(join(inbox, name)));
      },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The whole workbook, all sheets with styles, formulas and the data for the next level; the peers write its bare values. */
async function writing(units, rounds) {
  const input = own.viewInputOf(await batchOfUnits(units), own.WORDS.vi, null);
  const bytes = await own.writeXlsx(own.viewPages(input));
  const book = sheetjs.read(bytes);
  const values = book.SheetNames.map((name) => sheetjs.utils.sheet_to_json(book.Sheets[name], { header: 1 }));
  await compare(
    `write the summary of ${units.toLocaleString('en')} units; the peers write the bare values`,
    rounds,
    {
      ours: async () => own.writeXlsx(own.viewPages(input)),
      exceljs: () => {
        const bare = new excel.Workbook();
        values.forEach((rows, n) => {
          bare.addWorksheet(`${n}`).addRows(rows);
        });
        return bare.xlsx.writeBuffer();
      },
      SheetJS: () => {
        const bare = sheetjs.utils.book_new();
        values.forEach((rows, n) => {
          sheetjs.utils.book_append_sheet(bare, sheetjs.utils.aoa_to_sheet(rows), `${n}`);
        });
        return sheetjs.write(bare, { type: 'array', compression: true });
      },
    },
    size(bytes),
  );
}

/** One real report, given to every unit of the roster with figures of its own. */
async function batchOfUnits(units) {
  const { folder } = campaign(
    units,
    (n) => `${90_000 + n}.xlsx`,
    (unit, n) => workbook(form(unit, 20, n)),
    1,
  );
  try {
    const batch = await batchOf(folder);
    const [one] = batch.settled;
    const settled = batch.folder.roster.units.map(({ code }, n) => ({
      ...one,
      unit: code,
      path: `inbox/${DATE}/${code}.xlsx`,
      sha256: String(n).padStart(6, '0') + one.sha256.slice(6),
      figures: new Map([
        ['installed', { ...one.figures.get('installed'), value: 500 + ((n * 7919) % 4000) }],
      ]),
    }));
    return { ...batch, ...own.dayOf(settled, batch.folder, DATE, batch.asOf) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function batchOf(folder) {
  return own.load(
    { ...own.realIo(), cwd: folder },
    { paths: [], campaign: undefined, date: DATE, asOf: `${DATE}T16:00`, progress: () => {} },
  );
}

/** The built program, as it is installed. */
function starting() {
  const program = join('bin', 'bluezone-report.js');
  if (!existsSync(join('dist', 'cli.js'))) throw new Error('npm run build first');
  const start = (argv) => {
    const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore' });
    if (status !== 0) throw new Error(argv.join(' '));
  };
  const rounds = Array.from({ length: 15 }, () => ({
    ours: timed(() => start([program, '--help'])),
    'node -e 0': timed(() => start(['-e', '0'])),
  }));
  report('start: `--help`', rounds);
}

function timed(run) {
  const before = performance.now();
  run();
  return performance.now() - before;
}

/** What an unchanged inbox costs once its files have been read: the peer only reads and hashes them. */
async function ninetyDays() {
  const folder = manyDays(90, 200);
  const argv = [join('bin', 'bluezone-report.js'), 'status', '-c', folder, '-d', dayAfter(89)];
  const status = () => {
    if (spawnSync(process.execPath, argv, { stdio: 'ignore' }).status === 2) throw new Error(argv.join(' '));
  };
  const inbox = join(folder, 'inbox');
  try {
    // A file that changed within two seconds before it is read is read once more.
    await new Promise((done) => setTimeout(done, 2500));
    const first = timed(status);
    await compare(
      '`status` over 90 days of 200 unchanged files',
      3,
      {
        ours: status,
        'read and hash them': () => {
          for (const name of readdirSync(inbox, { recursive: true }).filter((path) => path.endsWith('.csv')))
            createHash('sha256')
              .update(readFileSync(join(inbox, name)))
              .digest('hex');
        },
      },
      `first run ${first.toFixed(0)} ms`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rounds are interleaved: what slows the machine for a while slows all alike. */
async function compare(what, count, runs, note) {
  const rounds = [];
  for (let round = 0; round < count; round += 1) {
    const times = {};
    for (const [name, run] of Object.entries(runs)) {
      const before = performance.now();
      await run();
      times[name] = performance.now() - before;
    }
    rounds.push(times);
  }
  report(what, rounds, note);
}

function report(what, rounds, note = '') {
  const names = Object.keys(rounds[0]);
  const of = (name) => median(rounds.map((times) => times[name]));
  for (const name of names) {
    const ratio = name === 'ours' ? '1' : (of(name) / of('ours')).toFixed(2);
    lines.push(`| ${name === 'ours' ? what : ''} | ${name} | ${of(name).toFixed(0)} | ${ratio} | ${note} |`);
    note = '';
  }
  process.stderr.write(`${what}\n`);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function size(bytes) {
  return `${(bytes.length / 1024).toFixed(0)} KB`;
}

function print() {
  const { rss } = process.memoryUsage();
  const table = `| what | who | ms (median) | times ours | file |\n|---|---|---:|---:|---:|\n${lines.join('\n')}\n`;
  const run = `Node ${process.versions.node}, ${availableParallelism()} cores; memory at the end ${(rss / 1024 / 1024).toFixed(0)} MB.\n`;
  console.log(`${table}\n${run}`);
  if (process.argv.includes('--write')) writeFileSync(join('docs', 'bench.md'), `${ABOUT}\n${table}\n${run}`);
}
