import { posix, resolve } from 'node:path';
import type { CommandSpec, Context, Plan, PlannedFile } from '../../console/command.ts';
import { refuseOwnFile } from '../../console/own-files.ts';
import type { Io } from '../../io.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import { sha256Of } from '../../model/hash.ts';
import { lastDue, nextRun, type RunTimes, runTimesOf } from '../../model/run-times.ts';
import { dateOf, formatInstant, instantOf } from '../../model/time.ts';
import { bare } from '../../text/fold.ts';
import { CRON_MOST, cronLines } from './cron.ts';
import { dailyCalendar, receiveCalendar, systemdUnits } from './systemd.ts';
import { type Trigger, windowsTask } from './windows.ts';
import { clocksOf } from './zone.ts';

const KINDS = ['cron', 'systemd', 'windows'] as const;
type Kind = (typeof KINDS)[number];

/** `schedule [kind]`: what makes the computer run `daily` at this campaign's hours; `--check` whether it does. */
export const schedule: CommandSpec = {
  name: 'schedule',
  operands: ['[kind]'],
  flags: ['campaign', 'out', 'json', 'dryRun'],
  options: ['--check', '--receive', '--on-result <command>'],
  async run(context, [typed], { check, receive, onResult }) {
    const { io, flags } = context;
    const { openCampaign } = await import('../../load/folder.ts');
    const folder = await openCampaign(io, flags.campaign, []);
    if (folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'schedule' });
    const place: Place = {
      folder,
      root: folder.root,
      times: runTimesOf(folder.campaign),
      told: onResult === undefined ? [] : ['--on-result', programAt(io, onResult as string)],
    };
    if (check === true) return checked(context, place);
    const kind = kindOf(typed as string | undefined, io.machine.platform);
    return planned(context, place, kind, MAKERS[kind](context, place, receive === true));
  },
};

interface Place {
  readonly folder: CampaignFolder;
  readonly root: string;
  readonly times: RunTimes;
  /** Further words of `daily`. */
  readonly told: readonly string[];
}

/** What is printed, and the files that `-o <folder>` writes. */
interface Made {
  readonly text: string;
  readonly notes: readonly string[];
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Lines or calendar entries by command, for `--json`. */
  readonly daily: readonly string[];
  readonly receive: readonly string[];
}

const MAKERS: { readonly [K in Kind]: (context: Context, place: Place, receive: boolean) => Made } = {
  cron: cronTab,
  systemd,
  windows,
};

function kindOf(typed: string | undefined, platform: string): Kind {
  if (typed === undefined) return platform === 'win32' ? 'windows' : 'cron';
  const kind = KINDS.find((each) => each === typed);
  if (kind === undefined)
    throw new UserError({ kind: 'bad-choice', name: '[kind]', text: typed, known: KINDS });
  return kind;
}

async function planned(context: Context, { root, folder }: Place, kind: Kind, made: Made): Promise<Plan> {
  const { io, flags } = context;
  const { absolute } = await import('../../load/folder.ts');
  const { writeJson } = await import('../../write/json.ts');
  const { text, notes, daily, receive } = made;
  const out = flags.out === '-' ? undefined : flags.out;
  if (out !== undefined)
    for (const { name } of made.files) refuseOwnFile(io, folder, posix.join(absolute(io, out), name), out);
  const json = { schema: 'bluezone-report/schedule@1', kind, daily, receive, files: made.files };
  return {
    out: flags.json === true ? writeJson(json) : out === undefined ? text : '',
    err: notes.length === 0 ? '' : `${notes.join('\n')}\n`,
    files: out === undefined ? [] : made.files.map((file) => onDisk(file, kind, absolute(io, out))),
    ledger: [],
    root,
    exit: 0,
  };
}

/** schtasks takes a task in the encoding that it names. */
function onDisk({ name, text }: Made['files'][number], kind: Kind, folder: string): PlannedFile {
  const bytes = kind === 'windows' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : new TextEncoder().encode(text);
  return { path: posix.join(folder, name), bytes };
}

/** A computer may serve several campaigns: each has units and tasks of its own name. */
function nameOf({ root }: Place): string {
  const plain = bare(posix.basename(root))
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const mark = sha256Of(root).slice(0, 4);
  return ['bluezone-report', ...(plain === '' ? [] : [plain.slice(0, 40)]), mark].join('-');
}

/** A program by its path, from anywhere; a bare name is for the system to find. */
function programAt({ cwd }: Io, command: string): string {
  return /[\\/]/.test(command) ? resolve(cwd, command) : command;
}

function commandsOf({ io }: Context, { root, told }: Place) {
  const words = [...io.machine.command, root, ...told];
  if (words.some((word) => /[\r\n\0]/.test(word))) {
    throw new UserError({ kind: 'bad-choice', name: '-c', text: root, known: [] });
  }
  return {
    daily: [...io.machine.command, 'daily', '-q', '-c', root, ...told],
    receive: [...io.machine.command, 'receive', '-q', '-c', root],
  };
}

/** What every kind says first: the campaign, its hours, and when it ends. */
function heading({ words }: Context, { folder, times }: Place): readonly string[] {
  const { campaign } = folder;
  const said = words.daily.schedule;
  return [
    said.about(campaign.name),
    said.times(campaign.timezone, times.daily, times.final),
    ...(campaign.period.to === null ? [] : [said.until(campaign.period.to)]),
  ];
}

