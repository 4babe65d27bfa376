import type { CatalogueWords } from '../vi/catalogue.ts';
import { some } from './print.ts';

export const catalogue: CatalogueWords = {
  severity: { error: 'error', warning: 'warning', note: 'note' },
  effect: {
    rejected: 'the report is sent back and not counted',
    undecided: 'the report waits for a decision and is not counted yet',
    ignored: 'the file is passed over',
    counted: 'the report is counted',
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
  repeats: (n, title) => `${some(n, 'further place')} like the ones before (${title.toLowerCase()}).`,
};
