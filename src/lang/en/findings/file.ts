import type { FileFacts } from '../../../model/findings/file.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { encoding, kind, limit, some } from '../print.ts';

const unread = 'A file that cannot be read gives no figure.';
const sendTable = 'Please send the table again as an Excel or Word file in the official form.';

export const file: FamilyWords<FileFacts> = {
  'file/empty': {
    title: 'An empty file',
    what: ({ blank }) =>
      blank ? 'This file holds nothing but blanks.' : 'This file has no content (0 bytes).',
    why: unread,
    fix: () => 'Please check the original, save it and send it again.',
  },
  'file/damaged': {
    title: 'A damaged file',
    what: (facts) => `This file is damaged or was not downloaded in full (${kind(facts.kind)}).`,
    why: unread,
    fix: () => 'Please open the original, save it as a new file and send it again.',
  },
  'file/password': {
    title: 'A file with a password',
    what: () => 'This file is locked with a password and cannot be opened.',
    why: unread,
    fix: () => 'Please remove the password, save and send it again.',
  },
  'file/pdf': {
    title: 'A PDF',
    what: () => 'This is a PDF; figures cannot be taken from its table.',
    why: 'Retyped figures go wrong, so only the original table is accepted.',
    fix: () => sendTable,
  },
  'file/doc-not-converted': {
    title: 'Document that was not converted',
    what: (facts) => `This is ${kind(facts.format)}; this computer has no LibreOffice to convert it.`,
    why: unread,
    fix: () => 'Please open it, save it as .docx and send that; or install LibreOffice on this computer.',
    ask: () => 'Please open it, save it as .docx and send that.',
  },
  'file/not-a-table': {
    title: 'Not a table',
    what: (facts) => `This file holds no table (${kind(facts.kind)}).`,
    why: unread,
    fix: (facts) => INSTEAD[facts.kind] ?? sendTable,
  },
  'file/no-sheets': {
    title: 'No sheets',
    what: () => 'The file opens but has no sheet.',
    why: unread,
    fix: () => sendTable,
  },
  'file/limit': {
    title: 'A file over a limit',
    what: (facts) => `This file is over a limit: ${limit(facts.limit)}, at most ${count(facts.most)}.`,
    why: 'Real reports are never that large; reading on could hang the machine.',
    fix: () => 'Please copy the table alone into a new file and send that.',
  },
  'file/timeout': {
    title: 'Reading took too long',
    what: ({ program, seconds }) =>
      `${program === 'libreoffice' ? 'LibreOffice did not finish converting this file' : 'Reading this file did not end'} within ${seconds} seconds and was stopped; what is in it is not known.`,
    why: unread,
    fix: () =>
      'Please run again (the file is tried anew); if it stays so, open it, save it as .xlsx or .docx and use that.',
    ask: () => 'Please open it, save it as .xlsx or .docx and send that.',
  },
  'file/picture': {
    title: 'A picture',
    what: () => 'This is a picture; figures are not read from pictures.',
    why: 'A picture does not count as a report.',
    fix: () => 'Please send the table as an Excel or Word file; a picture of the QR code can be kept.',
  },
  'file/left-alone': {
    title: 'A file left alone',
    what: (facts) => LEFT_ALONE[facts.reason],
    why: 'Files of this kind are not reports.',
    fix: (facts) =>
      facts.reason === 'changing' || facts.reason === 'partial-download'
        ? 'Please run again when the file is complete.'
        : 'Nothing needs to be done.',
  },
  'file/kind-differs': {
    title: 'The extension does not fit the content',
    what: (facts) =>
      `The extension is “.${facts.extension}” but the content is ${kind(facts.kind)}; it was read by its content.`,
    why: 'This alone does not hold the report back; Excel usually warns when it opens such a file.',
    fix: () => 'Next time please save as .xlsx.',
  },
  'file/doc-converted': {
    title: 'Converted to .docx for reading',
    what: (facts) => `This file (${kind(facts.format)}) was converted to .docx on this computer to be read.`,
    why: 'This alone does not hold the report back; the layout may differ from the original.',
    fix: () => 'Next time please save as .docx.',
  },
  'file/text-rescued': {
    title: 'Text of an old encoding was converted',
    what: (facts) =>
      `${some(facts.cells, 'cell')} in ${encoding(facts.encoding)} converted to Unicode (${SURE[facts.sure]}).`,
    why: 'This alone does not hold the report back; a few accents in names may be wrong.',
    fix: () => 'Next time please use a Unicode font such as Times New Roman.',
  },
  'file/locked': {
    title: 'Another program holds the file',
    what: () => 'The file is open in another program and could not be read yet.',
    why: 'What has come but cannot be read does not count yet; the unit has sent it and is not reminded.',
    fix: () => 'Please close it in the program that holds it (Excel, a synchroniser) and run again.',
  },
  'file/unreadable': {
    title: 'The file cannot be opened',
    what: (facts) => UNREADABLE[facts.reason],
    why: 'A file that cannot be opened does not count; the others do.',
    fix: (facts) =>
      facts.reason === 'name'
        ? 'Please give the file a plain name and run again.'
        : facts.reason === 'special' || facts.reason === 'dead-link'
          ? 'Please put the report itself into this folder.'
          : 'Please check its permissions and the disk, then run again.',
  },
  'file/rows-swallowed': {
    title: 'Rows swallowed by a stray quote',
    what: (facts) =>
      `A stray quotation mark (") makes lines ${facts.first} to ${facts.last} of the CSV file one cell.`,
    why: 'The numbers on those lines are not in their columns, so the sum would lack them.',
    fix: () => 'Please take the quotation mark out and send the file again, or send the .xlsx.',
  },
  'file/archive-nested': {
    title: 'Archives in archives',
    what: () => 'Archives or mails lie in one another too deep; only two layers are opened.',
    why: unread,
    fix: () => 'Please send the report files themselves or pack them in one layer.',
  },
};

