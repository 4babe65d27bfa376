import type { ProblemWords } from '../problems.ts';

const EXPECTED: { readonly [code: string]: string } = {
  text: 'a line of text',
  list: 'a list (each item on its own line after "- ")',
  date: 'a date as yyyy-mm-dd, for example 2021-08-16',
  month: 'a date, month or year as 2021-08-16, 2021-08 or 2021',
  time: 'a time as "15:00" or "15:00:00"',
  zone: 'an IANA zone name, for example Asia/Ho_Chi_Minh',
  count: 'a positive whole number',
  size: 'a whole number (0 is unknown)',
  percent: 'a share from 0% to 100%, written 60%',
  'output-name':
    'a file name without an extension that has {date} and does not end with -tam or -bo-sung-<number>, for example tong-hop-{date}',
  unique: 'an id that is not used above',
  'not-before-due': 'an hour not before the daily reports are due',
  'not-before-from': 'a date not before `from`',
  id: 'an id of lower-case letters, digits, - and _, such as mau-03',
  regex: 'a valid regular expression',
  Object: 'a group of keys (each on an indented line of its own, as "key: value")',
  number: 'a number',
};

const ANSWERS = {
  object: 'must be a group {"field": "value"}',
  list: 'must be a list of rows',
  text: 'must be text or a number',
  date: 'must be a date written yyyy-mm-dd',
  key: 'is not in this form',
};

/** What the disk answered, by the code that programs give it. */
const REASONS: { readonly [code: string]: string } = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a disk that only lets read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EBUSY: 'open in another program',
  EPIPE: 'its reader has closed',
};

const because = (code: string): string => REASONS[code] ?? code;
const expected = (code: string): string => EXPECTED[code] ?? code.replaceAll('"', '');
const meant = (nearest: string | null): string => (nearest === null ? '' : ` Did you mean "${nearest}"?`);
const list = (known: readonly string[]): string =>
  known.slice(0, 24).join(', ') + (known.length > 24 ? ', …' : '');

const YAML_LIMITS = {
  size: (most: number) => `longer than ${most} characters`,
  depth: (most: number) => `nested deeper than ${most} levels`,
  aliases: (most: number) => `more than ${most} repeats (*name)`,
};

