import { posix } from 'node:path';
import { type Finding, finding } from '../model/finding.ts';
import type { Sheet } from '../model/grid.ts';
import { type ArrivalEvidence, EVIDENCE } from '../model/outcome.ts';
import type { Arrival, Instant } from '../model/submission.ts';
import { instantOf, isDate } from '../model/time.ts';
import { clean, fold } from '../text/fold.ts';

/** What received.csv of one date folder says: arrival by path relative to that folder, as it is written there. */
export interface ReceivedList {
  readonly arrivals: ReadonlyMap<string, ListedArrival>;
  readonly findings: readonly Finding[];
}

/** The lines of received.csv by the files that they name, and those that name none. */
export interface PlacedList {
  readonly arrivals: ReadonlyMap<string, ListedArrival>;
  readonly unknown: readonly (readonly [name: string, ListedArrival])[];
}

export interface ListedArrival {
  readonly at: Instant;
  readonly channel: string | null;
  /** From 1, the head included. */
  readonly line: number;
}

/** Reads received.csv (`file,received_at,channel,note`). A line that cannot be read is a finding and changes nothing. */
export function readReceived(file: string, sheet: Sheet, zone: string): ReceivedList {
  const [head, ...body] = sheet.rows;
  const columnOf = (name: string): number => head?.cells.find((cell) => fold(cell.shown) === name)?.col ?? -1;
  const columns = { file: columnOf('file'), at: columnOf('received_at'), channel: columnOf('channel') };
  const arrivals = new Map<string, ListedArrival>();
  const findings: Finding[] = [];
  for (const row of body) {
    const shownIn = (col: number): string => row.cells.find((cell) => cell.col === col)?.shown ?? '';
    const text = (col: number): string => clean(shownIn(col));
    const name = text(columns.file) && shownIn(columns.file);
    const at = parseInstant(text(columns.at), zone);
    const line = row.index + 1;
    if (name === '' || at === null) {
      const shown = shortened(row.cells.map((cell) => cell.shown).join(','));
      findings.push(finding('campaign/received-unreadable', { file, line, row: row.index }, { shown }));
    } else {
      arrivals.set(posix.normalize(name.replaceAll('\\', '/')).normalize('NFC'), {
        at,
        channel: text(columns.channel) || null,
        line,
      });
    }
  }
  return { arrivals, findings };
}

/**
 * Each line with the file of the folder that it names letter by letter, else with the one that it can only mean: spaces,
 * capitals and the place of a tone are no content.
 */
export function placeListed(
  listed: ReadonlyMap<string, ListedArrival>,
  files: readonly string[],
): PlacedList {
  const names = new Set(files.map((file) => file.normalize('NFC')));
  const arrivals = new Map([...listed].filter(([name]) => names.has(name)));
  const free = [...names].filter((name) => !listed.has(name));
  const unknown: (readonly [string, ListedArrival])[] = [];
  for (const [name, entry] of listed) {
    if (names.has(name)) continue;
    const [file, second] = free.filter((each) => fold(each) === fold(name));
    if (file === undefined || second !== undefined) unknown.push([name, entry]);
    else arrivals.set(file, entry);
  }
  return { arrivals, unknown };
}

const LONGEST = 120;

/** A line may hold anything of any length; what is quoted of it is short. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const TIME = /(?<hour>\d{1,2})[:hg](?<minute>\d{2})(?::(?<second>\d{2}))?/.source;
const DAY = /(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})/.source;
/** "16/8/2021 14:05", "14h05 ngày 16/8/2021". */
const LOCAL = [`^${DAY}[ ,]+${TIME}$`, `^${TIME}[ ,]+(?:ngày )?${DAY}$`].map((each) => new RegExp(each, 'i'));

/**
 * A moment as people and programs write it: ISO 8601 with a time (without an offset it is in `zone`), dd/mm/yyyy
 * HH:MM[:SS], or the time first, with `h` for the colon. Null when it is none; a date alone tells no moment.
 */
export function parseInstant(text: string, zone: string): Instant | null {
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  const local = LOCAL.map((each) => each.exec(text.normalize('NFC'))?.groups).find(Boolean) ?? {};
  const date = iso?.[1] ?? `${local.year}-${pad(local.month)}-${pad(local.day)}`;
  const time = iso?.[2] ?? `${pad(local.hour)}:${local.minute}:${pad(local.second)}`;
  if (!isDate(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return null;
  const part = Math.floor(Number(`0${iso?.[3] ?? ''}`) * 1000);
  const offset = iso?.[4];
  if (offset === undefined) return instantOf(date, time, zone) + part;
  const withColon = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  return Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}${withColon}`) + part;
}

function pad(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

/** What is known of when one file arrived. */
export interface ArrivalFacts {
  /** `receive --at`. */
  readonly stated: Instant | null;
  readonly listed: Pick<ListedArrival, 'at' | 'channel'> | null;
  readonly mailDate: Instant | null;
  /** The moment that the ledger first saw it. */
  readonly firstSeen: Instant | null;
  readonly fileTime: Instant;
  /** Named when it was received; it goes before the list's. */
  readonly channel: string | null;
  readonly onBehalf: boolean;
}

/** The strongest evidence there is of when a file arrived (contract section 2), and all the rest. */
export function arrivalOf(facts: ArrivalFacts): Arrival {
  const { stated, listed, mailDate, firstSeen, fileTime } = facts;
  const all: { readonly [E in ArrivalEvidence]: Instant | null } = {
    at: stated,
    'received.csv': listed?.at ?? null,
    mail: mailDate,
    ledger: firstSeen,
    'file-time': fileTime,
  };
  const evidence = EVIDENCE.find((each) => all[each] !== null) ?? 'file-time';
  return {
    at: all[evidence] ?? fileTime,
    evidence,
    channel: facts.channel ?? listed?.channel ?? null,
    told: Object.fromEntries(Object.entries(all).filter(([, at]) => at !== null)),
    ...(facts.onBehalf ? { onBehalf: true as const } : {}),
  };
}