/** Kinds that another program opens: what to send instead. */
const INSTEAD: { readonly [kind: string]: string } = {
  msg: 'Please open the mail in Outlook, save its attachments and send those (or save the mail as .eml).',
  rar: 'Please unpack it and send the reports, or pack them as .zip.',
  '7z': 'Please unpack it and send the reports, or pack them as .zip.',
  gzip: 'Please unpack it and send the reports, or pack them as .zip.',
  tnef: 'This mail has no attachment. Please send it again with the report attached, as HTML or plain text.',
  numbers: 'Please open it in Numbers, export it to Excel (.xlsx) and send that file.',
  gsheet:
    'This is only a link to a Google Sheet. Please open it, download it as Excel (.xlsx) and send that file.',
};

const UNREADABLE: { readonly [R in FileFacts['file/unreadable']['reason']]: string } = {
  permission: 'There is no permission to read this file.',
  gone: 'The file went before it could be read.',
  disk: 'The disk reports an error in reading this file.',
  changing: 'The file is still being written.',
  name: 'The name of the file has broken letters, so it cannot be opened.',
  special: 'This is no ordinary file (a pipe or a device).',
  'dead-link': 'This is a link to a file that is not there.',
};

const LEFT_ALONE: { readonly [R in FileFacts['file/left-alone']['reason']]: string } = {
  'office-lock': 'This is a temporary file of Word or Excel (~$…).',
  'partial-download': 'The download is not finished.',
  system: 'This is a file of the operating system.',
  changing: 'The file is still being written.',
  link: 'This is a link, not a file.',
  signature: 'This is the electronic signature of a mail, no report.',
  'mail-part': 'This is text of a mail that a mail server cut off, without a table.',
  'web-part': 'This file belongs to a saved web page.',
};

const SURE: { readonly [S in FileFacts['file/text-rescued']['sure']]: string } = {
  font: 'told by the font name',
  letters: 'told by letter frequency',
  roster: 'it matches the roster',
  mark: 'told by the mark at the start of the file',
};