export const problems: ProblemWords = {
  'no-campaign': (p) =>
    `No campaign.yaml from ${p.from} upwards. Go to the campaign's folder, name it with -c <folder|profile>, or make one with bluezone-report init.`,
  'unknown-profile': (p) =>
    `No folder and no profile is named "${p.name}".${meant(p.nearest)} Profiles: ${list(p.known)}.`,
  'path-not-found': (p) => `There is no file or folder "${p.path}". Check the path.`,
  'cannot-read': (p) => `Cannot read "${p.path}" (${because(p.reason)}). Check its permissions and the disk.`,
  'cannot-write': (p) =>
    `Cannot write "${p.path}" (${because(p.reason)}). Close it if Excel has it open, check permissions and free space; nothing was left half-written.`,
  'cannot-print': (p) =>
    `Not everything could be printed (${because(p.reason)}). Files that were said to be written are there.`,
  'yaml-limit': (p) =>
    `${p.file}, line ${p.line}: ${YAML_LIMITS[p.limit](p.most)}, which no campaign's file is. Look at the file.`,
  'yaml-syntax': (p) =>
    `${p.file}, line ${p.line}: not valid YAML (${p.detail}). Look at the indentation, colons and quotes.`,
  'yaml-unknown-key': (p) =>
    `${p.file}, line ${p.line}: there is no key "${p.key}".${meant(p.nearest)} Keys allowed here: ${list(p.known)}.`,
  'yaml-no-keys': (p) =>
    `${p.file} ${p.empty ? 'is empty (it has no keys)' : 'is not written as "key: value"'}. It needs at least the keys: ${list(p.needed)}.${p.file.endsWith('campaign.yaml') ? ' A profile can be taken and changed: bluezone-report init.' : ''}`,
  'yaml-missing-key': (p) => `${p.file}, line ${p.line}: the key "${p.key}" is missing. Add it.`,
  'yaml-value': (p) =>
    `${p.file}, line ${p.line}: "${p.key}" says "${p.shown}", but needs ${expected(p.expected)}.`,
  'yaml-reference': (p) =>
    `${p.file}, line ${p.line}: "${p.key}: ${p.name}" is not in this campaign.${meant(p.nearest)} Known: ${list(p.known)}.`,
  'roster-column': (p) => `${p.file}: the heading line lacks the column "${p.column}". Add it.`,
  'roster-unknown-column': (p) => `${p.file}: no column is named "${p.column}".${meant(p.nearest)}`,
  'roster-lost-letters': (p) =>
    `${p.file}, line ${p.line}: "${p.shown}" lost its Vietnamese letters when it was saved. Take the original file again, and save it from Excel as "CSV UTF-8" or .xlsx.`,
  'roster-value': (p) =>
    `${p.file}, line ${p.line}: column "${p.column}" says "${p.shown}", which cannot be read. Correct it, or leave it empty if unknown.`,
  'roster-duplicate': (p) =>
    `${p.file}, line ${p.line}: code "${p.code}" already stands on line ${p.first} with overlapping validity. One line a code on any one day.`,
  'roster-empty': (p) => `${p.file}: it has no unit. Write one line a unit.`,
  'bad-date': (p) => `"${p.text}" is not a date. Write 2021-08-16 or 16/8/2021.`,
  'bad-as-of': (p) => `"${p.text}" is not a moment. Write 2021-08-16T16:00.`,
  'bad-format': (p) => `Cannot write the format "${p.text}". Formats: ${list(p.known)}.`,
  'stdout-format': (p) =>
    p.known.length === 0
      ? 'This command prints no file on stdout (-o -). Name a file or a folder after -o.'
      : `"-o -" prints one text format: ${list(p.known)}. Add --format ${p.known[0]}, or name a file after -o.`,
  'png-app': () =>
    'The single executable draws no pictures (png). Nothing was written; use html, docx or xlsx.',
  'png-package': (p) =>
    `Pictures need one more package. In the folder of the program, type once: npm install --no-save ${p.package}. Nothing was written; the other formats work without it.`,
  'png-fonts': () =>
    'This machine has no typeface with the letters of Vietnamese to draw with. Install Times New Roman, Liberation Serif or Noto Serif. Nothing was written.',
  'png-size': () =>
    'Too many units for one picture to be readable. Use --format html or xlsx. Nothing was written.',
  'own-file': (p) =>
    `Nothing is written to "${p.path}": what was received, what is remembered and the campaign's own files lie there. Choose another place after -o; nothing was written.`,
  'sent-stays': (p) =>
    `"${p.path}" has been marked as sent (or the ledger that would know cannot be read), so it is not written over. Run again, or write elsewhere with -o; for a damaged ledger run bluezone-report doctor --repair.`,
  'sent-number': (p) => `${p.name} was marked as sent with number ${p.number}; no other number is recorded.`,
  'lock-lost': () =>
    'The computer slept or its disk was away, and another command went on meanwhile; this one stopped and wrote over nothing. Run again.',
  'annotate-folder': (p) =>
    `Marked files are not written into "${p.path}", where they could take the place of what was received or of the campaign's own files. Choose a folder of its own, for instance --annotate outbox/returned.`,
  'needs-folder': (p) =>
    `${p.command} needs a campaign folder (with campaign.yaml), not a profile. Make one with bluezone-report init.`,
  'too-long-for-cron': (p) =>
    `The line is longer than ${p.most} bytes, which cron refuses. Put the campaign folder at a shorter path, or use: bluezone-report schedule systemd.`,
  busy: (p) =>
    `Another run is still at work (computer ${p.host}, process ${p.pid}, since ${p.since}). This one did nothing; the next goes on from there. If nobody is at work for certain, remove ${p.path}.`,
  'not-a-summary': (p) => `"${p.path}" is no summary written by this program (it carries no readable data).`,
  'needs-yes': (p) =>
    `This removes ${list(p.files)} in .bluezone for good: arrival times, decisions, sent summaries, the key. If you are sure, run again with --purge --yes.`,
  'no-such-report': (p) => `No report of this day comes from the file "${p.file}". Files: ${list(p.known)}.`,
  'several-reports': (p) => `Several files are called "${p.file}"; give the whole path: ${list(p.known)}.`,
  'cannot-count': (p) =>
    `"${p.file}" gave no usable figures, so it cannot be the version that counts; it must be sent again.`,
  'several-files': (p) =>
    `This decision is about one file, but ${p.files.length} are named: ${p.files.join(', ')}. If they are parts of one report: --together.`,
  'not-one-report': (p) =>
    `These cannot be added, since they are of different units or forms: ${p.files.join(', ')}. Say whose they are first: resolve <file> --unit <unit>.`,
  'one-decision': (p) => `One decision at a time; here are ${list(p.options)}.`,
  'no-such-unit': (p) => `No unit has the code or name "${p.text}".${meant(p.nearest)}`,
  'no-such-decision': (p) => `There is no decision "${p.id}". See bluezone-report resolve --list.`,
  'bad-answers': (p) =>
    p.key === ''
      ? `${p.file} is no file of answers in JSON. How to write one: bluezone-report fill --help.`
      : `${p.file}: "${p.key}" ${ANSWERS[p.expected]}.${meant(p.nearest)}`,
  'no-such-place': (p) =>
    p.empty
      ? `The administrative list of ${p.list} has no districts (none since 1/7/2025). Use --province or --commune, or the older list: --list 2025-03-01.`
      : `The administrative list of ${p.list} has no "${p.text}".${meant(p.nearest)} Give the code or name of a ${p.level}; for the list of another day: --list <yyyy-mm-dd>.`,
  'no-hamlets': (p) =>
    `No list has the hamlets and schools of ${p.place}. Give a file with a column of their names: --units <file>.`,
  'several-places': (p) => `"${p.text}" is the name of several places; give the code: ${list(p.known)}.`,
  'already-there': (p) =>
    `"${p.path}" is there already and is not written over. Choose another folder, or change that file itself.`,
  'letter-undated': () =>
    'The letter names no day from which it holds, and its own day is blank. Run it again without --yes to answer.',
  'letter-unread': (p) => `No letter could be read from "${p.path}": ${UNREAD[p.why]}`,
  'no-terminal': (p) => `This command asks on the screen, but this is no terminal. Use: ${p.instead}`,
  ledger: (p) =>
    ({
      locked: 'Another run holds the ledger. Run again in a few minutes; nothing was recorded.',
      'read-only': 'The ledger (.bluezone) cannot be written: the folder is read-only. Nothing was recorded.',
      full: 'The disk is full, so nothing could be added to the ledger (.bluezone). Make room and run again; nothing was recorded.',
      damaged:
        'The ledger (.bluezone/ledger.sqlite) is damaged; nothing was recorded. Run bluezone-report doctor.',
      newer:
        'The ledger was written by a newer version of the program. Update the program; nothing was recorded.',
      unavailable:
        'The ledger (.bluezone/ledger.sqlite) cannot be opened: no permission, or a faulty disk. Nothing was recorded.',
    })[p.fault],
  'several-dates': (p) => `The paths belong to several dates (${list(p.dates)}). Choose one with --date.`,
  'unknown-command': (p) => `There is no command "${p.name}".${meant(p.nearest)} See bluezone-report --help.`,
  'unknown-option': (p) =>
    `There is no option "${p.name}".${meant(p.nearest)} See bluezone-report ${p.command} --help.`,
  'missing-argument': (p) => `${p.name} is missing. See bluezone-report ${p.command} --help.`,
  'too-many-arguments': (p) => `Too many arguments. See bluezone-report ${p.command} --help.`,
  'missing-value': (p) => `The option ${p.name} needs a value. See bluezone-report ${p.command} --help.`,
  'bad-choice': (p) => `${p.name} does not take "${p.text}". It takes: ${list(p.known)}.`,
  'unknown-code': (p) =>
    `There is no code "${p.code}".${meant(p.nearest)} See all with bluezone-report explain.`,
};

const UNREAD = {
  scan: 'it is a scan (pictures of pages) without text. Ask for the .docx, or let a program for text recognition read it and save that as .docx or .txt.',
  picture: 'it is a picture without text. Ask for the .docx or a PDF with a text layer.',
  password: 'it has a password. Open it, remove the password, save it again.',
  damaged: 'the file is damaged. Ask for it to be sent again.',
  empty: 'there is no text in it.',
  'no-office': 'this machine has no LibreOffice, which .doc and .odt need. Save it as .docx.',
  'too-long': 'LibreOffice took too long to convert it. Try again, or save it as .docx.',
  'not-a-letter': 'it is no text document. .docx, .txt, .pdf with a text layer, .doc and .odt can be read.',
} as const;
