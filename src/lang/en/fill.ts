import { type FillWords, fill as vi } from '../vi/fill.ts';
import { count, date } from './numbers.ts';

export const fill: FillWords = {
  // The official form is in Vietnamese whatever the language.
  form: {
    ...vi.form,
    types: {
      count: 'Whole numbers from 0 only, no words. Leave it blank where it is not known.',
      counting: 'Whole numbers from 0 only, or an x. Leave it blank where it is not known.',
      phone: 'Ten digits, beginning with 0. Leave it blank where there is none.',
      person: 'Full name.',
      address: 'Hamlet or quarter.',
      text: 'Text.',
      ordinal: 'Running number.',
      mark: 'Paste the picture, or write the code.',
      picture: 'Paste the picture into this cell.',
      date: 'A day, for example 16/8/2021.',
    },
    atMost: (label) => `At most «${label}».`,
    between: (min, max) =>
      [min === null ? '' : `From ${count(min)}.`, max === null ? '' : `At most ${count(max)}.`]
        .filter((part) => part !== '')
        .join(' '),
    day: 'Report date',
    dayHint: 'Change it here to use the form for another day; the line with place and date follows.',
    unit: 'Name of the unit',
    unitHint: 'The whole name with its tones, for example XÃ HOÀI CHÂU.',
    refused: 'Not accepted',
  },
  template: {
    none: (form) => `No unit owes ${form} on this day.`,
  },
  ask: {
    keys: '(↑↓ or a number to choose, Enter to take it)',
    findKeys: '(type to search, ↑↓ to choose, Enter to take it)',
    nothing: 'no such unit',
    yes: 'Yes',
    no: 'No',
    instead: 'bluezone-report fill --answers file.json (what goes into it: bluezone-report fill --help)',
    draftFound: 'There is an unfinished report. Go on with it?',
    draftNew: 'No, begin a new report',
    draft: (form, unit, day) => `${form}, ${unit}, ${date(day)}`,
    form: 'Form',
    unit: 'Unit',
    date: 'Report date',
    about: (form, unit, day) => `\n${form} of ${unit}, ${date(day)}`,
    outside: (from, to) =>
      `Note: this day is outside the campaign (${from === null ? '' : `from ${date(from)} `}${to === null ? '' : `to ${date(to)}`}).`,
    earlier: (day) => `What stands there is from the report of ${date(day)}: change it, or Enter to keep it.`,
    earlierRows: (rows, day) => `Begin with the ${count(rows)} rows of the report of ${date(day)}?`,
    field: (label, hint) => `${label}${hint === null ? '' : ` (${hint.replace(/\.$/, '')})`}:`,
    pictureHint: 'path of a .jpg or .png file; or write "có"; blank where there is none',
    noPicture: 'There is no such picture, or it is neither a .jpg nor a .png.',
    menu: 'What next?',
    add: 'Add rows',
    paste: 'Paste rows copied from a spreadsheet',
    edit: 'Change a row',
    remove: 'Delete a row',
    update: (label) => `Write «${label}» anew, row by row`,
    stated: 'Give one running total only',
    undo: 'Undo the last change',
    review: 'Review and save',
    leave: 'Keep as a draft, go on another time',
    addHow: 'One row at a time; leave the first question blank to stop.',
    rowNumber: (n, about) => `Row ${count(n)}${about === '' ? '' : `: ${about}`}`,
    which: 'Which row?',
    pasteHow:
      'Paste the rows here (Ctrl+Shift+V or the right mouse button), then press Enter on an empty line. Columns are those of the form, with or without the running number; headings decide where there are any.',
    pasted: (rows) =>
      rows === 0 ? 'Nothing was pasted.' : `${count(rows)} rows added. Undo takes them out.`,
    undone: 'Undone.',
    statedHow: (label) => `${label}, one number for the whole unit:`,
    noRows: 'No rows yet.',
    moreRows: (rows) => `… and ${count(rows)} rows above`,
    reads: (label, value, how) => `${label}: ${count(value)}${how === null ? '' : `, ${how}`}`,
    inRow: (n, message) => `Row ${count(n)}: ${message}`,
    twice: (row) =>
      `The same as row ${count(row)}: drop one if it is one person; if there are two, give phone number or address.`,
    keep: 'Keep it as it is',
    again: 'Type the row again',
    drop: 'Drop the row',
    reviewed: 'Review',
    blank: '(blank)',
    fine: 'Nothing to look into.',
    mustFix: 'Something must be put right before it can be saved.',
    save: 'Save',
    saveAnyway: 'Save all the same',
    goOn: 'Go on editing',
    change: 'Change an answer',
    toInbox: (day) => `Put it into inbox/${day} as well, as if received?`,
    kept: (path) =>
      `What was typed is kept at ${path} (it holds personal data). The next bluezone-report fill offers it.`,
  },
  init: {
    remarks: {
      head: 'Made by bluezone-report init. All keys: docs/campaign.md. Hold it against the letter.',
      directive: 'The letter.',
      period: 'First and last report day; outside them nobody is due.',
      units: 'The roster; add smartphone_users (with base_date, base_source) to get rates.',
      collect:
        'Who sends which form when. rule: before means that the very instant is late; no-later-than that it is in time.',
      targets: 'Targets.',
      forward: 'Where the summary goes, by what time.',
      bases: 'Where only the total of the area is known, it goes here.',
    },
    note: 'Put the files received for a day into the folder of that day, for example inbox/2021-08-16 (folders inside are fine).\r\nNo file in the inbox is ever changed; results go to outbox, which can always be made again.',
    next: (folder) =>
      [
        'Next:',
        ...(folder === '.' ? [] : [`  cd ${/\s/.test(folder) ? `"${folder}"` : folder}`]),
        '  look through campaign.yaml and units.csv (add smartphone_users to get rates)',
        '  bluezone-report doctor            check',
        '  bluezone-report template --all    a blank form for each unit',
        '  bluezone-report fill              type in a report',
        '  bluezone-report aggregate         sum up',
      ].join('\n'),
    instead: (profiles) =>
      `bluezone-report init <${profiles}> or init --province|--commune|--district <code|name>`,
    which: 'Which campaign?',
    fromLetter: 'A new one, from another letter',
    level: 'Level of the collecting office?',
    commune: 'Commune, ward, special zone',
    district: 'district',
    province: 'province',
    place: 'Area:',
    whichPlace: (typed: string, places: number) => `${places} places are named “${typed}”; which one?`,
    hamlets: 'Names of hamlets, schools, enterprises, one a line (a whole column may be pasted):',
    moreHamlets: (n) => `${n} so far; the next name (blank when done):`,
    parted: (into) =>
      into.length === 0
        ? 'To be asked: the list does not settle what this unit became on 1/7/2025'
        : `To be asked: parted on 1/7/2025 between ${into.join(', ')}`,
    listed: (day) => `Administrative list of ${day}. For another day: --list <yyyy-mm-dd>.`,
    name: 'Name of the campaign:',
    department: 'Department that collects (blank if none):',
    number: 'Number of the letter (787/UBND-VX, say; blank if not known):',
    letterDate: 'Date of the letter (blank if not known):',
    basis: 'Its main basis (blank if none):',
    from: 'First report day (blank if the letter names none):',
    to: 'Last report day (blank if the letter names none):',
    forms: (form) =>
      (
        ({ 'mau-01': 'Mẫu 01 (staff)', 'mau-02': 'Mẫu 02 (residents)', 'tong-hop': 'summaries' }) as {
          readonly [id: string]: string;
        }
      )[form] ?? form,
    every: (kinds, form) => `${kinds} send ${form}:`,
    daily: 'every day',
    once: 'once',
    never: 'not at all',
    dueDate: 'Due date (blank if none):',
    dueTime: 'Due time, 15:00 say (blank if none):',
    badTime: 'Write a time as 15:00.',
    rule: 'What does the letter say?',
    before: '"before": the very instant is late',
    noLater: '"no later than", "by the end of": the very instant is in time',
    targetOf: (scope) => (scope === 'staff' ? 'staff with a smartphone' : 'smartphone users'),
    target: (of, more) => `${more ? 'Next target' : 'Target'}, per cent of ${of} (blank if none):`,
    badPercent: 'Write a percentage as 60 or 62.5.',
    by: 'To be reached by (blank if not said):',
    forwardTo: 'The summary goes to (several: semicolons between):',
    roster: (units) =>
      `The roster has ${count(units)} units; codes and names of agencies are suggestions: change units.csv.`,
    right: 'Is that right?',
    again: 'No, ask again from the start',
    folder: 'Folder:',
  },
  answers: {
    notWritten: 'Nothing was written: something must be put right first.',
  },
};
