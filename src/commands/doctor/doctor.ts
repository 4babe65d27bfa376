import { posix } from 'node:path';
import type { CommandSpec, Context } from '../../console/command.ts';
import { locksAtOnce } from '../../console/locked.ts';
import { opening, start } from '../../console/start.ts';
import type { Io } from '../../io.ts';
import type { Words } from '../../lang/lang.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Batch } from '../../load/load.ts';
import type { Check } from '../../model/check.ts';
import { UserError } from '../../model/error.ts';
import { sha256Of } from '../../model/hash.ts';

/** `doctor`: checks campaign, roster, inbox and ledger, and says what to do; `--purge` ends a campaign. */
export const doctor: CommandSpec = {
  name: 'doctor',
  operands: [],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun', 'strict'],
  options: ['--purge', '--yes', '--repair'],
  locks: async (context, _operands, options) =>
    options.repair === true || options.purge === true ? locksAtOnce(context, [], options) : null,
  async run(context, _operands, { purge, yes, repair }) {
    const { words, flags } = context;
    if (purge === true) return purgePlan(context, yes === true);
    if (repair === true) return (await import('./repair.ts')).repairPlan(context);
    const batch = await start(context, []);
    const checks = await checksOf(context, batch);
    const { writeJson } = await import('../../write/json.ts');
    const { writeChecks } = await import('../../write/terminal/checks.ts');
    const { screenOf } = await import('../../write/terminal/paint.ts');
    const lines = checks.map((check) => ({ ...check, message: words.doctor.check(check) }));
    const screen = screenOf(context.io.out, context.io.env, { noColor: flags.color === false });
    return {
      out:
        flags.json === true
          ? writeJson({ schema: 'bluezone-report/doctor@1', checks: lines })
          : writeChecks(checks, words, screen),
      err: opening(context, batch),
      files: [],
      ledger: [],
      root: batch.folder.root,
      exit: checks.some(({ state }) => state === 'bad' || (flags.strict === true && state === 'look'))
        ? 1
        : 0,
    };
  },
};

/** Units lack a base: see `checkSetup`. What is remembered and sent is looked at for all days. */
const TOLD_ELSEWHERE = /^campaign\/(base-missing|ledger|sent)/;

async function checksOf(context: Context, batch: Batch): Promise<readonly Check[]> {
  const { messageOf } = await import('../../view/message.ts');
  const { checkSetup } = await import('./setup.ts');
  const days = new Set(batch.settled.map(({ folderDate }) => folderDate));
  const undecided = batch.submissions.filter(({ outcome }) => outcome === 'undecided').length;
  return [
    ...checkSetup(batch.folder),
    {
      kind: 'inbox',
      state: 'good',
      days: days.size,
      files: new Set(batch.settled.map(({ path }) => path)).size,
    },
    ...batch.findings
      .filter(({ code }) => code.startsWith('campaign/') && !TOLD_ELSEWHERE.test(code))
      .map((found): Check => ({ kind: 'finding', state: 'look', message: messageOf(found, context.words) })),
    ...(undecided === 0 ? [] : [{ kind: 'undecided', state: 'look', files: undecided } as const]),
    ...(batch.folder.root === null ? [] : await ledgerChecks(context, batch, batch.folder.root)),
    { kind: 'office', state: 'good', found: (await context.io.office()) !== null },
  ];
}

