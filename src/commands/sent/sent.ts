import { posix } from 'node:path';
import type { CommandSpec, Context, Plan } from '../../console/command.ts';
import { locksAtOnce } from '../../console/locked.ts';
import type { Altered } from '../../load/altered.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import { sha256Of } from '../../model/hash.ts';
import type { SentRecord } from '../../model/ledger.ts';
import { summaryName, supplementOf } from '../../model/summary-name.ts';
import { dateOf, formatInstant } from '../../model/time.ts';
import { sentEntry } from './entry.ts';

/** `sent [summary.xlsx]`: marks a summary as sent and keeps its bytes; it is never overwritten after that. */
export const sent: CommandSpec = {
  name: 'sent',
  operands: ['[summary]'],
  flags: ['campaign', 'date', 'json', 'dryRun'],
  options: ['--number <number>', '--at <time>'],
  locks: locksAtOnce,
  async run(context, [typed], options) {
    const { io, words, flags } = context;
    const { openCampaign } = await import('../../load/folder.ts');
    const { readMemory: recall } = await import('../../load/memory.ts');
    const { asOfOf } = await import('../../load/date.ts');
    const folder = await openCampaign(io, flags.campaign, typed === undefined ? [] : [typed as string]);
    if (folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'sent' });
    const memory = await recall(io, folder.root);
    memory.close();
    const zone = folder.campaign.timezone;
    const sentAt = asOfOf(options.at as string | undefined, zone, io.now());
    const path = await summaryPath(
      context,
      folder,
      typed as string | undefined,
      dateOf(io.now(), zone),
      memory.sent,
    );
    const { openSummary } = await import('../../load/summary-file.ts');
    const name = posix.basename(path);
    const altered = await alteredAt(context, folder.root, memory.sent, path);
    if (altered !== null) return putBack(context, folder.root, altered);
    const { bytes, summary } = await openSummary(io, path);
    const sha256 = sha256Of(bytes);
    const before = memory.sent.findLast((each) => each.sha256 === sha256 && each.date === summary.date);
    const number = (options.number as string | undefined) ?? null;
    if (before?.number != null && number !== null && number !== before.number)
      throw new UserError({ kind: 'sent-number', name, number: before.number });
    const isNumbered = before !== undefined && before.number === null && number !== null;
    const { writeJson } = await import('../../write/json.ts');
    const result = {
      schema: 'bluezone-report/sent@1',
      name,
      date: summary.date,
      sha256,
      number,
      news: before === undefined || isNumbered,
    };
    const said =
      before === undefined
        ? words.status.sent.marked(name, formatInstant(sentAt, zone), number)
        : isNumbered
          ? words.status.sent.numbered(name, number)
          : words.status.sent.same(name);
    // A number that came later is a line of its own; the figures went out when they did.
    const at = before === undefined || options.at !== undefined ? sentAt : before.sentAt;
    const entry = sentEntry(summary, { path, bytes }, at, number);
    return {
      out: flags.json === true ? writeJson(result) : `${said}\n`,
      err: '',
      files: [],
      ledger: before === undefined || isNumbered ? [entry] : [],
      ledgerNeeded: true,
      root: folder.root,
      exit: 0,
    };
  },
};

/** What lies changed in the outbox under the name of something that was sent; null for anything else. */
async function alteredAt(
  { io }: Context,
  root: string,
  sent: readonly SentRecord[],
  path: string,
): Promise<Altered | null> {
  const { alteredOf } = await import('../../load/altered.ts');
  const date = posix.basename(posix.dirname(path));
  return (await alteredOf(io, root, sent, [date])).find((each) => each.path === path) ?? null;
}

/** Whoever wants to mark the changed file marks it under the name that it is kept by. */
async function putBack({ io, words, flags }: Context, root: string, altered: Altered): Promise<Plan> {
  const { restoredAs } = await import('../../console/outputs.ts');
  const { writeJson } = await import('../../write/json.ts');
  const { name, date, sha256 } = altered.mark;
  const said = words.status.sent.restored(name);
  const json = { schema: 'bluezone-report/sent@1', name, date, sha256, number: null, news: false };
  return {
    out: flags.json === true ? writeJson({ ...json, restored: true }) : `${said}\n`,
    err: '',
    files: await restoredAs(io, root, altered),
    ledger: [],
    root,
    exit: 1,
  };
}

/** The summary that was named, else the newest of the day in the outbox that is not marked yet. Throws a UserError. */
async function summaryPath(
  { io, flags }: Context,
  { root, campaign }: CampaignFolder,
  typed: string | undefined,
  today: string,
  sentBefore: readonly { readonly name: string }[],
): Promise<string> {
  const { absolute } = await import('../../load/folder.ts');
  if (typed !== undefined) {
    return absolute(io, typed);
  }
  const { parseDay } = await import('../../text/date.ts');
  const date = flags.date === undefined ? today : parseDay(flags.date, { year: Number(today.slice(0, 4)) });
  if (date === null) throw new UserError({ kind: 'bad-date', text: flags.date ?? '' });
  const outbox = posix.join(root ?? io.cwd, 'outbox', date);
  const names = io.files.info(outbox)?.kind === 'folder' ? io.files.list(outbox) : [];
  const marked = new Set(sentBefore.map(({ name }) => name));
  const wanted = summaryName(campaign, date);
  const numberOf = (name: string): number => supplementOf(name, wanted) ?? -1;
  const summaries = names.filter((name) => name.endsWith('.xlsx') && numberOf(name) >= 0);
  const newest = summaries.sort((a, b) => numberOf(a) - numberOf(b));
  const name = newest.findLast((each) => !marked.has(each)) ?? newest.at(-1);
  if (name === undefined)
    throw new UserError({ kind: 'path-not-found', path: `outbox/${date}/${wanted}.xlsx` });
  return posix.join(outbox, name);
}
