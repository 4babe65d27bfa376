import type { AnnotationWords } from '../vi/annotation.ts';
import { count } from './numbers.ts';

const points = (n: number): string => `${count(n)} ${n === 1 ? 'point' : 'points'}`;

export const annotation: AnnotationWords = {
  sheet: 'To correct',
  title: 'POINTS TO CORRECT',
  file: (name) => `File: ${name}`,
  unit: (name) => `Unit: ${name}`,
  result: {
    refused: 'This report cannot be counted yet because of the points marked “Error” below.',
    doubted: 'This report has been counted; please look at the points below again.',
    mixed:
      'Sheets with a point marked “Error” below cannot be counted yet; the other sheets have been counted.',
    ignored: 'This file is not a table and was not counted.',
  },
  ask: (when) => `Please correct this very file and send it again${when}.`,
  legend:
    'Cells in a thick frame: errors, to be corrected. Cells in a broken frame: please look again. Each cell has a note that says why; click the name of a cell below to go there.',
  copied: 'The file that arrived is not an .xlsx workbook, so this is a copy of what could be read from it.',
  unsafe:
    'The workbook that arrived is built in an unusual way and could not be marked itself, so this is a copy of what could be read from it.',
  heads: ['No.', 'Sheet', 'Cell', 'Kind', 'What is wrong', 'What to do'],
  gravity: { error: 'Error', warning: 'Look again' },
  point: (number) => `Point ${number}.`,
  seeNote: (cell) => `See the note at cell ${cell}.`,
  noteFixed: 'This point has been corrected.',
  closing: {
    counts: (fixed, remains, fresh) => {
      const all = remains === 0 && fresh === 0 && fixed > 1;
      const parts = [
        fixed === 0 ? 'nothing corrected' : `${all ? 'all ' : ''}${points(fixed)} corrected`,
        ...(remains === 0 ? [] : [`${count(remains)} left`]),
        ...(fresh === 0 ? [] : [`${count(fresh)} new`]),
      ];
      return parts.join(', ');
    },
    since: (counts) => `Since the file before: ${counts}.`,
    head: 'Since the file before',
    pair: (newer, earlier) => `“${newer}” after “${earlier}”`,
    fixed: 'Corrected',
    remains: 'Left',
    fresh: 'New',
    more: (n) => `… and ${count(n)} more`,
  },
  answered: {
    known: (file) => `Your report “${file}” arrived but could not be counted.`,
    newer: (file) =>
      `You have sent a newer one, “${file}”, so this one need not be corrected and sent again.`,
  },
  returned: {
    head: (n, folder) => `Back to the senders: ${count(n)} ${n === 1 ? 'file' : 'files'}, in ${folder}`,
    patched: (n) =>
      `${count(n)} ${n === 1 ? 'file' : 'files'} marked as they arrived, each with a reply in .txt beside it`,
    copied: 'an .xlsx copy with marks, because the file is not an .xlsx',
    unsafe: 'an .xlsx copy with marks, because the file is built in an unusual way',
    'reply-only': 'a reply only, because the file could not be read',
    good: 'a reply only: the points of the file before are corrected',
    none: 'No file has to go back to its sender.',
  },
};