async function ledgerChecks({ io, words }: Context, batch: Batch, root: string): Promise<readonly Check[]> {
  const { holding } = await import('../../model/ledger.ts');
  const { checkInvariants } = await import('./ledger.ts');
  const { ledgerFolder } = await import('../../load/memory.ts');
  const ledger = await io.ledger(ledgerFolder(root), false);
  if (ledger === null) return [{ kind: 'ledger-absent', state: 'good' }];
  if ('fault' in ledger) return [{ kind: 'ledger-trouble', state: 'bad', fault: ledger.fault }];
  try {
    const receipts = ledger.receipts();
    const decisions = ledger.decisions();
    const sent = ledger.sent();
    // What a run of now would record is what has no receipt yet.
    const unseen = new Set(
      batch.newEntries.flatMap((entry) => (entry.kind === 'receipt' ? [entry.receipt.path] : [])),
    );
    const hashes = new Set(batch.settled.map(({ sha256 }) => sha256));
    const spoilt = sent.filter(({ sha256 }) => {
      const bytes = ledger.content(sha256);
      return bytes === null || sha256Of(bytes) !== sha256;
    });
    return [
      {
        kind: 'ledger',
        state: 'good',
        receipts: receipts.length,
        decisions: decisions.length,
        sent: sent.length,
      },
      ...ledger.integrity().map((detail): Check => ({ kind: 'ledger-integrity', state: 'bad', detail })),
      ...(await changedChecks(io, root, ledger, words)),
      ...spoilt.map(({ name }): Check => ({ kind: 'sent-bytes', state: 'bad', name })),
      ...(ledger.key() === null ? [{ kind: 'key-missing', state: 'look' } as const] : []),
      ...checkInvariants({
        settled: batch.settled,
        sources: batch.sources,
        holding: holding(decisions),
        hasReceipt: (path) => !unseen.has(path),
        isThere: ({ path, sha256 }) =>
          hashes.has(sha256) || io.files.info(posix.join(batch.base, path.split('!/')[0] ?? path)) !== null,
      }),
    ];
  } catch (error) {
    return [{ kind: 'ledger-integrity', state: 'bad', detail: error instanceof Error ? error.message : '' }];
  } finally {
    ledger.close();
  }
}

/** Lines of the ledger and files of the outbox, of all days, that are not as they were recorded or sent. */
async function changedChecks(io: Io, root: string, ledger: Ledger, words: Words): Promise<readonly Check[]> {
  const { alteredFindings, alteredOf, chainFindings } = await import('../../load/altered.ts');
  const { messageOf } = await import('../../view/message.ts');
  const { severityOf } = await import('../../model/finding.ts');
  const marks = ledger.marks();
  const dates = [...new Set(marks.map(({ date }) => date))];
  const lines = chainFindings(ledger.chain(), ledger.decisions(), null);
  const files = alteredFindings(await alteredOf(io, root, marks, dates));
  return [
    ...lines.map((found) => ({ found, state: 'bad' as const })),
    ...files.map((found) => ({
      found,
      state: severityOf(found) === 'note' ? ('look' as const) : ('bad' as const),
    })),
  ].map(({ found, state }): Check => {
    const about = found.at.file ?? found.at.unit;
    return {
      kind: 'finding',
      state,
      message: messageOf(found, words) + (about === undefined ? '' : ` (${about})`),
    };
  });
}

/** Everything in .bluezone/: the ledger, the key of the hashes, drafts with names in them. */
async function purgePlan(context: Context, yes: boolean) {
  const { io, words, flags } = context;
  const { openCampaign } = await import('../../load/folder.ts');
  const { ledgerFolder } = await import('../../load/memory.ts');
  const { root } = await openCampaign(io, flags.campaign, []);
  if (root === null) throw new UserError({ kind: 'needs-folder', command: 'doctor --purge' });
  const folder = ledgerFolder(root);
  const names = filesUnder(context, folder, '').filter((name) => name !== 'campaign.lock');
  const removes = names.map((name) => posix.join(folder, name));
  if (removes.length > 0 && !yes && flags.dryRun !== true) {
    throw new UserError({ kind: 'needs-yes', files: names });
  }
  const out = `${words.doctor.purged(names)}\n`;
  return { out, err: '', files: [], removes, ledger: [], root, exit: 0 } as const;
}

/** Paths of all files below a folder, relative to it. */
function filesUnder(context: Context, folder: string, inside: string): readonly string[] {
  const path = posix.join(folder, inside);
  if (context.io.files.info(path)?.kind !== 'folder') return inside === '' ? [] : [inside];
  return context.io.files.list(path).flatMap((name) => filesUnder(context, folder, posix.join(inside, name)));
}
