import type { CommandWords } from '../vi/commands.ts';
import { help } from './help.ts';
import { count, date, instant } from './numbers.ts';

export const commands: CommandWords = {
  program: {
    description:
      'Adds up Bluezone reports: reads what the units sent, checks it, sums it, and says who is missing.',
    version: 'print the version',
    footer: 'Exit codes: 0 done; 1 done, something needs attention; 2 could not run; 130 interrupted.',
  },
  headings: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
    usageOptions: '[options]',
    usageCommand: '[command]',
  },
  flags: {
    help: 'print help',
    helpCommand: 'help of a command',
    campaign: "the campaign's folder, or the name of a profile",
    date: 'report date (2021-08-16 or 16/8/2021)',
    asOf: "the view at this moment, in the campaign's time zone",
    out: 'output file; "-" prints a text format on stdout',
    format: 'file format: xlsx, json, csv, md, html, docx, png (repeatable)',
    json: 'print the result as JSON on stdout',
    dryRun: 'write nothing',
    strict: 'warnings, too, end with exit code 1',
    lang: 'language: vi or en',
    color: 'no colour',
    quiet: 'print only what needs attention',
    verbose: 'print everything',
  },
  help,
  progress: (done, total) => `Reading ${done}/${total} files …`,
  written: (path) => `Wrote ${path}`,
  writtenMany: (files, folder) => `Wrote ${files} files into ${folder}/`,
  wouldWrite: (path) => `Would write ${path} (dry run)`,
  wouldWriteMany: (files, folder) => `Would write ${files} files into ${folder}/ (dry run, nothing written)`,
  waiting: (seconds) => `Another command is writing to this campaign; waiting up to ${seconds} seconds …`,
  outsidePeriod: (day, { from, to }) =>
    `${date(day)} lies outside the campaign (${[
      ...(from === null ? [] : [`from ${date(from)}`]),
      ...(to === null ? [] : [`to ${date(to)}`]),
    ].join(' ')}): nobody owes a report for it.`,
  sealed: (lines) =>
    `The ledger of the earlier version (${count(lines)} lines) has been sealed: a line that is changed, missing or moved from now on will be told.`,
  ledgerSpoilt: (lines) =>
    `The ledger is not as it was recorded in ${count(lines)} places; figures that rest on them are not certain. See each: bluezone-report doctor.`,
  interrupted: 'Interrupted.',
  ownFault: (message) =>
    `The program met a fault of its own (${message}). Nothing was left half-written. Run again with -v and send the output to the maintainers.`,
  ledgerTrouble: {
    locked:
      'Another run holds the ledger; this run could not add to it. Figures come from the inbox all the same. Run again in a few minutes.',
    'read-only':
      'The ledger (.bluezone) cannot be written: the folder is read-only. Figures come from the inbox; arrival times and decisions are not recorded.',
    full: 'The disk is full, so this run could not add to the ledger (.bluezone). Figures come from the inbox all the same. Make room and run again.',
    damaged:
      'The ledger (.bluezone/ledger.sqlite) is damaged. Figures come from the inbox, but arrival times, decisions and what was sent are missing. Run bluezone-report doctor.',
    newer:
      'The ledger was written by a newer version of the program. Figures come from the inbox; update the program before it adds to the ledger.',
    unavailable:
      'The ledger (.bluezone/ledger.sqlite) cannot be opened. Figures come from the inbox. Run bluezone-report doctor.',
  },
  dateUsed: {
    flag: (iso) => `Report date: ${date(iso)}, folder ${iso} (--date)`,
    folder: (iso) => `Report date: ${date(iso)}, folder ${iso} (name of the folder)`,
    files: (iso) => `Report date: ${date(iso)}, folder ${iso} (stated in the files)`,
    today: (iso) => `Report date: ${date(iso)}, folder ${iso} (today)`,
    'as-of': (iso) => `Report date: ${date(iso)}, folder ${iso} (the day of --as-of)`,
  },
  laterFiles: (files, asOf) =>
    `${count(files)} file(s) of this day came after ${instant(asOf)} and do not count here. If they had come before, record when: bluezone-report receive <file> --at <time>, or received.csv.`,
};
