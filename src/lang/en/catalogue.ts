import type { CatalogueWords } from '../vi/catalogue.ts';
import { deadline } from './deadline.ts';
import { others, some } from './print.ts';

export const catalogue: CatalogueWords = {
  severity: { error: 'error', warning: 'warning', note: 'note' },
  effect: {
    rejected: 'the report is sent back and not counted',
    undecided: 'the report waits for a decision and is not counted yet',
    ignored: 'the file is passed over',
    counted: 'does not hold the report back',
  },
  families: {
    file: 'The file could not be read, or was read with a remark',
    form: 'No form was recognised, or not all of it',
    value: 'A cell',
    report: 'Within one report',
    unit: 'Whose it is',
    time: 'Which day it is',
    across: 'Between reports, days or levels',
    campaign: 'The campaign’s own files',
  },
  explain: {
    listHead: 'All findings (for one of them: bluezone-report explain <code>):',
    example: 'Example',
    says: 'What is said',
    why: 'Why it matters',
    fix: 'How to put it right',
  },
  reply: {
    dear: (units) => `To ${units.length === 0 ? 'the sender of the report' : others(units)}:`,
    refused: (file) => `Your report “${file}” arrived but cannot be counted yet:`,
    doubted: (file) => `Your report “${file}” arrived and is counted, but please look at this:`,
    ignored: (file) => `Your file “${file}” arrived, but it is not a table and was not counted:`,
    counted: (file, sheets) => `Your file “${file}” arrived. Counted: ${others(sheets)}.`,
    held: (sheets) => `Not counted yet: ${others(sheets)}.`,
    sheet: (sheet, unit) =>
      sheet === null ? (unit ?? 'the report') : `sheet “${sheet}”${unit === null ? '' : ` (${unit})`}`,
    fine: (file) => `Your report “${file}” arrived and is counted; nothing needs to be corrected.`,
    more: (n) => `- and ${some(n, 'further point')}: please see the marked cells in the attached file.`,
    wish: {
      refused: 'Please correct it and send it again',
      mixed: 'Please correct it and send it again',
      doubted: 'Please confirm, or correct it and send it again,',
      ignored: 'Please send the table',
    },
    by: deadline,
    now: 'at once',
    thanks: 'Thank you.',
  },
  repeats: (n, title) => `${some(n, 'further place')} like the ones before (${title.toLowerCase()}).`,
};
