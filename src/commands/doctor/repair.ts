import { posix } from 'node:path';
import type { Context, Plan, PlannedFile } from '../../console/command.ts';
import { restoredAs } from '../../console/outputs.ts';
import { linesFromLast } from '../../io/line-log.ts';
import type { Io } from '../../io.ts';
import type { Line } from '../../ledger/rebuild.ts';
import type { Repaired } from '../../model/check.ts';
import { UserError } from '../../model/error.ts';
import { sha256Of } from '../../model/hash.ts';
import type { Summary } from '../../model/summary.ts';

/** `doctor --repair`: the ledger anew from what itself, inbox, outbox and log still prove, and what was sent put back. */
export async function repairPlan(context: Context): Promise<Plan> {
  const { io, words, flags } = context;
  const { campaignRoot } = await import('../../load/folder.ts');
  const { ledgerFolder } = await import('../../load/memory.ts');
  const root = campaignRoot(io, flags.campaign, []);
  if (root === null) throw new UserError({ kind: 'needs-folder', command: 'doctor --repair' });
  const folder = ledgerFolder(root);
  const files = await restoredFiles(io, root, folder);
  if (await isWhole(io, folder)) {
    const out = `${words.doctor.repaired(null, files.length / 2)}\n`;
    return { out, err: '', files, ledger: [], root, exit: 0 };
  }
  const { repaired, planned } = await rebuilt(io, root, folder);
  return {
    out: `${words.doctor.repaired(repaired, files.length / 2)}\n`,
    err: '',
    files: [...planned, ...files],
    ledger: [],
    root,
    exit: 1,
  };
}

/** What lies changed under the name of something that was sent, of all days, as far as the ledger can be read. */
async function restoredFiles(io: Io, root: string, folder: string): Promise<readonly PlannedFile[]> {
  const { alteredOf } = await import('../../load/altered.ts');
  const ledger = await io.ledger(folder, false);
  if (ledger === null || 'fault' in ledger) return [];
  try {
    const marks = ledger.marks();
    const altered = await alteredOf(io, root, marks, [...new Set(marks.map(({ date }) => date))]);
    const files: PlannedFile[] = [];
    for (const each of altered) files.push(...(await restoredAs(io, root, each)));
    return files;
  } catch {
    return [];
  } finally {
    ledger.close();
  }
}

async function isWhole(io: Io, folder: string): Promise<boolean> {
  const ledger = await io.ledger(folder, false);
  if (ledger === null) return true;
  if ('fault' in ledger) {
    if (ledger.fault !== 'damaged') throw new UserError({ kind: 'ledger', fault: ledger.fault });
    return false;
  }
  try {
    const { lines, cut, otherKey } = ledger.chain();
    ledger.decisions();
    ledger.sent();
    return ledger.integrity().length === 0 && lines.length + cut === 0 && !otherKey;
  } catch {
    return false;
  } finally {
    ledger.close();
  }
}

async function rebuilt(io: Io, root: string, folder: string) {
  const { rebuildLedger, salvage } = await import('../../ledger/rebuild.ts');
  const saved = salvage(folder);
  const contents = new Map([...saved.contents].filter(([sha256, bytes]) => sha256Of(bytes) === sha256));
  const sent = saved.lines.sent.filter(({ sha256 }) => contents.has(String(sha256)));
  const summaries = await summariesIn(io, root);
  const marks = marksProved(io, root, folder, summaries, sent);
  const receipts = receiptsProved(io, root, summaries, saved.lines.receipt);
  for (const { bytes } of marks) contents.set(sha256Of(bytes), bytes);
  const lines = {
    receipt: numbered(saved.lines.receipt, receipts),
    decision: saved.lines.decision,
    sent: numbered(
      sent,
      marks.map(({ line }) => line),
    ),
  };
  const { ledger, head, key } = rebuildLedger(folder, lines, contents);
  const keptAs = `ledger.hong-${sha256Of(bytesAt(io, posix.join(folder, 'ledger.sqlite'))).slice(0, 8)}.sqlite`;
  const repaired: Repaired = {
    kept: { receipts: saved.lines.receipt.length, decisions: saved.lines.decision.length, sent: sent.length },
    proved: { receipts: receipts.length, sent: marks.length },
    lost: saved.lost,
    blind: saved.unreadable,
    keptAs: posix.relative(root, posix.join(folder, keptAs)),
  };
  const wal = bytesAt(io, posix.join(folder, 'ledger.sqlite-wal'));
  const planned: readonly PlannedFile[] = [
    { path: posix.join(folder, keptAs), bytes: bytesAt(io, posix.join(folder, 'ledger.sqlite')) },
    ...(wal.length === 0 ? [] : [{ path: posix.join(folder, `${keptAs}-wal`), bytes: wal }]),
    // A log of the damaged ledger must not be played into the new one.
    { path: posix.join(folder, 'ledger.sqlite-wal'), bytes: new Uint8Array(), unsaid: true },
    { path: posix.join(folder, 'key'), bytes: key, unsaid: true },
    { path: posix.join(folder, 'ledger.sqlite'), bytes: ledger },
    { path: posix.join(folder, 'ledger.seal'), bytes: head, unsaid: true },
  ];
  return { repaired, planned };
}

function bytesAt(io: Io, path: string): Uint8Array {
  return io.files.info(path)?.kind === 'file' ? io.files.read(path) : new Uint8Array();
}