function cronTab(context: Context, place: Place): Made {
  const { io, words } = context;
  const said = words.daily.schedule;
  const { timezone } = place.folder.campaign;
  const clocks = clocksOf(io.machine.zone, timezone, io.now());
  const lines = cronLines(place.times, clocks, commandsOf(context, place));
  const longest = [...lines.daily, ...lines.receive].find((line) => Buffer.byteLength(line) > CRON_MOST);
  if (longest !== undefined) throw new UserError({ kind: 'too-long-for-cron', most: CRON_MOST });
  const zone = clocks.same ? said.cronSame(timezone) : said.cronZone(io.machine.zone, timezone);
  const comments = [...heading(context, place), said.cronInstall, zone].map(comment);
  const text = [
    ...comments,
    // Without it cron of Debian says of its mails that they are ASCII, and Vietnamese arrives broken.
    'CONTENT_TYPE=text/plain; charset=UTF-8',
    comment(said.receiving),
    ...lines.receive,
    comment(said.running),
    ...lines.daily,
    '',
  ].join('\n');
  const notes = installNotes(context, said.cronInstall);
  return { text, notes, files: [{ name: `${nameOf(place)}.cron`, text }], ...lines };
}

/** What is printed says itself how to install it; files are put away unread. */
function installNotes({ flags }: Context, install: string): readonly string[] {
  return flags.out === undefined || flags.out === '-' ? [] : [install];
}

function comment(text: string): string {
  return `# ${text.replaceAll(/[\r\n]+/g, ' ')}`;
}

function systemd(context: Context, place: Place): Made {
  const said = context.words.daily.schedule;
  const { campaign } = place.folder;
  const commands = commandsOf(context, place);
  const about = said.about(campaign.name);
  const daily = dailyCalendar(place.times, campaign.timezone);
  const receive = receiveCalendar(place.times, campaign.timezone);
  const files = [
    ...systemdUnits(`${nameOf(place)}-daily`, `${about}: ${said.daily}`, commands.daily, daily, true),
    ...systemdUnits(
      `${nameOf(place)}-receive`,
      `${about}: ${said.receive}`,
      commands.receive,
      receive,
      false,
    ),
  ];
  const timers = files.map(({ name }) => name).filter((name) => name.endsWith('.timer'));
  const head = [...heading(context, place), said.systemdInstall(timers)].map(comment);
  const text = [...head, ...files.flatMap((file) => ['', comment(file.name), file.text.trimEnd()]), ''].join(
    '\n',
  );
  return { text, notes: installNotes(context, said.systemdInstall(timers)), files, daily, receive };
}

/** One document on stdout, so that it can be piped on; what is to be done with it on stderr. */
function windows(context: Context, place: Place, receiving: boolean): Made {
  const { io, words } = context;
  const said = words.daily.schedule;
  const { campaign } = place.folder;
  const commands = commandsOf(context, place);
  const today = dateOf(io.now(), campaign.timezone);
  const start = (time: string): string =>
    formatInstant(instantOf(today, time, campaign.timezone), campaign.timezone);
  const { receive, daily } = place.times;
  const arriving: readonly Trigger[] = [
    {
      start: start(receive.from),
      every: { minutes: receive.every, for: Math.max(receive.every, minutesFrom(receive.from, receive.to)) },
    },
    ...(receive.eachMinute === null
      ? []
      : [
          {
            start: start(receive.eachMinute.from),
            every: { minutes: 1, for: minutesFrom(receive.eachMinute.from, receive.eachMinute.to) },
          },
        ]),
  ];
  const about = said.about(campaign.name);
  const files = [
    {
      name: `${nameOf(place)}-daily.xml`,
      text: windowsTask(
        `${about}: ${said.daily}`,
        commands.daily,
        daily.map((time) => ({ start: start(time) })),
      ),
    },
    {
      name: `${nameOf(place)}-receive.xml`,
      text: windowsTask(`${about}: ${said.receive}`, commands.receive, arriving),
    },
  ];
  const shown = files[receiving ? 1 : 0];
  const install = files.map(
    ({ name }) => `schtasks /Create /TN "${name.replace('.xml', '')}" /XML "${name}"`,
  );
  return {
    text: shown?.text ?? '',
    notes: [
      ...heading(context, place),
      ...install.map(said.windowsInstall),
      said.windowsAccount,
      said.fixedOffset,
    ],
    files,
    daily: daily.map(start),
    receive: arriving.map((each) => each.start),
  };
}

/** At least one: a repetition of no time is none. */
function minutesFrom(from: string, to: string): number {
  const [a = 0, b = 0] = [from, to].map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return Math.max(1, b - a);
}

/** A run may start late, and takes its time. */
const PATIENCE = 15 * 60_000;

/** When it last ran and will next run; exit code 1 where a run that was due did not come, or the last one failed. */
async function checked({ io, words, flags }: Context, { folder, root }: Place): Promise<Plan> {
  const { lastRun } = await import('../daily/result.ts');
  const { writeJson } = await import('../../write/json.ts');
  const said = words.daily.schedule;
  const { campaign } = folder;
  const now = io.now();
  const last = lastRun(io, root);
  const due = lastDue(campaign, now - PATIENCE);
  const next = nextRun(campaign, now);
  const shown = (at: number | null): string | null =>
    at === null ? null : formatInstant(at, campaign.timezone);
  const skipped = due !== null && (last === null || Date.parse(last.at) < due) ? shown(due) : null;
  const nextAt = shown(next);
  const lines = [
    last === null ? said.never : said.lastRun(last.at, last.exit),
    ...(skipped === null ? [] : [said.skipped(skipped)]),
    nextAt === null ? said.noMore : said.nextRun(nextAt),
  ];
  const json = {
    schema: 'bluezone-report/schedule-check@1',
    last: last === null ? null : { at: last.at, exit: last.exit },
    skipped,
    next: nextAt,
  };
  return {
    out: flags.json === true ? writeJson(json) : `${lines.join('\n')}\n`,
    err: '',
    files: [],
    ledger: [],
    root,
    exit: skipped !== null || last?.exit === 2 ? 1 : 0,
  };
}