/** New lines behind the ones that are kept under their own numbers. */
function numbered(kept: readonly Line[], more: readonly Omit<Line, 'id'>[]): readonly Line[] {
  const last = kept.reduce((most, { id }) => Math.max(most, id), 0);
  return [...kept, ...more.map((line, n) => ({ ...line, id: last + n + 1 }))];
}

interface FoundSummary {
  readonly date: string;
  readonly stem: string;
  readonly summary: Summary;
}

/** The summaries of the outbox that still carry their data. */
async function summariesIn(io: Io, root: string): Promise<readonly FoundSummary[]> {
  const { openSummary } = await import('../../load/summary-file.ts');
  const outbox = posix.join(root, 'outbox');
  const found: FoundSummary[] = [];
  for (const date of namesIn(io, outbox)) {
    for (const name of namesIn(io, posix.join(outbox, date)).filter((each) => each.endsWith('.xlsx'))) {
      try {
        const { summary } = await openSummary(io, posix.join(outbox, date, name));
        found.push({ date, stem: name.slice(0, -'.xlsx'.length), summary });
      } catch {
        // A form, a foreign file, a summary that cannot be read: it proves nothing.
      }
    }
  }
  return found;
}

function namesIn(io: Io, folder: string): readonly string[] {
  return io.files.info(folder)?.kind === 'folder' ? io.files.list(folder) : [];
}

/** What the log says that daily wrote as final, and still lies in the outbox without a mark. */
function marksProved(
  io: Io,
  root: string,
  folder: string,
  summaries: readonly FoundSummary[],
  known: readonly Line[],
): readonly { readonly line: Omit<Line, 'id'>; readonly bytes: Uint8Array }[] {
  const marks = new Map<string, { line: Omit<Line, 'id'>; bytes: Uint8Array }>();
  for (const { at, date, path } of finalsIn(io, posix.join(folder, 'daily.jsonl'))) {
    const name = posix.basename(path);
    const found = summaries.find((each) => each.date === date && each.stem === name.replace(/\.[a-z]+$/, ''));
    const bytes = bytesAt(io, posix.join(root, path));
    if (found === undefined || bytes.length === 0) continue;
    if (known.some((line) => line.name === name && line.date === date)) continue;
    const { asOf, scopes } = found.summary;
    const data = JSON.stringify({ date, asOf, scopes });
    const line = { date, sent_at: at, number: null, name, sha256: sha256Of(bytes), data, who: null };
    marks.set(path, { line, bytes });
  }
  return [...marks.values()].reverse();
}

interface Final {
  readonly at: number;
  readonly date: string;
  readonly path: string;
}

function* finalsIn(io: Io, log: string): Generator<Final> {
  for (const text of linesFromLast(io.files, log)) {
    let run: { at?: unknown; days?: unknown };
    try {
      run = JSON.parse(text);
    } catch {
      continue;
    }
    const at = Date.parse(String(run?.at));
    if (Number.isNaN(at) || !Array.isArray(run.days)) continue;
    for (const { date, stage, files } of run.days as { date: string; stage: string; files: unknown }[]) {
      if ((stage !== 'final' && stage !== 'supplement') || !Array.isArray(files)) continue;
      for (const path of files)
        if (typeof path === 'string' && path.startsWith(`outbox/${date}/`)) yield { at, date, path };
    }
  }
}

/** Receipts of what lies in the inbox without one: from when a summary says that it was there, else by the file's own time. */
function receiptsProved(
  io: Io,
  root: string,
  summaries: readonly FoundSummary[],
  known: readonly Line[],
): readonly Omit<Line, 'id'>[] {
  const seen = new Set(known.map(({ path, sha256 }) => `${path} ${sha256}`));
  const times = new Map<string, number>();
  for (const { summary } of summaries) {
    const units = new Map(
      summary.scopes.flatMap(({ form, units: all }) =>
        all.map((unit) => [`${form} ${unit.code}`, unit.receivedAt]),
      ),
    );
    for (const { sha256, form, unit } of summary.files) {
      const at = Date.parse(units.get(`${form} ${unit}`) ?? summary.asOf);
      if (!Number.isNaN(at)) times.set(sha256, Math.min(at, times.get(sha256) ?? at));
    }
  }
  return filesUnder(io, root, 'inbox').flatMap((path) => {
    const [date, ...inside] = path.split('/').slice(1);
    if (!/^\d{4}-\d\d-\d\d$/.test(date ?? '') || inside.join('/') === 'received.csv') return [];
    const full = posix.join(root, path);
    const bytes = readable(io, full);
    if (bytes === null) return [];
    const sha256 = sha256Of(bytes);
    if (seen.has(`${path} ${sha256}`)) return [];
    const at = times.get(sha256) ?? Math.min(io.files.info(full)?.modified ?? io.now(), io.now());
    const stated = { stated_at: null, channel: null, on_behalf: 0, who: null };
    return [{ path, sha256, size: bytes.length, seen_at: Math.floor(at), ...stated }];
  });
}

function readable(io: Io, path: string): Uint8Array | null {
  try {
    return io.files.read(path);
  } catch {
    return null;
  }
}

function filesUnder(io: Io, root: string, inside: string): readonly string[] {
  const path = posix.join(root, inside);
  const kind = io.files.info(path)?.kind;
  if (kind === 'file') return [inside];
  return kind === 'folder'
    ? io.files.list(path).flatMap((name) => filesUnder(io, root, posix.join(inside, name)))
    : [];
}
